import { beginsInside } from './inside.ts';
import { BLOCK_EDGES, type Outlines } from './outlines.ts';

/** What lies no further apart touches: a micrometre, far below what positions are kept to, squared. */
export const TOUCHING_M2 = 1e-12;

/**
 * Square of the least distance between two shapes, metres of the plane; 0 where they share a position.
 *
 * @param best nothing from here on is wanted; what is not nearer is answered with it
 */
// biome-ignore lint/complexity/useMaxParams: a kernel: an object for every pair would cost more than the measuring
export function apartM2(
  one: Outlines,
  at: number,
  other: Outlines,
  thing: number,
  best: number,
): number {
  if (boxesApartM2(one.boxes, at, other.boxes, thing) >= best) return best;
  if (
    boxesApartM2(one.boxes, at, other.boxes, thing) === 0 &&
    (beginsInside(one, at, other, thing) || beginsInside(other, thing, one, at))
  )
    return 0;
  let least = best;
  const end = other.firstEdge[thing + 1] as number;
  const lastBlock = other.firstBlock[thing + 1] as number;
  let from = other.firstEdge[thing] as number;
  for (let block = other.firstBlock[thing] as number; block < lastBlock; block++) {
    if (boxesApartM2(one.boxes, at, other.blocks, block) < least) {
      const to = Math.min(from + BLOCK_EDGES, end);
      for (let edge = from; edge < to; edge++) {
        least = edgeApartM2(one, at, other.edges, 4 * edge, least);
      }
      if (least <= TOUCHING_M2) return 0;
    }
    from += BLOCK_EDGES;
  }
  return least;
}

/** Square of the least distance from a shape to an edge, where it is below `best`. */
// biome-ignore lint/complexity/useMaxParams: as above
function edgeApartM2(
  one: Outlines,
  at: number,
  others: Float64Array,
  other: number,
  best: number,
): number {
  const a = others[other] as number;
  const b = others[other + 1] as number;
  const c = others[other + 2] as number;
  const d = others[other + 3] as number;
  const west = Math.min(a, c);
  const east = Math.max(a, c);
  const south = Math.min(b, d);
  const north = Math.max(b, d);
  if (toBoxM2(one.boxes, 4 * at, west, south, east, north) >= best) return best;
  let least = best;
  const end = one.firstEdge[at + 1] as number;
  const lastBlock = one.firstBlock[at + 1] as number;
  let from = one.firstEdge[at] as number;
  for (let block = one.firstBlock[at] as number; block < lastBlock; block++) {
    const to = Math.min(from + BLOCK_EDGES, end);
    if (toBoxM2(one.blocks, 4 * block, west, south, east, north) < least) {
      for (let edge = 4 * from; edge < 4 * to; edge += 4) {
        const measured = segmentsApartM2(one.edges, edge, others, other, least);
        if (measured < least) least = measured;
      }
    }
    from = to;
  }
  return least;
}

// biome-ignore lint/complexity/useMaxParams: as above
function toBoxM2(
  boxes: Float64Array,
  at: number,
  west: number,
  south: number,
  east: number,
  north: number,
): number {
  const e = Math.max((boxes[at] as number) - east, west - (boxes[at + 2] as number), 0);
  const n = Math.max((boxes[at + 1] as number) - north, south - (boxes[at + 3] as number), 0);
  return e * e + n * n;
}

/** Square of the distance between two boxes; infinite where one is empty. */
export function boxesApartM2(
  boxes: Float64Array,
  at: number,
  others: Float64Array,
  other: number,
): number {
  const e = Math.max(
    (boxes[4 * at] as number) - (others[4 * other + 2] as number),
    (others[4 * other] as number) - (boxes[4 * at + 2] as number),
    0,
  );
  const n = Math.max(
    (boxes[4 * at + 1] as number) - (others[4 * other + 3] as number),
    (others[4 * other + 1] as number) - (boxes[4 * at + 3] as number),
    0,
  );
  return e * e + n * n;
}

/** Square of the distance between two edges, where their boxes do not tell that it is no less than `best`. */
// biome-ignore lint/complexity/useMaxParams: as above
function segmentsApartM2(
  ones: Float64Array,
  one: number,
  others: Float64Array,
  other: number,
  best: number,
): number {
  const ax = ones[one] as number;
  const ay = ones[one + 1] as number;
  const bx = ones[one + 2] as number;
  const by = ones[one + 3] as number;
  const cx = others[other] as number;
  const cy = others[other + 1] as number;
  const dx = others[other + 2] as number;
  const dy = others[other + 3] as number;
  const e = Math.max(Math.min(ax, bx) - Math.max(cx, dx), Math.min(cx, dx) - Math.max(ax, bx), 0);
  const n = Math.max(Math.min(ay, by) - Math.max(cy, dy), Math.min(cy, dy) - Math.max(ay, by), 0);
  const apart = e * e + n * n;
  if (apart >= best) return best;
  if (apart === 0 && doCross(ax, ay, bx, by, cx, cy, dx, dy)) return 0;
  return Math.min(
    fromSegmentM2(ax, ay, cx, cy, dx, dy),
    fromSegmentM2(bx, by, cx, cy, dx, dy),
    fromSegmentM2(cx, cy, ax, ay, bx, by),
    fromSegmentM2(dx, dy, ax, ay, bx, by),
  );
}

/** Whether two edges pass through each other; those that merely touch are no distance apart anyway. */
// biome-ignore lint/complexity/useMaxParams: as above
function doCross(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if (c > 0 === d > 0) return false;
  const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  return a > 0 !== b > 0;
}

/** Square of the distance from a position to an edge. */
// biome-ignore lint/complexity/useMaxParams: as above
export function fromSegmentM2(
  e: number,
  n: number,
  e1: number,
  n1: number,
  e2: number,
  n2: number,
): number {
  const east = e2 - e1;
  const north = n2 - n1;
  const square = east * east + north * north;
  const along = square > 0 ? ((e - e1) * east + (n - n1) * north) / square : 0;
  const part = along < 0 ? 0 : along > 1 ? 1 : along;
  const offE = e - e1 - part * east;
  const offN = n - n1 - part * north;
  return offE * offE + offN * offN;
}
