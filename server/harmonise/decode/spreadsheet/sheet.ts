import { issue } from '#data/issues/issue.ts';
import type { Cell } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { refuse } from '../refusal.ts';
import type { TableRow } from '../table/rows.ts';
import { type Attributes, readXml, readXmlText, type XmlHandlers } from '../xml/reader.ts';
import { type Merge, MergeFill } from './merges.ts';
import { cellOfNumber, type NumberKind } from './styles.ts';

/** What a sheet's cells refer to. */
export type Workbook = {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  /** Dates are counted from 1904. */
  readonly is1904: boolean;
};

/** Cells of a workbook, empty ones before a filled one counted. */
const CELL_LIMIT = 20_000_000;
/** Cells further right than this are left out. */
const COLUMN_LIMIT = 1001;

type Report = (found: Issue) => void;

/** One cell being read. */
type Open = { column: number; type: string; style: number; text: string };

/** The rows of one sheet (SpreadsheetML), line = sheet row. `<dimension>` is not believed. */
export function* sheetRows(
  bytes: Uint8Array,
  workbook: Workbook,
  layer: string,
  report: Report,
): Generator<TableRow> {
  const merges = new MergeFill(mergesOf(bytes));
  let cells = 0;
  for (const row of readXml<TableRow>(readXmlText(bytes), rowHandlers(workbook, layer, report))) {
    cells += row.cells.length;
    if (cells > CELL_LIMIT)
      refuse('file.too-large', 'The workbook has more than 20 million cells.', { layer });
    yield merges.fill(row);
  }
}

/** Where the parser stands in the sheet. */
type State = { line: number; cells: Cell[]; open: Open | undefined; takesText: boolean };

function rowHandlers(workbook: Workbook, layer: string, report: Report) {
  return (emit: (row: TableRow) => void): XmlHandlers => {
    const state: State = { line: 0, cells: [], open: undefined, takesText: false };
    return {
      open: (name, attributes) => {
        if (name === 'row') startRow(state, attributes, layer);
        else if (name === 'c') state.open = openCell(attributes, state.cells.length);
        state.takesText = name === 'v' || name === 't';
      },
      text: (text) => {
        if (state.takesText && state.open) state.open.text += text;
      },
      close: (name) => {
        state.takesText = false;
        const { open, line, cells } = state;
        if (name === 'c' && open) {
          place(cells, open, cellValue(open, workbook, { layer, line, report }));
          state.open = undefined;
        } else if (name === 'row') emit({ line, cells });
      },
    };
  };
}

function startRow(state: State, attributes: Attributes, layer: string): void {
  state.line = Number(attributes.r ?? state.line + 1);
  if (!Number.isInteger(state.line) || state.line < 1) {
    refuse('file.corrupt', 'A row of the sheet has no proper number.', { layer });
  }
  state.cells = [];
}

function openCell(attributes: Attributes, next: number): Open {
  const column = columnOf(attributes.r ?? '') ?? next;
  return { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '' };
}

function place(cells: Cell[], { column }: Open, value: Cell): void {
  if (value === null || column >= COLUMN_LIMIT) return;
  while (cells.length < column) cells.push(null);
  cells[column] = value;
}

/** `BC12` → 54, or undefined. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

type Told = { readonly layer: string; readonly line: number; readonly report: Report };

function cellValue({ type, style, text }: Open, workbook: Workbook, told: Told): Cell {
  if (text === '') return null;
  switch (type) {
    case 's':
      return workbook.strings[Number(text)] ?? null;
    case 'str':
    case 'inlineStr':
      return text;
    case 'b':
      return text === '1' || text === 'true';
    case 'e':
      told.report(
        issue('table.formula-errors', { layer: told.layer, line: told.line, value: text }),
      );
      return null;
    case 'd': {
      const date = new Date(text);
      return Number.isNaN(date.getTime()) ? text : date;
    }
    default:
      return numberOf(text, workbook.kinds[style] ?? 'number', workbook.is1904);
  }
}

function numberOf(text: string, kind: NumberKind, is1904: boolean): Cell {
  const value = Number(text);
  if (!Number.isFinite(value) || text.trim() === '') return text;
  if (kind !== 'number') return cellOfNumber(value, kind, is1904);
  return Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(text)
    ? text
    : value;
}

/** The merged blocks of a sheet; they stand after its rows. */
export function mergesOf(bytes: Uint8Array): Merge[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.lastIndexOf('mergeCells count');
  const from = start < 0 ? buffer.indexOf('mergeCells') : start;
  if (from < 0) return [];
  const merges: Merge[] = [];
  const tail = buffer.toString('latin1', from);
  for (const [, left = '', top, , bottom] of tail.matchAll(
    /mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g,
  )) {
    merges.push({ top: Number(top), bottom: Number(bottom), left: columnOf(left) ?? 0 });
  }
  return merges;
}
