import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bounds } from '#data/schema/geometry.ts';
import { distanceM } from './distance.ts';
import { openPlaces } from './places.ts';

const at = (row: number, lng: number, lat: number) => ({
  row,
  bounds: [lng, lat, lng, lat] as Bounds,
});

describe('openPlaces()', () => {
  it('finds all that is within reach, as looking at each would', () => {
    const place = fc.tuple(
      fc.double({ min: -2.301, max: -2.299, noNaN: true }),
      fc.double({ min: 53.4, max: 53.401, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), place, (all, [lng, lat]) => {
        const things = all.map(([x, y], row) => at(row, x, y));
        const places = openPlaces<(typeof things)[number]>(30);
        for (const thing of things) places.add(thing);
        const found = new Set(places.near([lng, lat, lng, lat]).map(({ row }) => row));
        for (const { row, bounds } of things) {
          const away = distanceM([lng, lat], [bounds[0], bounds[1]]);
          if (away <= 30) expect(found).toContain(row);
        }
      }),
    );
  });

  it('forgets what was taken out, and gives no more than fifty', () => {
    const places = openPlaces<ReturnType<typeof at>>(30);
    for (let row = 0; row < 200; row++) places.add(at(row, -2.3, 53.4));
    places.remove(at(0, -2.3, 53.4));
    const found = places.near([-2.3, 53.4, -2.3, 53.4]);
    expect([found.length, found[0]?.row]).toEqual([50, 1]);
    places.add({ row: 900 } as ReturnType<typeof at>);
  });
});
