import { isUtf8 } from 'node:buffer';
import type { Cell } from '#data/schema/flow.ts';
import { refuse } from '../refusal.ts';

/** One field as the .tab names it: `area_code Char (254)`. */
export type TabField = { readonly name: string; readonly type: string };

/** The rows of a MapInfo table. */
export type DatFile = {
  readonly count: number;
  /** The cells of row `index` (from 0), or undefined when it is deleted. */
  readonly row: (index: number) => Cell[] | undefined;
  /** The cells of row `index` when it is marked deleted: they are still in the file. */
  readonly deleted: (index: number) => Cell[] | undefined;
};

const DELETED = 42;

/** Open a .dat file: built like dBASE, with binary numbers. @throws Refusal when it does not fit its .tab */
export function openDat(bytes: Uint8Array, fields: readonly TabField[], encoding: string): DatFile {
  const dat = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (dat.length < 33) refuse('file.corrupt', 'The .dat file is cut short.');
  const headerSize = dat.readUInt16LE(8);
  const rowSize = dat.readUInt16LE(10);
  if (rowSize < 1 || headerSize < 33) refuse('file.corrupt', 'The .dat file is damaged.');
  const body = dat.subarray(headerSize);
  const count = Math.min(dat.readUInt32LE(4), Math.floor(body.length / rowSize));
  const places: { start: number; length: number }[] = [];
  let start = 1;
  for (const index of fields.keys()) {
    const length = dat.readUInt8(32 + index * 32 + 16);
    places.push({ start, length });
    start += length;
  }
  if (start > rowSize)
    refuse('file.corrupt', 'The .dat file does not have the columns its .tab names.');
  const isDeleted = (index: number) => body[index * rowSize] === DELETED;
  const cells = (index: number) => {
    const record = body.subarray(index * rowSize, (index + 1) * rowSize);
    return fields.map(({ type }, column) => {
      const { start: from = 0, length = 0 } = places[column] ?? {};
      return readCell(type, record.subarray(from, from + length), encoding);
    });
  };
  const row = (index: number) => (isDeleted(index) ? undefined : cells(index));
  const deleted = (index: number) => (isDeleted(index) ? cells(index) : undefined);
  return { count, row, deleted };
}

type Reader = (bytes: Buffer) => Cell;

const READERS: Readonly<Record<string, Reader | undefined>> = {
  integer: (bytes) => bytes.readInt32LE(0),
  smallint: (bytes) => bytes.readInt16LE(0),
  largeint: (bytes) => whole(bytes.readBigInt64LE(0)),
  float: (bytes) => (Number.isFinite(bytes.readDoubleLE(0)) ? bytes.readDoubleLE(0) : null),
  date: (bytes) => readDate(bytes, 0),
  datetime: (bytes) => readDate(bytes, bytes.readInt32LE(4)),
  time: (bytes) => readTime(bytes.readInt32LE(0)),
  logical: (bytes) => readFlag(String.fromCharCode(bytes[0] ?? 0)),
};

function readCell(type: string, bytes: Buffer, encoding: string): Cell {
  return READERS[type]?.(bytes) ?? (READERS[type] ? null : readText(type, bytes, encoding));
}

const whole = (value: bigint): Cell =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();

const readTime = (milliseconds: number): Cell =>
  milliseconds < 0 ? null : new Date(milliseconds).toISOString().slice(11, 19);

const readFlag = (letter: string): Cell =>
  /[TtYy]/.test(letter) ? true : /[FfNn]/.test(letter) ? false : null;

function readDate(bytes: Buffer, milliseconds: number): Date | null {
  const [year, month, day] = [bytes.readInt16LE(0), bytes.readUInt8(2), bytes.readUInt8(3)];
  if (year === 0 || month === 0 || day === 0) return null;
  const date = new Date(Date.UTC(year, month - 1, day) + milliseconds);
  return Number.isNaN(date.getTime()) ? null : date;
}

function readText(type: string, bytes: Buffer, encoding: string): Cell {
  const end = bytes.indexOf(0);
  const own = end < 0 ? bytes : bytes.subarray(0, end);
  const decoder = new TextDecoder(encoding === 'utf-8' && !isUtf8(own) ? 'windows-1252' : encoding);
  const text = decoder.decode(own).trimEnd();
  if (text === '') return null;
  if (type !== 'decimal') return text;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : text.trim();
}
