import type { Fetch, Fetched } from './fetched.ts';
import type { Get } from './harvested.ts';

/** Attempts at one address in one harvest. */
const ATTEMPTS = 4;
/** First wait between attempts, ms; each is four times the one before. */
const FIRST_WAIT_MS = 1_000;
/** A server that asks for more than this is left alone until the next harvest, s. */
const MOST_WAIT_S = 60;

/** Waits, ms; given, so that tests need not. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Ask again what failed in passing, after longer and longer waits, or as long as the server says. */
export function patiently(fetch: Fetch, wait: Wait, signal?: AbortSignal): Get {
  return async (address, known) => {
    let got: Fetched = await fetch(address, known, signal);
    for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
      if (got.status !== 'failed' || !got.isPassing || signal?.aborted) return got;
      if ((got.retryAfterS ?? 0) > MOST_WAIT_S) return got;
      const waitMs = Math.max((got.retryAfterS ?? 0) * 1_000, FIRST_WAIT_MS * 4 ** (attempt - 1));
      await wait(waitMs, signal);
      got = await fetch(address, known, signal);
    }
    return got;
  };
}
