import { BLOCK_EDGES, type Outlines } from './outlines.ts';

/** A convex piece of ground. */
export type Window = {
  /** Counter-clockwise, one after another, open. */
  readonly corners: Float64Array;
  /** West, south, east, north. */
  readonly box: Float64Array;
  /** Whether it is part of the whole, or taken off it. */
  readonly sign: 1 | -1;
};

/** Sides of a box, as bits. */
const ALL_SIDES = 15;

// what is clipped, and what is left of it, in turn; corners from the window's south-west
let taken = new Float64Array(256);
let left = new Float64Array(256);

/**
 * Ground of a window that a polygon covers, m².
 *
 * Each ring is clipped by the sides of the window in turn (Sutherland and Hodgman), and what is left is measured. A
 * ring that leaves the window and comes back leaves edges along its sides that go and return, whose area is none: of
 * any ring that does not cross itself the figure is exact. Holes are taken off.
 */
export function coveredM2(window: Window, of: Outlines, at: number): number {
  const { boxes } = of;
  if (
    sidesBeyond(
      window.box,
      boxes[4 * at] as number,
      boxes[4 * at + 1] as number,
      boxes[4 * at + 2] as number,
      boxes[4 * at + 3] as number,
    ) !== 0
  )
    return 0;
  let covered = 0;
  const end = of.firstRing[at + 1] as number;
  for (let ring = of.firstRing[at] as number; ring < end; ring++) {
    const count = takeRing(window.box, of, at, ring);
    if (count === 0) continue;
    const area = areaWithin(window, count);
    covered += of.opensPart[ring] === 1 ? area : -area;
  }
  return Math.max(covered, 0);
}

/**
 * Take over the corners of a ring. Of a block of edges that lies beyond one side of the box only the first corner is
 * taken: what the others go round is not in the window.
 *
 * @returns how many; 0 when all of them lie beyond one side
 */
function takeRing(box: Float64Array, of: Outlines, at: number, ring: number): number {
  const { edges, blocks } = of;
  const from = of.ringEdge[ring] as number;
  const to = of.ringEdge[ring + 1] as number;
  const begin = of.firstEdge[at] as number;
  const firstBlock = of.firstBlock[at] as number;
  if (taken.length < 2 * (to - from)) taken = new Float64Array(4 * (to - from));
  let count = 0;
  let beyond = ALL_SIDES;
  for (let edge = from; edge < to; edge++) {
    const e = edges[4 * edge] as number;
    const n = edges[4 * edge + 1] as number;
    taken[2 * count] = e - (box[0] as number);
    taken[2 * count + 1] = n - (box[1] as number);
    count++;
    beyond &= sidesBeyond(box, e, n, e, n);
    if ((edge - begin) % BLOCK_EDGES !== 0 || edge + BLOCK_EDGES > to) continue;
    const block = 4 * (firstBlock + (edge - begin) / BLOCK_EDGES);
    const sides = sidesBeyond(
      box,
      blocks[block] as number,
      blocks[block + 1] as number,
      blocks[block + 2] as number,
      blocks[block + 3] as number,
    );
    if (sides !== 0) edge += BLOCK_EDGES - 1;
  }
  return beyond === 0 ? count : 0;
}

/** Sides of a box beyond which all of another lies, as bits. */
// biome-ignore lint/complexity/useMaxParams: a kernel: an object for every corner would cost more than the comparing
function sidesBeyond(box: Float64Array, w: number, s: number, e: number, n: number): number {
  return (
    (e < (box[0] as number) ? 1 : 0) |
    (n < (box[1] as number) ? 2 : 0) |
    (w > (box[2] as number) ? 4 : 0) |
    (s > (box[3] as number) ? 8 : 0)
  );
}

/** Area of what of the ring taken lies within the window, whichever way it turns, m². */
function areaWithin({ corners, box }: Window, count: number): number {
  let kept = count;
  for (let from = 0; from < corners.length && kept > 0; from += 2) {
    const to = from + 2 === corners.length ? 0 : from + 2;
    const e = (corners[from] as number) - (box[0] as number);
    const n = (corners[from + 1] as number) - (box[1] as number);
    kept = clipBy(
      e,
      n,
      (corners[to] as number) - (box[0] as number) - e,
      (corners[to + 1] as number) - (box[1] as number) - n,
      kept,
    );
  }
  return Math.abs(shoelace(kept));
}

/** Keep what lies to the left of a line through a position; the number of corners then. */
// biome-ignore lint/complexity/useMaxParams: as above
function clipBy(e: number, n: number, east: number, north: number, count: number): number {
  if (left.length < 4 * count + 4) left = new Float64Array(8 * count + 8);
  const ring = taken;
  const kept = left;
  let room = 0;
  let e1 = ring[2 * count - 2] as number;
  let n1 = ring[2 * count - 1] as number;
  let off1 = east * (n1 - n) - north * (e1 - e);
  for (let at = 0; at < count; at++) {
    const e2 = ring[2 * at] as number;
    const n2 = ring[2 * at + 1] as number;
    const off2 = east * (n2 - n) - north * (e2 - e);
    if (off1 >= 0 !== off2 >= 0) {
      const part = off1 / (off1 - off2);
      kept[room++] = e1 + part * (e2 - e1);
      kept[room++] = n1 + part * (n2 - n1);
    }
    if (off2 >= 0) {
      kept[room++] = e2;
      kept[room++] = n2;
    }
    e1 = e2;
    n1 = n2;
    off1 = off2;
  }
  taken = kept;
  left = ring;
  return room / 2;
}

/** Area of the ring taken, positive where it turns counter-clockwise. */
function shoelace(count: number): number {
  if (count < 3) return 0;
  let twice = 0;
  let e1 = taken[2 * count - 2] as number;
  let n1 = taken[2 * count - 1] as number;
  for (let at = 0; at < count; at++) {
    const e2 = taken[2 * at] as number;
    const n2 = taken[2 * at + 1] as number;
    twice += e1 * n2 - e2 * n1;
    e1 = e2;
    n1 = n2;
  }
  return twice / 2;
}
