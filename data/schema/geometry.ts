import type { Geometry, Position } from 'geojson';

/** WGS 84 box in degrees, GeoJSON order. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** WGS 84 position in degrees, longitude first. */
export type LngLat = readonly [lng: number, lat: number];

/** Any GeoJSON geometry in WGS 84, longitude first. */
export type Wgs84Geometry = Geometry;

/** Any GeoJSON-shaped geometry in the coordinates of its file; `crs` and axis order are known elsewhere. */
export type NativeGeometry = Geometry;

/** The three shapes a feature type may take; multi-part forms count as their single form. */
export type Shape = 'point' | 'line' | 'polygon';

const SHAPES: Readonly<Record<Geometry['type'], Shape | undefined>> = {
  Point: 'point',
  MultiPoint: 'point',
  LineString: 'line',
  MultiLineString: 'line',
  Polygon: 'polygon',
  MultiPolygon: 'polygon',
  GeometryCollection: undefined,
};

/** The shape of a geometry, or undefined for a collection. */
export const shapeOf = (geometry: Geometry): Shape | undefined => SHAPES[geometry.type];

/** Call `visit` with every position of a geometry, in order. */
export function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) eachPosition(part, visit);
    return;
  }
  eachPositionIn(geometry.coordinates, visit);
}

type Nested = Position | Position[] | Position[][] | Position[][][];

function eachPositionIn(nested: Nested, visit: (position: Position) => void): void {
  if (typeof nested[0] === 'number') {
    visit(nested as Position);
    return;
  }
  for (const part of nested as Nested[]) eachPositionIn(part, visit);
}

/** The smallest box round a geometry, in its own coordinates; undefined when it has no position. */
export function boundsOf(geometry: Geometry): Bounds | undefined {
  const bounds: Box = [Infinity, Infinity, -Infinity, -Infinity];
  if (geometry.type === 'GeometryCollection') {
    eachPosition(geometry, (position) => widen(bounds, position));
  } else widenIn(bounds, geometry.coordinates);
  return bounds[0] <= bounds[2] && bounds[1] <= bounds[3] ? bounds : undefined;
}

type Box = [number, number, number, number];

function widenIn(bounds: Box, nested: Nested): void {
  if (typeof nested[0] === 'number') widen(bounds, nested as Position);
  else for (const part of nested as Nested[]) widenIn(bounds, part);
}

function widen(bounds: Box, position: Position): void {
  const x = position[0] ?? Number.NaN;
  const y = position[1] ?? Number.NaN;
  bounds[0] = Math.min(bounds[0], x);
  bounds[1] = Math.min(bounds[1], y);
  bounds[2] = Math.max(bounds[2], x);
  bounds[3] = Math.max(bounds[3], y);
}
