import { isUtf8 } from 'node:buffer';
import { issue } from '#data/issues/issue.ts';
import type { Cell } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { refuse } from '../refusal.ts';
import { decoded } from './code-page.ts';
import { type DbfField, readCell } from './dbf-cell.ts';

/** A dBASE table: its fields, and its rows by number. */
export type Dbf = {
  readonly fields: readonly DbfField[];
  /** Rows the file holds, deleted ones too; fewer than the header says when it is cut short. */
  readonly count: number;
  readonly encoding: string;
  readonly issues: readonly Issue[];
  /** The cells of row `index` (from 0), or undefined when it is marked deleted. */
  readonly row: (index: number) => Cell[] | undefined;
  /** The cells of row `index` when it is marked deleted: dBASE leaves them in the file. */
  readonly deleted: (index: number) => Cell[] | undefined;
};

const FIELD_SIZE = 32;
const END_OF_FIELDS = 0x0d;
const DELETED = 42;
/** Code pages by language driver id. Source: ESRI and Visual FoxPro tables, those `TextDecoder` knows and two of DOS. */
const LANGUAGE_DRIVERS: Readonly<Record<number, string>> = {
  1: 'ibm437',
  2: 'ibm850',
  3: 'windows-1252',
  87: 'windows-1252',
  88: 'windows-1252',
  89: 'windows-1252',
  200: 'windows-1250',
  201: 'windows-1251',
  203: 'windows-1253',
};

/** True when the bytes have the build of a dBASE table. */
export function isDbf(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 65 || ![0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(buffer[0] ?? 0))
    return false;
  const headerSize = buffer.readUInt16LE(8);
  const month = buffer[2] ?? 0;
  return (
    month <= 12 && headerSize >= 65 && headerSize <= buffer.length && buffer.readUInt16LE(10) > 1
  );
}

/**
 * Open a dBASE table.
 *
 * @param codePage what the .cpg file says, if there is one
 * @throws Refusal when its header is damaged
 */
export function openDbf(bytes: Uint8Array, codePage?: string): Dbf {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 33) refuse('file.corrupt', 'The .dbf table is cut short.');
  const headerSize = buffer.readUInt16LE(8);
  const rowSize = buffer.readUInt16LE(10);
  if (rowSize < 1 || headerSize < 33)
    refuse('file.corrupt', 'The header of the .dbf table is damaged.');
  const body = buffer.subarray(headerSize);
  const claimed = buffer.readUInt32LE(4);
  const count = Math.min(claimed, Math.floor(body.length / rowSize));
  const issues: Issue[] = [];
  if (count < claimed) {
    issues.push(
      issue('file.truncated', {}, `The .dbf table says ${claimed} rows and holds ${count}.`),
    );
  }
  const encoding = encodingOf(body, buffer[29] ?? 0, codePage, issues);
  const fields = readFields(buffer, Math.min(headerSize, buffer.length), encoding, rowSize);
  const isDeleted = (index: number) => body[index * rowSize] === DELETED;
  const cells = (index: number) => {
    const start = index * rowSize;
    const record = body.subarray(start, start + rowSize);
    const text = record.toString('latin1');
    return fields.map((field) => readCell(field, record, text, encoding));
  };
  const row = (index: number) => (isDeleted(index) ? undefined : cells(index));
  const deleted = (index: number) => (isDeleted(index) ? cells(index) : undefined);
  return { fields, count, encoding, issues, row, deleted };
}

function readFields(
  buffer: Buffer,
  headerSize: number,
  encoding: string,
  rowSize: number,
): DbfField[] {
  const fields: DbfField[] = [];
  let start = 1;
  for (let at = FIELD_SIZE; at + FIELD_SIZE <= headerSize; at += FIELD_SIZE) {
    if (buffer[at] === END_OF_FIELDS) break;
    const nameBytes = buffer.subarray(at, at + 11);
    const nul = nameBytes.indexOf(0);
    const name = decoded(nul < 0 ? nameBytes : nameBytes.subarray(0, nul), encoding);
    const type = String.fromCharCode(buffer[at + 11] ?? 0).toUpperCase();
    // Long text fields keep the high byte of their length where numbers keep their decimals.
    const decimals = type === 'C' ? (buffer[at + 17] ?? 0) * 256 : 0;
    const length = (buffer[at + 16] ?? 0) + decimals;
    if (start + length > rowSize) break;
    fields.push({ name: name.trim(), type, start, length });
    start += length;
  }
  return fields;
}

function encodingOf(
  body: Buffer,
  driver: number,
  codePage: string | undefined,
  issues: Issue[],
): string {
  const said = codePage === undefined ? LANGUAGE_DRIVERS[driver] : encodingNamed(codePage);
  if (said !== undefined && (said !== 'utf-8' || isUtf8(body))) return said;
  if (isAscii(body)) return said ?? 'utf-8';
  const guess = isUtf8(body) ? 'utf-8' : 'windows-1252';
  if (said !== guess) {
    const message = `The .dbf table names no code page that fits; it was read as ${guess}. Publish a .cpg file.`;
    issues.push(issue('text.encoding-guessed', { value: guess }, message));
  }
  return said === 'utf-8' ? 'utf-8' : guess;
}

const isAscii = (body: Buffer): boolean => body.every((byte) => byte < 0x80);

/** `UTF-8`, `65001`, `ANSI 1252`, `ISO-8859-1`, `88591` → a name `TextDecoder` knows, or undefined. */
function encodingNamed(codePage: string): string | undefined {
  const name = codePage.trim().toLowerCase();
  if (name === '65001' || /^utf-?8$/.test(name)) return 'utf-8';
  const digits = /(?:ansi|cp|oem|windows)?[ -]?(125\d)$/.exec(name)?.[1];
  if (digits) return `windows-${digits}`;
  const dos = /^(?:oem|cp|ibm|dos)?[ -]?(437|850)$/.exec(name)?.[1];
  if (dos) return `ibm${dos}`;
  const iso = /8859[-_]?(\d{1,2})$/.exec(name)?.[1];
  const label = iso ? `iso-8859-${iso}` : name;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
