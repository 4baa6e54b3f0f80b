import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachPosition } from '#data/schema/geometry.ts';
import type { Harmonised } from '#data/schema/harmonised.ts';
import { unsoundness } from '../scripts/corpus/soundness.ts';
import { featureWriter } from '../scripts/odin/geojson.ts';
import { codesOf, run } from './support/harmonise.ts';

// The threats of the threat table that need the whole way from bytes to features; the numbers are the table's.

const ODD = [
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '-1e999',
  '1e308',
  '9'.repeat(400),
  '0x1F',
  '١٢',
  '53.4.1',
  '--53',
  'fifty',
  '',
  ' ',
  'null',
  '-0',
  '1e-400',
  '400',
  '-95',
  '53,4,1',
];

/** One good record and one whose latitude is odd, in five formats. */
const IN_FORMATS: readonly (readonly [name: string, file: (odd: string) => string])[] = [
  ['a.csv', (odd) => `name,lat,lon\nGood,53.4,-2.3\nOdd,"${odd}",-2.3\n`],
  [
    'a.geojson',
    (odd) =>
      `{"type":"FeatureCollection","features":[${[53.4, odd || 'null']
        .map(
          (lat) =>
            `{"type":"Feature","properties":{"name":"x"},"geometry":{"type":"Point","coordinates":[-2.3,${lat}]}}`,
        )
        .join(',')}]}`,
  ],
  [
    'w.csv',
    (odd) => `name,wkt\nGood,"POINT(-2.3 53.4)"\nOdd,"LINESTRING(-2.3 53.4,-2.31 ${odd})"\n`,
  ],
  [
    'a.kml',
    (odd) =>
      `<kml><Document>${['53.4', odd]
        .map(
          (lat) =>
            `<Placemark><name>x</name><Point><coordinates>-2.3,${lat}</coordinates></Point></Placemark>`,
        )
        .join('')}</Document></kml>`,
  ],
  [
    'a.gml',
    (odd) =>
      `<c:FeatureCollection xmlns:c="http://example.org/c" xmlns:gml="http://www.opengis.net/gml">${[
        '53.4',
        odd,
      ]
        .map(
          (lat) =>
            `<gml:featureMember><c:thing><c:name>x</c:name><c:geom><gml:Point srsName="EPSG:4326"><gml:pos>-2.3 ${lat}</gml:pos></gml:Point></c:geom></c:thing></gml:featureMember>`,
        )
        .join('')}</c:FeatureCollection>`,
  ],
];

const NAMES = ['__proto__', 'constructor', 'toString', 'valueOf'];

describe('threat 14: columns named like members of every object', () => {
  it('survive to the GeoJSON that is handed out, and pollute nothing', () => {
    const found = run('a.csv', `${NAMES.join(',')},lat,lon\n1,2,3,4,53.4,-2.3\n`);
    const text = featureWriter(found);
    for (const feature of found.features) {
      const { properties } = JSON.parse(text.feature(feature));
      expect(Object.keys(properties.extra)).toEqual(expect.arrayContaining(NAMES));
    }
    expect(found.features).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('threat 15: cells that a spreadsheet would run', () => {
  const FORMULAS = ['=HYPERLINK("http://x","y")', '@SUM(1)', '+1+cmd|x', '-2+3+cmd|x', '\uff1d1+1'];

  it.each(FORMULAS)('%s is kept as text and told of', (formula) => {
    const cell = `"${formula.replaceAll('"', '""')}"`;
    const found = run('libraries.csv', `name,lat,lon\n${cell},53.4,-2.3\nB,53.41,-2.31\n`);
    expect(found.features[0]?.name).toBe(formula);
    expect(codesOf(found)).toContain('value.formula-injection');
  });
});

describe.each(IN_FORMATS)('threat 16: odd numbers for coordinates in %s', (name, file) => {
  it.each(ODD)('%j never becomes a place, and the record or the file is told of', (odd) => {
    const found = run(name, file(odd));
    expect(unsoundness(found)).toEqual([]);
    if (found.features.length < 2) {
      expect(
        found.issues.some(
          ({ severity, code }) => severity !== 'info' && code !== 'licence.missing',
        ),
      ).toBe(true);
    }
  });
});

describe('threat 17: positions that cannot be meant', () => {
  const table = (rows: readonly string[]): Harmonised =>
    run('sites.csv', `name,latitude,longitude\n${rows.join('\n')}\n`);
  const good = Array.from({ length: 40 }, (_, i) => `S${i},53.4${i},-2.3${i}`);

  it('does not draw what stands at 0, 0', () => {
    const found = table([...good, 'Null Island,0,0']);
    expect(found.features.some(({ name }) => name === 'Null Island')).toBe(false);
    expect(found.unplaced).toHaveLength(1);
  });

  it('says so when latitude and longitude are exchanged throughout', () => {
    const found = table(Array.from({ length: 40 }, (_, i) => `S${i},-2.3${i},53.4${i}`));
    expect(codesOf(found)).toContain('crs.axes-swapped-fixed');
    expect(found.bounds?.[1]).toBeGreaterThan(53);
  });

  it('does not take metres for degrees, whatever the headings say', () => {
    const found = table(Array.from({ length: 40 }, (_, i) => `S${i},39810${i},38390${i}`));
    expect(unsoundness(found)).toEqual([]);
    for (const { geometry } of found.features) {
      eachPosition(geometry, ([, lat]) => expect(lat).toBeGreaterThan(53));
    }
  });
});

const ring = (count: number): string => {
  const points = Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI;
    return `${530_000 + 900 * Math.cos(angle)} ${190_000 + 900 * Math.sin(angle)}`;
  });
  return `(${[...points, points[0]].join(',')})`;
};

describe('threat 19: polygons of very many vertices', () => {
  it('keeps 100,000 vertices and is done in seconds', () => {
    const start = performance.now();
    const text = JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'EPSG:27700' } },
      features: [
        {
          type: 'Feature',
          properties: { name: 'Large' },
          geometry: {
            type: 'Polygon',
            coordinates: [
              ring(100_000)
                .slice(1, -1)
                .split(',')
                .map((pair) => pair.split(' ').map(Number)),
            ],
          },
        },
      ],
    });
    const found = run('a.geojson', text);
    let vertices = 0;
    for (const { geometry } of found.features) eachPosition(geometry, () => vertices++);
    expect([vertices, found.unplaced.length]).toEqual([100_001, 0]);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('20,000 rings in one shape end in time', () => {
    const square = (i: number): number[][][] => {
      const [x, y] = [-2.4 + (i % 200) * 1e-4, 53.4 + Math.floor(i / 200) * 1e-4];
      const side = 5e-5;
      return [
        [
          [x, y],
          [x + side, y],
          [x + side, y + side],
          [x, y + side],
          [x, y],
        ],
      ];
    };
    const coordinates = Array.from({ length: 20_000 }, (_, index) => square(index));
    const start = performance.now();
    const found = run('a.geojson', JSON.stringify({ type: 'MultiPolygon', coordinates }));
    expect([found.records, found.features.length]).toEqual([1, 1]);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('threat 20: outlines that are no outlines', () => {
  it.each([
    ['a bow-tie', '((0 0,10 10,10 0,0 10,0 0))'],
    ['not closed', '((0 0,10 0,10 10,0 10))'],
    ['repeated points', '((0 0,0 0,0 0,10 0,10 10,10 10,0 10,0 0))'],
    ['no area', '((0 0,10 10,0 0,10 10,0 0))'],
    ['one point', '((5 5,5 5,5 5,5 5))'],
    ['a hole outside', '((0 0,10 0,10 10,0 10,0 0),(20 20,30 20,30 30,20 30,20 20))'],
    ['a hole that is the outline', '((0 0,10 0,10 10,0 0),(0 0,10 0,10 10,0 0))'],
    ['empty', ' EMPTY'],
  ])('%s: kept inside its own box, told of where changed', (_name, text) => {
    const moved = text.replaceAll(
      /(\d+) (\d+)/g,
      (_pair, x, y) => `${530_000 + Number(x)} ${190_000 + Number(y)}`,
    );
    const found = run('a.csv', `name,wkt\nA,"POLYGON${moved}"\nB,"POINT(530000 190000)"\n`);
    expect(unsoundness(found)).toEqual([]);
    expect(found.features.length + found.unplaced.length).toBe(2);
  });

  it('any ring whatever is sound, and its box no larger than published', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
        const pairs = [...points, points[0] ?? [0, 0]]
          .map(([x, y]) => `${-2.3 + x / 1e4} ${53.4 + y / 1e4}`)
          .join(',');
        const found = run('a.csv', `name,wkt\nA,"POLYGON((${pairs}))"\nB,"POINT(-2.3 53.4)"\n`);
        expect(unsoundness(found)).toEqual([]);
        const [west = -2.3, south = 53.4, east = -2.3, north = 53.4] = found.bounds ?? [];
        expect(west).toBeGreaterThanOrEqual(-2.3 - 1e-9);
        expect(south).toBeGreaterThanOrEqual(53.4 - 1e-9);
        expect(east).toBeLessThanOrEqual(-2.294 + 1e-9);
        expect(north).toBeLessThanOrEqual(53.406 + 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});
