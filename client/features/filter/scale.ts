import { dateNumber } from '#data/query/filter.ts';

/** One bar of a histogram, with its ends as printed. */
export type Bar = { readonly from: string; readonly to: string; readonly count: number };

/**
 * A row of bars, equally wide whatever they span, along which two handles move by whole steps: 0 at the left
 * end, `last` at the right. At an end a handle is open and asks for nothing.
 */
export type Scale<Value> = {
  readonly bars: readonly Bar[];
  readonly last: number;
  readonly stepsPerBar: number;
  /** Least value a lower handle at a step lets through; greatest, for an upper one. */
  readonly leastAt: (step: number) => Value;
  readonly mostAt: (step: number) => Value;
  /** Step nearest to a value of the lower handle, and of the upper. */
  readonly stepOfLeast: (value: Value) => number;
  readonly stepOfMost: (value: Value) => number;
};

type Bin<Value> = { readonly from: Value; readonly to: Value; readonly count: number };

/** Places a handle can take within one bar of numbers. */
const STEPS = 4;

/** Significant figures of a value a handle gives: finer is for the fields. */
const FIGURES = 3;

/** @param say a number as the axis prints it */
export function numberScale(
  bins: readonly Bin<number>[],
  { isWhole, say }: { readonly isWhole: boolean; readonly say: (value: number) => string },
): Scale<number> {
  const last = bins.length * STEPS;
  const valueAt = (step: number): number => {
    const index = Math.min(bins.length - 1, Math.floor(step / STEPS));
    const { from, to } = bins[index] ?? { from: 0, to: 0 };
    const share = step / STEPS - index;
    if (share <= 0) return from;
    if (share >= 1) return to;
    const value = from + (to - from) * share;
    return isWhole ? Math.round(value) : Number(value.toPrecision(FIGURES));
  };
  const stepOf = (value: number): number => {
    const index = bins.findIndex(({ to }) => value < to);
    const bin = bins[index];
    if (bin === undefined) return last;
    const share = Math.max(0, (value - bin.from) / (bin.to - bin.from));
    return Math.round((index + share) * STEPS);
  };
  return {
    bars: bins.map(({ from, to, count }) => ({ from: say(from), to: say(to), count })),
    last,
    stepsPerBar: STEPS,
    leastAt: valueAt,
    mostAt: valueAt,
    stepOfLeast: stepOf,
    stepOfMost: stepOf,
  };
}

/** Dates are taken bar by bar: the upper handle stands before the first day of the next. */
export function dateScale(
  bins: readonly Bin<string>[],
  say: (date: string) => string,
): Scale<string> {
  const edges = [...bins.map(({ from }) => from), bins.at(-1)?.to ?? ''];
  const edgeAt = (step: number): string => edges[Math.min(edges.length - 1, step)] ?? '';
  return {
    bars: bins.map(({ from, to, count }) => ({ from: say(from), to: say(to), count })),
    last: bins.length,
    stepsPerBar: 1,
    leastAt: edgeAt,
    mostAt: (step) => (step >= bins.length ? edgeAt(step) : dayBefore(edgeAt(step))),
    stepOfLeast: (date) => nearestEdge(edges, date),
    stepOfMost: (date) => nearestEdge(edges.map(dayBefore), date),
  };
}

const DAY_MS = 86_400_000;

/** The date before one, as precise: `1985` → `1984`, `2020-01` → `2019-12`, `2020-03-01` → `2020-02-29`. */
export function dayBefore(date: string): string {
  if (dateNumber(date) === undefined) return date;
  const [year = 0, month, day] = date.split('-').map(Number);
  const of = (time: Date) => time.toISOString().slice(0, date.length);
  if (month === undefined) return String(year - 1).padStart(4, '0');
  if (day === undefined) return of(new Date(Date.UTC(year, month - 2, 1)));
  return of(new Date(Date.UTC(year, month - 1, day) - DAY_MS));
}

function nearestEdge(edges: readonly string[], date: string): number {
  const wanted = dateNumber(date) ?? 0;
  const away = edges.map((edge) => Math.abs((dateNumber(edge) ?? 0) - wanted));
  return away.indexOf(Math.min(...away));
}
