import type { Cell } from '#data/schema/flow.ts';
import { refuse } from '../refusal.ts';
import { cellOfNumber } from '../spreadsheet/styles.ts';
import type { Globals } from './globals.ts';
import { type Biff, TYPE } from './records.ts';
import { BiffReader } from './strings.ts';

/** Columns an old workbook can have. */
export const COLUMN_LIMIT = 256;

/** Where a cell stands: its row from 1, its column from 0. */
export type Place = { readonly line: number; readonly column: number };

/** The cells of one sheet while they are read. */
export type Cells = {
  readonly globals: Globals;
  readonly byLine: Map<number, Cell[]>;
  /** Errors of formulas, by line. */
  readonly errors: Map<number, string[]>;
  /** The cell whose formula's text comes in a record of its own. */
  awaiting: Place | undefined;
  /** Cells the workbook may still hold, empty ones before a filled one counted. */
  readonly budget: { left: number };
};

function put({ byLine, budget }: Cells, { line, column }: Place, value: Cell): void {
  if (value === null || column >= COLUMN_LIMIT) return;
  let row = byLine.get(line);
  if (!row) {
    row = [];
    byLine.set(line, row);
  }
  budget.left -= Math.max(0, column + 1 - row.length);
  if (budget.left < 0) refuse('file.too-large', 'The workbook has more than 20 million cells.');
  while (row.length < column) row.push(null);
  row[column] = value;
}

const placeOf = (data: Buffer): Place => ({
  line: data.readUInt16LE(0) + 1,
  column: data.readUInt16LE(2),
});

function putNumber(cells: Cells, place: Place, value: number, style: number): void {
  const { kinds, is1904 } = cells.globals;
  if (Number.isFinite(value))
    put(cells, place, cellOfNumber(value, kinds[style] ?? 'number', is1904));
}

/** A number in four bytes: whole or the upper half of a double, as it is or in hundredths. Source: [MS-XLS] §2.5.217. */
function rkAt(data: Buffer, at: number): number {
  const bits = data.readInt32LE(at);
  const double = Buffer.alloc(8);
  double.writeInt32LE(bits & ~3, 4);
  const value = (bits & 2) === 0 ? double.readDoubleLE(0) : bits >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}

/** Source: [MS-XLS] §2.5.10. */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

function noteError({ errors }: Cells, { line }: Place, code: number): void {
  const said = ERRORS.get(code) ?? '#ERROR!';
  const known = errors.get(line);
  if (known) known.push(said);
  else errors.set(line, [said]);
}

function readFlag(cells: Cells, { data }: Biff): void {
  const [value = 0, isError = 0] = data.subarray(6, 8);
  if (isError === 1) noteError(cells, placeOf(data), value);
  else put(cells, placeOf(data), value === 1);
}

/** What a formula came to when the workbook was saved: a number, or by the first byte something else. */
function readFormula(cells: Cells, { data }: Biff): void {
  const place = placeOf(data);
  cells.awaiting = undefined;
  if (data.readUInt16LE(12) !== 0xffff) {
    putNumber(cells, place, data.readDoubleLE(6), data.readUInt16LE(4));
    return;
  }
  const [kind, , value = 0] = data.subarray(6, 9);
  if (kind === 0) cells.awaiting = place;
  else if (kind === 1) put(cells, place, value === 1);
  else if (kind === 2) noteError(cells, place, value);
}

function readText(cells: Cells, record: Biff): void {
  const { awaiting } = cells;
  cells.awaiting = undefined;
  const reader = new BiffReader(record);
  const text = reader.text(reader.uint16());
  if (awaiting && text !== '') put(cells, awaiting, text);
}

function readLabel(cells: Cells, record: Biff): void {
  const reader = new BiffReader(record, 6);
  const text = reader.text(reader.uint16());
  if (text !== '') put(cells, placeOf(record.data), text);
}

function readSharedLabel(cells: Cells, { data }: Biff): void {
  const text = cells.globals.strings[data.readUInt32LE(6)];
  if (text !== undefined && text !== '') put(cells, placeOf(data), text);
}

function readRks(cells: Cells, { data }: Biff): void {
  const { line, column } = placeOf(data);
  for (let at = 4; at + 8 <= data.length; at += 6) {
    const place = { line, column: column + (at - 4) / 6 };
    putNumber(cells, place, rkAt(data, at + 2), data.readUInt16LE(at));
  }
}

/** Records that hold cells. */
export const CELL_READERS: ReadonlyMap<number, (cells: Cells, record: Biff) => void> = new Map([
  [TYPE.formula, readFormula],
  [TYPE.text, readText],
  [TYPE.label, readLabel],
  [TYPE.richLabel, readLabel],
  [TYPE.sharedLabel, readSharedLabel],
  [TYPE.flag, readFlag],
  [
    TYPE.number,
    (cells, { data }) =>
      putNumber(cells, placeOf(data), data.readDoubleLE(6), data.readUInt16LE(4)),
  ],
  [
    TYPE.rk,
    (cells, { data }) => putNumber(cells, placeOf(data), rkAt(data, 6), data.readUInt16LE(4)),
  ],
  [TYPE.multipleRk, readRks],
]);
