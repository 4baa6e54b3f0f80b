/**
 * Work that takes a while, a step at a time: whoever does it may see to others between two steps. A step is a few
 * milliseconds, unless a single shape takes longer.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Do all steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Candidates or shapes of one step. */
const STEP = 250;

/** Do something for each number below a count, so many a step. */
export function* eachOf(count: number, work: (from: number, to: number) => void): Steps<void> {
  for (let from = 0; from < count; from += STEP) {
    work(from, Math.min(from + STEP, count));
    yield;
  }
}
