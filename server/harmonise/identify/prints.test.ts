import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';
import { openPrints } from './prints.ts';

const printOf = (value: number): number => fingerprintOf({ line: 1, values: [value] }, undefined);

it('openPrints() answers as a Map does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 400 }), (met) => {
      const prints = openPrints(met.length);
      const known = new Map<number, number>();
      for (const [index, each] of met.entries()) {
        expect(prints.firstOf(printOf(each), index)).toBe(known.get(each));
        if (!known.has(each)) known.set(each, index);
      }
    }),
  );
});

it('openPrints() keeps entries of one place apart, round the end of its table too', () => {
  const prints = openPrints(40);
  const last = Array.from({ length: 40 }, (_, index) => index * 2 ** 32 + (2 ** 32 - 1));
  for (const [index, each] of last.entries()) expect(prints.firstOf(each, index)).toBeUndefined();
  expect(last.map((each) => prints.firstOf(each, 99))).toEqual(last.map((_, index) => index));
});

it('openPrints() takes no more than it has room for, and goes on answering', () => {
  const prints = openPrints(0);
  for (let each = 0; each < 1_000; each++) prints.firstOf(printOf(each), each);
  expect(prints.firstOf(printOf(0), 5_000)).toBe(0);
  expect(prints.firstOf(printOf(999), 5_000)).toBeUndefined();
});
