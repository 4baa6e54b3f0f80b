import type { Issue } from '#data/schema/issue.ts';
import type { CellMemory } from './cell-memory.ts';

/** How a delimited text is written. */
export type Dialect = {
  /** One character. */
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
  /** Physical lines before the table that are about the dialect itself (`sep=;`). */
  readonly skipLines: number;
};

const QUOTE = 34;
const SPACE = 32;
export const CARRIAGE_RETURN = 13;
/** More text must be read before the record can be told. */
export const MORE = -1;
/** The quotation mark cannot be what it seems: read the line without quoting. */
const UNBALANCED = -2;

/** Where the reader stands. */
export type Cursor = {
  readonly chunks: Iterator<string>;
  readonly dialect: Dialect;
  readonly report: (found: Issue) => void;
  readonly memory: CellMemory;
  /** Cells of the last record without quotation marks. */
  width: number;
  text: string;
  /** Start of the record being read, in `text`. */
  at: number;
  /** Physical line of that record, from 1. */
  line: number;
  /** First quotation mark at or after `at`; infinite when there is none in `text`. */
  quoteAt: number;
  /** Misplaced quotation marks in that record. */
  slips: number;
  ended: boolean;
};

/**
 * Read the cells of a record that holds quotation marks into `cells`.
 *
 * @returns where the record's newline is, or `MORE`, or `UNBALANCED`
 */
export function quotedCells(cursor: Cursor, cells: string[]): number {
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
    cells.push(bare(cursor, at, end, cells.length));
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

function bare({ text, memory }: Cursor, from: number, end: number, column: number): string {
  const last = end > from && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
  return memory.cut(text, from, last, column);
}

/** The quotation mark that closes the cell opened at `open`, or `MORE`, or `UNBALANCED`. */
function closeOf(cursor: Cursor, open: number): number {
  const { text, dialect } = cursor;
  let faulty = false;
  let quote = loneQuote(cursor, open + 1);
  while (quote !== MORE && !endsCell(cursor, quote + 1)) {
    // A lone quotation mark inside the cell. On the opening line it is a slip: `"the "Old" Mill"`.
    // Further down, the opening one was the slip.
    if (text.slice(open, quote).includes(dialect.newline)) return UNBALANCED;
    faulty = true;
    quote = loneQuote(cursor, quote + 1);
  }
  if (faulty) cursor.slips += 1;
  return quote;
}

/** The first quotation mark from `from` on that is not doubled, or `MORE`. */
function loneQuote(cursor: Cursor, from: number): number {
  const { text, ended } = cursor;
  let quote = text.indexOf('"', from);
  while (quote >= 0 && text.charCodeAt(quote + 1) === QUOTE) quote = text.indexOf('"', quote + 2);
  return quote < 0 || (quote + 2 >= text.length && !ended) ? MORE : quote;
}

function endsCell({ text, dialect, ended }: Cursor, from: number): boolean {
  const at = skipBlanks(text, from);
  const next = text[at];
  // A carriage return whose line feed comes with the next piece; the record is read again then.
  if (next === '\r' && at + 1 === text.length && !ended) return true;
  return next === undefined || next === dialect.delimiter || next === dialect.newline;
}

function unquote(text: string, open: number, close: number): string {
  const inner = text.slice(open + 1, close);
  return inner.includes('""') ? inner.replaceAll('""', '"') : inner;
}
