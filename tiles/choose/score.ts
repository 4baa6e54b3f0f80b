import { radixSort } from '../radix.ts';

/**
 * Order features by how long they should stay when a tile must be thinned.
 *
 * By rank, then by size, then so that any first k of equals are spread evenly over the layer
 * (bit-reversed position along the Hilbert curve).
 *
 * @returns feature → place, the most important feature highest
 */
export function scoresOf(ranks: Float32Array, sizes: Float32Array, into: Uint32Array): void {
  const spread = spreadOrder(ranks.length);
  const bySize = radixSort(sortable(sizes, spread), spread).values;
  const byRank = radixSort(sortable(ranks, bySize), bySize).values;
  for (let place = 0; place < byRank.length; place++) into[byRank[place] as number] = place;
}

/** 0 … count−1 in descending order of their bits reversed. */
function spreadOrder(count: number): Uint32Array {
  const bits = Math.max(1, Math.ceil(Math.log2(count)));
  const order = new Uint32Array(count);
  let held = 0;
  for (let i = 2 ** bits - 1; i >= 0; i--) {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) reversed = reversed * 2 + ((i >>> bit) & 1);
    if (reversed < count) order[held++] = reversed;
  }
  return order;
}

/** The floats as integers of the same order (IEEE 754: flip the sign, or all bits below zero). */
function sortable(floats: Float32Array, order: Uint32Array): Uint32Array {
  const bits = new Uint32Array(Float32Array.from(order, (i) => (floats[i] as number) + 0).buffer);
  for (let i = 0; i < bits.length; i++) {
    const b = bits[i] as number;
    bits[i] = b >>> 31 ? ~b : b | 0x80000000;
  }
  return bits;
}
