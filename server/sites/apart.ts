import { boxesApartM2, edgeToBoxM2 } from './boxes-apart.ts';
import { crossesAny } from './crossing.ts';
import { beginsInside } from './inside.ts';
import { BLOCK_EDGES, type Outlines } from './outlines.ts';

/** What lies no further apart touches: a micrometre, far below what positions are kept to, squared. */
export const TOUCHING_M2 = 1e-12;

// how near the box of each edge of a block is
const edgesM2 = new Float64Array(BLOCK_EDGES);

// the least so far: handed over in memory, since a number that is handed to a function or back is made anew each time
const least = new Float64Array(1);

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
  least[0] = best;
  narrow(one, at, other, thing);
  return least[0] as number;
}

/** Bring `least` down to the square of the distance between two shapes, if that is less. */
function narrow(one: Outlines, at: number, other: Outlines, thing: number): void {
  const apart = boxesApartM2(one.boxes, at, other.boxes, thing);
  // not a number where one is empty
  if (!(apart < (least[0] as number)) || discsAreBeyond(one.discs, at, other.discs, thing)) return;
  if (apart === 0 && (beginsInside(one, at, other, thing) || beginsInside(other, thing, one, at))) {
    least[0] = 0;
    return;
  }
  const from = other.firstBlock[thing] as number;
  const to = other.firstBlock[thing + 1] as number;
  const nearest = to - from < 2 ? from : nearestBlock(one, at, other, thing);
  narrowByBlock(one, at, other, thing, nearest);
  for (let block = from; block < to && (least[0] as number) > 0; block++) {
    if (
      block !== nearest &&
      boxesApartM2(one.boxes, at, other.blocks, block) < (least[0] as number)
    )
      narrowByBlock(one, at, other, thing, block);
  }
}

/** Block of a shape whose box is nearest. */
function nearestBlock(one: Outlines, at: number, other: Outlines, thing: number): number {
  const from = other.firstBlock[thing] as number;
  const to = other.firstBlock[thing + 1] as number;
  let nearest = from;
  let nearestM2 = Infinity;
  for (let block = from; block < to; block++) {
    const apart = boxesApartM2(one.boxes, at, other.blocks, block);
    if (apart >= nearestM2) continue;
    nearestM2 = apart;
    nearest = block;
  }
  return nearest;
}

/** The same for the edges of a block. */
// biome-ignore lint/complexity/useMaxParams: as above
function narrowByBlock(
  one: Outlines,
  at: number,
  other: Outlines,
  thing: number,
  block: number,
): void {
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
  if (nearestM2 >= (least[0] as number)) return;
  narrowByEdge(one, at, other, first + nearest);
  edgesM2[nearest] = Infinity;
  for (let edge = 0; edge < count; edge++) {
    if ((edgesM2[edge] as number) < (least[0] as number))
      narrowByEdge(one, at, other, first + edge);
  }
}

/** The same for an edge: of edges that do not cross it is the distance of an end of either to the other. */
function narrowByEdge(one: Outlines, at: number, other: Outlines, edge: number): void {
  const { blocks } = one;
  const end = one.firstEdge[at + 1] as number;
  const lastBlock = one.firstBlock[at + 1] as number;
  let from = one.firstEdge[at] as number;
  for (let block = one.firstBlock[at] as number; block < lastBlock; block++) {
    const to = Math.min(from + BLOCK_EDGES, end);
    const apart = edgeToBoxM2(other.edges, 4 * edge, blocks, 4 * block);
    if (apart < (least[0] as number)) {
      if (apart === 0 && crossesAny(one.edges, from, to, other.edges, 4 * edge)) least[0] = 0;
      else narrowByEnds(one, from, to, other, edge);
    }
    from = to;
  }
}

/**
 * The same for the ends of some edges and an edge, and for its ends and them. Written out, as this is where the time
 * goes. What lies too far beside the line an edge is part of is passed over first: most does.
 */
// biome-ignore lint/complexity/useMaxParams: as above
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: as above
function narrowByEnds(
  one: Outlines,
  from: number,
  to: number,
  other: Outlines,
  edge: number,
): void {
  const { edges, perM2 } = one;
  const e1 = other.edges[4 * edge] as number;
  const n1 = other.edges[4 * edge + 1] as number;
  const e2 = other.edges[4 * edge + 2] as number;
  const n2 = other.edges[4 * edge + 3] as number;
  const per = other.perM2[edge] as number;
  const east = e2 - e1;
  const north = n2 - n1;
  let best = least[0] as number;
  for (let at = from; at < to; at++) {
    const a = edges[4 * at] as number;
    const b = edges[4 * at + 1] as number;
    const c = (edges[4 * at + 2] as number) - a;
    const d = (edges[4 * at + 3] as number) - b;
    // from where this edge begins to the other
    const offE = a - e1;
    const offN = b - n1;
    const beside = offE * north - offN * east;
    if (beside * beside * per < best) {
      const along = (offE * east + offN * north) * per;
      const part = along < 0 ? 0 : along > 1 ? 1 : along;
      const apartE = offE - part * east;
      const apartN = offN - part * north;
      const apart = apartE * apartE + apartN * apartN;
      if (apart < best) best = apart;
    }
    // from where the other begins to this one
    const own = perM2[at] as number;
    const besideIt = offE * d - offN * c;
    if (besideIt * besideIt * own < best) {
      const along = -(offE * c + offN * d) * own;
      const part = along < 0 ? 0 : along > 1 ? 1 : along;
      const apartE = offE + part * c;
      const apartN = offN + part * d;
      const apart = apartE * apartE + apartN * apartN;
      if (apart < best) best = apart;
    }
  }
  least[0] = best <= TOUCHING_M2 ? 0 : best;
  // of a ring each end begins another edge; of a line one does not
  if (one.isOpen || other.isOpen) narrowByLastEnds(one, from, to, other, edge);
}

/** The same for where edges end. */
// biome-ignore lint/complexity/useMaxParams: as above
function narrowByLastEnds(
  one: Outlines,
  from: number,
  to: number,
  other: Outlines,
  edge: number,
): void {
  for (let at = from; at < to; at++) {
    narrowByPosition(one.edges, 4 * at + 2, other, edge);
    narrowByPosition(other.edges, 4 * edge + 2, one, at);
  }
}

/** The same for a position and an edge. */
function narrowByPosition(
  positions: Float64Array,
  position: number,
  of: Outlines,
  edge: number,
): void {
  const e1 = of.edges[4 * edge] as number;
  const n1 = of.edges[4 * edge + 1] as number;
  const east = (of.edges[4 * edge + 2] as number) - e1;
  const north = (of.edges[4 * edge + 3] as number) - n1;
  const offE = (positions[position] as number) - e1;
  const offN = (positions[position + 1] as number) - n1;
  const along = (offE * east + offN * north) * (of.perM2[edge] as number);
  const part = along < 0 ? 0 : along > 1 ? 1 : along;
  const apartE = offE - part * east;
  const apartN = offN - part * north;
  const apart = apartE * apartE + apartN * apartN;
  if (apart < (least[0] as number)) least[0] = apart <= TOUCHING_M2 ? 0 : apart;
}

/** Whether two shapes cannot be nearer than the least so far, as the circles round them tell. */
function discsAreBeyond(
  discs: Float64Array,
  at: number,
  others: Float64Array,
  other: number,
): boolean {
  const e = (discs[3 * at] as number) - (others[3 * other] as number);
  const n = (discs[3 * at + 1] as number) - (others[3 * other + 1] as number);
  const reach =
    (discs[3 * at + 2] as number) +
    (others[3 * other + 2] as number) +
    Math.sqrt(least[0] as number);
  return e * e + n * n >= reach * reach;
}
