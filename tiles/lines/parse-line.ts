import type { Geometry } from 'geojson';
import type { TileFeature } from '#data/schema/tile.ts';

/**
 * The feature a line of text holds. Its id is its key when that is a whole number from 0.
 *
 * @returns the feature, or what is wrong with the line
 */
export function parseLine(text: string): TileFeature | string {
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
  if (!nested) return properties as TileFeature['properties'];
  const kept = Object.entries(properties)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : value]);
  return Object.fromEntries(kept) as TileFeature['properties'];
}

const TYPES = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'];

function isGeometry(value: unknown): value is Geometry {
  if (!isRecord(value)) return false;
  const { type, coordinates, geometries } = value;
  if (type === 'GeometryCollection') {
    return Array.isArray(geometries) && geometries.every(isGeometry);
  }
  return TYPES.includes(String(type)) && Array.isArray(coordinates);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
