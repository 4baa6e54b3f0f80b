import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaksOf, dateBreaksOf } from './breaks.ts';

const decimal = (values: number[]) => breaksOf(values, { whole: false });

describe('breaksOf()', () => {
  it('parts any values into at most twelve bins that hold them all', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
      fc.double({ noNaN: true, min: 0, max: 1e-6 }),
      fc.constantFrom(0, 1, 2, 1e6),
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.boolean(),
        (given, whole) => {
          const values = whole ? given.map(Math.round) : given;
          const edges = breaksOf(values, { whole });
          expect(edges.length).toBeGreaterThanOrEqual(2);
          expect(edges.length).toBeLessThanOrEqual(13);
          expect(edges.every(Number.isFinite)).toBe(true);
          expect(edges[0]).toBeLessThanOrEqual(Math.min(...values));
          expect(edges.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
          for (let at = 2; at < edges.length; at++) {
            expect(edges[at]).toBeGreaterThan(edges[at - 1] as number);
          }
        },
      ),
    );
  });

  it('takes even round steps where values are spread evenly', () => {
    const values = Array.from({ length: 1_000 }, (_, at) => 12 + (at * 83) / 1_000);
    expect(decimal(values)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  });

  it('grows its steps where most values are small', () => {
    const values = Array.from({ length: 1_000 }, (_, at) => 0.02 * 1_000 ** (at / 1_000));
    expect(decimal(values)).toEqual([0, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]);
  });

  it('gives each whole number of a few a bin of its own', () => {
    expect(breaksOf([1, 3, 3, 2], { whole: true })).toEqual([1, 2, 3, 4]);
  });

  it('is nothing of nothing', () => {
    expect(decimal([])).toEqual([]);
  });
});

describe('dateBreaksOf()', () => {
  it('parts any dates into at most twelve bins that hold them all', () => {
    const date = fc
      .tuple(fc.integer({ min: 1500, max: 2100 }), fc.nat(12), fc.nat(28))
      .map(([year, month, day]) => year * 10_000 + month * 100 + (month > 0 ? day : 0));
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 40 }), (dates) => {
        const edges = dateBreaksOf(dates);
        expect(edges.length).toBeGreaterThanOrEqual(2);
        expect(edges.length).toBeLessThanOrEqual(13);
        expect(edges[0]).toBeLessThanOrEqual(Math.min(...dates));
        expect(edges.at(-1)).toBeGreaterThan(Math.max(...dates));
        for (let at = 1; at < edges.length; at++) {
          expect(edges[at]).toBeGreaterThan(edges[at - 1] as number);
        }
      }),
    );
  });

  it('takes months where there are few', () => {
    expect(dateBreaksOf([20240115, 20240301])).toEqual([20240000, 20240200, 20240300, 20240400]);
  });
});
