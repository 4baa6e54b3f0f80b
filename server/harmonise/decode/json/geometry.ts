import type { Geometry, Position } from 'geojson';
import { looksLikeWkt, readWkt } from '#server/harmonise/geometry/wkt.ts';

/** How deep positions stand in `coordinates`. Source: RFC 7946 §3.1. */
const NESTING: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** Names of the GeoJSON geometry types. */
export const GEOMETRY_TYPES: ReadonlySet<string> = new Set([
  ...Object.keys(NESTING),
  'GeometryCollection',
]);

/**
 * Check a parsed GeoJSON geometry.
 *
 * @returns it without foreign members; null when it is null or empty; a sentence on what is wrong otherwise
 */
export function readGeometry(value: unknown): Geometry | null | string {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return readText(value);
  return typeof value === 'object' ? readObject(value) : 'The geometry is not an object.';
}

function readObject(value: object): Geometry | null | string {
  const { type: said, coordinates: given, geometries } = value as Record<string, unknown>;
  const type = typeof said === 'string' ? (SPELLED.get(said.toLowerCase()) ?? said) : said;
  if (type === 'GeometryCollection') return readCollection(geometries);
  const depth =
    typeof type === 'string' && Object.hasOwn(NESTING, type) ? NESTING[type] : undefined;
  if (depth === undefined)
    return `“${typeof type === 'object' ? '…' : String(type)}” is no type of geometry.`;
  const coordinates = areCoordinates(given, depth) ? given : asFigures(given);
  if (!Array.isArray(coordinates)) return 'The geometry has no coordinates.';
  if (coordinates.length === 0) return null;
  if (!areCoordinates(coordinates, depth)) {
    return `The coordinates are not those of a ${type}: every position is two or three finite numbers.`;
  }
  return { type, coordinates } as Geometry;
}

/** Names in lower case, as some writers spell them. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  [...GEOMETRY_TYPES].map((name) => [name.toLowerCase(), name]),
);

/** A geometry written as text: GeoJSON in quotation marks, or well-known text. */
function readText(text: string): Geometry | null | string {
  if (text.trim() === '') return null;
  if (looksLikeWkt(text)) {
    const read = readWkt(text);
    return read ? (read.geometry ?? null) : 'The geometry is a text that is no proper WKT.';
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? 'The geometry is not an object.' : readGeometry(value);
  } catch {
    return 'The geometry is not an object.';
  }
}

/** Coordinates whose figures stand in quotation marks (`["-2.2","53.5"]`), as figures. */
function asFigures(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asFigures);
  return typeof value === 'string' && /^\s*[-+]?\d+(\.\d*)?(e[-+]?\d+)?\s*$/i.test(value)
    ? Number(value)
    : value;
}

function readCollection(geometries: unknown): Geometry | null | string {
  if (!Array.isArray(geometries)) return 'The geometry collection has no geometries.';
  const read: Geometry[] = [];
  for (const part of geometries) {
    const geometry = readGeometry(part);
    if (typeof geometry === 'string') return geometry;
    if (geometry !== null) read.push(geometry);
  }
  return read.length === 0 ? null : { type: 'GeometryCollection', geometries: read };
}

function areCoordinates(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth === 0) return isPosition(value);
  for (const part of value) if (!areCoordinates(part, depth - 1)) return false;
  return true;
}

function isPosition(value: readonly unknown[]): value is Position {
  if (value.length < 2) return false;
  if (!Number.isFinite(value[0]) || !Number.isFinite(value[1])) return false;
  return value.length === 2 || value.every(Number.isFinite);
}
