import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import type { NativeGeometry } from '#data/schema/geometry.ts';

/** Rings up to this many edges are checked pair by pair, which is faster than an index. */
const PAIRWISE = 120;

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

/** Edges of all rings of one polygon, without those of no length. */
type Edges = {
  readonly count: number;
  /** `x1, y1, x2, y2 …` */
  readonly ends: Float64Array;
  /** `west, south, east, north …` */
  readonly boxes: Float64Array;
  /** Ring of each edge. */
  readonly ring: Int32Array;
  /** First and last edge of each ring. */
  readonly first: readonly number[];
  readonly last: readonly number[];
};

function findInPolygon(rings: readonly Position[][]): Crossing | undefined {
  const edges = edgesOf(rings);
  return edges.count <= PAIRWISE ? findPairwise(edges) : findIndexed(edges);
}

function edgesOf(rings: readonly Position[][]): Edges {
  const most = rings.reduce((sum, ring) => sum + ring.length, 0);
  const ends = new Float64Array(4 * most);
  const ringOf = new Int32Array(most);
  const first: number[] = [];
  const last: number[] = [];
  let count = 0;
  for (const [r, ring] of rings.entries()) {
    first.push(count);
    for (let i = 0; i < ring.length; i++) {
      const [x1 = 0, y1 = 0] = ring[i] as Position;
      const [x2 = 0, y2 = 0] = ring[i + 1 === ring.length ? 0 : i + 1] as Position;
      if (x1 === x2 && y1 === y2) continue;
      const a = 4 * count;
      ends[a] = x1;
      ends[a + 1] = y1;
      ends[a + 2] = x2;
      ends[a + 3] = y2;
      ringOf[count++] = r;
    }
    last.push(count - 1);
  }
  return { count, ends, boxes: boxesOf(ends, count), ring: ringOf, first, last };
}

function boxesOf(ends: Float64Array, count: number): Float64Array {
  const boxes = new Float64Array(4 * count);
  for (let a = 0; a < boxes.length; a += 4) {
    boxes[a] = Math.min(ends[a] as number, ends[a + 2] as number);
    boxes[a + 1] = Math.min(ends[a + 1] as number, ends[a + 3] as number);
    boxes[a + 2] = Math.max(ends[a] as number, ends[a + 2] as number);
    boxes[a + 3] = Math.max(ends[a + 1] as number, ends[a + 3] as number);
  }
  return boxes;
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

function findIndexed(edges: Edges): Crossing | undefined {
  const { boxes, count } = edges;
  const index = new Flatbush(count);
  const box = (edge: number, side: number) => boxes[4 * edge + side] as number;
  for (let i = 0; i < count; i++) index.add(box(i, 0), box(i, 1), box(i, 2), box(i, 3));
  index.finish();
  let kind: Crossing['kind'] | undefined;
  for (let i = 0; i < count; i++) {
    index.search(box(i, 0), box(i, 1), box(i, 2), box(i, 3), (j) => {
      if (j > i) kind ??= meet(edges, i, j);
      return false;
    });
    if (kind) return at(edges, i, kind);
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

const boxesMeet = (boxes: Float64Array, a: number, b: number): boolean =>
  (boxes[a] as number) <= (boxes[b + 2] as number) &&
  (boxes[b] as number) <= (boxes[a + 2] as number) &&
  (boxes[a + 1] as number) <= (boxes[b + 3] as number) &&
  (boxes[b + 1] as number) <= (boxes[a + 3] as number);

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
