import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPositions } from './area.ts';
import { type FromGrid, readTypedArea } from './area-typed.ts';

/** Stands for OSTN15 in these tests: a made-up plane that is easily turned back. */
const fromGrid: FromGrid = (easting, northing) =>
  easting < 700_000 && northing < 1_250_000
    ? [easting / 1e5 - 8, 49 + northing / 1.25e5]
    : undefined;

const square = {
  type: 'Polygon',
  coordinates: [
    [
      [-2.3, 53.4],
      [-2.2, 53.4],
      [-2.2, 53.5],
      [-2.3, 53.4],
    ],
  ],
};

describe('readTypedArea', () => {
  it.each([
    ['-2.3,53.4 -2.2,53.4 -2.2,53.5'],
    ['-2.3, 53.4\n-2.2, 53.4\n-2.2, 53.5\n-2.3, 53.4'],
    ['(-2.3 53.4), (-2.2 53.4), (-2.2 53.5)'],
    ['53.4,-2.3;53.4,-2.2;53.5,-2.2'],
    ['polygon:-2.3,53.4;-2.2,53.4;-2.2,53.5'],
    ['POLYGON((-2.3 53.4, -2.2 53.4, -2.2 53.5, -2.3 53.4))'],
    ['SRID=4326;polygon Z ((-2.3 53.4 10, -2.2 53.4 10, -2.2 53.5 9, -2.3 53.4 10))'],
    [JSON.stringify(square)],
    [JSON.stringify({ type: 'Feature', properties: {}, geometry: square })],
    [
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: null, geometry: square }],
      }),
    ],
  ])('reads %s', (text) => {
    expect(readTypedArea(text, fromGrid)).toMatchObject({ geometry: square });
  });

  it('says when it took the first numbers for latitudes', () => {
    expect(readTypedArea('53.4 -2.3', fromGrid)).toMatchObject({
      geometry: { type: 'Point', coordinates: [-2.3, 53.4] },
      notes: [expect.stringContaining('latitude, longitude')],
    });
  });

  it('reads eastings and northings, also in GeoJSON and WKT', () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [-4.2, 52.2],
        [-4.1, 52.2],
      ],
    };
    for (const text of [
      '380000,400000 390000,400000',
      '380000 400000; 390000 400000',
      'LINESTRING(380000 400000, 390000 400000)',
      JSON.stringify({
        type: 'LineString',
        coordinates: [
          [380_000, 400_000],
          [390_000, 400_000],
        ],
      }),
    ]) {
      expect(readTypedArea(text, fromGrid)).toMatchObject({
        geometry: line,
        notes: [expect.stringContaining('National Grid')],
      });
    }
  });

  it('reads grid references as the middle of their squares', () => {
    const corners = ['SJ 8000 9000', 'SJ8100090000', 'sj 81 91'].join('\n');
    expect(readTypedArea(corners, fromGrid)).toMatchObject({
      geometry: {
        type: 'Polygon',
        coordinates: [
          [[-4.19995, 52.12004], [-4.189995, 52.120004], [-4.185, 52.132], expect.anything()],
        ],
      },
    });
    expect(readTypedArea('SJ 80000 90000', fromGrid)).toMatchObject({
      geometry: { type: 'Point' },
    });
  });

  it('makes the shape it is asked for', () => {
    const text = '-2.3,53.4 -2.2,53.4 -2.2,53.5';
    expect(readTypedArea(text, fromGrid, 'line')).toMatchObject({
      geometry: { type: 'LineString' },
    });
    expect(readTypedArea(text, fromGrid, 'point')).toMatchObject({
      geometry: { type: 'MultiPoint' },
    });
  });

  it('reads many parts and holes', () => {
    const text =
      'MULTIPOLYGON(((-2 53,-1 53,-1 54,-2 53),(-1.5 53.2,-1.4 53.2,-1.4 53.3,-1.5 53.2)),((0 52,1 52,1 53,0 52)))';
    const read = readTypedArea(text, fromGrid);
    expect('geometry' in read && countPositions(read.geometry)).toBe(9);
    expect(readTypedArea('MULTIPOINT((-2 53),(-1 53))', fromGrid)).toMatchObject({
      geometry: { type: 'MultiPoint' },
    });
  });

  it.each([
    ['', 'Nothing is written'],
    ['hello', 'no number'],
    ['-2.3', 'lacks its other half'],
    ['-2.3,53.4,-2.2', 'lacks its other half'],
    ['-2.3,53.4 380000,400000', 'mixture'],
    ['999999,9999999', 'nowhere on Earth'],
    ['-2.3,53.4 -2.3,53.4', 'two positions'],
    ['SJ 123', 'no National Grid reference'],
    ['SJ 8000 9000 and more', 'no National Grid reference'],
    ['POLYGON((-2 53, -1 53', 'cannot be read'],
    ['POLYGON((-2 53, x 53, -1 54))', 'cannot be read'],
    ['POLYGON((-2 53, -1 53, -1 54, -2 53)) DROP TABLE', 'cannot be read'],
    ['{"type":"Polygon","coordinates":[[1,2],[3,4]]}', 'not nested'],
    ['{"type":"Polygon"}', 'no shape'],
    ['{"type":"Point","coordinates":[1e999,2]}', 'not nested'],
    ['{"type":"FeatureCollection","features":[]}', 'no shape'],
    ['{', 'not JSON'],
    [
      `LINESTRING(${Array.from({ length: 20_001 }, (_, at) => `-2.${at} 53`).join(',')})`,
      'more than',
    ],
    ['1'.repeat(1_000_001), 'more than'],
  ])('refuses %.60s', (text, words) => {
    const read = readTypedArea(text, fromGrid);
    expect('what' in read && read.what).toContain(words);
    expect('mend' in read && read.mend).toMatch(/\.$/);
  });

  it('never throws, whatever is pasted', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.stringMatching(/^(MULTI)?(POINT|LINESTRING|POLYGON) ?[-(),. \d]{0,40}$/),
      fc.stringMatching(/^[-.\d,; SJHN]{0,40}$/),
    );
    fc.assert(
      fc.property(odd, (text) => {
        const read = readTypedArea(text, fromGrid);
        expect('what' in read || read.geometry.coordinates.length > 0).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
