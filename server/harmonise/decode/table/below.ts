import type { LicenceStatement } from '#data/schema/flow.ts';
import { type Content, headOf, without } from '../content.ts';
import { statementIn } from '../licence-text.ts';

/** Bytes at the end of a table that are looked at for remarks. */
const TAIL_BYTES = 8192;
/** Narrower tables have whole sentences as records. */
const NARROW = 3;

/** A delimited text as its reader found it. */
export type Delimited = {
  readonly content: Content;
  readonly encoding: string;
  readonly delimiter: string;
  readonly columns: number;
};

/**
 * What the remarks below a table of text say of its licence: lines near its end that fill no more
 * than a third of its columns.
 */
export function statementsBelow(table: Delimited): LicenceStatement[] {
  const { content, encoding, delimiter, columns } = table;
  if (columns < NARROW) return [];
  // An even start keeps the halves of UTF-16 together.
  const start = Math.max(0, content.sizeBytes - TAIL_BYTES) & ~1;
  const tail = new TextDecoder(encoding).decode(headOf(without(content, start), TAIL_BYTES + 2));
  const remarks = tail
    .split(/\r\n|\r|\n/)
    // The first line is cut, or holds the headings.
    .slice(1)
    .map((line) => line.split(delimiter).filter((cell) => cell.replaceAll('"', '').trim() !== ''))
    .filter((cells) => cells.length <= columns / NARROW)
    .map((cells) => cells.join(delimiter).trim().replaceAll(/^"|"$/g, ''));
  return statementIn(remarks.join('\n'), 'below the table');
}
