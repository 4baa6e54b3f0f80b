import type { Geometry, Position } from 'geojson';
import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { toNationalGridArray } from '#data/geodesy/ostn15.ts';
import { eachPosition } from '#data/schema/geometry.ts';

/** A geometry as points, lines and rings in metres of the National Grid. */
export type MetricShape = {
  /** Runs of `e, n, e, n …`; a run of one pair is a point. */
  readonly paths: readonly Float64Array[];
  /** True when the paths are rings that enclose area. */
  readonly area: boolean;
};

export type Separation = {
  /** Metres on the National Grid; 0 when they touch or one holds the other. */
  readonly distanceM: number;
  /** From the first to the second at their nearest, metres east and north. */
  readonly east: number;
  readonly north: number;
};

/** Put a WGS 84 geometry on the National Grid; undefined when any of it lies outside. */
export function toMetres(geometry: Geometry, grid: Ostn15Grid): MetricShape | undefined {
  const paths = pathsOf(geometry);
  for (const path of paths) if (toNationalGridArray(grid, path) > 0) return undefined;
  return { paths, area: geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' };
}

function pathsOf(geometry: Geometry): Float64Array[] {
  switch (geometry.type) {
    case 'LineString':
      return [pathOf(geometry.coordinates)];
    case 'Polygon':
    case 'MultiLineString':
      return geometry.coordinates.map(pathOf);
    case 'MultiPolygon':
      return geometry.coordinates.flat().map(pathOf);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(pathsOf);
    default: {
      const points: Float64Array[] = [];
      eachPosition(geometry, (position) => points.push(pathOf([position])));
      return points;
    }
  }
}

function pathOf(positions: readonly Position[]): Float64Array {
  const path = new Float64Array(2 * positions.length);
  for (const [index, position] of positions.entries()) {
    path[2 * index] = position[0] ?? Number.NaN;
    path[2 * index + 1] = position[1] ?? Number.NaN;
  }
  return path;
}

/** How far two shapes are from each other, and which way. Exact but for lines that cross, which are 0 apart. */
export function separation(one: MetricShape, other: MetricShape): Separation {
  if (holds(one, other) || holds(other, one)) return { distanceM: 0, east: 0, north: 0 };
  const there = nearest(one, other);
  const back = nearest(other, one);
  return there.distanceM <= back.distanceM
    ? there
    : { distanceM: back.distanceM, east: -back.east, north: -back.north };
}

/** The nearest of `other`'s edges to any corner of `one`. */
function nearest(one: MetricShape, other: MetricShape): Separation {
  let best: Separation = { distanceM: Infinity, east: 0, north: 0 };
  for (const path of one.paths) {
    for (let at = 0; at < path.length; at += 2) {
      for (const edges of other.paths) {
        const found = toPath(path[at] ?? 0, path[at + 1] ?? 0, edges);
        if (found.distanceM < best.distanceM) best = found;
      }
    }
  }
  return best;
}

/** The nearest place on a path. A hot kernel: no object or view is made for a segment. */
function toPath(e: number, n: number, path: Float64Array): Separation {
  const last = Math.max(path.length - 2, 2);
  let [bestSquare, bestEast, bestNorth] = [Infinity, 0, 0];
  for (let at = 0; at < last; at += 2) {
    const e1 = path[at] as number;
    const n1 = path[at + 1] as number;
    const dE = (path[at + 2] ?? e1) - e1;
    const dN = (path[at + 3] ?? n1) - n1;
    const length = dE * dE + dN * dN;
    const along = length === 0 ? 0 : ((e - e1) * dE + (n - n1) * dN) / length;
    const share = Math.min(1, Math.max(0, along));
    const east = e1 + share * dE - e;
    const north = n1 + share * dN - n;
    const square = east * east + north * north;
    if (square < bestSquare) [bestSquare, bestEast, bestNorth] = [square, east, north];
  }
  return { distanceM: Math.sqrt(bestSquare), east: bestEast, north: bestNorth };
}

/** Whether the first corner of `inner` lies inside `outer`. */
function holds(outer: MetricShape, inner: MetricShape): boolean {
  if (!outer.area) return false;
  const [e = Number.NaN, n = Number.NaN] = inner.paths[0] ?? [];
  let inside = false;
  for (const ring of outer.paths) {
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const e1 = ring[at] as number;
      const n1 = ring[at + 1] as number;
      const e2 = ring[at + 2] as number;
      const n2 = ring[at + 3] as number;
      if (n1 > n !== n2 > n && e < e1 + ((n - n1) / (n2 - n1)) * (e2 - e1)) inside = !inside;
    }
  }
  return inside;
}

const WINDS = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const;

/** Compass point of a direction; empty when there is none. */
export function bearingOf({ east, north }: Separation): string {
  if (east === 0 && north === 0) return '';
  const turn = Math.atan2(east, north) / (2 * Math.PI);
  return WINDS[Math.round((turn + 1) * 8) % 8] ?? '';
}
