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

/** A column's entries as they are filled in. */
export type Entry = {
  /** Absent: no such end. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly text?: string | undefined;
  readonly why: Why;
  readonly thing?: Thing | undefined;
  /** See `SiteColumn.served`. */
  readonly served?: number | undefined;
};

const NUMBER_OF = Object.fromEntries(WHYS.map((why, at) => [why, at])) as Record<Why, number>;

/** Number of a reason in `WHYS`. */
export const numberOfWhy = (why: Why): number => NUMBER_OF[why];

/** Fill a column. Of a candidate whose shape is empty nothing is known. */
export function fillColumn(
  kind: SiteColumn['kind'],
  { all, order }: Pick<Candidates, 'all' | 'order'>,
  register: ThingRegister,
  entryOf: (at: number) => Entry,
): Entries {
  const count = all.length;
  const numbers = () => new Array<number | null>(kind === 'number' ? count : 0).fill(null);
  const [low, high] = [numbers(), numbers()];
  const text = new Array<string | null>(kind === 'text' ? count : 0).fill(null);
  const why = new Array<number>(count).fill(NUMBER_OF['no-area']);
  const thing = new Array<number>(count).fill(-1);
  let served: number[] | undefined;
  for (const at of order) {
    const entry = entryOf(at);
    if (kind === 'number') {
      low[at] = told(entry.low);
      high[at] = told(entry.high);
    } else text[at] = entry.text ?? null;
    why[at] = NUMBER_OF[entry.why];
    if (entry.thing) thing[at] = register.numberOf(entry.thing);
    if (entry.served === undefined) continue;
    served ??= new Array<number>(count).fill(-1);
    served[at] = entry.served;
  }
  return { kind, low, high, text, why, thing, ...(served ? { served } : {}) };
}

/** Figures to the millimetre, or to the part in a million: finer is rounding. */
const told = (figure: number | undefined): number | null =>
  figure === undefined || !Number.isFinite(figure) ? null : Math.round(figure * 1e6) / 1e6;
