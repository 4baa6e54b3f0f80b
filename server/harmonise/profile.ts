import type { Cell, RawRecord } from '#data/schema/flow.ts';
import type { ColumnProfile } from '#data/schema/harmonised.ts';
import { readFlag } from './fields/boolean.ts';
import { readDate } from './fields/date.ts';
import { readFigure } from './fields/number.ts';
import { isBlank, isNullToken, textOf, tidy } from './fields/text.ts';
import { readUrl } from './fields/url.ts';
import { ownText } from './own-text.ts';

/** Records kept for a closer look at each column. */
const SAMPLE_SIZE = 4096;
/** Different values counted in a column. */
const DISTINCT_LIMIT = 1000;
const EXAMPLES = 5;
const EXAMPLE_LENGTH = 120;

/** One column of a layer, looked at closely. */
export type ColumnFacts = ColumnProfile & {
  /** Position in `DecodedLayer.columns`. */
  readonly index: number;
  /** Key in `extra`: the heading, made distinct when blank or repeated. */
  readonly label: string;
  /** Different texts of the sample and how often each stands, at most 1,000. */
  readonly values: ReadonlyMap<string, number>;
  /** Records of the sample with a value. */
  readonly sampled: number;
  /** True when no text repeats in the sample (and 1,000 were counted at most). */
  readonly unique: boolean;
};

/** Records and columns of a layer at a glance. */
export type LayerFacts = {
  readonly records: number;
  /** Records taken evenly over the layer, at most 4,096, in file order. */
  readonly sample: readonly RawRecord[];
  readonly columns: readonly ColumnFacts[];
};

/** Collects facts while records pass once: counts every record, keeps an even sample. */
export type Profiler = {
  readonly see: (record: RawRecord) => void;
  /** From now on the records are not kept by anybody else: those of the sample keep nothing else alive. */
  readonly detach: () => void;
  readonly facts: () => LayerFacts;
};

/**
 * A profiler of one layer. The sample is every n-th record, n doubling as the layer turns out longer:
 * even over the file, the same for the same bytes, at most 4,096 records. They are the records themselves until
 * it is told to detach them.
 */
export function buildProfiler(columns: readonly string[]): Profiler {
  const filled = new Uint32Array(columns.length);
  let sample: RawRecord[] = [];
  let stride = 1;
  let records = 0;
  let isDetached = false;
  return {
    see: (record) => {
      countFilled(record.values, filled);
      if (records % stride === 0) sample.push(isDetached ? owned(record) : record);
      records++;
      if (sample.length > SAMPLE_SIZE) {
        sample = sample.filter((_, index) => index % 2 === 0);
        stride *= 2;
      }
    },
    detach: () => {
      if (!isDetached) sample = sample.map(owned);
      isDetached = true;
    },
    facts: () => {
      const labels = labelsOf(columns);
      return {
        records,
        sample,
        columns: columns.map((name, index) => ({
          ...examine(sample, index),
          name,
          index,
          label: labels[index] ?? name,
          filled: filled[index] ?? 0,
        })),
      };
    },
  };
}

/** A record that keeps nothing else of the file alive. */
const owned = ({ values, ...rest }: RawRecord): RawRecord => ({
  ...rest,
  values: values.map((cell) => (typeof cell === 'string' ? ownText(cell) : cell)),
});

function countFilled(values: readonly Cell[], filled: Uint32Array): void {
  const length = Math.min(values.length, filled.length);
  for (let index = 0; index < length; index++) {
    const cell = values[index];
    if (cell !== null && cell !== '' && !isBlank(cell)) filled[index] = (filled[index] ?? 0) + 1;
  }
}

/** Names by which `extra` holds the columns: blanks are numbered, repeats get ` (2)`. */
export function labelsOf(columns: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return columns.map((column, index) => {
    const base = column.trim() === '' ? `column ${index + 1}` : column;
    let label = base;
    for (let again = 2; taken.has(label); again++) label = `${base} (${again})`;
    taken.add(label);
    return label;
  });
}

type Examined = Omit<ColumnFacts, 'name' | 'index' | 'label' | 'filled'>;

function examine(sample: readonly RawRecord[], index: number): Examined {
  const values = new Map<string, number>();
  const kinds = new Map<Kind, number>();
  const kindOf = kindTeller();
  let sampled = 0;
  let repeated = false;
  for (const record of sample) {
    const cell = record.values[index];
    if (cell === undefined || isBlank(cell)) continue;
    const text = tidy(textOf(cell));
    if (isNullToken(text)) continue;
    sampled++;
    const kind = kindOf(cell, text);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const count = values.get(text);
    if (count !== undefined) {
      values.set(text, count + 1);
      repeated = true;
    } else if (values.size < DISTINCT_LIMIT) values.set(text, 1);
  }
  const examples = [...values.keys()].slice(0, EXAMPLES).map(shorten);
  return { type: typeOf(kinds, sampled), examples, values, sampled, unique: !repeated };
}

const shorten = (text: string): string =>
  text.length > EXAMPLE_LENGTH ? `${text.slice(0, EXAMPLE_LENGTH - 1)}…` : text;

type Kind = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'url';

/** Tells the kind of one column's cells; a text that repeats is looked at once. */
function kindTeller(): (cell: Cell, text: string) => Kind {
  const known = new Map<string, Kind>();
  return (cell, text) => {
    if (typeof cell === 'number') return Number.isInteger(cell) ? 'integer' : 'decimal';
    if (typeof cell === 'boolean') return 'boolean';
    if (cell instanceof Date) return 'date';
    const kind = known.get(text) ?? kindOfText(text);
    known.set(text, kind);
    return kind;
  };
}

function kindOfText(text: string): Kind {
  if (/^[+-]?\d+$/.test(text)) return 'integer';
  const figure = readFigure(text);
  if (figure !== undefined) return Number.isInteger(figure.value) ? 'integer' : 'decimal';
  if (text.length < 40 && readDate(text, 'dmy') !== undefined) return 'date';
  if (text.length < 6 && readFlag(text) !== undefined) return 'boolean';
  return readUrl(text) === undefined ? 'text' : 'url';
}

/** Share of values that must agree for the column to be called by their kind. */
const AGREEMENT = 0.95;

function typeOf(kinds: ReadonlyMap<Kind, number>, sampled: number): ColumnProfile['type'] {
  if (sampled === 0) return 'empty';
  const count = (kind: Kind): number => kinds.get(kind) ?? 0;
  for (const kind of ['text', 'integer', 'date', 'boolean', 'url'] as const) {
    if (count(kind) >= sampled * AGREEMENT) return kind;
  }
  if (count('integer') + count('decimal') >= sampled * AGREEMENT) return 'decimal';
  return count('text') >= sampled * 0.5 ? 'text' : 'mixed';
}
