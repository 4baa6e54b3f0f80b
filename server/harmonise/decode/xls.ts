import { issue } from '#data/issues/issue.ts';
import type { DecodedFile, DecodedLayer, HiddenContent } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { filled, hiddenContent } from './hidden/content.ts';
import { statementsInStrings } from './licence-text.ts';
import { refuse } from './refusal.ts';
import type { Source } from './source.ts';
import { outOfSight } from './spreadsheet/hidden-cells.ts';
import { mergedCells } from './spreadsheet/merges.ts';
import { readTable } from './table/index.ts';
import { type CompoundFile, openCompoundFile } from './xls/cfb.ts';
import { type Globals, readGlobals, refuseOld, type SheetPlace } from './xls/globals.ts';
import { propertiesOf } from './xls/properties.ts';
import { readSheet } from './xls/sheet.ts';

/** Sheets of one workbook, at most. */
const SHEET_LIMIT = 1000;
/** Cells of one workbook, at most. */
const CELL_LIMIT = 20_000_000;

/**
 * A workbook of Excel 97 to 2003 (.xls): every sheet that holds a table is a layer, record lines are
 * sheet rows, formulas give what they came to when it was saved. Source: [MS-XLS], [MS-CFB].
 *
 * @throws Refusal when it is older, under a password, no workbook, or no sheet holds a table
 */
export function decodeXls(source: Source): DecodedFile {
  const file = openCompoundFile(source.bytes);
  const stream = workbookOf(file);
  const issues: Issue[] = file.entries.has('_VBA_PROJECT_CUR')
    ? [issue('file.macro-workbook')]
    : [];
  const globals = readGlobals(stream, (fault) => addOnce(issues, fault));
  const book: Book = { stream, globals, budget: { left: CELL_LIMIT } };
  const layers: DecodedLayer[] = [];
  const hidden: HiddenContent[] = propertiesOf(file);
  for (const place of sheetsOf(globals)) {
    const { layer, hidden: found } = openSheet(book, place, issues);
    if (layer) layers.push(layer);
    hidden.push(...found);
  }
  if (layers.length === 0) return refuse('file.empty', 'No sheet of the workbook holds a table.');
  const licenceStatements = statementsInStrings(globals.strings);
  return { format: 'xls', layers, issues, hidden: filled(hidden), licenceStatements };
}

type Book = {
  readonly stream: Buffer;
  readonly globals: Globals;
  readonly budget: { left: number };
};

/** The stream of the cells, which other documents in such files do not have. */
function workbookOf({ entries, bytesOf }: CompoundFile): Buffer {
  const entry = entries.get('Workbook') ?? entries.get('WORKBOOK');
  if (entry?.isStream) return bytesOf(entry);
  if (entries.has('Book')) refuseOld();
  return refuse(
    'fetch.not-data-format',
    'This is an old Office document with a workbook inside it. Open that, and save it as .xlsx or .csv.',
  );
}

/** One fault of a kind and a sheet: a damaged file has it in thousands of cells. */
function addOnce(issues: Issue[], found: Issue): void {
  const isSame = (other: Issue) => other.code === found.code && other.layer === found.layer;
  if (!issues.some(isSame)) issues.push(found);
}

/** Each sheet once, even where several names lead to the same records. */
function sheetsOf({ sheets }: Globals): readonly SheetPlace[] {
  const byPlace = new Map(sheets.map((sheet) => [sheet.at, sheet]));
  return [...byPlace.values()].slice(0, SHEET_LIMIT);
}

type Opened = { readonly layer?: DecodedLayer; readonly hidden: readonly HiddenContent[] };

function openSheet(
  { stream, globals, budget }: Book,
  { name, isHidden, at }: SheetPlace,
  issues: Issue[],
): Opened {
  const report = (fault: Issue) => addOnce(issues, fault);
  const sheet = readSheet(stream, { layer: name, at, globals, budget }, report);
  const comments = hiddenContent('comments', `comments of sheet “${name}”`, () => sheet.comments);
  const table = readTable(name, sheet.rows, { isPadded: true });
  if (!table.layer) return { hidden: [comments] };
  const { columns } = table.layer;
  const places = new Set([...sheet.hiddenColumns].filter((column) => column < columns.length));
  const face = { name, columns, isHidden, lines: sheet.hiddenLines, places };
  const found = outOfSight(face, () => sheet.rows(() => {}));
  issues.push(...mergedCells(name, sheet.merges), ...table.issues, ...found.issues);
  const layer = isHidden ? { ...table.layer, isHidden: true } : table.layer;
  return { layer, hidden: [comments, ...found.hidden] };
}
