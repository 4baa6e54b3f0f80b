import type { SiteColumn } from '#data/schema/sites.ts';
import type { Test, Worth } from './criterion.ts';

/** Least and most a number can be; an end that is not known is infinite. */
export type Interval = { readonly low: number; readonly high: number };

/** What one entry of a column can be as a number; undefined where nothing is known of it. */
export function intervalOf(column: SiteColumn, index: number): Interval | undefined {
  const low = column.low[index] ?? null;
  const high = column.high[index] ?? null;
  if (low === null && high === null) return undefined;
  return { low: low ?? -Infinity, high: high ?? Infinity };
}

/** Code that says nobody knows, as of `ownership-status`. */
const UNKNOWN = 'unknown';

/** A text entry; undefined where it is not known, which publishers have a code for. */
export function knownText(column: SiteColumn, index: number): string | undefined {
  const text = column.text[index] ?? undefined;
  return text === UNKNOWN || text === '' ? undefined : text;
}

/** The items of a text entry: lists come parted by `;`. */
export const itemsOf = (text: string): readonly string[] =>
  text.includes(';') ? [text, ...text.split(';')] : [text];

/** Whether an entry meets a test. */
export const MEETS = 1;
export const FAILS = 0;
export const UNTOLD = 2;
export type Verdict = typeof MEETS | typeof FAILS | typeof UNTOLD;

/**
 * Hold one entry against a test. What is not known is neither met nor failed, unless the test asks that it be known.
 *
 * @param column absent: not measured yet, nobody can tell
 */
export function judge(test: Test, column: SiteColumn | undefined, index: number): Verdict {
  if (!column) return UNTOLD;
  if (column.kind === 'text') return judgeText(test, knownText(column, index));
  const interval = intervalOf(column, index);
  switch (test.op) {
    case 'known':
      return interval && interval.low === interval.high ? MEETS : FAILS;
    case 'at-least':
    case 'at-most':
      return interval ? judgeNumber(test, interval) : UNTOLD;
    case 'is':
    case 'is-not':
      return interval ? judgeAmong(test, interval) : UNTOLD;
  }
}

function judgeNumber({ op, value }: Extract<Test, { value: number }>, interval: Interval): Verdict {
  const { low, high } = interval;
  if (op === 'at-least') return low >= value ? MEETS : high < value ? FAILS : UNTOLD;
  return high <= value ? MEETS : low > value ? FAILS : UNTOLD;
}

function judgeAmong({ op, values }: Extract<Test, { op: 'is' | 'is-not' }>, at: Interval): Verdict {
  const isInside = values.some((value) => Number(value) >= at.low && Number(value) <= at.high);
  if (isInside && at.low !== at.high) return UNTOLD;
  return isInside === (op === 'is') ? MEETS : FAILS;
}

function judgeText(test: Test, text: string | undefined): Verdict {
  if (test.op === 'known') return text === undefined ? FAILS : MEETS;
  if (text === undefined || 'value' in test) return UNTOLD;
  const isOne = itemsOf(text).some((item) => test.values.includes(item));
  return isOne === (test.op === 'is') ? MEETS : FAILS;
}

/**
 * What one entry is worth, least and most, 0 to 1. A worth rises or falls all the way, so that the ends of a number
 * give the ends of its worth; of what is not known anything may be true.
 *
 * @param column absent: not measured yet
 */
export function worthOf(worth: Worth, column: SiteColumn | undefined, index: number): Interval {
  if (worth.kind === 'steps') return worthOfStep(worth, stepText(column, index));
  const interval = column?.kind === 'number' ? intervalOf(column, index) : undefined;
  if (!interval) return { low: 0, high: 1 };
  const one = linear(worth, interval.low);
  const other = linear(worth, interval.high);
  return one <= other ? { low: one, high: other } : { low: other, high: one };
}

/** Share at one number; anchors that are the same make a step. */
export function linear({ full, none }: Extract<Worth, { kind: 'linear' }>, value: number): number {
  if (full === none) return value >= full ? 1 : 0;
  // the ends first: infinity over infinity is no number
  if (full > none ? value >= full : value <= full) return 1;
  if (full > none ? value <= none : value >= none) return 0;
  return (value - none) / (full - none);
}

function stepText(column: SiteColumn | undefined, index: number): string | undefined {
  if (!column) return undefined;
  if (column.kind === 'text') return knownText(column, index);
  const interval = intervalOf(column, index);
  return interval && interval.low === interval.high ? `${interval.low}` : undefined;
}

function worthOfStep(
  { steps, otherwise }: Extract<Worth, { kind: 'steps' }>,
  text: string | undefined,
): Interval {
  const shares = [otherwise, ...steps.map(({ share }) => share)];
  if (text === undefined) return { low: Math.min(...shares), high: Math.max(...shares) };
  // of a list the best counts
  const found = itemsOf(text).flatMap((item) =>
    steps.filter(({ values }) => values.includes(item)).map(({ share }) => share),
  );
  const share = found.length === 0 ? otherwise : Math.max(...found);
  return { low: share, high: share };
}
