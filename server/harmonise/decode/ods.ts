import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedFile, DecodedLayer } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { refuse } from './refusal.ts';
import type { Source } from './source.ts';
import { readTable } from './table/index.ts';
import type { TableRow } from './table/rows.ts';
import type { TextFile } from './text.ts';
import {
  type Attributes,
  elementsNamed,
  readXml,
  readXmlText,
  type XmlHandlers,
} from './xml/reader.ts';

/** Cells further right than this are left out. */
const COLUMN_LIMIT = 1001;
/** Cells of a workbook, at most. */
const CELL_LIMIT = 20_000_000;
/** A row repeated more often than this is the blank rest of the sheet. */
const REPEAT_LIMIT = 10_000;

/**
 * An OpenDocument spreadsheet: every sheet that holds a table is a layer, record lines are sheet rows.
 *
 * @throws Refusal when it is protected or no sheet holds a table
 */
export function decodeOds(source: Source): DecodedFile {
  const bytesOf = (name: string) => source.parts.find((part) => part.name === name)?.bytes();
  const manifest = bytesOf('META-INF/manifest.xml');
  if (manifest && elementsNamed(manifest, 'encryption-data').length > 0) {
    refuse('file.encrypted', 'The spreadsheet is protected by a password. Publish it without one.');
  }
  const content = bytesOf('content.xml');
  if (!content) return refuse('file.corrupt', 'The spreadsheet has no content.');
  const file = readXmlText(content);
  const issues: Issue[] = [];
  const layers: DecodedLayer[] = [];
  for (const name of new Set(elementsNamed(content, 'table').map(({ name: said }) => said ?? ''))) {
    const table = readTable(name, () => sheetRows(file, name), { isPadded: true });
    if (!table.layer) continue;
    layers.push(table.layer);
    issues.push(...table.issues, ...hiddenRows(file, name));
  }
  if (layers.length === 0) return refuse('file.empty', 'No sheet holds a table.');
  return { format: 'ods', layers, issues };
}

type OdsRow = TableRow & { readonly isHidden: boolean };

function* sheetRows(file: TextFile, sheet: string): Generator<OdsRow> {
  let cells = 0;
  for (const row of readXml<OdsRow>(file, (emit) => rowHandlers(sheet, emit))) {
    cells += row.cells.length;
    if (cells > CELL_LIMIT)
      refuse('file.too-large', 'The spreadsheet has more than 20 million cells.');
    yield row;
  }
}

function hiddenRows(file: TextFile, layer: string): Issue[] {
  const hidden = [...sheetRows(file, layer)].filter(({ isHidden }) => isHidden);
  const [first] = hidden;
  if (!first) return [];
  const message = `${hidden.length} hidden row(s) were read like the others.`;
  return [issue('table.hidden-rows-or-sheets', { layer, line: first.line }, message)];
}

type State = {
  inSheet: boolean;
  line: number;
  repeatRow: number;
  isHidden: boolean;
  cells: Cell[];
  cell: Attributes | undefined;
  paragraphs: string[];
};

function rowHandlers(sheet: string, emit: (row: OdsRow) => void): XmlHandlers {
  const state: State = {
    inSheet: false,
    line: 0,
    repeatRow: 1,
    isHidden: false,
    cells: [],
    cell: undefined,
    paragraphs: [],
  };
  return {
    open: (name, attributes) => {
      if (name === 'table') state.inSheet = attributes.name === sheet;
      else if (state.inSheet) openInSheet(state, name, attributes);
    },
    text: (text) => {
      if (!state.cell || state.paragraphs.length === 0) return;
      state.paragraphs[state.paragraphs.length - 1] += text;
    },
    close: (name) => {
      if (name === 'table') state.inSheet = false;
      else if (name === 'table-row' && state.inSheet) endRow(state, emit);
      else if (/^(covered-)?table-cell$/.test(name)) endCell(state);
    },
  };
}

function openInSheet(state: State, name: string, attributes: Attributes): void {
  if (name === 'table-row') {
    state.line += 1;
    state.repeatRow = repeated(attributes['number-rows-repeated']);
    state.isHidden = attributes.visibility !== undefined && attributes.visibility !== 'visible';
    state.cells = [];
  } else if (/^(covered-)?table-cell$/.test(name)) {
    state.cell = attributes;
    state.paragraphs = [];
  } else if (name === 'p' && state.cell) state.paragraphs.push('');
}

function repeated(said: string | undefined): number {
  const times = Number(said ?? 1);
  return Number.isInteger(times) && times > 0 ? times : 1;
}

function endCell(state: State): void {
  if (!state.cell) return;
  const value = cellValue(state.cell, state.paragraphs.join('\n'));
  const times = Math.min(
    repeated(state.cell['number-columns-repeated']),
    COLUMN_LIMIT - state.cells.length,
  );
  for (let count = 0; count < times; count += 1) state.cells.push(value);
  state.cell = undefined;
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
  const times = cells.length === 0 || state.repeatRow > REPEAT_LIMIT ? 1 : state.repeatRow;
  for (let count = 0; count < times; count += 1) {
    emit({ line: state.line + count, cells, isHidden: state.isHidden });
  }
  state.line += state.repeatRow - 1;
}
