import { radixSort } from '../radix.ts';
import type { Path } from './path.ts';

/** Rings of up to this many edges are compared edge by edge, larger ones along a sweep. */
const FEW_EDGES = 48;

/** Edges of the rings under test: two ends, and the edge that follows in its ring. */
const edges = {
  count: 0,
  ax: new Int32Array(256),
  ay: new Int32Array(256),
  bx: new Int32Array(256),
  by: new Int32Array(256),
  next: new Int32Array(256),
};

/**
 * Whether the rings from `firstPart` on (an exterior and its holes) are as MVT 2.1 wants them:
 * the exterior of positive area, holes negative, and no ring crossing or touching itself or another.
 */
export function isSound(path: Path, firstPart: number): boolean {
  if (path.parts - firstPart === 1 && goesRound(path, firstPart)) return true;
  gather(path, firstPart);
  for (let part = firstPart; part < path.parts; part++) {
    const area = doubledArea(path, part);
    if (part === firstPart ? area <= 0 : area >= 0) return false;
    if (foldsBack(path, part)) return false;
  }
  return edges.count <= FEW_EDGES ? apartInPairs() : apartInSweep();
}

/** Twice the area of a ring by the surveyor's formula: positive is clockwise on screen. */
export function doubledArea(path: Path, part: number): number {
  const { xs, ys } = path;
  const start = path.startOf(part);
  const end = path.endOf(part);
  let sum = 0;
  let px = xs[end - 1] as number;
  let py = ys[end - 1] as number;
  for (let i = start; i < end; i++) {
    const x = xs[i] as number;
    const y = ys[i] as number;
    sum += px * y - x * py;
    px = x;
    py = y;
  }
  return sum;
}

/** Rings of up to this many vertices may go round their middle: further on, products are exact no more. */
const MOST_ROUND = 10_000;

/**
 * Whether a ring, seen from the mean of its vertices, goes on clockwise at every step and comes round once: then no
 * two edges meet, and it is sound, at a glance. Nearly every building and parcel is like that.
 *
 * Counted in multiples of 1 / vertices of a unit, so that the mean is a whole number.
 */
function goesRound(path: Path, part: number): boolean {
  const { xs, ys } = path;
  const start = path.startOf(part);
  const end = path.endOf(part);
  const count = end - start;
  if (count > MOST_ROUND) return false;
  let [middleX, middleY] = [0, 0];
  for (let i = start; i < end; i++) {
    middleX += xs[i] as number;
    middleY += ys[i] as number;
  }
  let ux = (xs[end - 1] as number) * count - middleX;
  let uy = (ys[end - 1] as number) * count - middleY;
  let rounds = 0;
  for (let i = start; i < end; i++) {
    const vx = (xs[i] as number) * count - middleX;
    const vy = (ys[i] as number) * count - middleY;
    if (ux * vy - uy * vx <= 0) return false;
    if (uy < 0 && vy >= 0) rounds++;
    ux = vx;
    uy = vy;
  }
  return rounds === 1;
}

function gather(path: Path, firstPart: number): void {
  const first = path.startOf(firstPart);
  const count = path.vertices - first;
  if (edges.next.length < count) {
    for (const name of ['ax', 'ay', 'bx', 'by', 'next'] as const) {
      edges[name] = new Int32Array(count * 2);
    }
  }
  edges.count = count;
  for (let part = firstPart; part < path.parts; part++) {
    const start = path.startOf(part) - first;
    const last = path.endOf(part) - first - 1;
    for (let edge = start; edge <= last; edge++) {
      const next = edge === last ? start : edge + 1;
      edges.ax[edge] = path.xs[first + edge] as number;
      edges.ay[edge] = path.ys[first + edge] as number;
      edges.bx[edge] = path.xs[first + next] as number;
      edges.by[edge] = path.ys[first + next] as number;
      edges.next[edge] = next;
    }
  }
}

/** Whether some edge runs back over the one before it. */
function foldsBack(path: Path, part: number): boolean {
  const first = path.startOf(path.parts) - edges.count;
  const end = path.endOf(part) - first;
  for (let edge = path.startOf(part) - first; edge < end; edge++) {
    const next = edges.next[edge] as number;
    const ux = (edges.bx[edge] as number) - (edges.ax[edge] as number);
    const uy = (edges.by[edge] as number) - (edges.ay[edge] as number);
    const vx = (edges.bx[next] as number) - (edges.ax[next] as number);
    const vy = (edges.by[next] as number) - (edges.ay[next] as number);
    if (ux * vy === uy * vx && ux * vx + uy * vy < 0) return true;
  }
  return false;
}

function apartInPairs(): boolean {
  for (let a = 0; a < edges.count; a++) {
    for (let b = a + 1; b < edges.count; b++) {
      if (meet(a, b)) return false;
    }
  }
  return true;
}

/** The same along x: only edges whose columns overlap are compared. */
function apartInSweep(): boolean {
  const { count, ax, bx } = edges;
  const offset = 1 << 30;
  const starts = Uint32Array.from({ length: count }, (_, edge) => {
    return Math.min(ax[edge] as number, bx[edge] as number) + offset;
  });
  const order = radixSort(
    starts,
    Uint32Array.from({ length: count }, (_, edge) => edge),
  );
  for (let i = 0; i < count; i++) {
    const a = order.values[i] as number;
    const end = Math.max(ax[a] as number, bx[a] as number) + offset;
    for (let j = i + 1; j < count && (order.keys[j] as number) <= end; j++) {
      if (meet(a, order.values[j] as number)) return false;
    }
  }
  return true;
}

/** Whether two edges have a point in common; the corner of neighbours does not count. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: hot kernel, runs for every pair of edges
function meet(a: number, b: number): boolean {
  const { ax, ay, bx, by, next } = edges;
  const px = ax[a] as number;
  const py = ay[a] as number;
  const qx = bx[a] as number;
  const qy = by[a] as number;
  const rx = ax[b] as number;
  const ry = ay[b] as number;
  const sx = bx[b] as number;
  const sy = by[b] as number;
  if (px < rx && px < sx && qx < rx && qx < sx) return false;
  if (px > rx && px > sx && qx > rx && qx > sx) return false;
  if (py < ry && py < sy && qy < ry && qy < sy) return false;
  if (py > ry && py > sy && qy > ry && qy > sy) return false;
  if (next[a] === b || next[b] === a) return false;
  const r = (qx - px) * (ry - py) - (qy - py) * (rx - px);
  const s = (qx - px) * (sy - py) - (qy - py) * (sx - px);
  if ((r > 0 && s > 0) || (r < 0 && s < 0)) return false;
  const p = (sx - rx) * (py - ry) - (sy - ry) * (px - rx);
  const q = (sx - rx) * (qy - ry) - (sy - ry) * (qx - rx);
  return !((p > 0 && q > 0) || (p < 0 && q < 0));
}
