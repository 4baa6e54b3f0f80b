import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import type { NativeGeometry } from '#data/schema/geometry.ts';

/** Rings up to this many edges are checked pair by pair, which is faster than an index. */
const PAIRWISE = 120;

/**
 * Find a place where a polygon's boundary crosses itself: within a ring or between its rings.
 * Touching at a vertex is no crossing. Run on coordinates as published, where lines that were
 * drawn to touch still do.
 *
 * @returns one vertex next to the first crossing found; undefined when there is none
 */
export function findCrossing(geometry: NativeGeometry): Position | undefined {
  if (geometry.type === 'Polygon') return findInPolygon(geometry.coordinates);
  if (geometry.type !== 'MultiPolygon') return undefined;
  for (const rings of geometry.coordinates) {
    const found = findInPolygon(rings);
    if (found) return found;
  }
  return undefined;
}

function findInPolygon(rings: readonly Position[][]): Position | undefined {
  const edges = edgesOf(rings);
  const count = edges.length / 4;
  const crossed = count <= PAIRWISE ? findPairwise(edges, count) : findIndexed(edges, count);
  return crossed < 0 ? undefined : [edges[4 * crossed] as number, edges[4 * crossed + 1] as number];
}

/** Edges of all rings, without those of no length: `x1, y1, x2, y2 …`. */
function edgesOf(rings: readonly Position[][]): Float64Array {
  const most = rings.reduce((sum, ring) => sum + ring.length, 0);
  const edges = new Float64Array(4 * most);
  let end = 0;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const [x1 = 0, y1 = 0] = ring[i] as Position;
      const [x2 = 0, y2 = 0] = ring[i + 1 === ring.length ? 0 : i + 1] as Position;
      if (x1 === x2 && y1 === y2) continue;
      edges[end] = x1;
      edges[end + 1] = y1;
      edges[end + 2] = x2;
      edges[end + 3] = y2;
      end += 4;
    }
  }
  return edges.subarray(0, end);
}

function findPairwise(edges: Float64Array, count: number): number {
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) if (cross(edges, 4 * i, 4 * j)) return i;
  }
  return -1;
}

function findIndexed(edges: Float64Array, count: number): number {
  const index = new Flatbush(count);
  for (let i = 0; i < edges.length; i += 4) {
    const [x1, y1, x2, y2] = edges.subarray(i, i + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index.finish();
  for (let i = 0; i < count; i++) {
    const at = 4 * i;
    const x1 = edges[at] as number;
    const y1 = edges[at + 1] as number;
    const x2 = edges[at + 2] as number;
    const y2 = edges[at + 3] as number;
    const near = index.search(
      Math.min(x1, x2),
      Math.min(y1, y2),
      Math.max(x1, x2),
      Math.max(y1, y2),
      (j) => j > i && cross(edges, at, 4 * j),
    );
    if (near.length > 0) return i;
  }
  return -1;
}

/** True when two edges cross at a point inside both. */
function cross(edges: Float64Array, a: number, b: number): boolean {
  const ax = edges[a] as number;
  const ay = edges[a + 1] as number;
  const bx = edges[a + 2] as number;
  const by = edges[a + 3] as number;
  const cx = edges[b] as number;
  const cy = edges[b + 1] as number;
  const dx = edges[b + 2] as number;
  const dy = edges[b + 3] as number;
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false;
  const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if (!((c > 0 && d < 0) || (c < 0 && d > 0))) return false;
  const e = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const f = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  return (e > 0 && f < 0) || (e < 0 && f > 0);
}
