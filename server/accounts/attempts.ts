import { hashSecret } from './secret.ts';

/** How long failed sign-ins count, ms. */
export const COUNTED_MS = 15 * 60_000;

/** Failures after which an account is shut to one address, an address to all accounts, an account to all addresses. */
const MOST = { pair: 5, address: 50, account: 100 } as const;

export type AttemptKeys = Readonly<Record<keyof typeof MOST, string>>;

/** What an attempt is counted under: hashes, so that nobody reads from the table who tried. */
export const attemptKeys = (email: string, address: string): AttemptKeys => ({
  pair: hashSecret(`pair:${email}:${address}`),
  address: hashSecret(`address:${address}`),
  account: hashSecret(`account:${email}`),
});

/**
 * How long nobody may try, ms; 0 when one may. Failures by one address shut an account to that address alone:
 * nobody can shut others out of their own account cheaply.
 *
 * @param failed times of failures under each key within `COUNTED_MS`, ISO 8601, in order
 */
export function waitMs(
  failed: Readonly<Record<keyof AttemptKeys, readonly string[]>>,
  now: Date,
): number {
  const waits = (Object.keys(MOST) as (keyof typeof MOST)[]).map((key) => {
    const times = failed[key];
    const deciding = times.at(-MOST[key]);
    return deciding === undefined ? 0 : Date.parse(deciding) + COUNTED_MS - now.getTime();
  });
  return Math.max(0, ...waits);
}
