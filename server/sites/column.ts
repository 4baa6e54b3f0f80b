import { WHYS, type Why } from '#data/schema/site-why.ts';
import type { SiteColumn } from '#data/schema/sites.ts';
import type { Candidates } from './candidates.ts';
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

/** The entries of a column, one a candidate. */
export type Entries = Pick<SiteColumn, 'kind' | 'low' | 'high' | 'text' | 'why' | 'thing'> & {
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

/**
 * Fill a column. Of a candidate whose shape is empty nothing is known.
 *
 * @param measure writes the entry of a candidate, which begins as a measured one without anything
 */
export function fillColumn(
  kind: SiteColumn['kind'],
  { all, order }: Pick<Candidates, 'all' | 'order'>,
  register: ThingRegister,
  measure: (at: number, entry: Entry) => void,
): Entries {
  const count = all.length;
  const numbers = kind === 'number' ? count : 0;
  const low = new Float64Array(numbers).fill(Number.NaN);
  const high = new Float64Array(numbers).fill(Number.NaN);
  const text = new Array<string | null>(count - numbers).fill(null);
  const why = new Array<number>(count).fill(WHY['no-area']);
  const thing = new Array<number>(count).fill(-1);
  let served: number[] | undefined;
  const entry: Entry = { ...NOTHING };
  for (const at of order) {
    entry.low = Number.NaN;
    entry.high = Number.NaN;
    entry.text = undefined;
    entry.why = WHY.measured;
    entry.thing = undefined;
    entry.served = Number.NaN;
    measure(at, entry);
    if (kind === 'number') {
      low[at] = entry.low;
      high[at] = entry.high;
    } else text[at] = entry.text ?? null;
    why[at] = entry.why;
    if (entry.thing !== undefined) thing[at] = register.numberOf(entry.thing);
    if (Number.isNaN(entry.served)) continue;
    served ??= new Array<number>(count).fill(-1);
    served[at] = entry.served;
  }
  return {
    ...{ kind, low: told(low), high: told(high), text, why, thing },
    ...(served ? { served } : {}),
  };
}

const NOTHING: Entry = {
  low: Number.NaN,
  high: Number.NaN,
  text: undefined,
  why: WHY.measured,
  thing: undefined,
  served: Number.NaN,
};

/** Figures to six decimals, and to nine where they are below one: finer is rounding. */
function told(figures: Float64Array): (number | null)[] {
  const all: (number | null)[] = [];
  for (const figure of figures) {
    const fine = figure < 1 ? 1e9 : 1e6;
    all.push(Number.isFinite(figure) ? Math.round(figure * fine) / fine : null);
  }
  return all;
}
