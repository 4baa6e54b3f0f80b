import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexagonAt, squareAt } from './cells.ts';
import { type PlanePoint, reduceTo } from './precision.ts';

const place = fc.tuple(
  fc.double({ min: 0, max: 700_000, noNaN: true }),
  fc.double({ min: 0, max: 1_300_000, noNaN: true }),
);

/** Area of a ring, square metres. */
const areaOf = (ring: readonly (readonly [number, number])[]): number =>
  ring.slice(1).reduce((sum, [x, y], index) => {
    const [px, py] = ring[index] as PlanePoint;
    return sum + (px * y - x * py) / 2;
  }, 0);

describe('squareAt()', () => {
  it('holds the position it was asked for', () => {
    fc.assert(
      fc.property(place, ([easting, northing]) => {
        const [[west, south] = [0, 0], , [east, north] = [0, 0]] = squareAt(
          easting,
          northing,
        ).outline;
        expect(west <= easting && easting < east && south <= northing && northing < north).toBe(
          true,
        );
      }),
    );
  });
});

describe('hexagonAt()', () => {
  it('is 250 m from side to side and closed, anticlockwise', () => {
    fc.assert(
      fc.property(place, ([easting, northing]) => {
        const { outline } = hexagonAt(easting, northing);
        expect(outline).toHaveLength(7);
        expect(outline[6]).toEqual(outline[0]);
        // width² × √3 ÷ 2
        expect(areaOf(outline)).toBeCloseTo((250 ** 2 * Math.sqrt(3)) / 2, -2);
      }),
    );
  });

  it('holds the position it was asked for: its middle is the nearest of all', () => {
    fc.assert(
      fc.property(place, ([easting, northing]) => {
        const { outline } = hexagonAt(easting, northing);
        const [x, y] = [0, 1].map(
          (axis) => ((outline[0]?.[axis] ?? 0) + (outline[3]?.[axis] ?? 0)) / 2,
        );
        const apart = Math.hypot((x ?? 0) - easting, (y ?? 0) - northing);
        expect(apart).toBeLessThanOrEqual(250 / Math.sqrt(3) + 0.02);
        for (const { outline: other } of [-250, 250].map((step) =>
          hexagonAt(easting + step, northing),
        )) {
          const [ox, oy] = [0, 1].map(
            (axis) => ((other[0]?.[axis] ?? 0) + (other[3]?.[axis] ?? 0)) / 2,
          );
          expect(Math.hypot((ox ?? 0) - easting, (oy ?? 0) - northing)).toBeGreaterThanOrEqual(
            apart - 0.02,
          );
        }
      }),
    );
  });
});

describe('reduceTo()', () => {
  it('counts every thing once, whatever the precision', () => {
    fc.assert(
      fc.property(fc.array(place), (middles) => {
        for (const precision of ['100-m', '250-m'] as const) {
          const reduced = reduceTo(precision, middles);
          if (!('cells' in reduced)) throw new TypeError('No cells');
          expect(reduced.count).toBe(middles.length);
          expect(reduced.cells.reduce((sum, { count }) => sum + count, 0)).toBe(middles.length);
        }
        expect(reduceTo('count', middles)).toEqual({ precision: 'count', count: middles.length });
        const exists = middles.length > 0;
        expect(reduceTo('existence', middles)).toEqual({ precision: 'existence', exists });
      }),
    );
  });

  it('threat 40: tells nothing that moving things within their cells, or another order, would change', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), fc.integer(), (middles, seed) => {
        const moved = middles.map(([easting, northing]): PlanePoint => {
          const [[west, south] = [0, 0]] = squareAt(easting, northing).outline;
          return [west + (Math.abs(seed) % 100), south + 50];
        });
        expect(reduceTo('100-m', moved.toReversed())).toEqual(reduceTo('100-m', middles));
      }),
    );
  });

  it('counts what lies off the grid without saying where', () => {
    const reduced = reduceTo('250-m', [
      [Number.NaN, 0],
      [384_000, 398_000],
    ]);
    expect(reduced).toMatchObject({ count: 2, cells: [{ count: 1 }] });
  });
});
