import type { Geometry } from 'geojson';
import type { Cell } from '#data/schema/flow.ts';
import { GdbBytes } from './bytes.ts';
import { readShape } from './shape.ts';
import type { FieldType, GdbTable } from './table.ts';

/** One row: its cells without the geometry, and the geometry (a sentence when it is not read). */
export type GdbRow = { readonly values: Cell[]; readonly geometry: Geometry | null | string };

const DAY_MS = 86_400_000;
/** 30 December 1899 in milliseconds from 1970: dates are counted from it, in days. */
const EPOCH_MS = -25_569 * DAY_MS;

/** Read the row at an offset. @throws RangeError when it runs off the end of the file */
export function readRow(table: GdbTable, offset: number, objectId: number): GdbRow {
  const { fields, shape } = table;
  const reader = new GdbBytes(table.bytes, offset + 4);
  const nullable = fields.filter((field) => field.isNullable).length;
  const flags = reader.slice(Math.ceil(nullable / 8));
  const isNull = nullTest(flags);
  const values: Cell[] = [];
  let geometry: Geometry | null | string = null;
  for (const field of fields) {
    const isEmpty = field.isNullable && isNull();
    if (field.type === 'geometry') {
      if (!isEmpty && shape) geometry = readShape(reader, shape);
    } else values.push(isEmpty ? null : readCell(reader, field.type, objectId));
  }
  return { values, geometry };
}

/** Tells of one nullable column after the other whether it is null. */
function nullTest(flags: Buffer): () => boolean {
  let bit = -1;
  return () => {
    bit += 1;
    return (((flags[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
  };
}

type Reader = (reader: GdbBytes) => Cell;

const READERS: Readonly<Record<Exclude<FieldType, 'geometry' | 'objectid' | 'raster'>, Reader>> = {
  int16: (reader) => reader.int16(),
  int32: (reader) => reader.int32(),
  float32: (reader) => finite(reader.float()),
  float64: (reader) => finite(reader.double()),
  text: (reader) => reader.slice(reader.varuint()).toString('utf8'),
  xml: (reader) => reader.slice(reader.varuint()).toString('utf8'),
  datetime: (reader) => dateOf(reader.double()),
  date: (reader) => dateOf(reader.double()),
  time: (reader) => reader.double(),
  'offset-datetime': (reader) => {
    const date = dateOf(reader.double());
    const minutes = reader.int16();
    return date && new Date(date.getTime() - minutes * 60_000);
  },
  int64: (reader) => whole(reader.int64()),
  binary: (reader) => `(${reader.slice(reader.varuint()).length} bytes)`,
  uuid: (reader) => uuidOf(reader.slice(16)),
};

function readCell(reader: GdbBytes, type: FieldType, objectId: number): Cell {
  if (type === 'objectid') return objectId;
  if (type === 'geometry' || type === 'raster') return null;
  return READERS[type](reader);
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

const whole = (value: bigint): Cell =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();

function dateOf(days: number): Date | null {
  const date = new Date(Math.round(EPOCH_MS + days * DAY_MS));
  return Number.isNaN(date.getTime()) ? null : date;
}

/** The first three groups are written lowest byte first. */
function uuidOf(bytes: Buffer): string {
  const groups = [
    bytes.subarray(0, 4).toReversed(),
    bytes.subarray(4, 6).toReversed(),
    bytes.subarray(6, 8).toReversed(),
    bytes.subarray(8, 10),
    bytes.subarray(10),
  ];
  return `{${groups.map((group) => Buffer.from(group).toString('hex')).join('-')}}`.toUpperCase();
}
