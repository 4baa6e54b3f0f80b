import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Claims, overflow } from './share.ts';

/** Claims from weights by block; a later claim of a block scores higher. */
function claimsOf(blocks: readonly (readonly number[])[]): Claims {
  const flat = blocks.flatMap((weights, block) => weights.map((weight) => ({ block, weight })));
  return {
    count: flat.length,
    blockOf: (i) => flat[i]?.block ?? -1,
    weightOf: (i) => flat[i]?.weight ?? 0,
    scoreOf: (i) => i,
  };
}

it('overflow() leaves sparse blocks alone and takes the least important of the dense', () => {
  const claims = claimsOf([[1, 1], Array(20).fill(1), [1], Array(10).fill(1)]);
  // 15 places: 2 and 1 as they are, 6 each for the dense
  const gone = overflow(claims, 15);
  expect(gone).toEqual([...Array.from({ length: 14 }, (_, i) => 2 + i), 23, 24, 25, 26]);
});

it('overflow() takes nothing when there is room for all', () => {
  expect(overflow(claimsOf([[3, 4], [5]]), 12)).toEqual([]);
  expect(overflow(claimsOf([]), 0)).toEqual([]);
});

it('overflow() gives what a block cannot use to the best who wait', () => {
  // level 6 each: neither 10 nor 9 fits its block, the better one fits the whole
  expect(overflow(claimsOf([[10], [9]]), 12)).toEqual([0]);
});

it('overflow() never leaves more than the room, and never takes what would still fit', () => {
  const blocks = fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 8 }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(blocks, fc.integer({ min: 0, max: 400 }), (weights, room) => {
      const claims = claimsOf(weights);
      const gone = overflow(claims, room);
      const all = Array.from({ length: claims.count }, (_, i) => i);
      const weigh = (some: number[]): number =>
        some.reduce((sum, i) => sum + claims.weightOf(i), 0);
      const left = room - weigh(all.filter((i) => !gone.includes(i)));
      expect(left).toBeGreaterThanOrEqual(0);
      const best = gone.at(-1);
      if (best !== undefined) expect(claims.weightOf(best)).toBeGreaterThan(left);
    }),
  );
});
