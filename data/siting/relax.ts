import { FAILS, intervalOf } from './columns.ts';
import type { Test } from './criterion.ts';
import type { PreparedMust } from './funnel.ts';
import { columnFor, type PreparedRanking, prepareRanking } from './prepared.ts';
import type { Measured, Relaxation } from './ranking.ts';
import type { SiteSearch } from './search.ts';

/**
 * What each single must, eased or left out, would admit: the sites it alone rules out. A number is eased to round
 * values, once so far that the least is admitted and once that a third of what it costs is. Those that admit most come
 * first, easing before leaving out.
 */
export function relaxationsOf(
  measured: Measured,
  search: Pick<SiteSearch, 'must' | 'prefer'>,
): Relaxation[] {
  const prepared = prepareRanking(measured, { must: search.must, prefer: [] });
  return prepared.musts
    .flatMap((must) => relax(prepared, must))
    .sort(
      (a, b) =>
        b.admits - a.admits || Number(a.value === undefined) - Number(b.value === undefined),
    );
}

function relax(prepared: PreparedRanking, { must, state, verdicts }: PreparedMust): Relaxation[] {
  if (state !== 'tested') return [];
  const alone: number[] = [];
  for (let index = 0; index < verdicts.length; index++) {
    if (verdicts[index] === FAILS && prepared.failures[index] === 1) alone.push(index);
  }
  if (alone.length === 0) return [];
  const { test } = must;
  const eased = isNumeric(test) ? easings(test, reachable(prepared, { must, test, alone })) : [];
  return [...eased, { admits: alone.length }].map((each) => ({ must: must.id, ...each }));
}

type Numeric = Extract<Test, { value: number }>;
const isNumeric = (test: Test): test is Numeric => test.op === 'at-least' || test.op === 'at-most';

/** How far each site lets the threshold stay from it: the end of its interval nearer to it, nearest first. */
function reachable(
  { measured }: PreparedRanking,
  { must, test, alone }: { must: PreparedMust['must']; test: Numeric; alone: readonly number[] },
): number[] {
  const column = columnFor(measured, must);
  const isLeast = test.op === 'at-least';
  return alone
    .map((index) => column && intervalOf(column, index))
    .flatMap((interval) => (interval ? [isLeast ? interval.high : interval.low] : []))
    .filter(Number.isFinite)
    .sort((a, b) => (isLeast ? b - a : a - b));
}

function easings(test: Numeric, values: readonly number[]): { value: number; admits: number }[] {
  const isLeast = test.op === 'at-least';
  const third = Math.max(1, Math.ceil(values.length / 3));
  const found = new Map<number, number>();
  for (const place of [0, third - 1]) {
    const reached = values[place];
    if (reached === undefined) continue;
    const value = roundest(reached, test.value);
    const admits = values.filter((each) => (isLeast ? each >= value : each <= value)).length;
    found.set(value, admits);
  }
  return [...found].map(([value, admits]) => ({ value, admits }));
}

/** Steps of round figures, coarse first. */
const STEPS = [5, 4, 3, 2, 1, 0, -1, -2].flatMap((power) =>
  [5, 2, 1].map((times) => Number(`${times}e${power}`)),
);

/** Past what must be reached by this share of the way from the threshold, for a rounder figure. */
const SLACK = 0.25;

/** The roundest figure that reaches `reached`, coming from `threshold`, and goes only a little past it. */
export function roundest(reached: number, threshold: number): number {
  const isFall = reached < threshold;
  const slack = Math.abs(threshold - reached) * SLACK;
  for (const step of STEPS) {
    const steps = isFall ? Math.floor(reached / step) : Math.ceil(reached / step);
    // 0.1 × 3 is not 0.3
    const value = Number((steps * step).toFixed(2));
    const isReached = isFall ? value <= reached : value >= reached;
    // a nought would leave the must out, which is offered anyway
    const isEasing = value !== 0 || reached === 0;
    if (isReached && isEasing && Math.abs(value - reached) <= slack) return value;
  }
  return reached;
}
