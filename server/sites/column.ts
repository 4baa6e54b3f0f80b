import { WHYS, type Why } from '#data/schema/site-why.ts';
import type { SiteColumn } from '#data/schema/sites.ts';
import type { Candidates } from './candidates.ts';
import { eachOf, type Steps } from './steps.ts';
import type { Thing } from './thing.ts';

/** Things measured to, each with the number it has in the answer. */
export type ThingRegister = {
  readonly all: readonly Thing[];
  readonly numberOf: (thing: Thing) => number;
};

/** Begin a register: one for each answer. */
export function openRegister(): ThingRegister {
  const all: Thing[] = [];
  const numbers = new Map<Thing, number>();
  return {
    all,
    numberOf(thing) {
      const known = numbers.get(thing);
      if (known !== undefined) return known;
      numbers.set(thing, all.length);
      return all.push(thing) - 1;
    },
  };
}

/** The entries of a column, one a candidate; of `SiteColumn`, as they lie in memory. */
export type Entries = Pick<SiteColumn, 'kind' | 'text'> & {
  /** Not a number where there is no such end; empty of a column of texts. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly why: Uint8Array;
  readonly thing: Int32Array;
  readonly served?: number[];
};

/** One entry of a column, written anew for each candidate: a search has half a million of them. */
export type Entry = {
  /** Not a number: no such end. */
  low: number;
  high: number;
  text: string | undefined;
  /** Number in `WHYS`. */
  why: number;
  thing: Thing | undefined;
  /** See `SiteColumn.served`; not a number: nothing serves there. */
  served: number;
};

/** Number of each reason in `WHYS`. */
export const WHY = Object.fromEntries(WHYS.map((why, at) => [why, at])) as Readonly<
  Record<Why, number>
>;

/** Fill a column, in the order candidates were given in. Of one whose shape is empty nothing is known. */
export function* fillColumn(
  kind: SiteColumn['kind'],
  { given, edge }: Pick<Candidates, 'given' | 'edge'>,
  register: ThingRegister,
  measure: Measure,
): Steps<Entries> {
  const count = given.length;
  const numbers = kind === 'number' ? count : 0;
  const column = {
    kind,
    low: new Float64Array(numbers).fill(Number.NaN),
    high: new Float64Array(numbers).fill(Number.NaN),
    text: new Array<string | null>(count - numbers).fill(null),
    why: new Uint8Array(count).fill(WHY['no-area']),
    thing: new Int32Array(count).fill(-1),
    served: undefined as number[] | undefined,
  };
  const entry: Entry = { ...NOTHING };
  yield* eachOf(count, (from, to) => {
    for (let slot = from; slot < to; slot++) {
      if (edge.firstEdge[slot] === edge.firstEdge[slot + 1]) continue;
      clear(entry);
      measure(slot, entry);
      write(entry, given[slot] as number, column, register);
    }
  });
  const { low, high, served, ...rest } = column;
  return { ...rest, low: settled(low), high: settled(high), ...(served ? { served } : {}) };
}

/** Writes the entry of a candidate, which begins as a measured one without anything. */
export type Measure = (at: number, entry: Entry) => void;

type Filling = Omit<Entries, 'served'> & { served: number[] | undefined };

function write(entry: Entry, at: number, column: Filling, register: ThingRegister): void {
  if (column.kind === 'number') {
    column.low[at] = entry.low;
    column.high[at] = entry.high;
  } else column.text[at] = entry.text ?? null;
  column.why[at] = entry.why;
  if (entry.thing !== undefined) column.thing[at] = register.numberOf(entry.thing);
  if (Number.isNaN(entry.served)) return;
  column.served ??= new Array<number>(column.why.length).fill(-1);
  column.served[at] = entry.served;
}

function clear(entry: Entry): void {
  entry.low = Number.NaN;
  entry.high = Number.NaN;
  entry.text = undefined;
  entry.why = WHY.measured;
  entry.thing = undefined;
  entry.served = Number.NaN;
}

const NOTHING: Entry = {
  low: Number.NaN,
  high: Number.NaN,
  text: undefined,
  why: WHY.measured,
  thing: undefined,
  served: Number.NaN,
};

/** Figures to six decimals, and to nine where they are below one: finer is rounding. Infinity is no figure. */
function settled(figures: Float64Array): Float64Array {
  for (let at = 0; at < figures.length; at++) {
    const figure = figures[at] as number;
    const fine = figure < 1 ? 1e9 : 1e6;
    figures[at] = Number.isFinite(figure) ? Math.round(figure * fine) / fine : Number.NaN;
  }
  return figures;
}
