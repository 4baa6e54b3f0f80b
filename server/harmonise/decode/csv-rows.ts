import { issue } from '#data/issues/issue.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { TableRow } from './table/rows.ts';
import { type TextFile, textChunks } from './text.ts';

/** How a delimited text is written. */
export type Dialect = {
  /** One character. */
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
  /** Physical lines before the table that are about the dialect itself (`sep=;`). */
  readonly skipLines: number;
};

/** Largest record, characters; a longer one is an unclosed quotation mark or an attack. */
const RECORD_LIMIT = 1 << 20;
const QUOTE = 34;
const SPACE = 32;
const CARRIAGE_RETURN = 13;
/** More text must be read before the record can be told. */
const MORE = -1;
/** The quotation mark cannot be what it seems: read the line without quoting. */
const UNBALANCED = -2;

type Report = (found: Issue) => void;

/** Where the reader stands. */
type Cursor = {
  readonly chunks: Iterator<string>;
  readonly dialect: Dialect;
  readonly report: Report;
  text: string;
  /** Start of the record being read, in `text`. */
  at: number;
  /** Physical line of that record, from 1. */
  line: number;
  /** First quotation mark at or after `at`; infinite when there is none in `text`. */
  quoteAt: number;
  ended: boolean;
};

/**
 * Every record of a delimited text, RFC 4180 read leniently: a fault spoils its own line and no more.
 *
 * @param report is told of misplaced quotation marks and of records over 1 MB, by line
 */
export function* readRows(file: TextFile, dialect: Dialect, report: Report): Generator<TableRow> {
  const chunks = textChunks(file);
  const cursor: Cursor = {
    chunks,
    dialect,
    report,
    text: '',
    at: 0,
    line: 1,
    quoteAt: Number.POSITIVE_INFINITY,
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

function fill(cursor: Cursor): void {
  if (cursor.text.length - cursor.at > RECORD_LIMIT) dropLongLine(cursor);
  const next = cursor.chunks.next();
  cursor.ended = next.done === true;
  cursor.text = cursor.text.slice(cursor.at) + (next.done ? '' : next.value);
  cursor.at = 0;
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
function readRow(cursor: Cursor): TableRow | undefined {
  const { text, at, dialect } = cursor;
  if (at >= text.length) return undefined;
  const found = text.indexOf(dialect.newline, at);
  if (found < 0 && !cursor.ended) return undefined;
  const end = found < 0 ? text.length : found;
  if (cursor.quoteAt < at) cursor.quoteAt = nextQuote(text, at);
  if (cursor.quoteAt >= end) return plainRow(cursor, end);

  const cells: string[] = [];
  const stop = quotedCells(cursor, cells);
  if (stop === UNBALANCED) return unbalancedRow(cursor, end);
  if (stop === MORE) {
    if (!cursor.ended && text.length - at <= RECORD_LIMIT) return undefined;
    return unbalancedRow(cursor, end);
  }
  const row = { line: cursor.line, cells };
  cursor.line += 1 + countIn(text, dialect.newline, at, stop);
  cursor.at = stop + 1;
  return row;
}

function unbalancedRow(cursor: Cursor, end: number): TableRow {
  cursor.report(issue('table.quote-unbalanced', { line: cursor.line }));
  return plainRow(cursor, end);
}

/** One physical line, quotation marks taken as they are. */
function plainRow(cursor: Cursor, end: number): TableRow {
  const { text, at, line, dialect } = cursor;
  const last = end > at && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
  cursor.at = end + 1;
  cursor.line += 1;
  return { line, cells: plainCells(text, at, last, dialect.delimiter.charCodeAt(0)) };
}

function plainCells(text: string, from: number, end: number, delimiter: number): string[] {
  const cells: string[] = [];
  let start = from;
  for (let at = from; at < end; at += 1) {
    if (text.charCodeAt(at) !== delimiter) continue;
    cells.push(text.slice(start, at));
    start = at + 1;
  }
  cells.push(text.slice(start, end));
  return cells;
}

/**
 * Read the cells of a record that holds quotation marks into `cells`.
 *
 * @returns where the record's newline is, or `MORE`, or `UNBALANCED`
 */
function quotedCells(cursor: Cursor, cells: string[]): number {
  const { text, dialect } = cursor;
  const newline = dialect.newline.charCodeAt(0);
  for (let at = cursor.at; ; ) {
    const stop = pushCell(cursor, at, cells);
    if (stop < 0) return stop;
    if (stop >= text.length) return cursor.ended ? text.length : MORE;
    if (text.charCodeAt(stop) === newline) return stop;
    at = stop + 1;
  }
}

/** Read the cell at `at` into `cells`; gives where it ends, or `MORE`, or `UNBALANCED`. */
function pushCell(cursor: Cursor, at: number, cells: string[]): number {
  const { text } = cursor;
  const open = skipSpaces(text, at);
  if (text.charCodeAt(open) !== QUOTE) {
    const end = bareEnd(cursor, at);
    cells.push(bare(text, at, end));
    return end;
  }
  const close = closeOf(cursor, open);
  if (close < 0) return close;
  cells.push(unquote(text, open, close));
  return skipBlanks(text, close + 1);
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return at;
}

function skipBlanks(text: string, from: number): number {
  const at = skipSpaces(text, from);
  return text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === 10 ? at + 1 : at;
}

function bareEnd({ text, dialect }: Cursor, from: number): number {
  const delimiter = dialect.delimiter.charCodeAt(0);
  const newline = dialect.newline.charCodeAt(0);
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === newline) break;
  }
  return at;
}

function bare(text: string, from: number, end: number): string {
  const last = end > from && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
  return text.slice(from, last);
}

/** The quotation mark that closes the cell opened at `open`, or `MORE`, or `UNBALANCED`. */
function closeOf(cursor: Cursor, open: number): number {
  const { text, dialect } = cursor;
  let faulty = false;
  let quote = loneQuote(cursor, open + 1);
  while (quote !== MORE && !endsCell(text, quote + 1, dialect)) {
    // A lone quotation mark inside the cell. On the opening line it is a slip: `"the "Old" Mill"`.
    // Further down, the opening one was the slip.
    if (text.slice(open, quote).includes(dialect.newline)) return UNBALANCED;
    faulty = true;
    quote = loneQuote(cursor, quote + 1);
  }
  if (faulty && quote !== MORE) {
    cursor.report(issue('table.quote-unbalanced', { line: cursor.line }));
  }
  return quote;
}

/** The first quotation mark from `from` on that is not doubled, or `MORE`. */
function loneQuote(cursor: Cursor, from: number): number {
  const { text, ended } = cursor;
  let quote = text.indexOf('"', from);
  while (quote >= 0 && text.charCodeAt(quote + 1) === QUOTE) quote = text.indexOf('"', quote + 2);
  return quote < 0 || (quote + 2 >= text.length && !ended) ? MORE : quote;
}

function endsCell(text: string, from: number, dialect: Dialect): boolean {
  const at = skipBlanks(text, from);
  const next = text[at];
  return next === undefined || next === dialect.delimiter || next === dialect.newline;
}

function unquote(text: string, open: number, close: number): string {
  const inner = text.slice(open + 1, close);
  return inner.includes('""') ? inner.replaceAll('""', '"') : inner;
}

function countIn(text: string, newline: string, from: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf(newline, from); at >= 0 && at < end; ) {
    count += 1;
    at = text.indexOf(newline, at + 1);
  }
  return count;
}
