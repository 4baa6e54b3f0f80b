import { isUtf8 } from 'node:buffer';
import type { Cell } from '#data/schema/flow.ts';
import { decoded } from './code-page.ts';

/** One field of a dBASE table. */
export type DbfField = {
  readonly name: string;
  /** `C` text, `N` `F` number, `D` date, `L` yes or no, `I` `B` `O` binary numbers, `T` `@` date and time, `Y` money. */
  readonly type: string;
  /** Where it stands in the row, bytes. */
  readonly start: number;
  readonly length: number;
};

/** Days from the Julian period's start to 1 January 1970. */
const JULIAN_DAY_1970 = 2_440_588;
const DAY_MS = 86_400_000;

/**
 * One cell of a row.
 *
 * @param text the whole row as latin-1, one character a byte
 * @returns null where the table holds nothing; the raw text where the value is not what the field says
 */
export function readCell(field: DbfField, record: Buffer, text: string, encoding: string): Cell {
  const { type, start, length } = field;
  const raw = text.slice(start, start + length);
  switch (type) {
    case 'C':
      return readText(record.subarray(start, start + length), raw, encoding);
    case 'N':
    case 'F':
      return readNumber(raw);
    case 'D':
      return readDate(raw);
    case 'L':
      return readFlag(raw);
    case 'I':
    case '+':
      return length === 4 ? record.readInt32LE(start) : readNumber(raw);
    case 'B':
    case 'O':
      return length === 8 ? finite(record.readDoubleLE(start)) : readNumber(raw);
    case 'Y':
      return length === 8 ? Number(record.readBigInt64LE(start)) / 10_000 : readNumber(raw);
    case 'T':
    case '@':
      return length === 8 ? readStamp(record, start) : readDate(raw);
    default:
      return emptyToNull(trimEnd(raw));
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const emptyToNull = (text: string): string | null => (text === '' ? null : text);
const trimEnd = (text: string): string => text.replace(/[ \0]+$/, '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: tells bytes beyond ASCII
const BEYOND_ASCII = /[^\x00-\x7f]/;

function readText(bytes: Buffer, latin1: string, encoding: string): Cell {
  if (!BEYOND_ASCII.test(latin1)) return emptyToNull(trimEnd(latin1).replaceAll('\0', ''));
  if (encoding !== 'utf-8') return emptyToNull(trimEnd(decoded(bytes, encoding)));
  // A writer that cuts at the field's length may cut a character in two.
  for (let end = bytes.length; end > bytes.length - 4 && end > 0; end -= 1) {
    const whole = bytes.subarray(0, end);
    if (isUtf8(whole)) return emptyToNull(trimEnd(whole.toString('utf8')));
  }
  return emptyToNull(trimEnd(new TextDecoder('windows-1252').decode(bytes)));
}

function readNumber(raw: string): Cell {
  const text = raw.replaceAll('\0', ' ').trim();
  // Asterisks are the writer's sign for “does not fit the field”.
  if (text === '' || /^\*+$/.test(text)) return null;
  const value = Number(text.replace(',', '.'));
  if (!Number.isFinite(value)) return text;
  return Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(text)
    ? text
    : value;
}

function readDate(raw: string): Cell {
  const text = raw.replaceAll('\0', ' ').trim();
  if (text === '' || /^0+$/.test(text)) return null;
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal ? date : text;
}

function readFlag(raw: string): Cell {
  if (/^[TtYy]/.test(raw)) return true;
  if (/^[FfNn]/.test(raw)) return false;
  return null;
}

function readStamp(record: Buffer, start: number): Cell {
  const day = record.readInt32LE(start);
  if (day === 0) return null;
  const date = new Date((day - JULIAN_DAY_1970) * DAY_MS + record.readInt32LE(start + 4));
  return Number.isNaN(date.getTime()) ? null : date;
}
