import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alongHilbert } from './hilbert.ts';
import { firstNotBelow, placesInOrder } from './in-order.ts';

const numbers = fc.array(
  fc.oneof(fc.maxSafeNat(), fc.constantFrom(0, 1, 2 ** 52, Number.MAX_SAFE_INTEGER)),
);

it('placesInOrder() sorts whole numbers and leaves equal ones as they came', () => {
  fc.assert(
    fc.property(numbers, (some) => {
      const expected = some
        .map((number, place) => ({ number, place }))
        .sort((one, other) => one.number - other.number || one.place - other.place)
        .map(({ place }) => place);
      expect([...placesInOrder(Float64Array.from(some))]).toEqual(expected);
    }),
  );
});

it('firstNotBelow() finds where a number stands, or would', () => {
  fc.assert(
    fc.property(numbers, fc.maxSafeNat(), (some, number) => {
      const sorted = Float64Array.from(some).sort();
      const index = sorted.findIndex((each) => each >= number);
      expect(firstNotBelow(sorted, number)).toBe(index < 0 ? sorted.length : index);
    }),
  );
});

it('alongHilbert() is far apart for what is far apart, and a step for neighbours on the curve', () => {
  const cell = 360 / 2 ** 20;
  const [here, beside, there] = [
    alongHilbert(-2.3, 53.4),
    alongHilbert(-2.3 + cell, 53.4),
    alongHilbert(140, -30),
  ];
  expect(Math.abs(here - there)).toBeGreaterThan(1e6 * Math.abs(here - beside));
  const corner = [0, 1, 2, 3].map((at) =>
    alongHilbert(-180 + cell * ((at & 1) + 0.5), -90 + (cell / 2) * ((at >> 1) + 0.5)),
  );
  expect(corner.sort()).toEqual([0, 1, 2, 3]);
});
