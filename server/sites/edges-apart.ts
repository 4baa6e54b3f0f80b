import { crossesAny } from './crossing.ts';
import { BLOCK_EDGES, type Outlines } from './outlines.ts';

/** What lies no further apart touches: a micrometre, far below what positions are kept to, squared. */
export const TOUCHING_M2 = 1e-12;

/**
 * The square of the least distance so far: it lies in memory, since a number that is handed to a function or back is
 * made anew each time.
 */
export const least = new Float64Array(1);

// a line from the middle of a block to the middle of another: where it begins, and how far east and north a metre is
const line = new Float64Array(4);

// where along it each edge of the one block begins to be near, backwards, and each of the other
const ownM = new Float64Array(BLOCK_EDGES);
const othersM = new Float64Array(BLOCK_EDGES);

/**
 * Bring `least` down to the square of the distance between a block of a shape and one of another, if that is less.
 *
 * All edges are held along the line through the middles of the blocks: two that are further apart along it than the
 * best so far are not measured. The two that are nearest along it come first, so that the best is good at once.
 *
 * @param mayCross false of blocks whose boxes do not meet
 */
// biome-ignore lint/complexity/useMaxParams: a kernel: an object for every pair would cost more than the measuring
export function narrowByBlocks(
  one: Outlines,
  at: number,
  block: number,
  other: Outlines,
  thing: number,
  otherBlock: number,
  mayCross: boolean,
): void {
  drawLine(one.blocks, 4 * block, other.blocks, 4 * otherBlock);
  const from = beginOf(one, at, block);
  const to = Math.min(from + BLOCK_EDGES, one.firstEdge[at + 1] as number);
  const otherFrom = beginOf(other, thing, otherBlock);
  const otherTo = Math.min(otherFrom + BLOCK_EDGES, other.firstEdge[thing + 1] as number);
  const first = layAlong(one.edges, from, to, -1, ownM);
  const otherFirst = layAlong(other.edges, otherFrom, otherTo, 1, othersM);
  const firstM = ownM[first - from] as number;
  if (isBeyond(firstM + (othersM[otherFirst - otherFrom] as number))) return;
  narrowByEdge(one, from, to, other, otherFirst, otherFrom);
  for (let edge = otherFrom; edge < otherTo && (least[0] as number) > 0; edge++) {
    if (edge === otherFirst && !mayCross) continue;
    if (isBeyond(firstM + (othersM[edge - otherFrom] as number))) continue;
    if (mayCross && crossesAny(one.edges, from, to, other.edges, 4 * edge)) least[0] = 0;
    else narrowByEdge(one, from, to, other, edge, otherFrom);
  }
}

/** First edge of a block of a shape. */
const beginOf = ({ firstEdge, firstBlock }: Outlines, at: number, block: number): number =>
  (firstEdge[at] as number) + BLOCK_EDGES * (block - (firstBlock[at] as number));

/** Whether what is so far apart along a line is no nearer than the least so far. */
const isBeyond = (apartM: number): boolean => apartM > 0 && apartM * apartM >= (least[0] as number);

/** Draw the line from the middle of a box to the middle of another. */
function drawLine(boxes: Float64Array, box: number, others: Float64Array, other: number): void {
  const e = ((boxes[box] as number) + (boxes[box + 2] as number)) / 2;
  const n = ((boxes[box + 1] as number) + (boxes[box + 3] as number)) / 2;
  const east = ((others[other] as number) + (others[other + 2] as number)) / 2 - e;
  const north = ((others[other + 1] as number) + (others[other + 3] as number)) / 2 - n;
  const lengthM = Math.sqrt(east * east + north * north);
  line[0] = e;
  line[1] = n;
  // of two with the same middle any line tells as much
  line[2] = lengthM > 0 ? east / lengthM : 1;
  line[3] = lengthM > 0 ? north / lengthM : 0;
}

/**
 * Hold edges along the line.
 *
 * @param sign -1: backwards
 * @returns which comes first
 */
// biome-ignore lint/complexity/useMaxParams: as above
function layAlong(
  edges: Float64Array,
  from: number,
  to: number,
  sign: 1 | -1,
  into: Float64Array,
): number {
  const e = line[0] as number;
  const n = line[1] as number;
  const alongE = sign * (line[2] as number);
  const alongN = sign * (line[3] as number);
  let first = from;
  let firstM = Infinity;
  for (let edge = from; edge < to; edge++) {
    const begin =
      ((edges[4 * edge] as number) - e) * alongE + ((edges[4 * edge + 1] as number) - n) * alongN;
    const end =
      ((edges[4 * edge + 2] as number) - e) * alongE +
      ((edges[4 * edge + 3] as number) - n) * alongN;
    const least = (begin + end - Math.abs(begin - end)) / 2;
    into[edge - from] = least;
    if (least >= firstM) continue;
    firstM = least;
    first = edge;
  }
  return first;
}

/**
 * The same for some edges and an edge: of edges that do not cross it is the distance of an end of either to the other.
 * Written out, as this is where the time goes.
 */
// biome-ignore lint/complexity/useMaxParams: as above
function narrowByEdge(
  one: Outlines,
  from: number,
  to: number,
  other: Outlines,
  edge: number,
  otherFrom: number,
): void {
  const { edges, perM2 } = one;
  const e1 = other.edges[4 * edge] as number;
  const n1 = other.edges[4 * edge + 1] as number;
  const east = (other.edges[4 * edge + 2] as number) - e1;
  const north = (other.edges[4 * edge + 3] as number) - n1;
  const per = other.perM2[edge] as number;
  const edgeM = othersM[edge - otherFrom] as number;
  let best = least[0] as number;
  for (let own = from; own < to; own++) {
    const along = edgeM + (ownM[own - from] as number);
    if (along > 0 && along * along >= best) continue;
    // from where this edge begins to the other
    const offE = (edges[4 * own] as number) - e1;
    const offN = (edges[4 * own + 1] as number) - n1;
    const part = within((offE * east + offN * north) * per);
    const toE = offE - part * east;
    const toN = offN - part * north;
    const one = toE * toE + toN * toN;
    // from where the other begins to this one
    const ownEast = (edges[4 * own + 2] as number) - (edges[4 * own] as number);
    const ownNorth = (edges[4 * own + 3] as number) - (edges[4 * own + 1] as number);
    const ownPart = within(-(offE * ownEast + offN * ownNorth) * (perM2[own] as number));
    const fromE = offE + ownPart * ownEast;
    const fromN = offN + ownPart * ownNorth;
    const other = fromE * fromE + fromN * fromN;
    if (one < best) best = one;
    if (other < best) best = other;
  }
  least[0] = best <= TOUCHING_M2 ? 0 : best;
  // of a ring each end begins another edge; of a line one does not
  if (one.isOpen || other.isOpen) narrowByLastEnds(one, from, to, other, edge);
}

/** A share from 0 to 1, without a branch. */
const within = (share: number): number => (Math.abs(share) - Math.abs(share - 1) + 1) / 2;

/** The same for where edges end. */
// biome-ignore lint/complexity/useMaxParams: as above
function narrowByLastEnds(
  one: Outlines,
  from: number,
  to: number,
  other: Outlines,
  edge: number,
): void {
  for (let own = from; own < to; own++) {
    narrowByPosition(one.edges, 4 * own + 2, other, edge);
    narrowByPosition(other.edges, 4 * edge + 2, one, own);
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
  const part = within(along);
  const apartE = offE - part * east;
  const apartN = offN - part * north;
  const apart = apartE * apartE + apartN * apartN;
  if (apart < (least[0] as number)) least[0] = apart <= TOUCHING_M2 ? 0 : apart;
}
