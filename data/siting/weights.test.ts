import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Prefer } from './criterion.ts';
import { setWeight } from './weights.ts';

const prefers = (...weights: readonly number[]): Prefer[] =>
  weights.map((weight, index) => ({
    id: `p${index}`,
    title: 'P',
    short: 'P',
    what: { kind: 'site', attribute: 'a' },
    worth: { kind: 'linear', full: 1, none: 0 },
    weight,
  }));

const locked = (list: readonly Prefer[], ...at: readonly number[]): Prefer[] =>
  list.map((each, index) => (at.includes(index) ? { ...each, locked: true } : each));

const weights = (list: readonly Prefer[]): number[] => list.map(({ weight }) => weight);

it('setWeight() lowers the others in proportion', () => {
  expect(weights(setWeight(prefers(20, 20, 60), 'p0', 60))).toEqual([60, 10, 30]);
});

it('setWeight() leaves locked ones, and gives no more than they leave', () => {
  const list = locked(prefers(20, 50, 30), 1);
  expect(weights(setWeight(list, 'p0', 40))).toEqual([40, 50, 10]);
  expect(weights(setWeight(list, 'p0', 90))).toEqual([50, 50, 0]);
  expect(weights(setWeight(locked(prefers(20, 50, 30), 1, 2), 'p0', 90))).toEqual([20, 50, 30]);
});

it('setWeight() moves a locked one that is moved itself', () => {
  expect(weights(setWeight(locked(prefers(20, 80), 0), 'p0', 50))).toEqual([50, 50]);
});

it('setWeight() shares alike among others that have nothing', () => {
  expect(weights(setWeight(prefers(100, 0, 0), 'p0', 40))).toEqual([40, 30, 30]);
});

it('setWeight() shares out thirds without losing a tenth', () => {
  expect(weights(setWeight(prefers(25, 25, 25, 25), 'p0', 0))).toEqual([0, 33.4, 33.3, 33.3]);
});

it('setWeight() brings weights that were not 100 to 100', () => {
  expect(weights(setWeight(prefers(1, 1, 3), 'p0', 20))).toEqual([20, 20, 60]);
});

it('setWeight() throws of an id nobody has and of no number', () => {
  expect(() => setWeight(prefers(1), 'x', 5)).toThrow(RangeError);
  expect(() => setWeight(prefers(1), 'p0', Number.NaN)).toThrow(RangeError);
});

it('setWeight() always makes 100, of tenths none below nothing', () => {
  const weight = fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10);
  fc.assert(
    fc.property(
      fc.array(weight, { minLength: 2, maxLength: 12 }),
      fc.double({ min: -50, max: 150, noNaN: true }),
      (list, wished) => {
        const after = weights(setWeight(prefers(...list), 'p1', wished));
        expect(after.reduce((sum, each) => sum + Math.round(each * 10), 0)).toBe(1_000);
        expect(
          after.every((each) => each >= 0 && Number.isInteger(Math.round(each * 1e6) / 1e5)),
        ).toBe(true);
      },
    ),
  );
});
