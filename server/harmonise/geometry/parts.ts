import type { Position } from 'geojson';
import { type Bounds, boundsOf, type NativeGeometry } from '#data/schema/geometry.ts';

type Ring = readonly Position[];
type Boxed = { readonly ring: Ring; readonly box: Bounds | undefined };

/** Rings of one geometry that lie where they may not. */
export type Misplaced = {
  readonly kind: 'a hole lies outside its outline' | 'a hole lies in another' | 'two parts overlap';
  readonly near: Position;
};

/** Steps before a geometry of very many rings is taken as it is. */
const BUDGET = 2_000_000;

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
  return geometry.coordinates.length > 1 ? findOverlap(geometry.coordinates, search) : undefined;
}

function findInHoles(
  [outer = [], ...rest]: readonly Ring[],
  search: Search,
): Misplaced | undefined {
  if (rest.length === 0) return undefined;
  const shell = boxed(outer);
  const holes = rest.map(boxed);
  for (const [i, hole] of holes.entries()) {
    const near = hole.ring[0] ?? [];
    if (!lies(hole, shell, search)) {
      return search.left < 0 ? undefined : { kind: 'a hole lies outside its outline', near };
    }
    const within = holes.some((other, j) => i !== j && lies(hole, other, search));
    if (within && search.left >= 0) return { kind: 'a hole lies in another', near };
  }
  return undefined;
}

function findOverlap(
  polygons: readonly (readonly Ring[])[],
  search: Search,
): Misplaced | undefined {
  const parts = polygons.map((rings) => rings.map(boxed));
  for (const [i, part] of parts.entries()) {
    const near = parts
      .filter((other, j) => j > i && --search.left > 0 && meet(part[0]?.box, other[0]?.box))
      .map((other) => overlapOf(part, other, search))
      .find((position) => position !== undefined);
    if (near && search.left >= 0) return { kind: 'two parts overlap', near };
  }
  return undefined;
}

function overlapOf(
  [a, ...holesOfA]: readonly Boxed[],
  [b, ...holesOfB]: readonly Boxed[],
  search: Search,
): Position | undefined {
  if (!a || !b) return undefined;
  const inside = (ring: Boxed, outer: Boxed, holes: readonly Boxed[]) =>
    lies(ring, outer, search) && !holes.some((hole) => lies(ring, hole, search));
  if (inside(b, a, holesOfA) || inside(a, b, holesOfB)) return b.ring[0];
  return crossingOf(a, b, search);
}

/** Where edges of two rings run through one another; a border in common is none. */
function crossingOf(a: Boxed, b: Boxed, search: Search): Position | undefined {
  const ofA = edgesWithin(a, b.box);
  const ofB = edgesWithin(b, a.box);
  search.left -= a.ring.length + b.ring.length + ofA.length * ofB.length;
  if (search.left < 0) return undefined;
  return ofA.find(([p, q]) => ofB.some(([r, s]) => runThrough(p, q, r, s)))?.[0];
}

type Edge = readonly [Position, Position];

function edgesWithin({ ring }: Boxed, box: Bounds | undefined): readonly Edge[] {
  const edges: Edge[] = [];
  for (let i = 1; box && i < ring.length; i++) {
    const [p, q] = [ring[i - 1] as Position, ring[i] as Position];
    const [x1 = 0, y1 = 0] = p;
    const [x2 = 0, y2 = 0] = q;
    const beside = Math.max(x1, x2) < box[0] || Math.min(x1, x2) > box[2];
    if (!beside && Math.max(y1, y2) >= box[1] && Math.min(y1, y2) <= box[3]) edges.push([p, q]);
  }
  return edges;
}

function runThrough(p: Position, q: Position, ...[r, s]: readonly Position[]): boolean {
  if (!r || !s) return false;
  return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
}

/** On which side of a line a position lies: positive left, 0 on it. */
const side = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [x = 0, y = 0]: Position) =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));

/** True when a ring lies inside another, by its first vertex that is not the other's own. */
function lies({ ring, box }: Boxed, within: Boxed, search: Search): boolean {
  if (!meet(box, within.box)) return false;
  for (const probe of ring) {
    search.left -= within.ring.length;
    if (search.left < 0) return true;
    const found = contains(within.ring, probe);
    if (found !== undefined) return found;
  }
  // all its vertices are the other's: as good as inside
  return true;
}

/** True for a position inside a closed ring; undefined for one of its vertices. */
function contains(ring: Ring, [x = 0, y = 0]: Position): boolean | undefined {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const before = ring[i - 1] as Position;
    const after = ring[i] as Position;
    const x1 = before[0] as number;
    const y1 = before[1] as number;
    const x2 = after[0] as number;
    const y2 = after[1] as number;
    if (x1 === x && y1 === y) return undefined;
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

const boxed = (ring: Ring): Boxed => ({
  ring,
  box: boundsOf({ type: 'LineString', coordinates: ring as Position[] }),
});

const meet = (a: Bounds | undefined, b: Bounds | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a[0] <= b[2] &&
  b[0] <= a[2] &&
  a[1] <= b[3] &&
  b[1] <= a[3];
