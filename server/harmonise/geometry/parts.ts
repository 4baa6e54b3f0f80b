import type { Position } from 'geojson';
import { boundsOf, type NativeGeometry } from '#data/schema/geometry.ts';
import { findCrossing } from './crossing.ts';

type Ring = readonly Position[];

/** Rings of one geometry that lie where they may not. */
export type Misplaced = {
  readonly kind: 'a hole lies outside its outline' | 'a hole lies in another' | 'two parts overlap';
  readonly near: Position;
};

/** Vertices looked at before a geometry of very many rings is taken as it is. */
const BUDGET = 3_000_000;

type Search = { left: number };

/**
 * Find rings of a polygon that cross nothing and are misplaced all the same: holes outside their outline
 * or in one another, parts that overlap. Run on coordinates as published.
 */
export function findMisplaced(geometry: NativeGeometry): Misplaced | undefined {
  const search: Search = { left: BUDGET };
  if (geometry.type === 'Polygon') return findInHoles(geometry.coordinates, search);
  if (geometry.type !== 'MultiPolygon') return undefined;
  for (const rings of geometry.coordinates) {
    const found = findInHoles(rings, search);
    if (found) return found;
  }
  return findOverlap(geometry.coordinates, search);
}

function findInHoles(
  [outer = [], ...holes]: readonly Ring[],
  search: Search,
): Misplaced | undefined {
  if (holes.length === 0) return undefined;
  for (const [i, hole] of holes.entries()) {
    const near = hole[0] ?? [];
    if (!lies(hole, outer, search)) return { kind: 'a hole lies outside its outline', near };
    const within = holes.some(
      (other, j) => i !== j && boxesMeet(hole, other) && lies(hole, other, search),
    );
    if (within) return { kind: 'a hole lies in another', near };
    if (search.left < 0) return undefined;
  }
  return undefined;
}

function findOverlap(
  polygons: readonly (readonly Ring[])[],
  search: Search,
): Misplaced | undefined {
  const boxes = polygons.map(([outer = []]) => boxOf(outer));
  for (const [i, polygon] of polygons.entries()) {
    const near = polygons
      .filter((_, j) => j > i && --search.left > 0 && meet(boxes[i], boxes[j]))
      .map((other) => overlapOf(polygon, other, search))
      .find((position) => position !== undefined);
    if (near) return { kind: 'two parts overlap', near };
  }
  return undefined;
}

function overlapOf(
  [a = [], ...holesOfA]: readonly Ring[],
  [b = [], ...holesOfB]: readonly Ring[],
  search: Search,
): Position | undefined {
  search.left -= a.length + b.length;
  if (search.left < 0) return undefined;
  const crossing = findCrossing({ type: 'Polygon', coordinates: [[...a], [...b]] });
  if (crossing?.kind === 'crosses') return crossing.near;
  const inside = (ring: Ring, outer: Ring, holes: readonly Ring[]) =>
    lies(ring, outer, search) && !holes.some((hole) => lies(ring, hole, search));
  return inside(b, a, holesOfA) || inside(a, b, holesOfB) ? b[0] : undefined;
}

/** True when a ring lies inside another, by its first vertex that is not the other's own. */
function lies(ring: Ring, within: Ring, search: Search): boolean {
  search.left -= within.length;
  const own = new Set(within.map(([x, y]) => `${x},${y}`));
  const probe = ring.find(([x, y]) => !own.has(`${x},${y}`));
  // all its vertices are the other's: as good as inside
  if (!probe) return true;
  const [x = 0, y = 0] = probe;
  let inside = false;
  for (let i = 1; i < within.length; i++) {
    const [x1 = 0, y1 = 0] = within[i - 1] as Position;
    const [x2 = 0, y2 = 0] = within[i] as Position;
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

const boxOf = (ring: Ring) => boundsOf({ type: 'LineString', coordinates: [...ring] });

const boxesMeet = (a: Ring, b: Ring): boolean => meet(boxOf(a), boxOf(b));

const meet = (a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>): boolean =>
  a !== undefined &&
  b !== undefined &&
  a[0] <= b[2] &&
  b[0] <= a[2] &&
  a[1] <= b[3] &&
  b[1] <= a[3];
