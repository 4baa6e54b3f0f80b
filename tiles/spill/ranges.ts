import { DEEPEST_ZOOM } from '../hilbert.ts';
import type { StoredStretch } from './stored-layer.ts';

/** Hilbert positions at zoom 16, from one up to another: whole tiles of some zoom. */
export type Range = { readonly from: number; readonly to: number };

/** A layer parted: ranges of whole tiles of a zoom, so that tiles from there on lie in one each. */
export type Parting = { readonly zoom: number; readonly ranges: readonly Range[] };

/** How much larger than wanted a range may be when that saves going to a deeper zoom. */
const SLACK = 1.5;
const END = 4 ** DEEPEST_ZOOM;

/**
 * Part a layer into ranges of about so many bytes, at the first zoom whose tiles are small enough.
 *
 * @param zooms first and last zoom that will do; at the last, ranges are as large as its tiles
 */
export function partInRanges(
  blocks: readonly StoredStretch[],
  bytes: number,
  zooms: { readonly first: number; readonly last: number },
): Parting {
  const total = blocks.reduce((sum, block) => sum + block.bytes, 0);
  const cuts: number[] = [];
  for (let part = 1; part * bytes < total; part++) cuts.push(cutAt(blocks, part * bytes));
  for (let zoom = zooms.first; ; zoom++) {
    const ranges = alignedRanges(cuts, zoom);
    const largest = Math.max(
      ...ranges.map(({ from, to }) => upTo(blocks, to) - upTo(blocks, from)),
    );
    if (largest <= SLACK * bytes || zoom >= zooms.last) return { zoom, ranges };
  }
}

function alignedRanges(cuts: readonly number[], zoom: number): Range[] {
  const side = 4 ** (DEEPEST_ZOOM - zoom);
  const starts = new Set([0, ...cuts.map((cut) => Math.floor(cut / side) * side)]);
  const ascending = [...starts].sort((a, b) => a - b);
  return ascending.map((from, i) => ({ from, to: ascending[i + 1] ?? END }));
}

/** Where the bytes before a position have come to so many. */
function cutAt(blocks: readonly StoredStretch[], bytes: number): number {
  let low = 0;
  let high = END;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (upTo(blocks, middle) < bytes) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Bytes before a position, about: those of a block are spread evenly over its positions. */
function upTo(blocks: readonly StoredStretch[], position: number): number {
  let sum = 0;
  for (const { first, last, bytes } of blocks) {
    const share = (position - first) / (last + 1 - first);
    sum += bytes * Math.min(1, Math.max(0, share));
  }
  return sum;
}
