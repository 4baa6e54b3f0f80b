import { BROWNFIELD_COLUMNS } from '#data/features/land-brownfield.ts';
import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { toNationalGrid } from '#data/geodesy/ostn15.ts';
import type { DraftChange } from '#data/schema/desk-compare.ts';
import type { DraftLine } from '#server/store/drafts/draft-lines.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import type { DraftContext } from '../draft/context.ts';
import { Refusal } from '../refusal.ts';
import type { FoundIssue } from './found.ts';
import { maskedCells, maskedColumns } from './masking.ts';
import { wordsOf } from './words.ts';

/** Records written at a time. */
const PAGE = 1_000;

/** Beginnings that make a spreadsheet run a cell. Source: OWASP, CSV injection. */
const FORMULA = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;

/**
 * One cell of a CSV file: text that a spreadsheet would run as a formula is marked with an apostrophe, figures stay
 * figures.
 */
export function csvCell(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value);
  const isFigure = /^-?\d+(?:\.\d+)?$/.test(text);
  const safe = FORMULA.test(text) && !isFigure ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of a CSV file, with its end. */
export const csvRow = (values: readonly unknown[]): string =>
  `${values.map(csvCell).join(',')}\r\n`;

/**
 * The file with every mend made and every redaction kept: what to put in place of the one that was sent.
 */
export async function* correctedCsv(context: DraftContext, store: Store): AsyncGenerator<string> {
  const edition = await store.findEdition(context.edition);
  const [layer] = edition?.report.layers ?? [];
  if (!layer) throw new Refusal('conflict', 'There is no table to write.');
  const masked = maskedColumns(context, layer.name);
  yield '\ufeff';
  yield csvRow(layer.columns);
  for await (const line of linesOf(context.edition, store)) {
    if (line.layer === layer.name) yield csvRow(maskedCells(line.cells, layer.columns, masked));
  }
}

async function* linesOf(edition: number, store: Store): AsyncGenerator<DraftLine> {
  for (let after = 0; ; ) {
    const page = await store.drafts.pageLines(edition, after, PAGE);
    if (page.length === 0) return;
    yield* page;
    after = page.at(-1)?.row ?? after;
  }
}

/** Every issue of a draft as a table, a line each. */
export function* issuesCsv(
  issues: readonly FoundIssue[],
  context: DraftContext,
): Generator<string> {
  yield '\ufeff';
  yield csvRow(['Band', 'What', 'Column', 'Lines', 'Records', 'Value', 'How to mend it', 'Code']);
  for (const issue of issues) {
    const { title, mend } = wordsOf(issue, context);
    const { band, column, lines, records, value, code } = issue;
    yield csvRow([band, title, column, lines.join(' '), records, value, mend, code]);
  }
}

const CHANGE_COLUMNS = [
  ...['Change', 'Reference', 'Name', 'Line', 'What', 'Before', 'After', 'Metres', 'Towards'],
];

/** Changes as a table: a line for each field that differs, one more for a place, one for a record come or gone. */
export async function* changesCsv(changes: AsyncIterable<DraftChange>): AsyncGenerator<string> {
  yield '\ufeff';
  yield csvRow(CHANGE_COLUMNS);
  for await (const change of changes) {
    const { kind, reference, name, line, fields, before, after, distanceM, bearing } = change;
    const own = [kind, reference, name, line];
    const metres = distanceM === undefined ? undefined : Math.round(distanceM);
    for (const field of fields) {
      const what = field.title ?? field.name;
      yield csvRow([...own, what, said(field.from), said(field.to)]);
    }
    if (distanceM !== undefined || fields.length === 0) {
      yield csvRow([...own, 'Place', before?.grid, after?.grid, metres, bearing]);
    }
  }
}

const said = (value: DraftChange['fields'][number]['from']): unknown =>
  Array.isArray(value) ? value.join('|') : value;

/** What the register’s form says for each of our codes. Source: Brownfield land registers data standard, 2017. */
const STATUTORY_WORDS: Readonly<Record<string, string>> = {
  true: 'yes',
  false: '',
};

/** Columns that are a flag: the standard allows `yes` or nothing. */
const FLAGS = new Set(['Deliverable', 'ProposedForPIP', 'Part2', 'HazardousSubstances']);

/** The 28 columns, in the order of the standard. */
export const STATUTORY_COLUMNS = Object.keys(BROWNFIELD_COLUMNS);

/**
 * A live brownfield register in the 28 columns of the statutory standard, out of the record itself.
 *
 * @throws {Refusal} `not-found` when the dataset is of another kind
 */
export async function* statutoryCsv(
  edition: EditionRow,
  grid: Ostn15Grid,
  store: Store,
): AsyncGenerator<string> {
  if (edition.source.type !== 'land/brownfield-site') {
    throw new Refusal('not-found', 'There is no statutory form for this kind of data.');
  }
  yield csvRow(STATUTORY_COLUMNS);
  for await (const line of linesOf(edition.row, store)) {
    yield csvRow(STATUTORY_COLUMNS.map((column) => statutoryCell(column, line, grid)));
  }
}

function statutoryCell(
  column: string,
  { attributes, point }: DraftLine,
  grid: Ostn15Grid,
): unknown {
  if (column === 'CoordinateReferenceSystem') return point ? 'OSGB36' : '';
  if (column === 'GeoX' || column === 'GeoY') return gridCell(column, point, grid);
  const value = attributes[BROWNFIELD_COLUMNS[column] ?? ''];
  return wordedCell(column, value) ?? otherCell(column, value, attributes);
}

/** A flag or a word of a list as the standard writes it; undefined for other columns. */
function wordedCell(column: string, value: unknown): string | undefined {
  if (FLAGS.has(column)) return STATUTORY_WORDS[String(value)] ?? '';
  if (!CODED.has(column)) return undefined;
  return typeof value === 'string' ? value.replaceAll('-', ' ') : '';
}

function otherCell(column: string, value: unknown, attributes: DraftLine['attributes']): unknown {
  // the 2017 form asks for one figure: the lower of the range stands for it where that is all there is
  if (column === 'MinNetDwellings') return value ?? attributes['net-dwellings-from'];
  return Array.isArray(value) ? value.join('|') : value;
}

/** Easting or northing, to the centimetre. */
function gridCell(
  column: 'GeoX' | 'GeoY',
  point: DraftLine['point'],
  grid: Ostn15Grid,
): string | undefined {
  const metres = point && toNationalGrid(grid, point[0], point[1]);
  return metres?.[column === 'GeoX' ? 0 : 1]?.toFixed(2);
}

/** Columns that take a word of a list, written with spaces. */
const CODED = new Set(['OwnershipStatus', 'PlanningStatus', 'PermissionType']);
