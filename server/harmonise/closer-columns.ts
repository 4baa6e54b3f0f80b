import type { ColumnLook, ValueLook } from '#data/schema/closer.ts';
import { countVotes } from './fields/date-order.ts';
import { readFigure } from './fields/number.ts';
import { candidatesFor } from './fields/suggest-type.ts';
import { textOf, tidy } from './fields/text.ts';
import type { LayerRun } from './layer.ts';
import { personalColumns } from './personal/issues.ts';
import { maskPersonal } from './personal/sign.ts';
import type { ColumnFacts } from './profile.ts';
import type { Survey } from './survey.ts';

/** Values shown of a column, of one whose values must be in a list, and lines told of each. */
const VALUES = 60;
const LISTED = 200;
const LINES = 100;
/** Attributes a column could be. */
const CANDIDATES = 5;

/** Every column of a layer: what it holds, what took it and what else could have. */
export function lookAtColumns(surveyed: Survey, run: LayerRun | undefined): readonly ColumnLook[] {
  const { facts, personal, usedColumns } = surveyed;
  const masked = personalColumns(personal);
  const type = run?.chosen;
  const candidates = type ? candidatesFor(type, { columns: facts.columns, usedColumns: [] }) : [];
  const lines = linesOf(surveyed);
  return facts.columns.map((column): ColumnLook => {
    const isPersonal = masked.has(column.label);
    const taken = takenBy(column, run);
    const votes = countVotes(column.values.keys());
    const isDated = votes.dayFirst + votes.monthFirst + votes.either > 0;
    const figures = isPersonal ? undefined : figuresOf(column);
    return {
      name: column.name,
      label: column.label,
      type: column.type,
      filled: column.filled,
      distinct: column.values.size,
      values: valuesOf(column, { lines: lines(column.index), run, isPersonal }),
      ...(figures ? { figures } : {}),
      ...(isDated ? { dates: weighed(column) } : {}),
      isPosition: usedColumns.includes(column.name),
      isPersonal,
      ...(taken ? { taken } : {}),
      candidates: candidates
        .filter((each) => each.column.index === column.index)
        .toSorted((a, b) => b.confidence - a.confidence)
        .filter(firstOfAttribute)
        .slice(0, CANDIDATES)
        .map(({ attribute, confidence, reason }) => ({
          ...{ attribute: attribute.name, confidence, reason },
        })),
    };
  });
}

type Candidate = ReturnType<typeof candidatesFor>[number];

const firstOfAttribute = (each: Candidate, index: number, all: readonly Candidate[]): boolean =>
  all.findIndex(({ attribute }) => attribute === each.attribute) === index;

function takenBy(column: ColumnFacts, run: LayerRun | undefined): ColumnLook['taken'] {
  const field = run?.plan.fields.find(({ taps }) =>
    taps.some((tap) => tap.column.index === column.index),
  );
  return field && { attribute: field.attribute.name, by: field.by };
}

/** Cells by the order their dates allow, not texts. */
function weighed({ values }: ColumnFacts) {
  const votes = { dayFirst: 0, monthFirst: 0, either: 0 };
  for (const [text, rows] of values) {
    const one = countVotes([text]);
    votes.dayFirst += one.dayFirst * rows;
    votes.monthFirst += one.monthFirst * rows;
    votes.either += one.either * rows;
  }
  return votes;
}

/** Value → lines of the sample, column by column, found once. */
function linesOf({ facts }: Survey): (index: number) => ReadonlyMap<string, readonly number[]> {
  return (index) => {
    const found = new Map<string, number[]>();
    for (const { values, line } of facts.sample) {
      const text = tidy(textOf(values[index] ?? null));
      const lines = found.get(text);
      if (lines === undefined) found.set(text, [line]);
      else if (lines.length < LINES) lines.push(line);
    }
    return found;
  };
}

type Around = {
  readonly lines: ReadonlyMap<string, readonly number[]>;
  readonly run: LayerRun | undefined;
  readonly isPersonal: boolean;
};

function valuesOf(column: ColumnFacts, { lines, run, isPersonal }: Around): readonly ValueLook[] {
  const tap = run?.plan.fields
    .flatMap(({ attribute, taps }) => taps.map((each) => ({ attribute, ...each })))
    .find((each) => each.column.index === column.index);
  const isListed = tap && ['code', 'list', 'boolean'].includes(tap.attribute.type);
  const ranked = [...column.values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked.slice(0, isListed ? LISTED : VALUES).map(([text, rows]) => {
    const read = isListed ? tap.cast(text).value : undefined;
    return {
      text: isPersonal ? maskPersonal(text) : text,
      rows,
      lines: lines.get(text) ?? [],
      ...(read === undefined ? {} : { becomes: String(read) }),
    };
  });
}

/** Figures so far from the median are out of line. */
const TIMES_OFF = 5;
/** Figures enough to be out of line with. */
const ENOUGH = 10;
/** Odd figures told of. */
const ODD = 5;

function figuresOf(column: ColumnFacts): ColumnLook['figures'] {
  if (column.type !== 'integer' && column.type !== 'decimal') return undefined;
  const read = [...column.values.keys()].flatMap((text) => {
    const value = readFigure(text)?.value;
    return value === undefined || !Number.isFinite(value) ? [] : [{ text, value }];
  });
  const sorted = read.toSorted((a, b) => a.value - b.value);
  const middle = sorted[sorted.length >> 1]?.value ?? 0;
  const isOdd = ({ value }: { value: number }): boolean =>
    sorted.length >= ENOUGH && isGridLike(middle) && Math.abs(value) * TIMES_OFF < Math.abs(middle);
  const usual = sorted.filter((each) => !isOdd(each));
  const [first] = usual;
  const last = usual.at(-1);
  if (!first || !last) return undefined;
  const odd = sorted.filter(isOdd).map(({ text }) => text);
  return { least: first.value, most: last.value, odd: odd.slice(0, ODD) };
}

/** Eastings and northings, which have all the same number of figures. */
const isGridLike = (value: number): boolean => Math.abs(value) >= 100_000;
