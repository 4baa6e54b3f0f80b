import { issue } from '#data/issues/issue.ts';
import type { HiddenText } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { issueOf, Refusal } from '../refusal.ts';
import { type Merge, MergeFill } from '../spreadsheet/merges.ts';
import type { TableRow, TableRows } from '../table/rows.ts';
import { CELL_READERS, type Cells, COLUMN_LIMIT } from './cells.ts';
import type { Globals } from './globals.ts';
import { type Biff, recordsFrom, TYPE } from './records.ts';
import { BiffReader } from './strings.ts';

/** A sheet as it was saved; rows count from 1 and columns from 0. */
export type XlsSheet = {
  readonly rows: TableRows;
  readonly merges: readonly Merge[];
  readonly hiddenLines: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly comments: readonly HiddenText[];
};

/** The sheet while its records are read. */
type Reading = {
  readonly cells: Cells;
  readonly merges: Merge[];
  readonly hiddenLines: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly notes: { line: number; object: number; author: string }[];
  readonly texts: Map<number, string>;
  object: number;
};

/** Which sheet of which workbook. */
export type Wanted = {
  readonly layer: string;
  readonly at: number;
  readonly globals: Globals;
  readonly budget: Cells['budget'];
};

/** Read the sheet whose records begin at an offset; faults of the file go to `report`. */
export function readSheet(
  stream: Buffer,
  { at, globals, layer, budget }: Wanted,
  report: (found: Issue) => void,
): XlsSheet {
  const reading: Reading = {
    cells: { globals, budget, byLine: new Map(), errors: new Map(), awaiting: undefined },
    merges: [],
    hiddenLines: new Set(),
    hiddenColumns: new Set(),
    notes: [],
    texts: new Map(),
    object: 0,
  };
  let depth = 0;
  for (const record of recordsFrom(stream, at, (found) => report({ ...found, layer }))) {
    if (record.type === TYPE.begin) depth += 1;
    else if (record.type === TYPE.eof) depth -= 1;
    // Deeper records belong to a chart on the sheet.
    else if (depth === 1) readRecord(reading, record, layer, report);
    if (depth <= 0) break;
  }
  const { cells, merges, hiddenLines, hiddenColumns } = reading;
  const lines = [...cells.byLine.keys()].sort((one, other) => one - other);
  const filled = { lines, cells, merges, layer };
  const rows: TableRows = (tell) => rowsOf(filled, tell);
  return { rows, merges, hiddenLines, hiddenColumns, comments: commentsOf(reading) };
}

/** One record that is too short for what it should hold spoils itself, not the sheet. */
function readRecord(
  reading: Reading,
  record: Biff,
  layer: string,
  report: (found: Issue) => void,
): void {
  try {
    CELL_READERS.get(record.type)?.(reading.cells, record);
    READERS.get(record.type)?.(reading, record);
  } catch (thrown) {
    const found = thrown instanceof Refusal ? undefined : issueOf(thrown);
    if (!found) throw thrown;
    report({ ...found, layer, severity: 'error' });
  }
}

type Filled = Pick<Reading, 'cells' | 'merges'> & {
  readonly lines: readonly number[];
  readonly layer: string;
};

function* rowsOf(
  { lines, cells, merges, layer }: Filled,
  report: (found: Issue) => void,
): Generator<TableRow> {
  const merged = new MergeFill(merges);
  for (const line of lines) {
    for (const value of cells.errors.get(line) ?? [])
      report(issue('table.formula-errors', { layer, line, value }));
    yield merged.fill({ line, cells: cells.byLine.get(line) ?? [] });
  }
}

function commentsOf({ notes, texts }: Reading): HiddenText[] {
  return notes.flatMap(({ line, object, author }) => [
    { line, label: 'author', text: author },
    { line, label: 'comment', text: texts.get(object) ?? '' },
  ]);
}

function readMerges({ merges }: Reading, { data }: Biff): void {
  for (let at = 2; at + 8 <= data.length; at += 8) {
    const [top, bottom, left] = [0, 2, 4].map((place) => data.readUInt16LE(at + place));
    merges.push({ top: (top ?? 0) + 1, bottom: (bottom ?? 0) + 1, left: left ?? 0 });
  }
}

function readColumns({ hiddenColumns }: Reading, { data }: Biff): void {
  if ((data.readUInt16LE(8) & 1) === 0) return;
  const last = Math.min(data.readUInt16LE(2), COLUMN_LIMIT - 1);
  for (let column = data.readUInt16LE(0); column <= last; column += 1) hiddenColumns.add(column);
}

function readRow({ hiddenLines }: Reading, { data }: Biff): void {
  if ((data.readUInt16LE(12) & 0x20) !== 0) hiddenLines.add(data.readUInt16LE(0) + 1);
}

function readNote({ notes }: Reading, record: Biff): void {
  const { data } = record;
  const reader = new BiffReader(record, 8);
  const author = reader.text(reader.uint16());
  notes.push({ line: data.readUInt16LE(0) + 1, object: data.readUInt16LE(6), author });
}

/** The text of a comment stands behind the object that shows it, in a continuation. */
function readTextObject({ texts, object }: Reading, { data, more }: Biff): void {
  const [first, ...rest] = more;
  if (first)
    texts.set(object, new BiffReader({ data: first, more: rest }).text(data.readUInt16LE(10)));
}

const READERS: ReadonlyMap<number, (reading: Reading, record: Biff) => void> = new Map([
  [TYPE.merged, readMerges],
  [TYPE.columnInfo, readColumns],
  [TYPE.row, readRow],
  [TYPE.note, readNote],
  [
    TYPE.object,
    (reading, { data }) => {
      reading.object = data.length >= 8 ? data.readUInt16LE(6) : 0;
    },
  ],
  [TYPE.textObject, readTextObject],
]);
