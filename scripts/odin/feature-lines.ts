import { closeSync, openSync, readSync } from 'node:fs';
import type { Geometry } from 'geojson';
import type { TileFeature } from '#data/schema/tile.ts';

/** A line that is no feature. */
export type LineFault = { readonly line: number; readonly reason: string };

const CHUNK_BYTES = 1 << 22;
const LINE_FEED = 10;

/** Record separator before each feature of a GeoJSON text sequence. Source: RFC 8142. */
const RECORD_SEPARATOR = 0x1e;

/**
 * Read a file of GeoJSON features, one a line (or a GeoJSON text sequence), without holding it all.
 * The id of a feature is its key when it is a whole number from 0; others have none.
 *
 * @param onFault told about each line that is no feature; the rest is read on
 * @throws the error of the file system when the file cannot be read
 */
export function readFeatureLines(
  path: string,
  onFault: (fault: LineFault) => void,
): Iterable<TileFeature> {
  const file = openSync(path, 'r');
  return featuresOf(file, onFault);
}

function* featuresOf(file: number, onFault: (fault: LineFault) => void): Generator<TileFeature> {
  try {
    let line = 0;
    for (const text of linesOf(file)) {
      line++;
      if (text === '') continue;
      const feature = featureOf(text);
      if (typeof feature === 'string') onFault({ line, reason: feature });
      else yield feature;
    }
  } finally {
    closeSync(file);
  }
}

function* linesOf(file: number): Generator<string> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let rest: Buffer = Buffer.alloc(0);
  for (;;) {
    const got = readSync(file, chunk, 0, CHUNK_BYTES, null);
    const bytes = Buffer.concat([rest, chunk.subarray(0, got)]);
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
      yield textOf(bytes, from, end);
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (got > 0) continue;
    if (rest.length > 0) yield textOf(rest, 0, rest.length);
    return;
  }
}

function textOf(bytes: Buffer, from: number, end: number): string {
  const start = bytes[from] === RECORD_SEPARATOR ? from + 1 : from;
  return bytes.toString('utf8', start, end).trim();
}

/** @returns the feature, or what is wrong with the line */
function featureOf(text: string): TileFeature | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'not JSON';
  }
  if (!isRecord(parsed)) return 'not a GeoJSON feature';
  const { type, geometry, properties, id } = parsed;
  if (type !== 'Feature') return 'not a GeoJSON feature';
  if (geometry === null || geometry === undefined) return 'no geometry';
  if (!isGeometry(geometry)) return 'a geometry of no known type';
  return {
    key: typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : -1,
    geometry,
    properties: isRecord(properties) ? flat(properties) : {},
    rank: 0,
  };
}

/** Nested values as JSON text; what is null is left out. Copied only when there is such a value. */
function flat(properties: Record<string, unknown>): TileFeature['properties'] {
  const nested = Object.values(properties).some((value) => typeof value === 'object');
  const kept = nested
    ? Object.fromEntries(
        Object.entries(properties)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => [
            name,
            typeof value === 'object' ? JSON.stringify(value) : value,
          ]),
      )
    : properties;
  return kept as TileFeature['properties'];
}

const TYPES = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'];

function isGeometry(value: unknown): value is Geometry {
  if (!isRecord(value)) return false;
  const { type, coordinates, geometries } = value;
  if (type === 'GeometryCollection')
    return Array.isArray(geometries) && geometries.every(isGeometry);
  return TYPES.includes(String(type)) && Array.isArray(coordinates);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
