import { beginsInside } from './inside.ts';
import { BLOCK_EDGES, type Outlines } from './outlines.ts';

/** What lies no further apart touches: a micrometre, far below what positions are kept to, squared. */
export const TOUCHING_M2 = 1e-12;

// how near the box of each edge of a block is
const edgesM2 = new Float64Array(BLOCK_EDGES);

/**
 * Square of the least distance between two shapes, metres of the plane; 0 where they share a position.
 *
 * Blocks and edges whose box is no nearer than the best so far are passed over; the one whose box is nearest comes
 * first, so that the best is good at once.
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
  const apart = boxesApartM2(one.boxes, at, other.boxes, thing);
  // not a number where one is empty
  if (!(apart < best) || discsAreBeyond(one.discs, at, other.discs, thing, best)) return best;
  if (apart === 0 && (beginsInside(one, at, other, thing) || beginsInside(other, thing, one, at)))
    return 0;
  const firstBlock = other.firstBlock[thing] as number;
  const lastBlock = other.firstBlock[thing + 1] as number;
  const nearest = nearestBlock(one, at, other, thing);
  let least = blockApartM2(one, at, other, thing, nearest, best);
  for (let block = firstBlock; block < lastBlock && least > TOUCHING_M2; block++) {
    if (block !== nearest && boxesApartM2(one.boxes, at, other.blocks, block) < least) {
      least = blockApartM2(one, at, other, thing, block, least);
    }
  }
  return least <= TOUCHING_M2 ? 0 : least;
}

/** Block of a shape whose box is nearest. */
function nearestBlock(one: Outlines, at: number, other: Outlines, thing: number): number {
  const from = other.firstBlock[thing] as number;
  const to = other.firstBlock[thing + 1] as number;
  let nearest = from;
  if (to - from < 2) return nearest;
  let least = Infinity;
  for (let block = from; block < to; block++) {
    const apart = boxesApartM2(one.boxes, at, other.blocks, block);
    if (apart >= least) continue;
    least = apart;
    nearest = block;
  }
  return nearest;
}

/** Square of the least distance from a shape to the edges of a block, where it is below `best`. */
// biome-ignore lint/complexity/useMaxParams: as above
function blockApartM2(
  one: Outlines,
  at: number,
  other: Outlines,
  thing: number,
  block: number,
  best: number,
): number {
  const { edges } = other;
  const first =
    (other.firstEdge[thing] as number) +
    BLOCK_EDGES * (block - (other.firstBlock[thing] as number));
  const count = Math.min(BLOCK_EDGES, (other.firstEdge[thing + 1] as number) - first);
  let nearest = 0;
  let nearestM2 = Infinity;
  for (let edge = 0; edge < count; edge++) {
    const apart = edgeToBoxM2(edges, 4 * (first + edge), one.boxes, 4 * at);
    edgesM2[edge] = apart;
    if (apart >= nearestM2) continue;
    nearestM2 = apart;
    nearest = edge;
  }
  if (nearestM2 >= best) return best;
  let least = edgeApartM2(one, at, other, first + nearest, best);
  edgesM2[nearest] = Infinity;
  for (let edge = 0; edge < count; edge++) {
    if ((edgesM2[edge] as number) >= least || isBeyond(one.discs, at, other, first + edge, least))
      continue;
    least = edgeApartM2(one, at, other, first + edge, least);
  }
  return least;
}

/** Whether two shapes cannot be nearer than that, as the circles round them tell. */
// biome-ignore lint/complexity/useMaxParams: as above
function discsAreBeyond(
  discs: Float64Array,
  at: number,
  others: Float64Array,
  other: number,
  apartM2: number,
): boolean {
  const e = (discs[3 * at] as number) - (others[3 * other] as number);
  const n = (discs[3 * at + 1] as number) - (others[3 * other + 1] as number);
  const reach =
    (discs[3 * at + 2] as number) + (others[3 * other + 2] as number) + Math.sqrt(apartM2);
  return e * e + n * n >= reach * reach;
}

/** The same of an edge and the circle round a shape. */
// biome-ignore lint/complexity/useMaxParams: as above
function isBeyond(
  discs: Float64Array,
  at: number,
  other: Outlines,
  edge: number,
  apartM2: number,
): boolean {
  const { edges, perM2 } = other;
  const reach = (discs[3 * at + 2] as number) + Math.sqrt(apartM2);
  const reachM2 = reach * reach;
  const middleM2 = nearerM2(
    discs[3 * at] as number,
    discs[3 * at + 1] as number,
    edges[4 * edge] as number,
    edges[4 * edge + 1] as number,
    edges[4 * edge + 2] as number,
    edges[4 * edge + 3] as number,
    perM2[edge] as number,
    reachM2,
  );
  return middleM2 >= reachM2;
}

/**
 * Square of the least distance from a shape to an edge, where it is below `best`: of edges that do not cross it is
 * that of an end of either to the other.
 */
// biome-ignore lint/complexity/useMaxParams: as above
function edgeApartM2(
  one: Outlines,
  at: number,
  other: Outlines,
  edge: number,
  best: number,
): number {
  const { blocks } = one;
  const end = one.firstEdge[at + 1] as number;
  const lastBlock = one.firstBlock[at + 1] as number;
  let from = one.firstEdge[at] as number;
  let least = best;
  for (let block = one.firstBlock[at] as number; block < lastBlock; block++) {
    const to = Math.min(from + BLOCK_EDGES, end);
    const apart = edgeToBoxM2(other.edges, 4 * edge, blocks, 4 * block);
    if (apart < least) {
      if (apart === 0 && crossesAny(one.edges, from, to, other.edges, 4 * edge)) return 0;
      least = endsApartM2(one, from, to, other, edge, least);
    }
    from = to;
  }
  return least;
}

/** Square of the least distance from the ends of some edges to an edge, or from its ends to them. */
// biome-ignore lint/complexity/useMaxParams: as above
function endsApartM2(
  one: Outlines,
  from: number,
  to: number,
  other: Outlines,
  edge: number,
  best: number,
): number {
  const { edges, perM2 } = one;
  const e1 = other.edges[4 * edge] as number;
  const n1 = other.edges[4 * edge + 1] as number;
  const e2 = other.edges[4 * edge + 2] as number;
  const n2 = other.edges[4 * edge + 3] as number;
  const per = other.perM2[edge] as number;
  let least = best;
  for (let at = from; at < to; at++) {
    const a = edges[4 * at] as number;
    const b = edges[4 * at + 1] as number;
    const c = edges[4 * at + 2] as number;
    const d = edges[4 * at + 3] as number;
    least = nearerM2(a, b, e1, n1, e2, n2, per, least);
    least = nearerM2(e1, n1, a, b, c, d, perM2[at] as number, least);
    // of a ring each end begins another edge; of a line one does not
    if (one.isOpen) least = nearerM2(c, d, e1, n1, e2, n2, per, least);
    if (other.isOpen) least = nearerM2(e2, n2, a, b, c, d, perM2[at] as number, least);
  }
  return least;
}

/** Square of the distance from a position to an edge where it is below `best`, else that. */
// biome-ignore lint/complexity/useMaxParams: as above
function nearerM2(
  e: number,
  n: number,
  e1: number,
  n1: number,
  e2: number,
  n2: number,
  per: number,
  best: number,
): number {
  const east = e2 - e1;
  const north = n2 - n1;
  const offE = e - e1;
  const offN = n - n1;
  const across = offE * north - offN * east;
  // most lie too far beside the line the edge is part of
  if (across * across * per >= best) return best;
  const along = (offE * east + offN * north) * per;
  const part = along < 0 ? 0 : along > 1 ? 1 : along;
  const apartE = offE - part * east;
  const apartN = offN - part * north;
  const apart = apartE * apartE + apartN * apartN;
  return apart < best ? apart : best;
}

// biome-ignore lint/complexity/useMaxParams: as above
function crossesAny(
  edges: Float64Array,
  from: number,
  to: number,
  others: Float64Array,
  other: number,
): boolean {
  for (let edge = 4 * from; edge < 4 * to; edge += 4) {
    if (doCross(edges, edge, others, other)) return true;
  }
  return false;
}

/** Square of the distance from an edge's box to a box. */
function edgeToBoxM2(edges: Float64Array, edge: number, boxes: Float64Array, box: number): number {
  const e1 = edges[edge] as number;
  const n1 = edges[edge + 1] as number;
  const e2 = edges[edge + 2] as number;
  const n2 = edges[edge + 3] as number;
  const west = boxes[box] as number;
  const south = boxes[box + 1] as number;
  const east = boxes[box + 2] as number;
  const north = boxes[box + 3] as number;
  const e = gap(e1 + e2 - west - east, Math.abs(e2 - e1) + east - west);
  const n = gap(n1 + n2 - south - north, Math.abs(n2 - n1) + north - south);
  return e * e + n * n;
}

/**
 * How far two stretches of a line are apart; 0 where they meet. Without a branch: which way it went could not be
 * foreseen, and that costs more than all the rest.
 *
 * @param middles twice the distance of their middles, of either sign @param lengths of both together
 */
const gap = (middles: number, lengths: number): number =>
  Math.max(Math.abs(middles) - lengths, 0) / 2;

/** Square of the distance between two boxes; not a number where one is empty. */
export function boxesApartM2(
  boxes: Float64Array,
  at: number,
  others: Float64Array,
  other: number,
): number {
  const w1 = boxes[4 * at] as number;
  const s1 = boxes[4 * at + 1] as number;
  const e1 = boxes[4 * at + 2] as number;
  const n1 = boxes[4 * at + 3] as number;
  const w2 = others[4 * other] as number;
  const s2 = others[4 * other + 1] as number;
  const e2 = others[4 * other + 2] as number;
  const n2 = others[4 * other + 3] as number;
  const e = gap(w1 + e1 - w2 - e2, e1 - w1 + e2 - w2);
  const n = gap(s1 + n1 - s2 - n2, n1 - s1 + n2 - s2);
  return e * e + n * n;
}

/** Whether two edges pass through each other; those that merely touch are no distance apart anyway. */
function doCross(ones: Float64Array, one: number, others: Float64Array, other: number): boolean {
  const ax = ones[one] as number;
  const ay = ones[one + 1] as number;
  const bx = ones[one + 2] as number;
  const by = ones[one + 3] as number;
  const cx = others[other] as number;
  const cy = others[other + 1] as number;
  const dx = others[other + 2] as number;
  const dy = others[other + 3] as number;
  const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if (c > 0 === d > 0) return false;
  const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  return a > 0 !== b > 0;
}
