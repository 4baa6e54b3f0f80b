import type { IncomingMessage } from 'node:http';
import { ANONYMOUS, type Subject } from '#data/schema/subject.ts';

/** Who asks, by the request; a request that is not here was asked by nobody in particular. */
const asking = new WeakMap<IncomingMessage, Subject>();

/** Who asks. */
export const subjectOf = (request: IncomingMessage): Subject => asking.get(request) ?? ANONYMOUS;

/** Say who asks, once it is known. */
export function setSubject(request: IncomingMessage, subject: Subject): void {
  asking.set(request, subject);
}
