import { describe, expect, it } from 'vitest';
import type { Cell } from '#data/schema/flow.ts';
import { about, CENTRES, codes, degrees, pointOf, TRAFFORD, table } from '#tests/support/locate.ts';

describe('buildLocator() finds positions', () => {
  const metres = about(CENTRES.E08000009, 30);

  it('in easting and northing, by OSTN15, native kept', () => {
    const { locator, places } = table(
      ['Easting', 'Northing'],
      metres.map(([e, n]) => [`${e}`, `${n}`]),
      TRAFFORD,
    );
    expect(locator.verdict).toMatchObject({ id: 'EPSG:27700', axis: 'xy' });
    expect(locator.verdict.confidence).toBeGreaterThan(0.9);
    expect(locator.usedColumns).toEqual(['Easting', 'Northing']);
    expect(locator.shape).toBe('point');
    expect(places[3]).toEqual({
      geometry: { type: 'Point', coordinates: degrees(metres[3] ?? []) },
      native: { type: 'Point', coordinates: metres[3] },
      placement: { crs: 'EPSG:27700', transform: 'OSTN15', from: 'Easting, Northing' },
      issues: [],
    });
  });

  it.each([
    ['longitude and latitude', ['lng', 'lat'], ([x, y]: number[]) => [x, y], 'EPSG:4326'],
    [
      'latitude before longitude',
      ['Latitude', 'Longitude'],
      ([x, y]: number[]) => [y, x],
      'EPSG:4326',
    ],
    ['well-known text', ['geom'], ([x, y]: number[]) => [`POINT (${x} ${y})`], 'EPSG:4326'],
    ['EWKT', ['g'], ([x, y]: number[]) => [`SRID=4326;POINT(${x} ${y})`], 'EPSG:4326'],
    [
      'GeoJSON',
      ['shape'],
      (c: number[]) => [JSON.stringify({ type: 'Point', coordinates: c })],
      'EPSG:4326',
    ],
    [
      'one column, latitude first',
      ['location'],
      ([x, y]: number[]) => [`(${y}, ${x})`],
      'EPSG:4326',
    ],
    [
      'one column, longitude first',
      ['location'],
      ([x, y]: number[]) => [`${x}, ${y}`],
      'EPSG:4326',
    ],
    ['unnamed columns of degrees', ['a', 'b'], ([x, y]: number[]) => [y, x], 'EPSG:4326'],
  ])('in %s', (_, headings, write, id) => {
    const rows = metres.map((point) => write([...degrees(point)]) as Cell[]);
    const { locator, places } = table(headings, rows);
    expect(locator.verdict.id).toBe(id);
    expect(places.flatMap(codes)).toEqual([]);
    expect(pointOf(places[7])[0]).toBeCloseTo(degrees(metres[7] ?? [])[0] ?? 0, 9);
    expect(pointOf(places[7])[1]).toBeCloseTo(degrees(metres[7] ?? [])[1] ?? 0, 9);
  });

  it('in National Grid references', () => {
    const rows = metres.map(([e, n]) => [`SJ ${e - 300_000} ${n - 300_000}`]);
    const { locator, places } = table(['NGR'], rows);
    expect(locator.verdict.id).toBe('EPSG:27700');
    expect(pointOf(places[0])).toEqual(degrees(metres[0] ?? []));
    expect(places[0]?.geometry && places[0].placement.from).toBe('grid reference in NGR');
  });

  it('in Web Mercator, told by its figures', () => {
    const rows = metres.map((point) => {
      const [lng = 0, lat = 0] = degrees(point);
      const y = 6_378_137 * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
      return [(lng * Math.PI * 6_378_137) / 180, y];
    });
    const { locator, places } = table(['X', 'Y'], rows);
    expect(locator.verdict.id).toBe('EPSG:3857');
    expect(pointOf(places[5])[0]).toBeCloseTo(degrees(metres[5] ?? [])[0] ?? 0, 8);
  });

  it('in columns no heading speaks of, when the districts confirm them', () => {
    const { locator, places } = table(['GMGRFE', 'GMGRFN'], metres);
    expect(locator.verdict.id).toBe('EPSG:27700');
    expect(places.every(({ geometry }) => geometry)).toBe(true);
  });

  it('not in columns of figures, site codes or postcodes', () => {
    const rows = metres.map((_, i) => [
      48_000 + i * 131,
      61_000 - i * 97,
      `SH ${1000 + i}`,
      'M60 2LA',
    ]);
    const { locator, places } = table(['Population', 'Households', 'Site ref', 'Postcode'], rows);
    expect(locator.verdict.id).toBeUndefined();
    expect(locator.shape).toBe('none');
    // the postcode is all that says where: said once for the layer, not once a record
    expect(codes(locator)).toEqual(['geom.unplaced']);
    expect(places.flatMap(codes)).toEqual([]);
  });

  it('where the descriptor says, even beside better columns', () => {
    const rows = metres.map((point) => [...point, ...degrees(point)]);
    const rule = { geometry: { x: 'X2', y: 'Y2' } };
    const { locator, places } = table(['Easting', 'Northing', 'X2', 'Y2'], rows, rule);
    expect(locator.verdict.id).toBe('EPSG:4326');
    expect(places[0]?.geometry && places[0].placement.from).toBe('X2, Y2');
  });
});

it('buildLocator() says when a column of the descriptor is gone, and looks elsewhere', () => {
  const { locator, places } = table(['Easting', 'Northing'], about(CENTRES.E08000009, 9), {
    geometry: { x: 'GeoX', y: 'Northing' },
  });
  expect(codes(locator)[0]).toBe('column.missing-required');
  expect(places.every(({ geometry }) => geometry)).toBe(true);
});

describe('buildLocator() judges the axes of a whole layer', () => {
  const swapped = (code: keyof typeof CENTRES, count: number) =>
    about(CENTRES[code], count).map(([e, n]) => [n, e]);

  it('puts exchanged columns right where the publisher’s area decides it', () => {
    const { locator, places } = table(['Easting', 'Northing'], swapped('E08000010', 40), {
      publisher: { name: 'Wigan Council', districts: ['E08000010'] },
    });
    expect(locator.verdict).toMatchObject({ id: 'EPSG:27700', axis: 'yx' });
    expect(codes(locator)).toContain('crs.axes-swapped-fixed');
    expect(pointOf(places[0])).toEqual(degrees(CENTRES.E08000010));
    expect(places[0]?.geometry && places[0].native).toEqual({
      type: 'Point',
      coordinates: [...CENTRES.E08000010],
    });
  });

  const codesOfCentres = Object.keys(CENTRES) as (keyof typeof CENTRES)[];
  it.each(
    codesOfCentres.flatMap((code) => [1, 200].map((count) => [code, count] as const)),
  )('never places exchanged columns of %s (%d records) without a word', (code, count) => {
    for (const hints of [{}, { publisher: { name: 'its council', districts: [code] } }]) {
      const { locator, places } = table(['Easting', 'Northing'], swapped(code, count), hints);
      const told = [...codes(locator), ...places.flatMap(codes)];
      expect(told.some((word) => /axes-|swapped|out-of-provider-area/.test(word))).toBe(true);
    }
  });

  it.each([
    ['Southwark', [533_007, 178_003]],
    ['Bath', [375_007, 165_003]],
    ['Newcastle', [425_007, 565_003]],
    ['Buxton, which exchanged would be in Wigan', [405_807, 373_003]],
  ])('leaves a file of %s where it is', (_, centre) => {
    const metres = about(centre, 50);
    const { locator, places } = table(['Easting', 'Northing'], metres);
    expect(locator.verdict).toMatchObject({ id: 'EPSG:27700', axis: 'xy' });
    expect(pointOf(places[9])).toEqual(degrees(metres[9] ?? []));
    expect(places.flatMap(codes)).toEqual([]);
  });
});
