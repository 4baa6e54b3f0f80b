import { BLOCK_EDGES, type Outlines, POLYGONS } from './outlines.ts';

/**
 * Whether a position lies inside a polygon, by the parity of the edges east of it; on an edge it may be told either
 * way. False of lines and points.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a kernel: two loops and the boxes that spare them
export function isInside(of: Outlines, at: number, e: number, n: number): boolean {
  const { boxes, kinds, edges, blocks, firstEdge, firstBlock } = of;
  if (kinds[at] !== POLYGONS || e < (boxes[4 * at] as number) || e > (boxes[4 * at + 2] as number))
    return false;
  if (n < (boxes[4 * at + 1] as number) || n > (boxes[4 * at + 3] as number)) return false;
  let inside = false;
  const end = firstEdge[at + 1] as number;
  let from = firstEdge[at] as number;
  const lastBlock = firstBlock[at + 1] as number;
  for (let block = firstBlock[at] as number; block < lastBlock; block++, from += BLOCK_EDGES) {
    if (
      n < (blocks[4 * block + 1] as number) ||
      n > (blocks[4 * block + 3] as number) ||
      e > (blocks[4 * block + 2] as number)
    )
      continue;
    const to = Math.min(from + BLOCK_EDGES, end);
    for (let edge = 4 * from; edge < 4 * to; edge += 4) {
      const n1 = edges[edge + 1] as number;
      const n2 = edges[edge + 3] as number;
      if (n1 > n === n2 > n) continue;
      const e1 = edges[edge] as number;
      if (e < e1 + ((n - n1) / (n2 - n1)) * ((edges[edge + 2] as number) - e1)) inside = !inside;
    }
  }
  return inside;
}

/** Whether some part of one shape begins inside a polygon; of shapes whose edges do not meet: whether it lies in it. */
export function beginsInside(one: Outlines, at: number, of: Outlines, polygon: number): boolean {
  if (of.kinds[polygon] !== POLYGONS) return false;
  const end = one.firstRing[at + 1] as number;
  for (let ring = one.firstRing[at] as number; ring < end; ring++) {
    if (one.opensPart[ring] === 0) continue;
    const edge = 4 * (one.ringEdge[ring] as number);
    if (isInside(of, polygon, one.edges[edge] as number, one.edges[edge + 1] as number))
      return true;
  }
  return false;
}
