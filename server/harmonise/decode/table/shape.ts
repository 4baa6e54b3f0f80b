import { issue } from '#data/issues/issue.ts';
import type { Cell } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { licenceIn } from '../licence-text.ts';
import { repeatsHeadings } from './repeats.ts';
import { filledIn, isBlank, isFigure, isTemplateRow, isUnitsRow, type TableRow } from './rows.ts';

/** What a table looks like: its headings and where its data begin. */
export type TableShape = {
  readonly columns: readonly string[];
  readonly firstDataLine: number;
  /** Lines after the header that are no data: units, instructions. */
  readonly skippedLines: ReadonlySet<number>;
  /** How many cells a record of the sample fills, median. */
  readonly typicalFilled: number;
  /** Columns, from 0, that hold figures nearly throughout. */
  readonly figureColumns: ReadonlySet<number>;
  /** True when the first cell of nearly every record has a digit in it. */
  readonly keysHaveDigits: boolean;
  readonly licenceText?: string;
  readonly issues: readonly Issue[];
};

/** Rows under the header looked at for units and instructions. */
const INSTRUCTION_ROWS = 5;

/** Find the headings in the first rows of a table; at least one row holds something. */
export function readShape(layer: string, sample: readonly TableRow[]): TableShape {
  const at = headerIndex(sample);
  const below = sample.slice(at + 1);
  const header = sample[at] ?? { line: 1, cells: [] };
  const issues: Issue[] = [];
  const preamble = sample.slice(0, at).filter(({ cells }) => !cells.every(isBlank));
  if (preamble.length > 0) {
    const message = `The column headings stand in row ${header.line}; ${preamble.length} row(s) above them are not data.`;
    issues.push(issue('table.header-not-first-row', { layer, line: header.line }, message));
  }
  const found = headingsOf(layer, header, below);
  const columns = trimmed(found.names, found.rows);
  issues.push(...found.issues, ...headingFaults(layer, header.line, columns, found.names.length));
  const block = firstBlock(found.rows);
  const skipped = instructionLines(layer, columns, found.rows, issues);
  const licenceText = licenceIn(preamble.flatMap(({ cells }) => cells.map(String)).join('\n'));
  return {
    columns,
    firstDataLine: found.firstDataLine,
    skippedLines: skipped,
    typicalFilled: median(
      found.rows.map(({ cells }) => filledIn(cells)).filter((filled) => filled > 0),
    ),
    figureColumns: new Set([...columns.keys()].filter((at) => mostlyFigures(block, at))),
    keysHaveDigits: haveDigits(block),
    ...(licenceText === undefined ? {} : { licenceText }),
    issues,
  };
}

/** Rows that fill at least half their cells, up to the first blank row after two of them. */
function firstBlock(rows: readonly TableRow[]): TableRow[] {
  const block: TableRow[] = [];
  for (const row of rows) {
    const filled = filledIn(row.cells);
    if (filled === 0 && block.length >= 2) break;
    if (filled > 1 && filled >= row.cells.length / 2) block.push(row);
  }
  return block;
}

function haveDigits(rows: readonly TableRow[]): boolean {
  const keys = rows.map(({ cells }) => cells[0] ?? null).filter((cell) => !isBlank(cell));
  return (
    keys.length >= 2 && keys.filter((key) => /\d/.test(String(key))).length >= keys.length * 0.6
  );
}

/** The first row at least half as wide as rows usually are. */
function headerIndex(sample: readonly TableRow[]): number {
  const typical = median(sample.map(({ cells }) => extentOf(cells)).filter((width) => width > 0));
  const enough = typical <= 1 ? 1 : Math.max(2, typical / 2);
  const found = sample.findIndex(({ cells }) => filledIn(cells) >= enough);
  return Math.max(0, found < 0 ? sample.findIndex(({ cells }) => filledIn(cells) > 0) : found);
}

/** Cells up to the last filled one. */
const extentOf = (cells: readonly Cell[]): number =>
  cells.findLastIndex((cell) => !isBlank(cell)) + 1;

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

type Headings = {
  readonly names: readonly string[];
  /** Sample rows under the headings. */
  readonly rows: readonly TableRow[];
  readonly firstDataLine: number;
  readonly issues: readonly Issue[];
};

function headingsOf(layer: string, header: TableRow, below: readonly TableRow[]): Headings {
  const { line, cells } = header;
  const [second, ...rest] = below;
  if (isData(cells, below)) {
    const names = cells.map(() => '');
    const rows = [header, ...below];
    return {
      names,
      rows,
      firstDataLine: line,
      issues: [issue('table.header-missing', { layer, line })],
    };
  }
  if (second && isSecondHeader(cells, second.cells, rest)) {
    const names = joined(cells, second.cells);
    const noticed = issue('table.multi-row-header', { layer, line: second.line });
    return { names, rows: rest, firstDataLine: second.line + 1, issues: [noticed] };
  }
  return { names: cells.map(headingText), rows: below, firstDataLine: line + 1, issues: [] };
}

/** A heading without marks nobody sees: byte order, joiners, directions of writing. */
const headingText = (cell: Cell): string =>
  isBlank(cell) ? '' : String(cell).replaceAll(/\p{Cf}/gu, '');

const isYear = (cell: Cell): boolean => /^(19|20)\d\d$/.test(String(cell).trim());

/** A first row that holds figures where the column below does is data: the headings are missing. */
function isData(cells: readonly Cell[], below: readonly TableRow[]): boolean {
  const figures = cells.flatMap((cell, column) =>
    isFigure(cell) && !isYear(cell) ? [column] : [],
  );
  const filled = filledIn(cells);
  if (figures.length === 0 || below.length === 0 || figures.length < filled / 4) return false;
  return figures.every((column) => mostlyFigures(below, column));
}

function mostlyFigures(rows: readonly TableRow[], column: number): boolean {
  const filled = rows.map(({ cells }) => cells[column] ?? null).filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.filter(isFigure).length > filled.length * 0.8;
}

/** Group headings over column headings: gaps above, names below, figures under the names. */
function isSecondHeader(
  upper: readonly Cell[],
  lower: readonly Cell[],
  rest: readonly TableRow[],
): boolean {
  const width = Math.max(extentOf(upper), extentOf(lower));
  const gaps = width - filledIn(upper);
  if (gaps === 0 || lower.some((cell) => !isBlank(cell) && isFigure(cell))) return false;
  if (filledIn(lower) < filledIn(upper) && !fillsGaps(upper, lower, width)) return false;
  if (isUnitsRow(lower)) return false;
  return lower.some((cell, column) => !isBlank(cell) && mostlyFigures(rest, column));
}

/** True when the lower row begins blank and names every column the upper row does not. */
function fillsGaps(upper: readonly Cell[], lower: readonly Cell[], width: number): boolean {
  if (!isBlank(lower[0] ?? null) || filledIn(lower) < 2) return false;
  for (let at = 0; at < width; at += 1) {
    if (isBlank(upper[at] ?? null) && isBlank(lower[at] ?? null)) return false;
  }
  return true;
}

/** Names of the lower row; with the group's where they would be alike or are missing. */
function joined(upper: readonly Cell[], lower: readonly Cell[]): string[] {
  const width = Math.max(extentOf(upper), extentOf(lower));
  const names: string[] = [];
  let group = '';
  for (let column = 0; column < width; column += 1) {
    const own = headingText(upper[column] ?? null);
    if (own !== '') group = own;
    const name = headingText(lower[column] ?? null);
    const alike = lower.filter((cell) => headingText(cell) === name).length > 1;
    names.push(name === '' ? own : alike ? `${group} ${name}` : name);
  }
  return names;
}

/** Without the nameless columns at the right in which the sample holds nothing. */
function trimmed(names: readonly string[], rows: readonly TableRow[]): string[] {
  let width = names.length;
  const empty = (column: number) => rows.every(({ cells }) => isBlank(cells[column] ?? null));
  while (width > 1 && names[width - 1] === '' && empty(width - 1)) width -= 1;
  return names.slice(0, width);
}

function headingFaults(
  layer: string,
  line: number,
  columns: readonly string[],
  published: number,
): Issue[] {
  const issues: Issue[] = [];
  if (published > columns.length) {
    const message = `${published - columns.length} empty column(s) without a heading at the right were left out.`;
    issues.push(issue('table.blank-header', { layer, line, severity: 'info' }, message));
  }
  if (columns.every((name) => name === '')) return issues;
  const seen = new Set<string>();
  for (const [index, column] of columns.entries()) {
    const key = column.trim().toLowerCase();
    if (key === '') issues.push(blankHeading(layer, line, index));
    else if (seen.has(key)) issues.push(issue('table.duplicate-header', { layer, line, column }));
    seen.add(key);
  }
  return issues;
}

/** A row that numbers the columns, or names them a second time as a program does. */
function isLabelRow(cells: readonly Cell[], columns: readonly string[]): boolean {
  const numbered = cells.length >= 6 && cells.every((cell, at) => Number(cell ?? 0) === at + 1);
  return numbered || repeatsHeadings(cells, columns);
}

function blankHeading(layer: string, line: number, index: number): Issue {
  const message = `Column ${index + 1} has no heading. Give it the name of what it holds.`;
  return issue('table.blank-header', { layer, line }, message);
}

function instructionLines(
  layer: string,
  columns: readonly string[],
  rows: readonly TableRow[],
  issues: Issue[],
): Set<number> {
  const lines = new Set<number>();
  for (const [index, { line, cells }] of rows.slice(0, INSTRUCTION_ROWS).entries()) {
    const value = cells.filter((cell) => !isBlank(cell)).join(' | ');
    if (index === 0 && isUnitsRow(cells)) {
      issues.push(issue('table.units-row', { layer, line, value }));
    } else if (isTemplateRow(cells) || (index === 0 && isLabelRow(cells, columns))) {
      issues.push(issue('table.template-row', { layer, line, value }));
    } else continue;
    lines.add(line);
  }
  return lines;
}
