import fc from 'fast-check';
import { expect, it } from 'vitest';
import { radixSort } from './radix.ts';

it('radixSort() sorts as a stable sort does and leaves what it was given alone', () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 9 }));
  fc.assert(
    fc.property(fc.array(key), (given) => {
      const keys = Uint32Array.from(given);
      const values = Uint32Array.from(given, (_, i) => i);
      const { keys: sorted, values: order } = radixSort(keys, values);
      const expected = given.map((k, i) => [k, i] as const).toSorted((a, b) => a[0] - b[0]);
      expect([...sorted].map((k, i) => [k, order[i]])).toEqual(expected);
      expect([...keys]).toEqual(given);
    }),
  );
});
