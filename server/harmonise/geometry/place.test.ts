import { describe, expect, it } from 'vitest';
import type { Cell } from '#data/schema/flow.ts';
import { about, CENTRES, codes, degrees, pointOf, TRAFFORD, table } from '#tests/support/locate.ts';
import type { LocatorHints, Placed, Unplaced } from './locator.ts';

describe('place() judges every record again', () => {
  const good = about(CENTRES.E08000009, 40, 3_000);
  const withRow = (e: Cell, n: Cell, hints: LocatorHints = TRAFFORD) => {
    const { places } = table(['GeoX', 'GeoY'], [...good, [e, n]], hints);
    expect(places.slice(0, -1).flatMap(codes)).toEqual([]);
    return places.at(-1) as Placed | Unplaced;
  };

  it('puts one exchanged row right and says so', () => {
    const place = withRow(394_303, 379_507);
    expect(codes(place)).toEqual(['crs.swapped-row']);
    expect(pointOf(place)).toEqual(degrees(CENTRES.E08000009));
    expect(place.geometry && place.placement.swapped).toBe(true);
    expect(place.issues[0]).toMatchObject({ line: 42, severity: 'warning', layer: 'sites' });
  });

  it('puts one exchanged row of degrees right for an unknown publisher far away', () => {
    const rows = about([533_007, 178_003], 40).map((point) => [...degrees(point)]);
    const [lng = 0, lat = 0] = degrees([533_007, 178_003]);
    const { places } = table(['lon', 'lat'], [...rows, [lat, lng]]);
    expect(codes(places[40] as Placed)).toEqual(['crs.swapped-row']);
    expect(pointOf(places[40])).toEqual([lng, lat]);
  });

  it('says that a position nothing explains is far from the rest of the file', () => {
    const rows = about([556_000, 196_000], 40, 3_000);
    const { places } = table(['GeoX', 'GeoY'], [...rows, [37_414.47, 561_879.06]]);
    expect(codes(places[40] as Placed)).toEqual(['crs.out-of-provider-area']);
    expect(places.slice(0, 40).flatMap(codes)).not.toContain('crs.out-of-provider-area');
  });

  it('proposes the lost figure and does not apply it', () => {
    const place = withRow('379500', '39430');
    expect(place.geometry).toBeUndefined();
    expect(codes(place)).toEqual(['crs.digit-lost']);
    expect(place.issues[0]).toMatchObject({ column: 'GeoY', value: '39430' });
    expect(place.issues[0]?.message).toMatch(/39430\?|394\?30|3943\?0/);
  });

  it('proposes the lost sign of a longitude', () => {
    const rows = good.map((point) => [...degrees(point)]);
    const { places } = table(['lon', 'lat'], [...rows, [2.31, 53.445]], TRAFFORD);
    expect(places[40]?.geometry).toBeUndefined();
    expect(places[40]?.issues[0]?.message).toContain('-2.31');
  });

  it.each([
    ['the false origin', 7, 0, 'crs.false-origin'],
    ['0, 0', '0', '0', 'crs.false-origin'],
    ['nothing', '', '', 'geom.missing'],
    ['a null word', 'N/A', 'null', 'geom.missing'],
    ['one half', '379500', '', 'geom.missing'],
    ['text', '379500', 'see plan', 'geom.parse-failed'],
    ['an infinity', 'Infinity', '394300', 'crs.not-finite'],
    ['nines', 999_999_999, 999_999_999, 'crs.out-of-country'],
  ])('keeps a record of %s without a position', (_, e, n, code) => {
    const place = withRow(e, n);
    expect(place.geometry).toBeUndefined();
    expect(codes(place)).toEqual([code]);
    expect(place.issues[0]?.severity).toBe('error');
  });

  it('calls 0, 0 in degrees Null Island', () => {
    const rows = good.map((point) => [...degrees(point)]);
    const { places } = table(['lon', 'lat'], [...rows, [0, 0]], TRAFFORD);
    expect(codes(places[40] as Unplaced)).toEqual(['crs.null-island']);
  });

  it('places what lies outside the area with a warning, just outside it without', () => {
    const far = withRow(362_007, 388_003);
    expect(codes(far)).toEqual(['crs.out-of-provider-area']);
    expect(far.geometry).toBeDefined();
    const near = withRow(CENTRES.E08000009[0] + 3_500, 396_500);
    expect(near.geometry).toBeDefined();
  });

  it('reads a row of degrees among metres, and says that systems are mixed', () => {
    const [lng = 0, lat = 0] = degrees(CENTRES.E08000009);
    const place = withRow(lng, lat);
    expect(codes(place)).toEqual(['crs.mixed-within-file']);
    expect(pointOf(place)).toEqual([lng, lat]);
    expect(place.geometry && place.placement.crs).toBe('EPSG:4326');
  });

  it('tells of a position given to a kilometre only', () => {
    expect(codes(withRow(379_000, 394_000))).toEqual(['crs.low-precision-coordinates']);
  });
});

describe('place() with two systems in one table', () => {
  const metres = about(CENTRES.E08000009, 30);
  const rows: Cell[][] = metres.map((point) => [...point, ...degrees(point)]);
  const headings = ['Easting', 'Northing', 'Longitude', 'Latitude'];

  it('checks one against the other for every record', () => {
    const [first = []] = rows;
    const off = [Number(first[0]) + 120, first[1] ?? null, first[2] ?? null, first[3] ?? null];
    const { places } = table(headings, [...rows, off], TRAFFORD);
    expect(places.slice(0, -1).flatMap(codes)).toEqual([]);
    expect(codes(places.at(-1) as Placed)).toEqual(['crs.conflict']);
    expect(places.at(-1)?.issues[0]?.message).toContain('120 m apart');
  });

  it('falls back on the other where the first is missing or wrong', () => {
    const [lng = 0, lat = 0] = degrees(CENTRES.E08000009);
    const { places } = table(
      headings,
      [...rows, [null, null, lng, lat], [7, 0, lng, lat]],
      TRAFFORD,
    );
    expect(places[30]).toMatchObject({ placement: { crs: 'EPSG:4326' }, issues: [] });
    expect(pointOf(places[31])).toEqual([lng, lat]);
    expect(places[31]?.issues[0]).toMatchObject({ code: 'crs.false-origin', severity: 'warning' });
  });

  it('says once that degrees are on OSGB36 when the two lie 100 m apart throughout', () => {
    const shifted = rows.map(([e, n, lng, lat]) => [
      e,
      n,
      Number(lng) + 0.0014,
      Number(lat) - 0.0004,
    ]) as Cell[][];
    const { locator, places } = table(headings, shifted, TRAFFORD);
    expect(codes(locator)).toContain('crs.datum-suspect');
    expect(places.flatMap(codes)).toEqual([]);
  });

  it('takes the word of a CRS column row by row', () => {
    const mixed = rows.map(([e, n, lng, lat], i) =>
      i % 3 === 0 ? [lng ?? null, lat ?? null, 'WGS84'] : [e ?? null, n ?? null, 'OSGB36'],
    );
    const { places } = table(['GeoX', 'GeoY', 'CoordinateReferenceSystem'], mixed, TRAFFORD);
    expect(places.flatMap(codes)).toEqual([]);
    expect(pointOf(places[0])[0]).toBeCloseTo(degrees(metres[0] ?? [])[0] ?? 0, 9);
    expect(pointOf(places[1])).toEqual(degrees(metres[1] ?? []));
  });
});

describe('place() with unusual cells', () => {
  const good = about(CENTRES.E08000009, 12);

  it('reads several places of one record as one multi-part geometry', () => {
    const { places } = table(
      ['Easting', 'Northing'],
      [...good, ['379507, 379600', '394303, 394400']],
    );
    const place = places.at(-1);
    expect(place?.geometry).toEqual({
      type: 'MultiPoint',
      coordinates: [degrees([379_507, 394_303]), degrees([379_600, 394_400])],
    });
    expect(place?.issues).toEqual([]);
  });

  it('reads well-known binary in hexadecimal figures, with its SRID', () => {
    const bytes = new DataView(new ArrayBuffer(25));
    bytes.setUint8(0, 1);
    bytes.setUint32(1, 0x20000001, true);
    bytes.setUint32(5, 27_700, true);
    bytes.setFloat64(9, 379_507, true);
    bytes.setFloat64(17, 394_303, true);
    const hex = Buffer.from(bytes.buffer).toString('hex').toUpperCase();
    const { locator, places } = table(['geom'], [[hex], [hex.slice(0, 44)], [hex]]);
    expect(locator.verdict.id).toBe('EPSG:27700');
    expect(pointOf(places[0])).toEqual(degrees([379_507, 394_303]));
    expect(codes(places[1] as Unplaced)).toEqual(['geom.parse-failed']);
  });

  it('leaves columns of another place alone', () => {
    const rows = good.map(([e, n]) => [e, n, e + 400, n + 300]);
    const headings = ['Start Easting', 'Start Northing', 'End Easting', 'End Northing'];
    const { locator, places } = table(headings, rows);
    expect(locator.usedColumns).toEqual(['Start Easting', 'Start Northing']);
    expect(places.flatMap(codes)).toEqual([]);
  });

  it('does not draw a town in the North Sea when its longitudes lost their sign', () => {
    const rows = good.map((point) => degrees(point)).map(([lng, lat]) => [-lng, lat]);
    for (const hints of [TRAFFORD, {}]) {
      const { locator, places } = table(['lon', 'lat'], rows, hints);
      expect(codes(locator)).toContain('crs.digit-lost');
      expect(places.some(({ geometry }) => geometry)).toBe(false);
      expect(places[0]?.issues[0]?.message).toContain(`-${rows[0]?.[0]}`);
    }
  });

  it('falls back on a Helmert shift outside OSTN15, and says so', () => {
    const { places } = table(['Easting', 'Northing'], [[702_503, 312_504]]);
    expect(codes(places[0] as Placed)).toEqual(['crs.transform-fallback']);
  });
});
