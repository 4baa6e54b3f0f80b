import type { Geometry, Position } from 'geojson';
import { z } from 'zod';

const Coordinates = z.array(z.number());
const Shape = z.union([
  z.object({
    x: z.union([z.number(), z.literal('NaN'), z.null()]),
    y: z.unknown(),
    z: z.unknown().optional(),
  }),
  z.object({ points: z.array(Coordinates) }),
  z.object({ paths: z.array(z.array(Coordinates)) }),
  z.object({ rings: z.array(z.array(Coordinates)) }),
]);

/**
 * A geometry as ArcGIS REST writes it, as GeoJSON in the same coordinates. Rings that run clockwise are outer, the
 * others holes of the outer ring they lie in. Nothing for an empty or unreadable one.
 * Source: https://developers.arcgis.com/rest/services-reference/enterprise/geometry-objects/
 */
export function readEsriShape(value: unknown): Geometry | null {
  const shape = Shape.safeParse(value).data;
  if (!shape) return null;
  if ('x' in shape) return readPoint(shape);
  if ('points' in shape) {
    return shape.points.length === 0 ? null : { type: 'MultiPoint', coordinates: shape.points };
  }
  if ('paths' in shape) return linesOf(shape.paths.filter((path) => path.length > 1));
  return polygonsOf(shape.rings.filter((ring) => ring.length > 3));
}

function readPoint({ x, y }: { x: unknown; y: unknown }): Geometry | null {
  if (typeof x !== 'number' || typeof y !== 'number') return null;
  return { type: 'Point', coordinates: [x, y] };
}

function linesOf(paths: Position[][]): Geometry | null {
  const [only, ...more] = paths;
  if (!only) return null;
  return more.length === 0
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: paths };
}

function polygonsOf(rings: Position[][]): Geometry | null {
  const outers = rings.filter(isClockwise).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => !isClockwise(ring))) {
    const around = outers.find(([outer]) => outer !== undefined && holds(outer, hole));
    // a hole in nothing is land whose ring runs the wrong way
    if (around) around.push(hole);
    else outers.push([hole]);
  }
  const [only, ...more] = outers;
  if (!only) return null;
  return more.length === 0
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: outers };
}

function isClockwise(ring: readonly Position[]): boolean {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[j] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    twice += ax * by - bx * ay;
  }
  return twice <= 0;
}

/** True when a ring lies in another: by the first of its corners that is not one of the other's. */
function holds(outer: readonly Position[], hole: readonly Position[]): boolean {
  const corners = new Set(outer.map(([x, y]) => `${x} ${y}`));
  const corner = hole.find(([x, y]) => !corners.has(`${x} ${y}`)) ?? hole[0];
  return corner !== undefined && isInside(outer, corner);
}

function isInside(ring: readonly Position[], [x = 0, y = 0]: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[j] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
