import { SessionState } from '#data/schema/subject.ts';
import { formTokenFor } from '../asking.ts';
import { route } from '../route.ts';

/** Who is signed in. */
export const SESSION_ROUTES = [
  route({
    path: '/api/session',
    summary:
      'Who asks, and what a page sends as `X-ODIN-Token` with whatever it asks to be changed',
    tag: 'Service',
    response: SessionState,
    async answer({ subject }, _, response) {
      const token = formTokenFor(response.req);
      return { subject, ...(token === undefined ? {} : { token }) };
    },
  }),
];
