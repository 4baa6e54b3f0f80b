import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { refuse } from '../refusal.ts';
import { type Aside, asideOf } from './aside.ts';
import { isBlank, type TableRow, type TableRows } from './rows.ts';
import { readShape, type TableShape } from './shape.ts';
import { openSums, type Sums } from './sums.ts';

/** A layer, unless the table is empty, and what was noticed about its shape. */
export type Table = { readonly layer?: DecodedLayer; readonly issues: readonly Issue[] };

/** How a kind of table is written. */
export type TableOptions = {
  /** Rows end at their last filled cell, as in spreadsheets: a short row is no fault. */
  readonly isPadded?: boolean;
};

/** Rows looked at to find the header. */
const SAMPLE_ROWS = 200;
/** More columns than this is no table of features. */
const COLUMN_LIMIT = 1000;

/**
 * Find the headings of a table and give its rows as records.
 *
 * Rows that are no data (blank, total, note, units, template) are skipped and reported.
 *
 * @throws Refusal when it has more than 1,000 columns
 */
export function readTable(name: string, rows: TableRows, options: TableOptions = {}): Table {
  const sample: TableRow[] = [];
  for (const row of rows(() => {})) {
    sample.push(row);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  if (sample.every(({ cells }) => cells.every(isBlank))) return { issues: [] };
  const shape = readShape(name, sample);
  if (shape.columns.length > COLUMN_LIMIT) {
    refuse(
      'table.too-many-columns',
      `The table has ${shape.columns.length} columns; ODIN reads at most ${COLUMN_LIMIT}.`,
      { layer: name },
    );
  }
  const layer: DecodedLayer = {
    name,
    columns: shape.columns,
    spatial: false,
    ...(shape.licenceText === undefined ? {} : { licenceText: shape.licenceText }),
    records: (report) => recordsOf({ name, rows, shape, report, ...options }),
  };
  return { layer, issues: shape.issues };
}

type Report = (found: Issue) => void;

type Reading = TableOptions & {
  readonly name: string;
  readonly rows: TableRows;
  readonly shape: TableShape;
  readonly report: Report;
};

function* recordsOf(reading: Reading): Generator<RawRecord> {
  const { name, shape, report } = reading;
  const blanks = blankRuns(name, report);
  const width = shape.columns.length;
  const sums = openSums(() => fromFirst(reading));
  let isApart = false;
  for (const row of belowHeadings(reading)) {
    const { line, cells } = row;
    if (isBlankRow(cells)) {
      blanks.add(line);
      continue;
    }
    isApart = blanks.end() || isApart;
    const aside = tellAside(row, { isApart, sums }, reading);
    if (aside?.isEnd) break;
    // A remark below a remark is one too, as below a blank row.
    isApart = aside?.code === 'table.note-row';
    if (!aside) yield { line, values: cells.length === width ? cells : fitted(row, reading) };
  }
  blanks.end();
}

function* belowHeadings({ rows, shape, report }: Reading): Generator<TableRow> {
  for (const row of rows(report)) {
    if (row.line >= shape.firstDataLine && !shape.skippedLines.has(row.line)) yield row;
  }
}

const isBlankRow = (cells: readonly Cell[]): boolean =>
  isBlank(cells[0] ?? null) && cells.every(isBlank);

type Above = { readonly isApart: boolean; readonly sums: Sums };

function tellAside(
  row: TableRow,
  { isApart, sums }: Above,
  { name, shape, report }: Reading,
): Aside | undefined {
  const aside = asideOf(row, { shape, isApart, isSum: () => sums.isSum(row) });
  if (aside === undefined) return undefined;
  const value = row.cells.find((cell) => !isBlank(cell));
  report(issue(aside.code, { layer: name, line: row.line, value }, aside.message));
  return aside;
}

function* fromFirst({ rows, shape }: Reading): Generator<TableRow> {
  for (const row of rows(() => {})) if (row.line >= shape.firstDataLine) yield row;
}

/** A row with more or fewer cells than there are columns. */
function fitted({ line, cells }: TableRow, { name, shape, report, isPadded }: Reading): Cell[] {
  const layer = name;
  const { columns } = shape;
  const values = cells.slice(0, columns.length);
  for (const value of cells.slice(columns.length)) {
    if (!isBlank(value)) report(issue('table.extra-cell', { layer, line, value }));
  }
  if (values.length < columns.length && !isPadded) {
    report(issue('table.missing-cell', { layer, line, column: columns[values.length] }));
  }
  while (values.length < columns.length) values.push(null);
  return values;
}

/** One issue a run of blank rows, not one a row: spreadsheets end in thousands. */
function blankRuns(layer: string, report: Report) {
  let first = 0;
  let last = 0;
  let count = 0;
  const end = (): boolean => {
    if (count === 0) return false;
    const said =
      count === 1 ? 'The row is blank.' : `${count} blank rows, from ${first} to ${last}.`;
    report(issue('table.blank-row', { layer, line: first }, `${said} They were left out.`));
    count = 0;
    return true;
  };
  return {
    add(line: number) {
      if (count > 0 && line !== last + 1) end();
      if (count === 0) first = line;
      last = line;
      count += 1;
    },
    end,
  };
}
