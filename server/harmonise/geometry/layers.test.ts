import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { findCrs } from '#data/geodesy/crs.ts';
import type { Cell } from '#data/schema/flow.ts';
import { about, CENTRES, codes, degrees, pointOf, table } from '#tests/support/locate.ts';
import type { LocatorHints } from './locator.ts';

const COUNT = 30;
const manchester = about(CENTRES.E08000003, COUNT);
const inDegrees = manchester.map(degrees);
const CITY = { publisher: { name: 'Manchester City Council', districts: ['E08000003'] } };

/** Thirty places about one, in degrees. */
const around = (lng: number, lat: number): [number, number][] =>
  about([0, 0], COUNT).map(([e, n]) => [lng + e / 65_000, lat + n / 111_000]);
const belfast = around(-5.93, 54.6);
const jersey = around(-2.11, 49.2);
const newYork = around(-73.98, 40.75);
const sydney = around(151.2, -33.87);

/** Degrees to another CRS, by proj4. */
const to = (id: string, position: readonly number[]): number[] =>
  proj4('EPSG:4326', findCrs(id)?.definition ?? '').forward([...position]);

const yx = ([x = 0, y = 0]: readonly number[]): number[] => [y, x];
const rows = (
  positions: readonly (readonly number[])[],
  write: (position: readonly number[], i: number) => readonly Cell[],
) => positions.map(write);

type Case = readonly [
  name: string,
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  truth: readonly (readonly number[])[],
  /** Codes the layer must tell, and of its records no others than `crs.low-precision-coordinates`. */
  told: readonly string[],
  hints?: LocatorHints,
];

const ELSEWHERE = [
  ['London', [530_007, 180_003]],
  ['Cardiff', [318_007, 176_003]],
  ['Lerwick', [447_507, 1_141_503]],
  ['Scilly', [90_507, 10_503]],
  ['Douglas', [238_007, 476_003]],
  ['Stornoway', [142_507, 933_003]],
] as const;

const PLACED: readonly Case[] = [
  ...ELSEWHERE.flatMap(([name, centre]): Case[] => {
    const places = about(centre, COUNT);
    const truth = places.map(degrees);
    return [
      [`${name} in metres`, ['Easting', 'Northing'], places, truth, []],
      [`${name} in degrees`, ['Latitude', 'Longitude'], rows(truth, yx), truth, []],
    ];
  }),
  ['Belfast in degrees', ['lat', 'lon'], rows(belfast, yx), belfast, []],
  [
    'Belfast by a column',
    ['X', 'Y', 'CRS'],
    rows(belfast, (p) => [...to('EPSG:29903', p), 'Irish Grid']),
    belfast,
    [],
  ],
  [
    'Belfast by headings',
    ['ITM_E', 'ITM_N'],
    rows(belfast, (p) => to('EPSG:2157', p)),
    belfast,
    [],
  ],
  [
    'Belfast by its figures',
    ['Easting', 'Northing'],
    rows(belfast, (p) => to('EPSG:2157', p)),
    belfast,
    [],
  ],
  ['Jersey in degrees', ['lat', 'lon'], rows(jersey, yx), jersey, []],
  [
    'Jersey in UTM',
    ['X', 'Y', 'srid'],
    rows(jersey, (p) => [...to('EPSG:32630', p), 32_630]),
    jersey,
    [],
  ],
  ['UTM by its figures', ['x', 'y'], rows(inDegrees, (p) => to('EPSG:32630', p)), inDegrees, []],
  [
    'LAEA Europe',
    ['x', 'y', 'srid'],
    rows(inDegrees, (p) => [...to('EPSG:3035', p), 3035]),
    inDegrees,
    [],
  ],
  [
    'Mercator as degrees',
    ['Longitude', 'Latitude'],
    rows(inDegrees, (p) => to('EPSG:3857', p)),
    inDegrees,
    ['crs.conflict'],
  ],
  [
    'a false WGS84',
    ['GeoX', 'GeoY', 'CoordinateReferenceSystem'],
    rows(manchester, (p) => [...p, 'WGS84']),
    inDegrees,
    ['crs.conflict'],
    CITY,
  ],
  [
    'a false OSGB36',
    ['GeoX', 'GeoY', 'CoordinateReferenceSystem'],
    rows(inDegrees, (p) => [...p, 'OSGB36']),
    inDegrees,
    ['crs.conflict'],
    CITY,
  ],
  [
    'British Coordinate Systems',
    ['GeoX', 'GeoY', 'CoordinateReferenceSystem'],
    rows(manchester, (p) => [...p, 'British Coordinate Systems']),
    inDegrees,
    [],
    CITY,
  ],
  [
    'false headings',
    ['Latitude', 'Longitude'],
    rows(manchester, yx),
    inDegrees,
    ['crs.conflict'],
    CITY,
  ],
  ['New York', ['longitude', 'latitude'], newYork, newYork, ['crs.out-of-country']],
  ['New York, no unit', ['x', 'y'], newYork, newYork, ['crs.out-of-country']],
  [
    'New York in one cell',
    ['location'],
    rows(newYork, ([x, y]) => [`(${y}, ${x})`]),
    newYork,
    ['crs.out-of-country'],
  ],
  [
    'Sydney in WKT',
    ['geom'],
    rows(sydney, ([x, y]) => [`POINT(${x} ${y})`]),
    sydney,
    ['crs.out-of-country'],
  ],
  [
    'Sydney exchanged',
    ['lat', 'lon'],
    sydney,
    sydney,
    ['crs.axes-swapped-fixed', 'crs.out-of-country'],
  ],
  [
    'Sydney in Mercator',
    ['X', 'Y', 'srid'],
    rows(sydney, (p) => [...to('EPSG:3857', p), 3857]),
    sydney,
    ['crs.out-of-country'],
  ],
  [
    'kilometres',
    ['Easting', 'Northing'],
    rows(manchester, (p) => p.map((v) => v / 1000)),
    inDegrees,
    ['crs.unit-converted'],
  ],
  [
    'millimetres',
    ['Easting', 'Northing'],
    rows(manchester, (p) => p.map((v) => v * 1000)),
    inDegrees,
    ['crs.unit-converted'],
  ],
];

/** Columns of a distance from the centre of the earth. */
const geocentric = inDegrees.map(([lng, lat]) => {
  const point = proj4('+proj=longlat +datum=WGS84', '+proj=geocent +datum=WGS84').forward({
    x: lng,
    y: lat,
    z: 0,
  });
  return [point.x, point.y, point.z ?? 0];
});

describe('buildLocator() places whole layers', () => {
  const cases: readonly Case[] = [
    ...PLACED,
    ['geocentric values', ['X', 'Y', 'Z'], geocentric, inDegrees, []],
  ];

  it.each(cases.map((each) => [each[0], each] as const))('of %s', (_, [
    ,
    headings,
    cells,
    truth,
    told,
    hints,
  ]) => {
    const { locator, places } = table(headings, cells, hints);
    expect(codes(locator)).toEqual(expect.arrayContaining([...told]));
    for (const [i, place] of places.entries()) {
      const [lng = Number.NaN, lat = Number.NaN] = pointOf(place);
      expect(Math.abs(lng - (truth[i]?.[0] ?? 0))).toBeLessThan(1e-6);
      expect(Math.abs(lat - (truth[i]?.[1] ?? 0))).toBeLessThan(1e-6);
    }
    const others = places.flatMap(codes).filter((code) => code !== 'crs.low-precision-coordinates');
    expect(others).toEqual([]);
  });

  it('of two CRSs in the same columns, each record by its own', () => {
    const cells = manchester.map((p, i) => (i % 2 ? p : yx(inDegrees[i] ?? [])));
    const { locator, places } = table(['GeoX', 'GeoY'], cells, CITY);
    expect(codes(locator)).toContain('crs.mixed-within-file');
    for (const [i, place] of places.entries()) {
      expect(pointOf(place)[0]).toBeCloseTo(inDegrees[i]?.[0] ?? 0, 8);
    }
  });

  it.each(ELSEWHERE.slice(0, 2))('never places %s exchanged without a word', (_, centre) => {
    const cells = about(centre, COUNT).map(yx);
    expect(codes(table(['Easting', 'Northing'], cells).locator)).toContain('crs.axes-ambiguous');
  });

  it('of Irish grid references, by their one letter', () => {
    const { locator, places } = table(
      ['Grid Ref'],
      [['J 33800 74000'], ['J 33900 74100'], ['J339741']],
    );
    expect(locator.verdict.id).toBe('EPSG:29903');
    const [e, n] = to('EPSG:29903', pointOf(places[0]));
    expect(e).toBeCloseTo(333_800, 2);
    expect(n).toBeCloseTo(374_000, 2);
  });
});

it('buildLocator() says that a CRS column is wrong though the headings decide', () => {
  const cells = manchester.map((p) => [...p, 'ETRS89']);
  const { locator, places } = table(['Easting', 'Northing', 'CRS'], cells, CITY);
  expect(locator.issues.find(({ code }) => code === 'crs.conflict')?.message).toContain('ETRS89');
  expect(pointOf(places[3])[0]).toBeCloseTo(inDegrees[3]?.[0] ?? 0, 9);
});
