import type { Agreement } from '#data/schema/agreement.ts';

/** Length of a day, ms. */
const DAY_MS = 86_400_000;

/** The moment an agreement ends by itself: the end of its last day in UTC, ms since 1970. */
export const endOf = ({ terms }: Agreement): number =>
  Date.parse(`${terms.end}T00:00:00Z`) + DAY_MS;

/** Whether an agreement gives anything at a moment: it has begun, it has not ended, and nobody has revoked it. */
export function isInForce(agreement: Agreement, now: Date): boolean {
  const at = now.getTime();
  const { terms, revoked } = agreement;
  if (revoked && !(Date.parse(revoked.at) > at)) return false;
  // a day that is none compares as false: what cannot be read gives nothing
  return Date.parse(`${terms.start}T00:00:00Z`) <= at && at < endOf(agreement);
}

/** Whether an agreement gives nothing any more, and never will again. */
export const isOver = (agreement: Agreement, now: Date): boolean =>
  agreement.revoked !== undefined || !(now.getTime() < endOf(agreement));

/** Words as they are compared: however they are spaced and whatever the case of their letters. */
const fold = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB');

/** Whether a purpose that was chosen is the one an agreement is made for; its id names it too. */
export const isFor = ({ id, terms }: Agreement, purpose: string | undefined): boolean =>
  purpose !== undefined && (purpose === id || fold(purpose) === fold(terms.purpose));
