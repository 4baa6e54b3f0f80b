import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toNationalGrid } from '#data/geodesy/ostn15.ts';
import type { NativeGeometry } from '#data/schema/geometry.ts';
import { about, CENTRES, grid, pointOf, spatial, TRAFFORD, table } from '#tests/support/locate.ts';

it('place() never throws, gives finite positions only, and always says why it gives none', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.double(),
    fc.integer({ min: 0, max: 700_000 }),
    fc.constantFrom(
      null,
      true,
      '',
      '0',
      '381429',
      '391372',
      '-2.24',
      '53.48',
      'SJ 814 913',
      'POINT (1 2)',
      '(53.4, -2.2)',
    ),
  );
  const row = fc.tuple(cell, cell, cell);
  const headings = fc.constantFrom(
    ['Easting', 'Northing', 'x'],
    ['lat', 'lon', 'NGR'],
    ['GeoX', 'GeoY', 'crs'],
    ['a', 'b', 'c'],
    ['WKT', '', '__proto__'],
  );
  fc.assert(
    fc.property(headings, fc.array(row, { maxLength: 12 }), fc.boolean(), (names, rows, known) => {
      const { locator, places } = table(names, rows, known ? TRAFFORD : {});
      for (const place of places) {
        if (place.geometry) {
          expect(JSON.stringify(place.geometry)).not.toMatch(/null|NaN/);
        } else {
          expect([...place.issues, ...locator.issues].length).toBeGreaterThan(0);
        }
      }
    }),
  );
});

it('place() never throws on geometries of any shape', () => {
  const position = fc.array(fc.double(), { maxLength: 4 });
  const geometry = fc.oneof(
    fc.record({
      type: fc.constantFrom('Point', 'Polygon', 'LineString', 'Circle'),
      coordinates: fc.anything(),
    }),
    fc.record({
      type: fc.constant('Polygon'),
      coordinates: fc.array(fc.array(position, { maxLength: 6 }), { maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('GeometryCollection'), geometries: fc.array(fc.anything()) }),
  );
  fc.assert(
    fc.property(fc.array(geometry, { maxLength: 4 }), (geometries) => {
      const { locator, places } = spatial(geometries as NativeGeometry[]);
      const judged = locator.issues.length > 0;
      expect(places.every((place) => place.geometry || place.issues.length > 0 || judged)).toBe(
        true,
      );
    }),
  );
});

it('a position survives the way to WGS 84 and back', () => {
  const rows = about(CENTRES.E08000009, 20);
  const { places } = table(['Easting', 'Northing'], rows, TRAFFORD);
  for (const [i, place] of places.entries()) {
    const [lng = 0, lat = 0] = pointOf(place);
    const [e = 0, n = 0] = toNationalGrid(grid, lng, lat) ?? [];
    expect(Math.hypot(e - (rows[i]?.[0] ?? 0), n - (rows[i]?.[1] ?? 0))).toBeLessThan(0.001);
  }
});
