import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { refuse } from '../refusal.ts';
import { isBlank, isNoteRow, isTotalRow, type TableRow, type TableRows } from './rows.ts';
import { readShape, type TableShape } from './shape.ts';

/** A layer, unless the table is empty, and what was noticed about its shape. */
export type Table = { readonly layer?: DecodedLayer; readonly issues: readonly Issue[] };

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
export function readTable(name: string, rows: TableRows): Table {
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
    records: (report) => recordsOf(name, rows, shape, report),
  };
  return { layer, issues: shape.issues };
}

type Report = (found: Issue) => void;

function* recordsOf(
  layer: string,
  rows: TableRows,
  shape: TableShape,
  report: Report,
): Generator<RawRecord> {
  const blanks = blankRuns(layer, report);
  const width = shape.columns.length;
  for (const row of rows(report)) {
    if (row.line < shape.firstDataLine || shape.skippedLines.has(row.line)) continue;
    const { line, cells } = row;
    if (isBlank(cells[0] ?? null) && cells.every(isBlank)) {
      blanks.add(line);
      continue;
    }
    if (isNoData(layer, row, shape, report)) continue;
    const values = cells.length === width ? cells : fitted(layer, row, shape.columns, report);
    yield { line, values };
  }
  blanks.end();
}

function isNoData(layer: string, row: TableRow, shape: TableShape, report: Report): boolean {
  const first = row.cells.find((cell) => !isBlank(cell));
  if (typeof first !== 'string') return false;
  if (isTotalRow(first, row.cells, shape.typicalFilled)) {
    report(issue('table.total-row', { layer, line: row.line, value: first }));
    return true;
  }
  if (isNoteRow(first, row.cells, shape.typicalFilled)) {
    report(issue('table.note-row', { layer, line: row.line, value: first }));
    return true;
  }
  return false;
}

/** A row with more or fewer cells than there are columns. */
function fitted(layer: string, row: TableRow, columns: readonly string[], report: Report): Cell[] {
  const { line, cells } = row;
  const values = cells.slice(0, columns.length);
  for (const value of cells.slice(columns.length)) {
    if (!isBlank(value)) report(issue('table.extra-cell', { layer, line, value }));
  }
  if (values.length < columns.length) {
    const column = columns[values.length];
    report(issue('table.missing-cell', { layer, line, column }));
    while (values.length < columns.length) values.push(null);
  }
  return values;
}

/** One issue a run of blank rows, not one a row: spreadsheets end in thousands. */
function blankRuns(layer: string, report: Report) {
  let first = 0;
  let last = 0;
  let count = 0;
  const end = () => {
    if (count === 0) return;
    const said =
      count === 1 ? 'The row is blank.' : `${count} blank rows, from ${first} to ${last}.`;
    report(issue('table.blank-row', { layer, line: first }, `${said} They were left out.`));
    count = 0;
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
