import type { Position } from 'geojson';
import type { Cell } from './table.ts';
import { textOf } from './table.ts';

/** Shape types of the ESRI Shapefile Technical Description (1998): 1 point, 3 polyline, 5 polygon. */
export type ShapeCode = 1 | 3 | 5;

/** A record: its parts (one position for a point; outer rings clockwise) and its cells. */
export type ShapeRecord = {
  readonly parts: readonly (readonly Position[])[];
  readonly cells: readonly Cell[];
};

type Field = { readonly name: string; readonly width: number };
type Boxed = { readonly bytes: Buffer; readonly positions: readonly Position[] };

/** The three obligatory parts of a shapefile. DBF names are cut to 10 characters, as the format demands. */
export function writeShapefile(
  shape: ShapeCode,
  columns: readonly string[],
  records: readonly ShapeRecord[],
): { shp: Uint8Array; shx: Uint8Array; dbf: Uint8Array } {
  const contents = records.map((record) => content(shape, record));
  const positions = contents.flatMap((one) => one.positions);
  const index: Buffer[] = [];
  const body: Buffer[] = [];
  let offset = 50;
  for (const [number, { bytes }] of contents.entries()) {
    const head = Buffer.alloc(8);
    head.writeInt32BE(number + 1, 0);
    head.writeInt32BE(bytes.length / 2, 4);
    const entry = Buffer.alloc(8);
    entry.writeInt32BE(offset, 0);
    entry.writeInt32BE(bytes.length / 2, 4);
    index.push(entry);
    body.push(head, bytes);
    offset += 4 + bytes.length / 2;
  }
  return {
    shp: withHeader(shape, positions, Buffer.concat(body)),
    shx: withHeader(shape, positions, Buffer.concat(index)),
    dbf: writeDbf(
      columns,
      records.map((record) => record.cells),
    ),
  };
}

function content(shape: ShapeCode, { parts }: ShapeRecord): Boxed {
  const positions = parts.flat();
  if (shape === 1) {
    const bytes = Buffer.alloc(20);
    bytes.writeInt32LE(1, 0);
    writePosition(bytes, 4, positions[0]);
    return { bytes, positions };
  }
  const bytes = Buffer.alloc(44 + 4 * parts.length + 16 * positions.length);
  bytes.writeInt32LE(shape, 0);
  writeBox(bytes, 4, positions);
  bytes.writeInt32LE(parts.length, 36);
  bytes.writeInt32LE(positions.length, 40);
  let first = 0;
  for (const [number, part] of parts.entries()) {
    bytes.writeInt32LE(first, 44 + 4 * number);
    first += part.length;
  }
  const start = 44 + 4 * parts.length;
  for (const [number, position] of positions.entries()) {
    writePosition(bytes, start + 16 * number, position);
  }
  return { bytes, positions };
}

function writePosition(bytes: Buffer, at: number, [x = 0, y = 0]: Position = []): void {
  bytes.writeDoubleLE(x, at);
  bytes.writeDoubleLE(y, at + 8);
}

function writeBox(bytes: Buffer, at: number, positions: readonly Position[]): void {
  const xs = positions.map(([x = 0]) => x);
  const ys = positions.map(([, y = 0]) => y);
  writePosition(bytes, at, [Math.min(...xs), Math.min(...ys)]);
  writePosition(bytes, at + 16, [Math.max(...xs), Math.max(...ys)]);
}

function withHeader(shape: ShapeCode, positions: readonly Position[], body: Buffer): Uint8Array {
  const head = Buffer.alloc(100);
  head.writeInt32BE(9994, 0);
  head.writeInt32BE((100 + body.length) / 2, 24);
  head.writeInt32LE(1000, 28);
  head.writeInt32LE(shape, 32);
  writeBox(head, 36, positions);
  return new Uint8Array(Buffer.concat([head, body]));
}

/** dBASE III: character fields only, Latin-1, as many councils' exports have it. */
function writeDbf(columns: readonly string[], rows: readonly (readonly Cell[])[]): Uint8Array {
  const fields: Field[] = columns.map((name, index) => ({
    name: name.slice(0, 10),
    width: Math.min(254, Math.max(1, ...rows.map((row) => textOf(row[index] ?? null).length))),
  }));
  const size = 1 + fields.reduce((sum, field) => sum + field.width, 0);
  const head = Buffer.alloc(32 + 32 * fields.length + 1);
  head.set([3, 126, 1, 5]);
  head.writeUInt32LE(rows.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(size, 10);
  for (const [index, field] of fields.entries()) {
    const at = 32 + 32 * index;
    head.write(field.name, at, 'latin1');
    head.write('C', at + 11);
    head.writeUInt8(field.width, at + 16);
  }
  head.writeUInt8(0x0d, head.length - 1);
  const body = rows.map(
    (row) => ` ${fields.map((field, i) => textOf(row[i] ?? null).padEnd(field.width)).join('')}`,
  );
  return new Uint8Array(Buffer.concat([head, Buffer.from(`${body.join('')}\x1a`, 'latin1')]));
}
