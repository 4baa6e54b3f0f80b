import { issue } from '#data/issues/issue.ts';
import { openCellMemory } from './cell-memory.ts';
import { CARRIAGE_RETURN, type Cursor, type Dialect, MORE, quotedCells } from './csv-cells.ts';
import { type LongText, textChunks } from './text.ts';

/**
 * Longest line without quotation marks, and longest way to a closing one beyond the line it was opened in,
 * characters: more is an unclosed quotation mark or an attack.
 */
const RECORD_LIMIT = 1 << 20;
/** Longest line whose quotation marks are in order: an outline of a million vertices fits in one cell. */
const LINE_LIMIT = 1 << 25;

type Report = Cursor['report'];
type TextRow = { readonly line: number; readonly cells: readonly string[] };

/**
 * Every record of a delimited text, RFC 4180 read leniently: a fault spoils its own line and no more.
 *
 * @param report is told of misplaced quotation marks and of records over 1 MB, by line
 */
export function* readRows(file: LongText, dialect: Dialect, report: Report): Generator<TextRow> {
  const chunks = textChunks(file);
  const cursor: Cursor = {
    chunks,
    dialect,
    report,
    memory: openCellMemory(),
    width: 0,
    text: '',
    at: 0,
    line: 1,
    quoteAt: Number.POSITIVE_INFINITY,
    slips: 0,
    ended: false,
  };
  let skip = dialect.skipLines;
  while (true) {
    const row = readRow(cursor);
    if (row === undefined) {
      if (cursor.ended) return;
      fill(cursor);
    } else if (skip > 0) {
      skip -= 1;
    } else {
      yield row;
    }
  }
}

/** Add text: up to the end of the line at the cursor where that has none, else a piece. */
function fill(cursor: Cursor): void {
  const { newline } = cursor.dialect;
  const rest = cursor.text.slice(cursor.at);
  const parts = [rest];
  let isOpen = !rest.includes(newline);
  let length = rest.length;
  do {
    const next = cursor.chunks.next();
    if (next.done) {
      cursor.ended = true;
      break;
    }
    parts.push(next.value);
    length += next.value.length;
    if (next.value.includes(newline)) break;
  } while (isOpen && length <= LINE_LIMIT);
  cursor.text = parts.join('');
  cursor.at = 0;
  isOpen &&= !cursor.text.includes(newline);
  if (isOpen && length > LINE_LIMIT) dropLongLine(cursor);
  cursor.quoteAt = nextQuote(cursor.text, 0);
}

/** The line at the cursor has no end within the limit: let it go, up to its newline. */
function dropLongLine(cursor: Cursor): void {
  cursor.report(issue('table.record-too-large', { line: cursor.line }));
  const { newline } = cursor.dialect;
  for (let next = cursor.chunks.next(); !next.done; next = cursor.chunks.next()) {
    const end = next.value.indexOf(newline);
    if (end < 0) continue;
    cursor.text = next.value.slice(end + 1);
    cursor.at = 0;
    cursor.line += 1;
    return;
  }
  cursor.text = '';
  cursor.at = 0;
}

function nextQuote(text: string, from: number): number {
  const found = text.indexOf('"', from);
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}

/** The record at the cursor, or undefined when more text is needed or none is left. */
function readRow(cursor: Cursor): TextRow | undefined {
  const { text, at, dialect } = cursor;
  if (at >= text.length) return undefined;
  const found = text.indexOf(dialect.newline, at);
  if (found < 0 && !cursor.ended) return undefined;
  const end = found < 0 ? text.length : found;
  if (cursor.quoteAt < at) cursor.quoteAt = nextQuote(text, at);
  const isLong = end - at > RECORD_LIMIT;
  if (end - at > LINE_LIMIT) return skipLong(cursor, end);
  if (cursor.quoteAt >= end) return isLong ? skipLong(cursor, end) : plainRow(cursor, end);

  return quotedRow(cursor, end);
}

/** The record at the cursor, which holds quotation marks; its first line ends at `end`. */
function quotedRow(cursor: Cursor, end: number): TextRow | undefined {
  const { text, at, dialect } = cursor;
  const cells: string[] = [];
  cursor.slips = 0;
  const stop = quotedCells(cursor, cells);
  if (stop === MORE && !cursor.ended && text.length - end <= RECORD_LIMIT) return undefined;
  if (stop < 0 || stop - end > RECORD_LIMIT) {
    return end - at > RECORD_LIMIT ? skipLong(cursor, end) : unbalancedRow(cursor, end);
  }
  reportSlips(cursor);
  const row = { line: cursor.line, cells };
  cursor.line += 1 + countIn(text, dialect.newline, at, stop);
  cursor.at = stop + 1;
  return row;
}

/** The line has its end, but beyond the limit: the one after it, as if more text had been needed to see that. */
function skipLong(cursor: Cursor, end: number): TextRow | undefined {
  cursor.report(issue('table.record-too-large', { line: cursor.line }));
  cursor.at = end + 1;
  cursor.line += 1;
  return readRow(cursor);
}

function reportSlips(cursor: Cursor): void {
  for (; cursor.slips > 0; cursor.slips -= 1) {
    cursor.report(issue('table.quote-unbalanced', { line: cursor.line }));
  }
}

function unbalancedRow(cursor: Cursor, end: number): TextRow {
  cursor.report(issue('table.quote-unbalanced', { line: cursor.line }));
  return plainRow(cursor, end);
}

/** One physical line, quotation marks taken as they are. */
function plainRow(cursor: Cursor, end: number): TextRow {
  const { text, at, line } = cursor;
  const last = end > at && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
  cursor.at = end + 1;
  cursor.line += 1;
  return { line, cells: plainCells(cursor, at, last) };
}

function plainCells(cursor: Cursor, from: number, end: number): string[] {
  const { text, dialect, memory } = cursor;
  const delimiter = dialect.delimiter.charCodeAt(0);
  // Rows are as long as the one above: growing an array takes as long as filling it.
  const cells = new Array<string>(cursor.width);
  let count = 0;
  let start = from;
  for (let at = from; at < end; at += 1) {
    if (text.charCodeAt(at) !== delimiter) continue;
    cells[count] = start === at ? '' : memory.cut(text, start, at, count);
    count += 1;
    start = at + 1;
  }
  cells[count] = memory.cut(text, start, end, count);
  count += 1;
  cells.length = count;
  cursor.width = count;
  return cells;
}

function countIn(text: string, newline: string, from: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf(newline, from); at >= 0 && at < end; ) {
    count += 1;
    at = text.indexOf(newline, at + 1);
  }
  return count;
}
