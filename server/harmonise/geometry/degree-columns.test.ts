import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#data/schema/flow.ts';
import { about, CENTRES, codes, degrees, pointOf, table } from '#tests/support/locate.ts';
import { readDegreePart } from './degree-part.ts';

const lngLats = about(CENTRES.E08000003, 12).map(degrees);

/** Degrees, minutes and seconds of an angle, without its sign. */
function partsOf(value: number): [degrees: number, minutes: number, seconds: number] {
  const size = Math.abs(value);
  const minutes = (size % 1) * 60;
  return [Math.floor(size), Math.floor(minutes), Number(((minutes % 1) * 60).toFixed(4))];
}

type Write = (lng: number, lat: number) => Cell[];
const dms: Write = (lng, lat) => {
  const [d, m, s] = partsOf(lng);
  return [...partsOf(lat), -d, m, s];
};
const lettered: Write = (lng, lat) => [...partsOf(lat), 'N', ...partsOf(lng), 'W'];
const decimalMinutes: Write = (lng, lat) => {
  const [[d, m, s], [e, n, t]] = [partsOf(lat), partsOf(lng)];
  return [d, (m + s / 60).toFixed(6), `-${e}`, (n + t / 60).toFixed(6)];
};

const SPELLINGS: readonly (readonly [name: string, headings: readonly string[], Write])[] = [
  ['words run together', ['LatDeg', 'LatMin', 'LatSec', 'LonDeg', 'LonMin', 'LonSec'], dms],
  ['capitals', ['LATDEG', 'LATMIN', 'LATSEC', 'LONGDEG', 'LONGMIN', 'LONGSEC'], dms],
  ['one letter each', ['lat_d', 'lat_m', 'lat_s', 'lon_d', 'lon_m', 'lon_s'], dms],
  ['the part first', ['Deg Lat', 'Min Lat', 'Sec Lat', 'Deg Long', 'Min Long', 'Sec Long'], dms],
  ['signs', ['Lat °', "Lat '", 'Lat "', 'Lon °', "Lon '", 'Lon "'], dms],
  ['bare axes', ['Latitude', 'Min', 'Sec', 'Longitude', 'Min', 'Sec'], dms],
  ['no headings behind the axes', ['Latitude', '', '', 'Longitude', '', ''], dms],
  [
    'letters in columns headed N/S and E/W',
    ['LatDeg', 'LatMin', 'LatSec', 'N/S', 'LonDeg', 'LonMin', 'LonSec', 'E/W'],
    lettered,
  ],
  [
    'headings that name no axis',
    ['Degrees', 'Minutes', 'Seconds', 'Dir', 'Degrees', 'Minutes', 'Seconds', 'Dir'],
    lettered,
  ],
  [
    'west in the headings',
    ['Deg N', 'Min N', 'Sec N', 'Deg W', 'Min W', 'Sec W'],
    (lng, lat) => [...partsOf(lat), ...partsOf(lng)],
  ],
  ['decimal minutes', ['Lat Degrees', 'Lat Minutes', 'Lon Degrees', 'Lon Minutes'], decimalMinutes],
  [
    'longitude first',
    ['Lon Deg', 'Lon Min', 'Lon Sec', 'Lat Deg', 'Lat Min', 'Lat Sec'],
    (lng, lat) => {
      const [d, m, s] = partsOf(lng);
      return [-d, m, s, ...partsOf(lat)];
    },
  ],
];

describe('degrees, minutes and seconds in columns of their own', () => {
  it.each(SPELLINGS)('are read under %s', (_, headings, write) => {
    const { places } = table(
      headings,
      lngLats.map(([lng, lat]) => write(lng, lat)),
    );
    for (const [i, place] of places.entries()) {
      const [lng = 0, lat = 0] = pointOf(place);
      const [wanted, high] = lngLats[i] ?? [0, 0];
      expect(Math.hypot(lng - wanted, lat - high)).toBeLessThan(1e-7);
    }
  });

  it('keep the sign of a negative nought', () => {
    const { places } = table(
      ['LatDeg', 'LatMin', 'LatSec', 'LonDeg', 'LonMin', 'LonSec'],
      [
        [51, 30, 0.5, '-0', 7, 39.9],
        [51, 30, 10.5, -0, 7, 39.9],
      ],
    );
    expect(pointOf(places[0])[0]).toBeCloseTo(-0.127_75, 9);
    expect(pointOf(places[1])[0]).toBeCloseTo(-0.127_75, 9);
  });

  const HEADINGS = ['LatDeg', 'LatMin', 'LatSec', 'LonDeg', 'LonMin', 'LonSec'];
  const rows = lngLats.map(([lng, lat]) => dms(lng, lat));

  it.each([
    ['minutes are missing', [53, null, 51, -2, 14, 33], 'geom.missing'],
    ['minutes are sixty or more', [53, 75, 51, -2, 14, 33], 'geom.parse-failed'],
    ['degrees have decimals', [53.48, 28, 51, -2, 14, 33], 'geom.parse-failed'],
    ['the longitude is missing', [53, 28, 51, null, null, null], 'geom.missing'],
  ])('are not placed where %s', (_, broken, code) => {
    const { places } = table(HEADINGS, [...rows, broken]);
    expect(pointOf(places.at(-1))).toEqual([]);
    expect(codes(places.at(-1) ?? { issues: [] })).toEqual([code]);
  });

  it('are never placed by their parts when only one of the axes has them', () => {
    const { places } = table(
      ['LatDeg', 'LatMin', 'LonDeg'],
      lngLats.map(([, lat]) => [...partsOf(lat).slice(0, 2), -2]),
    );
    expect(places.flatMap(pointOf)).toEqual([]);
  });

  it('leave decimal degrees, and boxes of least and most, as they are', () => {
    const beside = table(
      ['Latitude', 'Longitude', ...HEADINGS],
      lngLats.map(([lng, lat]) => [lat, lng, ...dms(lng, lat)]),
    );
    expect(pointOf(beside.places[0])).toEqual(lngLats[0]);
    const box = table(
      ['lat', 'lon', 'lat_min', 'lon_min', 'lat_max', 'lon_max'],
      lngLats.map(([lng, lat]) => [lat, lng, lat - 0.01, lng - 0.01, lat + 0.01, lng + 0.01]),
    );
    expect(pointOf(box.places[0])).toEqual(lngLats[0]);
  });

  it('never throw, and never land off the isles, whatever stands in the cells', () => {
    const cell = fc.oneof(fc.double(), fc.string(), fc.integer({ min: -99, max: 99 }));
    const row = fc.array(fc.option(cell, { nil: null }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (cells) => {
        for (const place of table(HEADINGS, [...rows, ...cells]).places) {
          const [lng = -2, lat = 53] = pointOf(place);
          expect(lng > -15 && lng < 5 && lat > 48 && lat < 62).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('readDegreePart()', () => {
  it.each([
    ['LatDeg', 'degrees', 'y'],
    ['LONGMIN', 'minutes', 'x'],
    ['Longitude (seconds)', 'seconds', 'x'],
    ['Sec N', 'seconds', 'y'],
    ['E/W', 'letter', 'x'],
    ['Latitude', 'degrees', 'y'],
    ['Minutes', 'minutes', undefined],
  ])('reads %s', (heading, part, axis) => {
    expect(readDegreePart(heading)).toMatchObject({ part, ...(axis && { axis }) });
  });

  it.each([
    'N',
    'Northing',
    'Easting',
    'S',
    'M',
    'Site',
    'Address',
    '',
  ])('is silent on “%s”', (heading) => {
    expect(readDegreePart(heading)).toBeUndefined();
  });
});
