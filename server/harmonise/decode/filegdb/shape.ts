import type { Geometry, Position } from 'geojson';
import { nestRings } from '../binary/rings.ts';
import type { GdbBytes } from './bytes.ts';
import type { GdbShape } from './table.ts';

/** Shape types, as in shapefiles and Esri's extended shape buffers. */
const POINTS: ReadonlySet<number> = new Set([1, 9, 11, 21, 52]);
const MULTIPOINTS: ReadonlySet<number> = new Set([8, 18, 20, 28, 53]);
const LINES: ReadonlySet<number> = new Set([3, 10, 13, 23, 50]);
const POLYGONS: ReadonlySet<number> = new Set([5, 15, 19, 25, 51]);
const WITH_Z: ReadonlySet<number> = new Set([9, 10, 11, 13, 15, 18, 19, 20]);
const [FLAG_Z, FLAG_CURVES] = [0x80000000, 0x20000000];

/** What is being read. */
type Cursor = { readonly reader: GdbBytes; readonly shape: GdbShape; readonly hasZ: boolean };

/**
 * The geometry at the reader, which is left behind it.
 *
 * @returns null when it is empty; a sentence when it is of a kind that is not read
 * @throws RangeError when it is longer than its bytes
 */
export function readShape(reader: GdbBytes, shape: GdbShape): Geometry | null | string {
  const length = reader.varuint();
  const end = reader.at + length;
  const code = reader.varuint();
  const type = code % 256;
  const hasZ = WITH_Z.has(type) || (type >= 50 && (code & FLAG_Z) !== 0);
  const geometry =
    (code & FLAG_CURVES) !== 0 && type >= 50
      ? 'True curves are not read. Densify them, or export the layer as GeoPackage.'
      : readKind({ reader, shape, hasZ }, type);
  reader.at = end;
  return geometry;
}

function readKind(cursor: Cursor, type: number): Geometry | null | string {
  if (type === 0) return null;
  if (POINTS.has(type)) return readPoint(cursor);
  if (MULTIPOINTS.has(type)) return readMultiPoint(cursor);
  if (LINES.has(type)) return lineOf(readParts(cursor));
  if (POLYGONS.has(type)) {
    const rings = readParts(cursor);
    return rings.length === 0 ? null : nestRings(rings);
  }
  return `Shapes of type ${type} (multipatch) are not read.`;
}

function readPoint({ reader, shape, hasZ }: Cursor): Geometry | null {
  // Figures are counted from 1: 0 is an empty point.
  const [x, y] = [reader.varuint(), reader.varuint()];
  if (x === 0 && y === 0) return null;
  const position = place(shape, x - 1, y - 1);
  if (hasZ) position.push((reader.varuint() - 1) / shape.zScale + shape.zOrigin);
  return { type: 'Point', coordinates: position };
}

const place = ({ xOrigin, yOrigin, xyScale }: GdbShape, x: number, y: number): Position => [
  x / xyScale + xOrigin,
  y / xyScale + yOrigin,
];

function readMultiPoint(cursor: Cursor): Geometry | null {
  const count = cursor.reader.varuint();
  if (count === 0) return null;
  skipBounds(cursor);
  return { type: 'MultiPoint', coordinates: readPositions(cursor, count) };
}

function skipBounds({ reader }: Cursor): void {
  for (let count = 0; count < 4; count += 1) reader.varuint();
}

function readParts(cursor: Cursor): Position[][] {
  const { reader } = cursor;
  const total = reader.varuint();
  if (total === 0) return [];
  const count = reader.varuint();
  skipBounds(cursor);
  const sizes: number[] = [];
  let left = total;
  for (let part = 1; part < count; part += 1) {
    sizes.push(reader.varuint());
    left -= sizes.at(-1) ?? 0;
  }
  if (left < 0) throw new RangeError('the parts of a shape have more positions than it has');
  sizes.push(left);
  const positions = readPositions(cursor, total);
  let start = 0;
  const parts = sizes.map((size) => {
    start += size;
    return positions.slice(start - size, start);
  });
  return parts.filter((part) => part.length > 0);
}

/** Positions as differences from the one before; heights follow after all of them. */
function readPositions({ reader, shape, hasZ }: Cursor, count: number): Position[] {
  const positions: Position[] = [];
  let [x, y] = [0, 0];
  for (let index = 0; index < count; index += 1) {
    x += reader.varint();
    y += reader.varint();
    positions.push(place(shape, x, y));
  }
  if (!hasZ) return positions;
  let z = 0;
  for (const position of positions) {
    z += reader.varint();
    position.push(z / shape.zScale + shape.zOrigin);
  }
  return positions;
}

function lineOf(parts: Position[][]): Geometry | null {
  const [only] = parts;
  if (!only) return null;
  return parts.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: parts };
}
