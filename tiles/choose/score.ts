import { radixSort } from '../radix.ts';

/** What decides how long features stay. */
type Standing = {
  /** Feature → importance its type gives it. */
  readonly ranks: Float32Array;
  readonly sizes: Float32Array;
  /** Feature → Hilbert position. */
  readonly positions: Uint32Array;
  readonly keys: Float64Array;
};

/**
 * Order features by how long they should stay when a tile must be thinned.
 *
 * By rank, then by size, then so that any first k of equals are spread evenly over the layer
 * (Hilbert position with its bits reversed), then by a hash of their keys. Which of two features
 * stays longer depends on those two alone: what changes elsewhere in the layer changes nothing here.
 *
 * @returns feature → place, the most important feature highest
 */
export function scoresOf({ ranks, sizes, positions, keys }: Standing, into: Uint32Array): void {
  const any = Uint32Array.from(keys, (_, feature) => feature);
  const byKey = radixSort(Uint32Array.from(keys, hashed), any).values;
  const spread = radixSort(
    byKey.map((i) => reversed(positions[i] as number)),
    byKey,
  ).values;
  const bySize = radixSort(sortable(sizes, spread), spread).values;
  const byRank = radixSort(sortable(ranks, bySize), bySize).values;
  for (let place = 0; place < byRank.length; place++) into[byRank[place] as number] = place;
}

/**
 * The same when most places are known already: those of features that were placed before keep their
 * order among themselves, the others are put between them.
 *
 * @param placed features placed before, the least important first
 * @param others features not placed yet
 */
export function placeAmong(
  standing: Standing,
  placed: Uint32Array,
  others: Uint32Array,
  into: Uint32Array,
): void {
  let place = 0;
  let next = 0;
  for (const other of others.toSorted((a, b) => compareStanding(standing, a, b))) {
    let low = next;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareStanding(standing, placed[middle] as number, other) < 0) low = middle + 1;
      else high = middle;
    }
    while (next < low) into[placed[next++] as number] = place++;
    into[other] = place++;
  }
  while (next < placed.length) into[placed[next++] as number] = place++;
}

/** Less than 0 when feature `a` gives way before feature `b`. */
function compareStanding(
  { ranks, sizes, positions, keys }: Standing,
  a: number,
  b: number,
): number {
  return (
    (ranks[a] as number) - (ranks[b] as number) ||
    (sizes[a] as number) - (sizes[b] as number) ||
    reversed(positions[a] as number) - reversed(positions[b] as number) ||
    hashed(keys[a] as number) - hashed(keys[b] as number) ||
    a - b
  );
}

/** Spreads keys over 32 bits (Knuth's multiplicative hash of both halves). */
const hashed = (key: number): number =>
  Math.imul((key >>> 0) ^ Math.imul(Math.floor(key / 2 ** 32), 0x85ebca6b), 0x9e3779b1) >>> 0;

/** The 32 bits of a number in reverse. */
function reversed(number: number): number {
  let bits = number;
  bits = ((bits >>> 1) & 0x55555555) | ((bits & 0x55555555) << 1);
  bits = ((bits >>> 2) & 0x33333333) | ((bits & 0x33333333) << 2);
  bits = ((bits >>> 4) & 0x0f0f0f0f) | ((bits & 0x0f0f0f0f) << 4);
  bits = ((bits >>> 8) & 0x00ff00ff) | ((bits & 0x00ff00ff) << 8);
  return ((bits >>> 16) | (bits << 16)) >>> 0;
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
