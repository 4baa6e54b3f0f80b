import { boxesApartM2 } from './boxes-apart.ts';
import { least, narrowByBlocks } from './edges-apart.ts';
import { beginsInside } from './inside.ts';
import type { Outlines } from './outlines.ts';

/**
 * Square of the least distance between two shapes, metres of the plane; 0 where they share a position.
 *
 * Blocks whose boxes are no nearer than the best so far are passed over; those whose boxes are nearest come first, so
 * that the best is good at once.
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
  const nearest = nearestBlock(one.boxes, at, other.blocks, from, to);
  narrowByBlock(one, at, other, thing, nearest);
  if (to - from < 2) return;
  for (let block = from; block < to && (least[0] as number) > 0; block++) {
    if (block === nearest) continue;
    if (boxesApartM2(one.boxes, at, other.blocks, block) < (least[0] as number))
      narrowByBlock(one, at, other, thing, block);
  }
}

/** The same for a block of the other. */
// biome-ignore lint/complexity/useMaxParams: as above
function narrowByBlock(
  one: Outlines,
  at: number,
  other: Outlines,
  thing: number,
  otherBlock: number,
): void {
  const from = one.firstBlock[at] as number;
  const to = one.firstBlock[at + 1] as number;
  const nearest = nearestBlock(other.blocks, otherBlock, one.blocks, from, to);
  narrowIfNear(one, at, nearest, other, thing, otherBlock);
  if (to - from < 2) return;
  for (let block = from; block < to && (least[0] as number) > 0; block++) {
    if (block !== nearest) narrowIfNear(one, at, block, other, thing, otherBlock);
  }
}

/** The same for a block of either. */
// biome-ignore lint/complexity/useMaxParams: as above
function narrowIfNear(
  one: Outlines,
  at: number,
  block: number,
  other: Outlines,
  thing: number,
  otherBlock: number,
): void {
  const apart = boxesApartM2(one.blocks, block, other.blocks, otherBlock);
  if (apart < (least[0] as number))
    narrowByBlocks(one, at, block, other, thing, otherBlock, apart === 0);
}

/** Block of some whose box is nearest to a box. */
// biome-ignore lint/complexity/useMaxParams: as above
function nearestBlock(
  boxes: Float64Array,
  box: number,
  blocks: Float64Array,
  from: number,
  to: number,
): number {
  if (to - from < 2) return from;
  let nearest = from;
  let nearestM2 = Infinity;
  for (let block = from; block < to; block++) {
    const apart = boxesApartM2(boxes, box, blocks, block);
    if (apart >= nearestM2) continue;
    nearestM2 = apart;
    nearest = block;
  }
  return nearest;
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
