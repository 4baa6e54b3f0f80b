import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateScale, dayBefore, numberScale } from './scale.ts';

const bins = [
  { from: 0, to: 0.5, count: 3 },
  { from: 0.5, to: 1, count: 5 },
  { from: 1, to: 8, count: 1 },
];
const scale = numberScale(bins, { isWhole: false, say: String });

describe('numberScale()', () => {
  it('has bars equally wide, whatever they span', () => {
    expect([0, 4, 8, 12].map(scale.leastAt)).toEqual([0, 0.5, 1, 8]);
    expect(scale.leastAt(10)).toBe(4.5);
    expect(scale.last).toBe(12);
  });

  it('puts a handle back where it was taken from', () => {
    fc.assert(
      fc.property(fc.nat(scale.last), (step) => {
        expect(scale.stepOfLeast(scale.leastAt(step))).toBe(step);
      }),
    );
  });

  it('keeps a value beyond the bars at their end', () => {
    expect(scale.stepOfLeast(-3)).toBe(0);
    expect(scale.stepOfMost(99)).toBe(12);
  });

  it('gives whole values where only those make sense', () => {
    const whole = numberScale([{ from: 0, to: 10, count: 1 }], { isWhole: true, say: String });
    expect([0, 1, 2, 3, 4].map(whole.leastAt)).toEqual([0, 3, 5, 8, 10]);
  });
});

describe('dateScale()', () => {
  const years = dateScale(
    ['1980', '1990', '2000'].map((from, at) => ({ from, to: `${1990 + 10 * at}`, count: 1 })),
    String,
  );

  it('ends a range before the bar that is left out', () => {
    expect(years.leastAt(1)).toBe('1990');
    expect(years.mostAt(2)).toBe('1999');
  });

  it('puts a handle back where it was taken from', () => {
    for (const step of [0, 1, 2]) expect(years.stepOfLeast(years.leastAt(step))).toBe(step);
    for (const step of [1, 2]) expect(years.stepOfMost(years.mostAt(step))).toBe(step);
  });
});

it.each([
  ['1985', '1984'],
  ['2020-01', '2019-12'],
  ['2020-03-01', '2020-02-29'],
  ['', ''],
])('dayBefore() takes %j to %j, as precise', (date, before) => {
  expect(dayBefore(date)).toBe(before);
});
