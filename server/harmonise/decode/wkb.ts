import type { Geometry, Position } from 'geojson';
import { linearise } from './geometry/arcs.ts';

/** A geometry read from well-known binary. */
export type ReadWkb = {
  readonly geometry: Geometry | null;
  /** SRID of EWKB, when it names one. */
  readonly srid?: number;
  /** True when arcs were replaced by short straight lines. */
  readonly linearised: boolean;
};

/** Parts within parts, at most. */
const DEPTH_LIMIT = 16;
/** EWKB marks Z, M and SRID in the high bits; ISO adds 1000, 2000, 3000 to the type. */
const [EWKB_Z, EWKB_M, EWKB_SRID] = [0x80000000, 0x40000000, 0x20000000];

type Cursor = {
  readonly view: DataView;
  at: number;
  littleEndian: boolean;
  srid: number | undefined;
  linearised: boolean;
  /** A position that is no place was met. */
  hasInfinite: boolean;
};

/** How many numbers a position has in the bytes, and whether the third is Z. */
type Layout = { readonly size: number; readonly hasZ: boolean };

/**
 * Read well-known binary: ISO 13249-3 and PostGIS EWKB, every type, Z and M forms, either byte order.
 * M values are dropped; arcs become lines of at most 4° a step.
 *
 * @returns a sentence when the bytes are no geometry
 * @throws RangeError when they end too early
 */
export function readWkb(bytes: Uint8Array): ReadWkb | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cursor: Cursor = {
    view,
    at: 0,
    littleEndian: true,
    srid: undefined,
    linearised: false,
    hasInfinite: false,
  };
  const geometry = readOne(cursor, 0);
  if (typeof geometry === 'string') return geometry;
  if (cursor.hasInfinite) return 'The geometry holds coordinates that are not finite numbers.';
  const { srid, linearised } = cursor;
  return { geometry, linearised, ...(srid === undefined ? {} : { srid }) };
}

type Reader = (cursor: Cursor, layout: Layout, depth: number) => Geometry | null | string;

/** By type number. Source: OGC 06-103r4 table 6. */
const READERS: Readonly<Record<number, Reader>> = {
  1: readPoint,
  2: (cursor, layout) => lineOf(readLine(cursor, layout)),
  3: (cursor, layout) => polygonOf(readRings(cursor, layout)),
  4: readMulti,
  5: readMulti,
  6: readMulti,
  7: readMulti,
  8: (cursor, layout) => lineOf(readArcs(cursor, layout)),
  9: (cursor, _layout, depth) => joinCurves(readParts(cursor, depth)),
  10: (cursor, _layout, depth) => curvePolygonOf(readParts(cursor, depth)),
  11: readMulti,
  12: readMulti,
  15: readMulti,
  16: readMulti,
  17: (cursor, layout) => polygonOf(readRings(cursor, layout)),
};

function readOne(cursor: Cursor, depth: number): Geometry | null | string {
  if (depth > DEPTH_LIMIT) return 'The geometry is nested too deeply.';
  cursor.littleEndian = cursor.view.getUint8(cursor.at) !== 0;
  const code = cursor.view.getUint32(cursor.at + 1, cursor.littleEndian);
  cursor.at += 5;
  if ((code & EWKB_SRID) !== 0) cursor.srid = readCount(cursor);
  const iso = (code & 0x1fffffff) >>> 0;
  const flags = Math.floor(iso / 1000);
  const hasZ = (code & EWKB_Z) !== 0 || flags === 1 || flags === 3;
  const hasM = (code & EWKB_M) !== 0 || flags === 2 || flags === 3;
  const read = flags <= 3 ? READERS[iso % 1000] : undefined;
  if (!read) return `Geometries of type ${iso} are not read.`;
  return read(cursor, { size: 2 + Number(hasZ) + Number(hasM), hasZ }, depth);
}

function readCount(cursor: Cursor): number {
  const count = cursor.view.getUint32(cursor.at, cursor.littleEndian);
  cursor.at += 4;
  return count;
}

function readPosition(cursor: Cursor, { size, hasZ }: Layout): Position {
  const { view, at, littleEndian } = cursor;
  const x = view.getFloat64(at, littleEndian);
  const y = view.getFloat64(at + 8, littleEndian);
  cursor.at = at + size * 8;
  // x − x is 0 for every finite number and NaN for the rest.
  if (x - x + (y - y) !== 0) cursor.hasInfinite = true;
  if (!hasZ) return [x, y];
  const z = view.getFloat64(at + 16, littleEndian);
  return Number.isFinite(z) ? [x, y, z] : [x, y];
}

function readPoint(cursor: Cursor, layout: Layout): Geometry | null {
  const before = cursor.hasInfinite;
  const coordinates = readPosition(cursor, layout);
  if (!Number.isNaN(coordinates[0])) return { type: 'Point', coordinates };
  // An empty point is written as NaN, NaN.
  cursor.hasInfinite = before;
  return null;
}

function readLine(cursor: Cursor, layout: Layout): Position[] {
  const count = readCount(cursor);
  if (count * layout.size * 8 > cursor.view.byteLength - cursor.at) {
    throw new RangeError('a line is longer than its bytes');
  }
  const line = new Array<Position>(count);
  for (let index = 0; index < count; index += 1) line[index] = readPosition(cursor, layout);
  return line;
}

function readArcs(cursor: Cursor, layout: Layout): Position[] {
  cursor.linearised = true;
  return linearise(readLine(cursor, layout));
}

function readRings(cursor: Cursor, layout: Layout): Position[][] {
  const rings: Position[][] = [];
  for (let left = readCount(cursor); left > 0; left -= 1) rings.push(readLine(cursor, layout));
  return rings;
}

const lineOf = (line: Position[]): Geometry | null =>
  line.length === 0 ? null : { type: 'LineString', coordinates: line };

const polygonOf = (rings: Position[][]): Geometry | null =>
  rings.length === 0 ? null : { type: 'Polygon', coordinates: rings };

function readParts(cursor: Cursor, depth: number): Geometry[] | string {
  const parts: Geometry[] = [];
  for (let left = readCount(cursor); left > 0; left -= 1) {
    const part = readOne(cursor, depth + 1);
    if (typeof part === 'string') return part;
    if (part !== null) parts.push(part);
  }
  return parts;
}

function readMulti(cursor: Cursor, _layout: Layout, depth: number): Geometry | null | string {
  const parts = readParts(cursor, depth);
  return typeof parts === 'string' ? parts : gathered(parts);
}

/** Parts of one kind as a multi-part geometry, of several kinds as a collection. */
export function gathered(parts: readonly Geometry[]): Geometry | null {
  const [first] = parts;
  if (!first) return null;
  if (parts.every((part) => part.type === 'Point')) {
    return { type: 'MultiPoint', coordinates: parts.map(({ coordinates }) => coordinates) };
  }
  if (parts.every((part) => part.type === 'LineString')) {
    return { type: 'MultiLineString', coordinates: parts.map(({ coordinates }) => coordinates) };
  }
  if (parts.every((part) => part.type === 'Polygon')) {
    return { type: 'MultiPolygon', coordinates: parts.map(({ coordinates }) => coordinates) };
  }
  return { type: 'GeometryCollection', geometries: [...parts] };
}

function joinCurves(parts: Geometry[] | string): Geometry | null | string {
  if (typeof parts === 'string') return parts;
  const line: Position[] = [];
  for (const part of parts) {
    if (part.type !== 'LineString') return 'A compound curve holds something that is no line.';
    const from = line.length === 0 ? 0 : 1;
    for (const position of part.coordinates.slice(from)) line.push(position);
  }
  return lineOf(line);
}

function curvePolygonOf(parts: Geometry[] | string): Geometry | null | string {
  if (typeof parts === 'string') return parts;
  const rings: Position[][] = [];
  for (const part of parts) {
    if (part.type !== 'LineString') return 'A curve polygon holds something that is no ring.';
    rings.push(part.coordinates);
  }
  return polygonOf(rings);
}
