/** A day, unless a rule says otherwise. */
export const EVERY_DAY = 'P1D';

const DAY_MS = 86_400_000;
const UNIT_MS = { D: DAY_MS, W: 7 * DAY_MS, M: 30.4375 * DAY_MS } as const;

/** First wait after a failure, ms; each further one in a row is twice as long. */
const FIRST_WAIT_MS = 15 * 60_000;
/** Longest wait after failures, or the rule's own when that is longer, ms. */
const MOST_WAIT_MS = DAY_MS;

/** Length of `P1D`, `P2W`, `P1M`, ms; a month is a twelfth of a year. */
export function durationMs(text: string): number {
  const [, count, unit] = /^P(\d{1,3})([DWM])$/.exec(text) ?? [];
  if (count === undefined || unit === undefined) throw new RangeError(`Not a duration: ${text}`);
  return Math.max(1, Number(count)) * UNIT_MS[unit as keyof typeof UNIT_MS];
}

/** What decides when a source is fetched next. */
export type Standing = {
  readonly every: string;
  /** Failures in a row, this one included; 0 after a run that went well. */
  readonly failures: number;
  /** Whether the failure may pass by itself. */
  readonly isPassing?: boolean;
  /** Seconds the server asks to be left alone. */
  readonly retryAfterS?: number;
};

/**
 * When a source is fetched next: as often as its rule says; sooner after a failure that may pass, and less and
 * less often while it goes on failing.
 */
export function nextRun(now: Date, { every, failures, isPassing, retryAfterS }: Standing): Date {
  const usual = durationMs(every);
  if (failures === 0 || !isPassing) return new Date(now.getTime() + usual);
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), MOST_WAIT_MS, usual);
  return new Date(now.getTime() + Math.max(wait, (retryAfterS ?? 0) * 1_000));
}
