import type { Geometry, Position } from 'geojson';

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
  if (typeof value !== 'object') return 'The geometry is not an object.';
  const { type, coordinates, geometries } = value as Record<string, unknown>;
  if (type === 'GeometryCollection') return readCollection(geometries);
  const depth =
    typeof type === 'string' && Object.hasOwn(NESTING, type) ? NESTING[type] : undefined;
  if (depth === undefined) return `“${String(type)}” is no type of geometry.`;
  if (!Array.isArray(coordinates)) return 'The geometry has no coordinates.';
  if (coordinates.length === 0) return null;
  if (!areCoordinates(coordinates, depth)) {
    return `The coordinates are not those of a ${type}: every position is two or three finite numbers.`;
  }
  return { type, coordinates } as Geometry;
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
