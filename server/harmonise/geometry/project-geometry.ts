import type { Position } from 'geojson';
import type { Projection, ProjectionMethod } from '#data/geodesy/projection.ts';
import type { Bounds, NativeGeometry, Wgs84Geometry } from '#data/schema/geometry.ts';
import { inCountry } from './area.ts';

/** A geometry brought to WGS 84, and what was met on the way. */
export type ProjectedGeometry = {
  readonly geometry: Wgs84Geometry;
  readonly bounds: Bounds;
  /** `Helmert` as soon as one vertex lay outside the grid. */
  readonly method: ProjectionMethod;
  readonly vertices: number;
  /** Vertices outside the United Kingdom and its seas. */
  readonly abroad: number;
  /** Vertices that had a height other than 0, left out. */
  readonly heights: number;
  /** A vertex at the origin of the CRS or of the National Grid: no place, but a missing value. */
  readonly atOrigin: boolean;
};

/** Why a geometry could not be brought to WGS 84. */
export type Unprojectable = {
  readonly geometry?: undefined;
  readonly reason: 'not-finite' | 'no-place' | 'empty';
};

type Trip = {
  readonly projection: Projection;
  west: number;
  south: number;
  east: number;
  north: number;
  method: ProjectionMethod;
  vertices: number;
  abroad: number;
  heights: number;
  atOrigin: boolean;
  notFinite: boolean;
  /** Finite figures that the projection cannot place. */
  noPlace: boolean;
};

/** Bring every vertex of a geometry, x first, to WGS 84. None is dropped; heights are left out. */
export function projectGeometry(
  geometry: NativeGeometry,
  projection: Projection,
): ProjectedGeometry | Unprojectable {
  const trip: Trip = {
    projection,
    west: Infinity,
    south: Infinity,
    east: -Infinity,
    north: -Infinity,
    method: projection.crs.method,
    vertices: 0,
    abroad: 0,
    heights: 0,
    atOrigin: false,
    notFinite: false,
    noPlace: false,
  };
  const projected = mapGeometry(geometry, (position) => travel(trip, position));
  if (trip.notFinite) return { reason: 'not-finite' };
  if (trip.noPlace) return { reason: 'no-place' };
  if (trip.vertices === 0) return { reason: 'empty' };
  const { west, south, east, north, method, vertices, abroad, heights, atOrigin } = trip;
  const bounds: Bounds = [west, south, east, north];
  return { geometry: projected, bounds, method, vertices, abroad, heights, atOrigin };
}

/** Rounding at the edges of the world map, degrees. */
const SLACK = 1e-6;

function travel(trip: Trip, position: Position): Position {
  const x = position[0] as number;
  const y = position[1] as number;
  if (!(Number.isFinite(x) && Number.isFinite(y))) {
    trip.notFinite = true;
    return position;
  }
  const there = trip.projection.toWgs84(x, y);
  if (there === undefined) {
    trip.noPlace = true;
    return position;
  }
  const lng = there[0];
  const lat = there[1];
  if (!(Math.abs(lng) <= 180 + SLACK && Math.abs(lat) <= 90 + SLACK)) {
    trip.noPlace = true;
    return position;
  }
  trip.vertices++;
  if (position.length > 2 && position[2] !== 0) trip.heights++;
  if (there[2] === 'Helmert') trip.method = 'Helmert';
  if (isOrigin(trip.projection.crs.kind, x, y)) trip.atOrigin = true;
  if (!inCountry(lng, lat)) trip.abroad++;
  trip.west = Math.min(trip.west, lng);
  trip.east = Math.max(trip.east, lng);
  trip.south = Math.min(trip.south, lat);
  trip.north = Math.max(trip.north, lat);
  return [lng, lat];
}

/** Metres from the origin within which a projected position is a missing value: `7, 0` in NaPTAN. */
const ORIGIN_M = 10;
const ZERO = [0, 0] as const;
/** The National Grid's false origin in degrees, where 0, 0 lands when somebody else converts it. */
const FALSE_ORIGIN = [-7.5571, 49.7668] as const;
/** Its true origin, in metres and degrees: the middle of the projection, in the Channel. */
const TRUE_ORIGIN_M = [400_000, -100_000] as const;
const TRUE_ORIGIN = [-2, 49] as const;

/** True for 0, 0 and its likes: no place, but the trace of an empty cell. */
export function isOrigin(kind: 'geographic' | 'projected', x: number, y: number): boolean {
  if (kind === 'projected') {
    return isNear(ZERO, x, y, ORIGIN_M) || isNear(TRUE_ORIGIN_M, x, y, ORIGIN_M);
  }
  return (
    isNear(ZERO, x, y, 0.0001) ||
    isNear(FALSE_ORIGIN, x, y, 0.0015) ||
    isNear(TRUE_ORIGIN, x, y, 0.0015)
  );
}

const isNear = (there: readonly [number, number], x: number, y: number, within: number) =>
  Math.abs(x - there[0]) <= within && Math.abs(y - there[1]) <= within;

/** The first position of a geometry, as it is; undefined when it has none. */
export function findFirst(geometry: NativeGeometry): Position | undefined {
  if (geometry.type === 'GeometryCollection') {
    const [head] = geometry.geometries;
    return head && findFirst(head);
  }
  let part: unknown = geometry.coordinates;
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0];
  return part as Position;
}

/** The first position of a geometry as x and y, NaN when it has none. */
export function firstPositionOf(geometry: NativeGeometry): [x: number, y: number] {
  const [x = Number.NaN, y = Number.NaN] = findFirst(geometry) ?? [];
  return [x, y];
}

/** The same geometry with every position replaced, in order. */
export function mapGeometry(
  geometry: NativeGeometry,
  replace: (position: Position) => Position,
): NativeGeometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: replace(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: geometry.coordinates.map(replace) };
    case 'Polygon':
    case 'MultiLineString': {
      const coordinates = geometry.coordinates.map((line) => line.map(replace));
      return { type: geometry.type, coordinates };
    }
    case 'MultiPolygon': {
      const coordinates = geometry.coordinates.map((rings) =>
        rings.map((ring) => ring.map(replace)),
      );
      return { type: 'MultiPolygon', coordinates };
    }
    default: {
      const geometries = geometry.geometries.map((part) => mapGeometry(part, replace));
      return { type: 'GeometryCollection', geometries };
    }
  }
}

/** The same geometry with its axes exchanged; heights stay. */
export const swapAxes = (geometry: NativeGeometry): NativeGeometry =>
  mapGeometry(geometry, ([x = Number.NaN, y = Number.NaN, ...rest]) => [y, x, ...rest]);
