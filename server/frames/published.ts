import type { AttributeSource } from '#data/schema/feature.ts';
import type { NativeGeometry } from '#data/schema/geometry.ts';
import type { FeatureDraft } from './draft.ts';
import { readWkb } from './wkb.ts';
import { packWkb } from './wkb-pack.ts';

/**
 * What the publisher wrote, of all records of a frame in one piece: it is asked for one record at a time and not
 * often, so it is kept as it is written rather than as the database could search it.
 */
export type PublishedBlock = {
  /** JSON of `Written`, UTF-8. */
  readonly text: Uint8Array;
  /** Native geometries as WKB, one after the other. */
  readonly natives: Uint8Array;
};

/** What the publisher wrote in one record, and what became of each cell. */
export type PublishedRecord = Pick<FeatureDraft, 'sources' | 'extra' | 'cells'> & {
  readonly native?: NativeGeometry;
};

/**
 * Words are written once a block, and a value that stands in a cell not again: `sources` and `extras` list how
 * attributes came to be, a record names theirs by number, followed by the value only where that is no cell.
 * Records that were kept before there were blocks say theirs in full.
 */
type Written = {
  readonly sources: readonly SourceForm[];
  readonly extras: readonly ExtraForm[];
  /** Where each record's native geometry ends; equal to the one before where it has none. */
  readonly natives: readonly number[];
  readonly records: readonly WrittenRecord[];
};
type WrittenRecord = readonly [
  sources: readonly Told[] | PublishedRecord['sources'],
  extra: readonly Told[] | PublishedRecord['extra'],
  cells: readonly string[],
];
/** A form's number, with the value where the form does not know the cell it stands in. */
type Told = number | readonly [form: number, value: string | number | boolean];
type SourceForm = readonly [
  attribute: string,
  columns: readonly string[],
  rule: string,
  by: AttributeSource['by'],
  cell: number,
];
type ExtraForm = readonly [column: string, cell: number];

/** Stands for the cell of a value that is in none. */
const NOWHERE = -1;

/** Write what the publisher wrote in these records. */
export function writeBlock(drafts: readonly FeatureDraft[]): PublishedBlock {
  const sources = openForms<AttributeSource, SourceForm>(
    ([, columns, rule, by], source) =>
      columns === source.columns && rule === source.rule && by === source.by,
    (attribute, { columns, rule, by }, cell) => [attribute, columns, rule, by, cell],
    ({ raw }) => raw,
  );
  const extras = openForms<string | number | boolean, ExtraForm>(
    () => true,
    (column, _, cell) => [column, cell],
    (value) => value,
  );
  const natives = packWkb(drafts.map(({ native }) => native));
  const records = drafts.map(
    (draft): WrittenRecord => [
      sources.tellAll(draft.sources, draft.cells),
      extras.tellAll(draft.extra, draft.cells),
      draft.cells,
    ],
  );
  const written: Written = {
    ...{ sources: sources.forms, extras: extras.forms },
    ...{ natives: [...natives.ends], records },
  };
  return { text: Buffer.from(JSON.stringify(written)), natives: natives.bytes };
}

/** Lists the forms that values of one kind come in, and tells a value by the number of its form. */
function openForms<T, Form extends readonly [name: string, ...unknown[]]>(
  isOf: (form: Form, value: T) => boolean,
  make: (name: string, value: T, cell: number) => Form,
  toldOf: (value: T) => string | number | boolean,
) {
  const forms: Form[] = [];
  const numbers = new Map<string, number[]>();
  const cells: number[] = [];
  const formIn = (cell: number, name: string, value: T): number => {
    const known = numbers.get(name) ?? [];
    const met = known.find(
      (number) => cells[number] === cell && isOf(forms[number] as Form, value),
    );
    if (met !== undefined) return met;
    numbers.set(name, [...known, forms.length]);
    cells.push(cell);
    return forms.push(make(name, value, cell)) - 1;
  };
  const tell = (name: string, value: T, record: readonly string[]): Told => {
    const told = toldOf(value);
    for (const number of numbers.get(name) ?? []) {
      const isThere = record[cells[number] as number] === told;
      if (isThere && isOf(forms[number] as Form, value)) return number;
    }
    const cell = typeof told === 'string' ? record.indexOf(told) : NOWHERE;
    const number = formIn(cell, name, value);
    return cell === NOWHERE ? [number, told] : number;
  };
  let before: readonly Told[] = [];
  return {
    forms,
    /** Tell the values of a record, most often as those of the record before were told. */
    tellAll(values: Readonly<Record<string, T>>, record: readonly string[]): readonly Told[] {
      const all: Told[] = [];
      for (const name of Object.keys(values)) {
        const value = values[name] as T;
        const guess = before[all.length];
        const form = typeof guess === 'number' ? forms[guess] : undefined;
        const isSo =
          form?.[0] === name &&
          record[cells[guess as number] as number] === toldOf(value) &&
          isOf(form, value);
        all.push(isSo ? (guess as number) : tell(name, value, record));
      }
      before = all;
      return all;
    },
  };
}

/**
 * Open a block, to be asked for its records by their place in it.
 *
 * @throws {SyntaxError | RangeError} when `writeBlock` did not write it
 */
export function openBlock({
  text,
  natives,
}: PublishedBlock): (index: number) => PublishedRecord | undefined {
  const written: Written = JSON.parse(Buffer.from(text).toString());
  return (index) => {
    const record = written.records[index];
    if (!record) return undefined;
    const [sources, extra, cells] = record;
    const [from = 0, to = 0] = [index > 0 ? written.natives[index - 1] : 0, written.natives[index]];
    return {
      sources: fromTold(sources, (number, value): [string, AttributeSource] => {
        const [name, columns, rule, by, cell] = formOf(written.sources, number);
        const raw = value === undefined ? (cells[cell] ?? '') : String(value);
        return [name, { columns, raw, rule, by }];
      }),
      extra: fromTold(extra, (number, value) => {
        const [name, cell] = formOf(written.extras, number);
        return [name, value ?? cells[cell] ?? ''];
      }),
      cells,
      ...(to > from ? { native: readWkb(natives.subarray(from, to)) } : {}),
    };
  };
}

/** Object of what is told; a column called `__proto__` is one like any other. */
function fromTold<T>(
  told: readonly Told[] | Readonly<Record<string, T>>,
  entry: (number: number, value: string | number | boolean | undefined) => [string, T],
): Readonly<Record<string, T>> {
  if (!isList(told)) return told;
  return Object.fromEntries(
    told.map((each) => (typeof each === 'number' ? entry(each, undefined) : entry(...each))),
  );
}

const isList = (told: readonly Told[] | object): told is readonly Told[] => Array.isArray(told);

function formOf<Form>(forms: readonly Form[], number: number): Form {
  const form = forms[number];
  if (!form) throw new RangeError(`Cannot read a block: it has no form ${number}`);
  return form;
}
