import type { AttributeValue } from '#data/schema/attribute.ts';
import type { AttributeSource } from '#data/schema/feature.ts';
import type { Cell, RawRecord } from '#data/schema/flow.ts';
import type { ColumnFacts } from '../profile.ts';
import type { Tally } from '../tally.ts';
import { isFormula } from './formula.ts';
import type { FieldPlan, MadePlan, Plan, Tap } from './plan.ts';
import type { Fault, Reading } from './reading.ts';
import { remembering } from './remembering.ts';
import { isBlank, textOf } from './text.ts';

type Kept = string | number | boolean;

/** What one record says, in the common schema. */
export type Fields = {
  readonly attributes: Record<string, AttributeValue>;
  readonly sources: Record<string, AttributeSource>;
  readonly extra: Record<string, Kept>;
};

/** Longest published text kept as an attribute's source, characters. Source: `AttributeSource.raw`. */
const RAW_LIMIT = 2000;

/** Reader of one layer's records: every choice was made in the plan, here cells are only read. */
export type FieldReader = {
  readonly read: (record: RawRecord) => Fields;
  /** Put the columns of the position in `extra` too: the record has no geometry that keeps them. */
  readonly keepPosition: (record: RawRecord, fields: Fields) => void;
};

/** Compile a plan. Faults of cells go to `tally` with their line and column. */
export function buildFieldReader(plan: Plan, tally: Tally): FieldReader {
  const fields = plan.fields.flatMap((field) => compileField(field, tally));
  const made = plan.made.map(compileMade);
  const columns = [...new Set([...plan.rest, ...plan.position, ...tapped(plan)])];
  const wordy = columns.filter(({ type }) => type === 'text' || type === 'mixed');
  const rest = plan.rest.filter(isFilled);
  const emptyExtra = emptyRecord(columns);
  return {
    read: (record) => {
      const result: Fields = { attributes: {}, sources: {}, extra: emptyExtra() };
      for (const field of fields) field(record, result);
      for (const make of made) make(record, result);
      keep(rest, record, result.extra);
      warnOfFormulas(wordy, record, tally);
      return result;
    },
    keepPosition: (record, result) => keep(plan.position, record, result.extra),
  };
}

/** False for a column that is blank in every record: most exports have some. */
const isFilled = ({ filled }: ColumnFacts): boolean => filled > 0;

const tapped = (plan: Plan): readonly ColumnFacts[] =>
  plan.fields.flatMap(({ taps }) => taps.map(({ column }) => column));

/** A plain object, or one without a prototype where a heading would reach it (`__proto__`). */
function emptyRecord(columns: readonly ColumnFacts[]): () => Record<string, Kept> {
  const unsafe = columns.some(({ label }) => label === '__proto__');
  return unsafe ? () => Object.create(null) : () => ({});
}

function warnOfFormulas(columns: readonly ColumnFacts[], record: RawRecord, tally: Tally): void {
  for (const { index, name } of columns) {
    const cell = record.values[index];
    if (typeof cell !== 'string' || !isFormula(cell)) continue;
    tally.meet({ code: 'value.formula-injection', line: record.line, column: name, value: cell });
  }
}

function keep(
  columns: readonly ColumnFacts[],
  record: RawRecord,
  extra: Record<string, Kept>,
): void {
  for (const { index, label } of columns) {
    const cell = record.values[index];
    if (cell === undefined || isBlank(cell)) continue;
    extra[label] = kept(cell);
  }
}

/** A cell as `extra` holds it: dates and figures JSON has no word for become text. */
function kept(cell: Cell): Kept {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : String(cell);
  return typeof cell === 'string' || typeof cell === 'boolean' ? cell : textOf(cell);
}

type Step = (record: RawRecord, into: Fields) => void;

function compileField({ attribute, taps, by }: FieldPlan, tally: Tally): readonly Step[] {
  const tries = taps
    .filter(({ column }) => isFilled(column))
    .map((tap) => compileTap(attribute.name, tap, by, tally));
  if (tries.length <= 1) return tries;
  return [
    (record, into) => {
      for (const attempt of tries) if (attempt(record, into)) return;
    },
  ];
}

/** Reads one column into an attribute; true when it gave a value. */
type Attempt = (record: RawRecord, into: Fields) => boolean;

function compileTap(
  name: string,
  { column, cast }: Tap,
  by: FieldPlan['by'],
  tally: Tally,
): Attempt {
  const { index } = column;
  const columns = [column.name];
  const tell = remembering(column, (cell): Told => {
    const reading = cast(cell);
    const raw = textOf(cell).slice(0, RAW_LIMIT);
    return { reading, source: { columns, raw, rule: reading.rule, by } };
  });
  return (record, into) => {
    const cell = record.values[index];
    if (cell === undefined || cell === null || cell === '') return false;
    const { reading, source } = tell(cell);
    const { value, rule, faults } = reading;
    if (faults !== undefined) report(faults, { record, column, cell }, tally);
    if (value === undefined) {
      // What could not be read stays as published, beside the issue.
      if (rule === 'not read') into.extra[column.label] = kept(cell);
      return false;
    }
    into.attributes[name] = value;
    into.sources[name] = source;
    return true;
  };
}

/** What one cell says, and how it came to be an attribute. */
type Told = { readonly reading: Reading; readonly source: AttributeSource };

type Met = { readonly record: RawRecord; readonly column: ColumnFacts; readonly cell: Cell };

function report(faults: readonly Fault[], { record, column, cell }: Met, tally: Tally): void {
  for (const { code, message } of faults) {
    tally.meet({ code, line: record.line, column: column.name, value: textOf(cell) }, message);
  }
}

function compileMade({ attribute, by, make }: MadePlan): Step {
  if (make.kind !== 'template') {
    const source: AttributeSource = { columns: [], raw: '', rule: make.kind, by };
    return (_record, into) => {
      if (Object.hasOwn(into.attributes, attribute.name)) return;
      into.attributes[attribute.name] = make.value;
      into.sources[attribute.name] = source;
    };
  }
  const columns = make.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
  return (record, into) => {
    const texts = make.parts.map((part) =>
      typeof part === 'string' ? part : textOf(record.values[part.index] ?? null).trim(),
    );
    const raw = texts.filter((_, index) => typeof make.parts[index] !== 'string');
    const value = joined(texts);
    if (value === '' || raw.every((text) => text === '')) return;
    into.attributes[attribute.name] = value;
    const source = { columns, raw: raw.join(' · ').slice(0, RAW_LIMIT), rule: 'combined', by };
    into.sources[attribute.name] = source;
  };
}

/** Template texts joined; separators left over by empty columns go. */
function joined(texts: readonly string[]): string {
  return texts
    .join('')
    .replace(/(\s*[,;·|/-]\s*){2,}/g, ', ')
    .replace(/^[\s,;·|/-]+|[\s,;·|/-]+$/g, '');
}
