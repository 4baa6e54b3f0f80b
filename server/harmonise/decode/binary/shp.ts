import type { Geometry, Position } from 'geojson';
import { nestRings } from './rings.ts';

/** Kinds of shape, Z and M forms counted with the plain one. Source: ESRI Shapefile Technical Description (1998). */
const KINDS: Readonly<Record<number, 'null' | 'point' | 'multipoint' | 'line' | 'polygon'>> = {
  0: 'null',
  1: 'point',
  3: 'line',
  5: 'polygon',
  8: 'multipoint',
};

const HEADER_SIZE = 100;
const FILE_CODE = 9994;

/** True when the bytes begin as a .shp (or .shx) does. */
export const isShp = (bytes: Buffer): boolean =>
  bytes.length >= HEADER_SIZE &&
  bytes.readInt32BE(0) === FILE_CODE &&
  bytes.readInt32LE(28) === 1000;

/** True for the index .shx, which begins as a .shp but holds pairs of offset and length from 50 words on. */
export const isShx = (bytes: Buffer): boolean =>
  isShp(bytes) &&
  (bytes.length - HEADER_SIZE) % 8 === 0 &&
  (bytes.length === HEADER_SIZE ? false : bytes.readInt32BE(HEADER_SIZE) === HEADER_SIZE / 2);

/** Where each record's shape begins, by its order in the file; stops where the file breaks. */
export function walkShapes(shp: Buffer): { offsets: number[]; cut: boolean } {
  const offsets: number[] = [];
  let at = HEADER_SIZE;
  while (at + 8 <= shp.length) {
    const size = shp.readInt32BE(at + 4) * 2;
    if (size < 4 || at + 8 + size > shp.length) return { offsets, cut: true };
    offsets.push(at + 8);
    at += 8 + size;
  }
  return { offsets, cut: at !== shp.length };
}

/** The same from the index, or undefined when it does not fit the .shp. */
export function indexedShapes(shp: Buffer, shx: Buffer): number[] | undefined {
  if (!isShp(shx)) return undefined;
  const offsets: number[] = [];
  for (let at = HEADER_SIZE; at + 8 <= shx.length; at += 8) {
    const offset = shx.readInt32BE(at) * 2;
    const size = shx.readInt32BE(at + 4) * 2;
    if (offset < HEADER_SIZE || size < 0 || offset + 8 + size > shp.length) return undefined;
    if (shp.readInt32BE(offset + 4) * 2 !== size) return undefined;
    offsets.push(offset + 8);
  }
  return offsets;
}

/**
 * The shape at an offset; null when it is a null shape.
 *
 * @returns a sentence when it is damaged or of a kind we do not read
 * @throws RangeError when it runs off the end of the file
 */
export function readShape(shp: Buffer, at: number): Geometry | null | string {
  const type = shp.readInt32LE(at);
  const kind = type === 0 ? 'null' : KINDS[type % 10];
  const hasZ = type > 10 && type < 20;
  if (kind === undefined || type > 28) return `Shapes of type ${type} (multipatch) are not read.`;
  if (kind === 'null') return null;
  if (kind === 'point') return readPoint(shp, at + 4, hasZ);
  if (kind === 'multipoint') return readMultiPoint(shp, at + 36, hasZ);
  const parts = readParts(shp, at + 36, hasZ);
  if (typeof parts === 'string') return parts;
  if (parts.length === 0) return null;
  return kind === 'polygon' ? nestRings(parts) : lineOf(parts);
}

function readMultiPoint(shp: Buffer, at: number, hasZ: boolean): Geometry | string {
  const positions = readPositions(shp, at + 4, shp.readInt32LE(at), hasZ);
  return typeof positions === 'string' ? positions : { type: 'MultiPoint', coordinates: positions };
}

function lineOf(parts: Position[][]): Geometry {
  const [only] = parts;
  return parts.length === 1 && only
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: parts };
}

function readPoint(shp: Buffer, at: number, hasZ: boolean): Geometry | string {
  const position = [shp.readDoubleLE(at), shp.readDoubleLE(at + 8)];
  if (hasZ) position.push(shp.readDoubleLE(at + 16));
  return position.every(Number.isFinite) ? { type: 'Point', coordinates: position } : NOT_FINITE;
}

const NOT_FINITE = 'The shape holds coordinates that are not finite numbers.';

function readParts(shp: Buffer, at: number, hasZ: boolean): Position[][] | string {
  const partCount = shp.readInt32LE(at);
  const count = shp.readInt32LE(at + 4);
  if (partCount < 0 || at + 8 + partCount * 4 > shp.length) return DAMAGED;
  const positions = readPositions(shp, at + 8 + partCount * 4, count, hasZ);
  if (typeof positions === 'string') return positions;
  const parts: Position[][] = [];
  for (let part = 0; part < partCount; part += 1) {
    const start = shp.readInt32LE(at + 8 + part * 4);
    const end = part + 1 < partCount ? shp.readInt32LE(at + 12 + part * 4) : count;
    if (start < 0 || end < start || end > count) return DAMAGED;
    if (end > start) parts.push(positions.slice(start, end));
  }
  return parts;
}

const DAMAGED = 'The shape is damaged: its parts lie outside it.';

function readPositions(shp: Buffer, at: number, count: number, hasZ: boolean): Position[] | string {
  const zAt = at + count * 16 + 16;
  if (count < 0 || at + count * 16 > shp.length || (hasZ && zAt + count * 8 > shp.length))
    return DAMAGED;
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  const positions = new Array<Position>(count);
  for (let index = 0; index < count; index += 1) {
    const x = view.getFloat64(at + index * 16, true);
    const y = view.getFloat64(at + index * 16 + 8, true);
    // x − x is 0 for every finite number and NaN for the rest.
    if (x - x + (y - y) !== 0) return NOT_FINITE;
    positions[index] = hasZ ? withZ(x, y, view.getFloat64(zAt + index * 8, true)) : [x, y];
  }
  return positions;
}

const withZ = (x: number, y: number, z: number): Position =>
  Number.isFinite(z) ? [x, y, z] : [x, y];
