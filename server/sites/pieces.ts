import type { Window } from './clip.ts';
import { type Outlines, POLYGONS } from './outlines.ts';

/** Longest ring that is parted, corners; a longer one may have as many bays as corners, and sweeping is quicker. */
const MOST_CORNERS = 128;

/**
 * A polygon as convex windows to be added and taken off: its hull, less the bays between hull and ring, each of which
 * is parted the same way. Undefined of one that has holes or many corners, and of lines and points.
 */
export function piecesOf(of: Outlines, at: number): readonly Window[] | undefined {
  if (of.kinds[at] !== POLYGONS) return undefined;
  const pieces: Window[] = [];
  const end = of.firstRing[at + 1] as number;
  for (let ring = of.firstRing[at] as number; ring < end; ring++) {
    const count = (of.ringEdge[ring + 1] as number) - (of.ringEdge[ring] as number);
    if (of.opensPart[ring] === 0 || count > MOST_CORNERS) return undefined;
    part(turned(cornersOf(of, ring)), 1, pieces);
  }
  return pieces;
}

/** Corners of a ring one after another, open. */
function cornersOf({ edges, ringEdge }: Outlines, ring: number): Float64Array {
  const from = ringEdge[ring] as number;
  const to = ringEdge[ring + 1] as number;
  const corners = new Float64Array(2 * (to - from));
  for (let edge = from; edge < to; edge++) {
    corners[2 * (edge - from)] = edges[4 * edge] as number;
    corners[2 * (edge - from) + 1] = edges[4 * edge + 1] as number;
  }
  return corners;
}

/** Counter-clockwise. */
function turned(corners: Float64Array): Float64Array {
  const count = corners.length / 2;
  let twice = 0;
  for (let at = 1; at + 1 < count; at++) twice += turn(corners, 0, at, at + 1);
  return twice >= 0 ? corners : backwards(corners);
}

function backwards(corners: Float64Array): Float64Array {
  const last = corners.length / 2 - 1;
  const back = new Float64Array(corners.length);
  for (let at = 0; at <= last; at++) {
    back[2 * at] = corners[2 * (last - at)] as number;
    back[2 * at + 1] = corners[2 * (last - at) + 1] as number;
  }
  return back;
}

/** Twice the area of the triangle of three corners: positive where it turns left. */
function turn(corners: Float64Array, a: number, b: number, c: number): number {
  const e = corners[2 * a] as number;
  const n = corners[2 * a + 1] as number;
  return (
    ((corners[2 * b] as number) - e) * ((corners[2 * c + 1] as number) - n) -
    ((corners[2 * b + 1] as number) - n) * ((corners[2 * c] as number) - e)
  );
}

/** Part a ring that turns counter-clockwise and does not cross itself. */
function part(corners: Float64Array, sign: 1 | -1, into: Window[]): void {
  const hull = hullOf(corners);
  if (hull.length < 3) return;
  into.push(windowOf(corners, hull, sign));
  const count = corners.length / 2;
  for (const [at, from] of hull.entries()) {
    const to = hull[(at + 1) % hull.length] as number;
    const steps = (to - from + count) % count;
    if (steps === 1) continue;
    const bay = new Float64Array(2 * (steps + 1));
    for (let step = 0; step <= steps; step++) {
      const corner = (from + step) % count;
      bay[2 * step] = corners[2 * corner] as number;
      bay[2 * step + 1] = corners[2 * corner + 1] as number;
    }
    // the ring runs round a bay the other way
    part(backwards(bay), sign === 1 ? -1 : 1, into);
  }
}

/** Numbers of the corners of a ring's hull, counter-clockwise (Andrew's monotone chain). */
function hullOf(corners: Float64Array): number[] {
  const sorted = Array.from({ length: corners.length / 2 }, (_, at) => at).sort(
    (one, other) =>
      (corners[2 * one] as number) - (corners[2 * other] as number) ||
      (corners[2 * one + 1] as number) - (corners[2 * other + 1] as number),
  );
  const under = chain(corners, sorted);
  const over = chain(corners, sorted.reverse());
  return [...under.slice(0, -1), ...over.slice(0, -1)];
}

function chain(corners: Float64Array, sorted: readonly number[]): number[] {
  const kept: number[] = [];
  for (const corner of sorted) {
    while (
      kept.length > 1 &&
      turn(corners, kept.at(-2) as number, kept.at(-1) as number, corner) <= 0
    ) {
      kept.pop();
    }
    kept.push(corner);
  }
  return kept;
}

function windowOf(corners: Float64Array, hull: readonly number[], sign: 1 | -1): Window {
  const ring = new Float64Array(2 * hull.length);
  const box = new Float64Array([Infinity, Infinity, -Infinity, -Infinity]);
  for (const [at, corner] of hull.entries()) {
    const e = corners[2 * corner] as number;
    const n = corners[2 * corner + 1] as number;
    ring[2 * at] = e;
    ring[2 * at + 1] = n;
    box[0] = Math.min(box[0] as number, e);
    box[1] = Math.min(box[1] as number, n);
    box[2] = Math.max(box[2] as number, e);
    box[3] = Math.max(box[3] as number, n);
  }
  return { corners: ring, box, sign };
}
