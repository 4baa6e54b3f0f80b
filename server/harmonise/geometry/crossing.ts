import type { Position } from 'geojson';
import type { NativeGeometry } from '#data/schema/geometry.ts';
import {
  boxAt,
  boxesMeet,
  boxesMeetAcross,
  type Edges,
  edgesOf,
  indexOf,
  STRETCH,
  stretchBoxes,
} from './ring-edges.ts';

/** Rings up to this many edges are checked pair by pair, which is faster than an index. */
const PAIRWISE = 48;

/** A place where a boundary meets itself. */
export type Crossing = {
  /** `crosses`: two edges run through or along one another; `touches`: a ring comes back to a point. */
  readonly kind: 'crosses' | 'touches';
  /** A vertex of the first edge concerned, as published. */
  readonly near: Position;
};

/**
 * Find a place where a polygon is invalid by the OGC's simple features: a ring that crosses, overlaps
 * or touches itself, or two rings that cross or overlap (they may touch). Run on coordinates as
 * published, where lines that were drawn to touch still do.
 *
 * @returns the first one found; undefined when there is none, or the geometry is no polygon
 */
export function findCrossing(geometry: NativeGeometry): Crossing | undefined {
  if (geometry.type === 'Polygon') return findInPolygon(geometry.coordinates);
  if (geometry.type !== 'MultiPolygon') return undefined;
  for (const rings of geometry.coordinates) {
    const found = findInPolygon(rings);
    if (found) return found;
  }
  return undefined;
}

function findInPolygon(rings: readonly Position[][]): Crossing | undefined {
  const edges = edgesOf(rings);
  return edges.count <= PAIRWISE ? findPairwise(edges) : findIndexed(edges);
}

function findPairwise(edges: Edges): Crossing | undefined {
  const { boxes, count } = edges;
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const kind = boxesMeet(boxes, 4 * i, 4 * j) ? meet(edges, i, j) : undefined;
      if (kind) return at(edges, i, kind);
    }
  }
  return undefined;
}

/** Stretches up to this many are compared one with another, which is faster than an index. */
const FEW_STRETCHES = 600;

function findIndexed(edges: Edges): Crossing | undefined {
  const boxes = stretchBoxes(edges);
  const stretches = boxes.length / 4;
  const index = stretches > FEW_STRETCHES ? indexOf(boxes) : undefined;
  for (let a = 0; a < stretches; a++) {
    const found = index
      ? findAmong(
          edges,
          boxes,
          a,
          index.search(...boxAt(boxes, a), (b) => b >= a),
        )
      : findBehind(edges, boxes, a);
    if (found) return found;
  }
  return undefined;
}

function findAmong(
  edges: Edges,
  boxes: Float64Array,
  a: number,
  others: readonly number[],
): Crossing | undefined {
  for (const b of others) {
    const found = findBetween(edges, boxes, a, b);
    if (found) return found;
  }
  return undefined;
}

function findBehind(edges: Edges, boxes: Float64Array, a: number): Crossing | undefined {
  for (let b = a; b < boxes.length / 4; b++) {
    const found = boxesMeet(boxes, 4 * a, 4 * b) ? findBetween(edges, boxes, a, b) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The first pair of edges of two stretches, or of one, that make the polygon invalid. */
function findBetween(
  edges: Edges,
  stretches: Float64Array,
  a: number,
  b: number,
): Crossing | undefined {
  const end = Math.min(edges.count, (a + 1) * STRETCH);
  for (let i = a * STRETCH; i < end; i++) {
    if (!boxesMeetAcross(edges.boxes, 4 * i, stretches, 4 * b)) continue;
    const kind = findInStretch(edges, i, b);
    if (kind) return at(edges, i, kind);
  }
  return undefined;
}

function findInStretch(edges: Edges, i: number, b: number): Crossing['kind'] | undefined {
  const { boxes, count } = edges;
  const end = Math.min(count, (b + 1) * STRETCH);
  for (let j = Math.max(i + 1, b * STRETCH); j < end; j++) {
    const kind = boxesMeet(boxes, 4 * i, 4 * j) ? meet(edges, i, j) : undefined;
    if (kind) return kind;
  }
  return undefined;
}

const at = ({ ends }: Edges, edge: number, kind: Crossing['kind']): Crossing => ({
  kind,
  near: [ends[4 * edge] as number, ends[4 * edge + 1] as number],
});

/** How two edges whose boxes meet make the polygon invalid; i before j. */
function meet(edges: Edges, i: number, j: number): Crossing['kind'] | undefined {
  const { ends } = edges;
  const a = 4 * i;
  const b = 4 * j;
  const c = side(ends, a, b);
  const d = side(ends, a, b + 2);
  if (c === 0 && d === 0) {
    if (overlap(ends, a, b)) return 'crosses';
    return mayTouch(edges, i, j) || !shareEnd(ends, a, b) ? undefined : 'touches';
  }
  const e = side(ends, b, a);
  const f = side(ends, b, a + 2);
  if (c * d < 0 && e * f < 0) return 'crosses';
  const apart = c * d > 0 || e * f > 0;
  return apart || mayTouch(edges, i, j) ? undefined : 'touches';
}

/** Different rings may touch, and so do edges that follow one another. */
function mayTouch({ ring, first, last }: Edges, i: number, j: number): boolean {
  const r = ring[i] as number;
  return r !== ring[j] || j === i + 1 || (i === first[r] && j === last[r]);
}

function shareEnd(ends: Float64Array, a: number, b: number): boolean {
  const same = (p: number, q: number) => ends[p] === ends[q] && ends[p + 1] === ends[q + 1];
  return same(a, b) || same(a, b + 2) || same(a + 2, b) || same(a + 2, b + 2);
}

/** On which side of edge `a` the point at `p` lies: positive left, 0 on its line. */
function side(ends: Float64Array, a: number, p: number): number {
  const ax = ends[a] as number;
  const ay = ends[a + 1] as number;
  const bx = ends[a + 2] as number;
  const by = ends[a + 3] as number;
  return Math.sign(
    (bx - ax) * ((ends[p + 1] as number) - ay) - (by - ay) * ((ends[p] as number) - ax),
  );
}

/** True when two edges on one line share more than a point. */
function overlap(ends: Float64Array, a: number, b: number): boolean {
  const axis = ends[a] === ends[a + 2] ? 1 : 0;
  const a1 = ends[a + axis] as number;
  const a2 = ends[a + axis + 2] as number;
  const b1 = ends[b + axis] as number;
  const b2 = ends[b + axis + 2] as number;
  return (
    Math.min(Math.max(a1, a2), Math.max(b1, b2)) > Math.max(Math.min(a1, a2), Math.min(b1, b2))
  );
}
