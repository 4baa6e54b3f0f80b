import type { NativeGeometry } from '#data/schema/geometry.ts';

/** Nesting of `coordinates` by type. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** Nested collections deeper than this are refused: no publisher means them. */
const DEEPEST = 8;

/**
 * Read a cell that holds a GeoJSON geometry, or a feature round one.
 *
 * @returns undefined when it is not one, or its coordinates are not numbers in the right nesting
 */
export function readGeojsonCell(text: string): NativeGeometry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const geometry = isObject(value) && value.type === 'Feature' ? value.geometry : value;
  return isGeometry(geometry) ? geometry : undefined;
}

/** True for a geometry whose coordinates are numbers, nested as its type asks; they may be infinite. */
export function isGeometry(value: unknown, depth = 0): value is NativeGeometry {
  if (!isObject(value) || typeof value.type !== 'string' || depth > DEEPEST) return false;
  if (value.type === 'GeometryCollection') {
    const parts = value.geometries;
    return Array.isArray(parts) && parts.every((part) => isGeometry(part, depth + 1));
  }
  if (!Object.hasOwn(DEPTHS, value.type)) return false;
  return isNested(value.coordinates, DEPTHS[value.type] ?? 0);
}

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth === 0) return isPosition(value);
  for (const part of value) {
    if (depth === 1 ? !isPosition(part) : !isNested(part, depth - 1)) return false;
  }
  return true;
}

const isPosition = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length >= 2 &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
