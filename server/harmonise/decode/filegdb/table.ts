import { refuse } from '../refusal.ts';
import { GdbBytes } from './bytes.ts';

export type FieldType =
  | 'int16'
  | 'int32'
  | 'float32'
  | 'float64'
  | 'text'
  | 'datetime'
  | 'objectid'
  | 'geometry'
  | 'binary'
  | 'raster'
  | 'uuid'
  | 'xml'
  | 'int64'
  | 'date'
  | 'time'
  | 'offset-datetime';

/** One column of a geodatabase table. */
export type GdbField = {
  readonly name: string;
  readonly type: FieldType;
  readonly isNullable: boolean;
};

/** How the whole numbers of the geometry become coordinates. */
export type GdbShape = {
  readonly wkt: string;
  readonly xOrigin: number;
  readonly yOrigin: number;
  readonly xyScale: number;
  readonly zOrigin: number;
  readonly zScale: number;
};

/** A table opened for reading. */
export type GdbTable = {
  readonly bytes: Buffer;
  readonly index: Buffer;
  readonly fields: readonly GdbField[];
  readonly shape: GdbShape | undefined;
  readonly rowCount: number;
  /** Which blocks of 1,024 rows the index holds; undefined when all. */
  readonly blocks: Buffer | undefined;
};

const TYPES: readonly FieldType[] = [
  'int16',
  'int32',
  'float32',
  'float64',
  'text',
  'datetime',
  'objectid',
  'geometry',
  'binary',
  'raster',
  'uuid',
  'uuid',
  'xml',
  'int64',
  'date',
  'time',
  'offset-datetime',
];

/** Rows of a table, at most. */
const ROW_LIMIT = 50_000_000;

/**
 * Open a .gdbtable with its index .gdbtablx.
 *
 * @throws Refusal when they are damaged or newer than version 10; RangeError when cut short
 */
export function openTable(table: Uint8Array, index: Uint8Array): GdbTable {
  const bytes = Buffer.from(table.buffer, table.byteOffset, table.byteLength);
  const offsets = Buffer.from(index.buffer, index.byteOffset, index.byteLength);
  if (bytes.readInt32LE(0) !== 3 || offsets.readInt32LE(0) !== 3) {
    refuse(
      'file.unsupported',
      'The table is of a version of geodatabase that is not read. Export it as GeoPackage.',
    );
  }
  const reader = new GdbBytes(bytes, Number(bytes.readBigInt64LE(32)) + 4);
  const version = reader.int32();
  if (version !== 3 && version !== 4) refuse('file.corrupt', 'The table has a damaged header.');
  const flags = reader.uint32();
  const fieldCount = reader.uint16();
  const fields: GdbField[] = [];
  let shape: GdbShape | undefined;
  for (let count = 0; count < fieldCount; count += 1) {
    const name = reader.wide(reader.byte());
    const alias = reader.wide(reader.byte());
    const type = TYPES[reader.byte()];
    if (type === undefined)
      return refuse('file.unsupported', `Column “${name || alias}” is of a type that is not read.`);
    const described = describe(reader, type, flags);
    shape = described.shape ?? shape;
    fields.push({ name, type, isNullable: described.isNullable });
  }
  const blockCount = offsets.readInt32LE(4);
  const rowCount = offsets.readInt32LE(8);
  if (rowCount < 0 || rowCount > ROW_LIMIT)
    refuse('file.corrupt', 'The table has a damaged index.');
  return { bytes, index: offsets, fields, shape, rowCount, blocks: blockMap(offsets, blockCount) };
}

type Described = { readonly isNullable: boolean; readonly shape?: GdbShape };

/** Types whose columns have no default value. */
const WITHOUT_DEFAULT: ReadonlySet<FieldType> = new Set<FieldType>(['binary', 'uuid', 'xml']);

const isNullable = (flag: number): boolean => (flag & 1) === 1;

function describe(reader: GdbBytes, type: FieldType, layerFlags: number): Described {
  if (type === 'objectid') {
    reader.slice(2);
    return { isNullable: false };
  }
  if (type === 'geometry') return describeShape(reader, layerFlags);
  if (type === 'raster') return refuse('file.unsupported', 'Tables with rasters are not read.');
  if (type === 'text') return describeText(reader);
  reader.byte();
  const flag = reader.byte();
  const size = WITHOUT_DEFAULT.has(type) ? 0 : reader.byte();
  if ((flag & 4) !== 0) reader.slice(size);
  return { isNullable: isNullable(flag) };
}

function describeText(reader: GdbBytes): Described {
  reader.int32();
  const flag = reader.byte();
  const size = reader.varuint();
  if ((flag & 4) !== 0) reader.slice(size);
  return { isNullable: isNullable(flag) };
}

function describeShape(reader: GdbBytes, layerFlags: number): Described {
  reader.byte();
  const flag = reader.byte();
  const wkt = reader.slice(reader.uint16()).toString('utf16le');
  const has = reader.byte();
  const [hasM, hasZ] = [(has & 2) !== 0, (has & 4) !== 0];
  const [xOrigin, yOrigin, xyScale] = [reader.double(), reader.double(), reader.double()];
  if (hasM) reader.slice(16);
  const [zOrigin, zScale] = hasZ ? [reader.double(), reader.double()] : [0, 1];
  reader.slice(8 + (hasM ? 8 : 0) + (hasZ ? 8 : 0));
  reader.slice(32);
  if (layerFlags >>> 31 === 1) reader.slice(16);
  if (((layerFlags >>> 30) & 1) === 1) reader.slice(16);
  reader.byte();
  reader.slice(reader.int32() * 8);
  const isSound = [xOrigin, yOrigin, xyScale, zOrigin, zScale].every(Number.isFinite);
  if (!isSound || xyScale === 0 || zScale === 0)
    refuse('file.corrupt', 'The geometry column has no proper scale.');
  return {
    isNullable: isNullable(flag),
    shape: { wkt, xOrigin, yOrigin, xyScale, zOrigin, zScale },
  };
}

/** After its offsets an index says which blocks of rows it leaves out. */
function blockMap(index: Buffer, blockCount: number): Buffer | undefined {
  const at = 16 + index.readInt32LE(12) * 1024 * blockCount;
  if (blockCount < 0 || at + 16 > index.length) return undefined;
  const words = index.readInt32LE(at);
  return words > 0 ? index.subarray(at + 16, at + 16 + words * 4) : undefined;
}

/** Where row `row` (from 0) begins, or undefined when there is none. */
export function rowOffset({ index, blocks, bytes }: GdbTable, row: number): number | undefined {
  const size = index.readInt32LE(12);
  if (size < 4 || size > 6) refuse('file.corrupt', 'The table has a damaged index.');
  const place = blocks ? packedRow(blocks, row) : row;
  if (place === undefined || 16 + (place + 1) * size > index.length) return undefined;
  const offset = index.readUIntLE(16 + place * size, size);
  return offset === 0 || offset >= bytes.length ? undefined : offset;
}

/** The row's place when blocks that hold no rows are left out. */
function packedRow(blocks: Buffer, row: number): number | undefined {
  const block = row >> 10;
  const has = (number: number) => (((blocks[number >> 3] ?? 0) >> (number & 7)) & 1) === 1;
  if (!has(block)) return undefined;
  let before = 0;
  for (let number = 0; number < block; number += 1) if (has(number)) before += 1;
  return before * 1024 + (row & 1023);
}
