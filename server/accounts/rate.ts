import { isIPv6 } from 'node:net';

/** How much may be asked at once, and how fast it may be asked for ever. */
export type Allowance = { readonly atOnce: number; readonly perSecond: number };

/** Keys remembered; beyond that those longest unasked for begin afresh. */
const MOST_KEYS = 20_000;

type Bucket = { left: number; at: number };

/** A token bucket for each key. */
export type Limiter = {
  /** Take one. @returns 0, or how many seconds to wait when there is none */
  readonly take: (key: string, nowMs: number) => number;
};

/** @param nowMs of `take` must come from a clock that does not jump */
export function createLimiter({ atOnce, perSecond }: Allowance): Limiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, nowMs) {
      const bucket = buckets.get(key) ?? { left: atOnce, at: nowMs };
      buckets.delete(key);
      buckets.set(key, bucket);
      if (buckets.size > MOST_KEYS) forgetOldest(buckets);
      const gained = (Math.max(0, nowMs - bucket.at) / 1_000) * perSecond;
      bucket.left = Math.min(atOnce, bucket.left + gained);
      bucket.at = nowMs;
      if (bucket.left < 1) return (1 - bucket.left) / perSecond;
      bucket.left -= 1;
      return 0;
    },
  };
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const [oldest] = buckets.keys();
  if (oldest !== undefined) buckets.delete(oldest);
}

/**
 * Whose allowance an address draws on: an IPv4 address its own, an IPv6 address that of its /64, which is what
 * one household or office is given. Source: RFC 6177.
 */
export function allowanceKey(address: string): string {
  const plain = address.split('%', 1)[0] ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 4).join(':')}::/64` : plain;
}

/** The eight groups of an IPv6 address, `::` written out. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const missing = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [...(before ?? []), ...Array(Math.max(0, missing)).fill('0'), ...(after ?? [])];
  return groups.map((group: string) => group.replace(/^0+(?=.)/, ''));
}
