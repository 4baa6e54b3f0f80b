import type { Cell } from '#data/schema/flow.ts';
import { refuse } from '../refusal.ts';
import type { TableRow } from '../table/rows.ts';
import type { TextFile } from '../text.ts';
import { type Attributes, readXml, type XmlHandlers } from '../xml/reader.ts';

/** Cells further right than this are left out. */
const COLUMN_LIMIT = 1001;
/** Cells of a workbook, at most. */
const CELL_LIMIT = 20_000_000;
/** A row repeated more often than this is the blank rest of the sheet. */
const REPEAT_LIMIT = 10_000;

/** One row of an OpenDocument sheet. */
export type OdsRow = TableRow & {
  readonly isHidden: boolean;
  /** True when a cell of it is merged with the one below. */
  readonly hasMerge: boolean;
};

/** The rows of one sheet, line = sheet row; a cell merged downwards gives its value to each of its rows. */
export function* odsRows(file: TextFile, sheet: string): Generator<OdsRow> {
  let cells = 0;
  for (const row of readXml<OdsRow>(file, (emit) => rowHandlers(sheet, emit))) {
    cells += row.cells.length;
    if (cells > CELL_LIMIT)
      refuse('file.too-large', 'The spreadsheet has more than 20 million cells.');
    yield row;
  }
}

/** A value that the rows below share. */
type Merge = { readonly value: Cell; left: number };

type State = {
  inSheet: boolean;
  line: number;
  repeatRow: number;
  isHidden: boolean;
  hasMerge: boolean;
  cells: Cell[];
  cell: Attributes | undefined;
  paragraphs: string[];
  /** Inside a paragraph of the cell, not between them. */
  takesText: boolean;
  /** Inside a comment: its paragraphs are not the cell's. */
  inNote: boolean;
  readonly merges: Map<number, Merge>;
};

function rowHandlers(sheet: string, emit: (row: OdsRow) => void): XmlHandlers {
  const state: State = {
    inSheet: false,
    line: 0,
    repeatRow: 1,
    isHidden: false,
    hasMerge: false,
    cells: [],
    cell: undefined,
    paragraphs: [],
    takesText: false,
    inNote: false,
    merges: new Map(),
  };
  return {
    open: (name, attributes) => {
      if (name === 'table') state.inSheet = attributes.name === sheet;
      else if (state.inSheet) openInSheet(state, name, attributes);
    },
    text: (text) => addText(state, text),
    close: (name) => {
      if (name === 'table') state.inSheet = false;
      else if (name === 'annotation') state.inNote = false;
      else if (name === 'p') state.takesText = false;
      else if (name === 'table-row' && state.inSheet) endRow(state, emit);
      else if (CELL.test(name)) endCell(state);
    },
  };
}

const CELL = /^(covered-)?table-cell$/;

function openInSheet(state: State, name: string, attributes: Attributes): void {
  if (name === 'table-row') startRow(state, attributes);
  else if (CELL.test(name)) {
    state.cell = attributes;
    state.paragraphs = [];
  } else if (name === 'annotation') state.inNote = true;
  else if (name === 'p' && state.cell && !state.inNote) {
    state.paragraphs.push('');
    state.takesText = true;
  } else if (WHITE_SPACE.has(name)) addText(state, spaceOf(name, attributes));
}

function startRow(state: State, attributes: Attributes): void {
  state.line += 1;
  state.repeatRow = repeated(attributes['number-rows-repeated']);
  state.isHidden = attributes.visibility !== undefined && attributes.visibility !== 'visible';
  state.hasMerge = false;
  state.cells = [];
}

/** White space is written as elements. Source: OASIS ODF 1.3 part 3, §6.1. */
const WHITE_SPACE: ReadonlySet<string> = new Set(['s', 'tab', 'line-break']);

function spaceOf(name: string, { c: count }: Attributes): string {
  if (name === 'line-break') return '\n';
  return name === 'tab' ? '\t' : ' '.repeat(Math.min(repeated(count), 100));
}

function addText(state: State, text: string): void {
  if (state.takesText) state.paragraphs[state.paragraphs.length - 1] += text;
}

function repeated(said: string | undefined): number {
  const times = Number(said ?? 1);
  return Number.isInteger(times) && times > 0 ? times : 1;
}

function endCell(state: State): void {
  const { cell, cells, merges } = state;
  if (!cell) return;
  const value = cellValue(cell, state.paragraphs.join('\n'));
  const times = Math.min(repeated(cell['number-columns-repeated']), COLUMN_LIMIT - cells.length);
  const rows = repeated(cell['number-rows-spanned']);
  if (rows > 1 && value !== null) {
    state.hasMerge = true;
    merges.set(cells.length, { value, left: rows - 1 });
    cells.push(value);
  } else for (let count = 0; count < times; count += 1) cells.push(value ?? shared(state));
  state.cell = undefined;
}

/** The value of the merged cell above, for the cell that stands next. */
function shared({ cells, merges }: State): Cell {
  const at = cells.length;
  const merge = merges.get(at);
  if (!merge) return null;
  merge.left -= 1;
  if (merge.left === 0) merges.delete(at);
  return merge.value;
}

function cellValue(attributes: Attributes, text: string): Cell {
  const type = attributes['value-type'];
  if (type === 'boolean') return attributes['boolean-value'] === 'true';
  if (type === 'date') return dateOf(attributes['date-value'] ?? '') ?? text;
  const figure = attributes.value;
  if (figure !== undefined && /^(float|currency|percentage)$/.test(type ?? '')) {
    const value = Number(figure);
    return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : figure;
  }
  return text === '' ? null : text;
}

/** `2024-01-31` or `2024-01-31T12:00:00`; times in a sheet have no zone and are taken as UTC. */
function dateOf(said: string): Date | undefined {
  const date = new Date(said.includes('T') ? `${said}Z` : said);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function endRow(state: State, emit: (row: OdsRow) => void): void {
  const last = state.cells.findLastIndex((cell) => cell !== null);
  const cells = state.cells.slice(0, last + 1);
  const { isHidden, hasMerge } = state;
  const times = cells.length === 0 || state.repeatRow > REPEAT_LIMIT ? 1 : state.repeatRow;
  for (let count = 0; count < times; count += 1) {
    emit({ line: state.line + count, cells, isHidden, hasMerge });
  }
  state.line += state.repeatRow - 1;
}
