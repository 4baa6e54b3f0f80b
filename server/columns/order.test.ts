import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EditionColumns } from './column.ts';
import { columnBuilder } from './column-builders.ts';
import { byDistance, keyOfColumn, pageOf } from './order.ts';
import { sift } from './sift.ts';

/** An edition of points, with one number each where it is stated. */
function editionOf(points: readonly Point[]): EditionColumns {
  const builder = columnBuilder('decimal', points.length);
  for (const [at, { value }] of points.entries()) if (value !== undefined) builder.add(at, value);
  const keys = Float64Array.from(points.keys());
  return {
    edition: 1,
    size: points.length,
    ...{ rows: keys, keys },
    lng: Float64Array.from(points, ({ lng }) => lng),
    lat: Float64Array.from(points, ({ lat }) => lat),
    attributes: new Map([['height-m', builder.finish()]]),
  };
}

type Point = { readonly lng: number; readonly lat: number; readonly value: number | undefined };

const point: fc.Arbitrary<Point> = fc.record({
  lng: fc.double({ noNaN: true, min: -6, max: 2 }),
  lat: fc.double({ noNaN: true, min: 50, max: 59 }),
  value: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
});
const editions = fc.array(fc.array(point, { maxLength: 30 }), { minLength: 1, maxLength: 3 });

describe('pageOf()', () => {
  it('cuts any page out of the whole order, equal ones as published, what is not stated last', () => {
    fc.assert(
      fc.property(
        editions,
        fc.boolean(),
        fc.nat(40),
        fc.nat(20),
        (given, descending, offset, limit) => {
          const parts = given.map((points) => sift(editionOf(points), { conditions: [] }));
          const of = (part: number) => keyOfColumn(parts[part]?.columns.attributes.get('height-m'));
          const sign = descending ? -1 : 1;
          const rank = (value: number | undefined) => (value === undefined ? 9 : sign * value);
          const whole = given
            .flatMap((points, part) => points.map(({ value }, at) => ({ part, at, value })))
            .toSorted((one, other) => rank(one.value) - rank(other.value))
            .map(({ part, at }) => ({ part, at }));
          const page = pageOf(parts, { of, descending }, { offset, limit });
          expect(page).toEqual(whole.slice(offset, offset + limit));
        },
      ),
    );
  });
});

describe('byDistance()', () => {
  it('orders as the sphere does, wherever in Britain, to a hundredth', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 20 }), point, (points, from) => {
        const near = [from.lng, from.lat] as const;
        const parts = [sift(editionOf(points), { conditions: [] })];
        const page = pageOf(parts, byDistance(parts, near), { offset: 0, limit: 20 });
        const apart = page.map(({ at }) => haversine(near, points[at] as Point));
        for (let at = 1; at < apart.length; at++) {
          expect(apart[at]).toBeGreaterThanOrEqual((apart[at - 1] as number) * 0.99 - 1e-9);
        }
      }),
    );
  });
});

/** Angle between two positions, radians. */
function haversine([lng, lat]: readonly [number, number], other: Point): number {
  const radians = Math.PI / 180;
  const north = Math.sin(((other.lat - lat) * radians) / 2) ** 2;
  const east = Math.sin(((other.lng - lng) * radians) / 2) ** 2;
  const cosines = Math.cos(lat * radians) * Math.cos(other.lat * radians);
  return 2 * Math.asin(Math.sqrt(north + cosines * east));
}
