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
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  eachPosition(geometry, ([x = Number.NaN, y = Number.NaN]) => {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  });
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}
