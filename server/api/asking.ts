import type { IncomingMessage } from 'node:http';
import { ANONYMOUS, type Subject } from '#data/schema/subject.ts';
import { formTokenOf } from '#server/accounts/secret.ts';

/** Who asks, and what their session's cookie holds when that is how they proved it. */
export type Asker = { readonly subject: Subject; readonly secret?: string };

/** Who asks, by the request; a request that is not here was asked by nobody in particular. */
const asking = new WeakMap<IncomingMessage, Asker>();

/** Nobody in particular. */
export const NOBODY: Asker = { subject: ANONYMOUS };

/** Who asks. */
export const subjectOf = (request: IncomingMessage): Subject => askerOf(request).subject;

/** Who asks, and by which session. */
export const askerOf = (request: IncomingMessage): Asker => asking.get(request) ?? NOBODY;

/** What a page of this session's own sends back with whatever it asks to be changed. */
export function formTokenFor(request: IncomingMessage): string | undefined {
  const { secret } = askerOf(request);
  return secret === undefined ? undefined : formTokenOf(secret);
}

/** Say who asks, once it is known. */
export function setAsker(request: IncomingMessage, asker: Asker): void {
  asking.set(request, asker);
}
