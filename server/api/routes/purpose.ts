import { z } from 'zod';
import type { AccountSubject, Subject } from '#data/schema/subject.ts';
import { hashSecret } from '#server/accounts/secret.ts';
import { purposesOf } from '../access/purposes.ts';
import { askerOf } from '../asking.ts';
import { ApiError } from '../problem.ts';
import { type HandedIn, route } from '../route.ts';
import { LONGEST_PURPOSE } from '../seen/purpose.ts';

/** What somebody reads for, and may read for. */
const Purpose = z.object({
  purpose: z.string().optional(),
  /** Of agreements in force with an organisation of theirs. */
  choices: z.array(z.string()),
});

const Chosen = z.strictObject({ purpose: z.string().max(LONGEST_PURPOSE).optional() });

/** What data that is shared for a purpose is read for: chosen once a session, or said with each request. */
export const PURPOSE_ROUTES = [
  route({
    path: '/api/session/purpose',
    summary:
      'What you read for, and what you may: data shared for a purpose is there for nothing else',
    tag: 'Service',
    access: 'signed-in',
    response: Purpose,
    async answer({ subject }, services) {
      const account = mustBeKnown(subject);
      const { purpose } = account;
      return {
        ...(purpose === undefined ? {} : { purpose }),
        choices: await purposesOf(account, services),
      };
    },
  }),
  route({
    path: '/api/session/purpose',
    method: 'PUT',
    summary:
      'Choose what this session reads for; programs with a token send X-ODIN-Purpose instead',
    tag: 'Service',
    access: 'signed-in',
    takes: { mostBytes: 2_000, media: ['application/json'] },
    response: Purpose,
    async answer({ subject, body }, services, response) {
      const { secret } = askerOf(response.req);
      if (secret === undefined) {
        throw new ApiError(
          'bad-request',
          'Send X-ODIN-Purpose with each request: a token has no session.',
        );
      }
      const { purpose = '' } = readChosen(body);
      const chosen = purpose.trim() === '' ? undefined : purpose.trim();
      await services.store.access.choosePurpose(hashSecret(secret), chosen);
      return {
        ...(chosen === undefined ? {} : { purpose: chosen }),
        choices: await purposesOf(mustBeKnown(subject), services),
      };
    },
  }),
];

function mustBeKnown(subject: Subject): AccountSubject {
  if (subject.kind === 'account') return subject;
  throw new ApiError('not-signed-in', 'Sign in first.');
}

function readChosen(body: HandedIn | undefined): z.output<typeof Chosen> {
  try {
    return Chosen.parse(JSON.parse(Buffer.from(body?.bytes ?? []).toString('utf8')));
  } catch {
    throw new ApiError('bad-request', 'Send {"purpose": "…"}, or {} to read for nothing any more.');
  }
}
