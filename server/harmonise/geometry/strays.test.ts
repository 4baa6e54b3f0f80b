import { describe, expect, it } from 'vitest';
import { about, CENTRES, codes, degrees, table } from '#tests/support/locate.ts';

const COUNT = 30;
const manchester = about(CENTRES.E08000003, COUNT);
const inDegrees = manchester.map(degrees);
const CITY = { publisher: { name: 'Manchester City Council', districts: ['E08000003'] } };

describe('buildLocator() places no layer', () => {
  it.each([
    [
      'the letters of the square',
      manchester.map(([e, n]) => [e - 300_000, n - 300_000]),
      '384007, 397003',
    ],
    [
      'the first figure of the easting',
      manchester.map(([e, n]) => [e - 300_000, n]),
      '384007, 397003',
    ],
    [
      'the last figure of the easting',
      manchester.map(([e, n]) => [Math.floor(e / 10), n]),
      '384000, 397003',
    ],
  ])('that lacks %s: it is proposed', (_, cells, proposal) => {
    const { locator, places } = table(['Easting', 'Northing'], cells, CITY);
    expect(locator.issues.find(({ code }) => code === 'crs.digit-lost')?.proposal).toBe(proposal);
    expect(places.every(({ geometry }) => geometry === undefined)).toBe(true);
  });

  it.each([
    ['all', 1],
    ['half', 2],
  ])('of %s longitudes without their sign, wherever in the country', (_, step) => {
    const cardiff = about([318_007, 176_003], COUNT).map(degrees);
    const cells = cardiff.map(([x, y], i) => [i % step === 0 ? -x : x, y]);
    const { places } = table(['lon', 'lat'], cells);
    expect(places.filter(({ geometry }) => geometry === undefined)).toHaveLength(COUNT / step);
    expect(places[0]?.issues[0]).toMatchObject({ code: 'crs.digit-lost' });
  });
});

describe('place() proposes what a stray position may have been', () => {
  it.each([
    ['added', [3_840_071, 397_003], '384007'],
    ['exchanged', [834_007, 397_003], '384007'],
  ])('with a figure %s', (_, stray, proposal) => {
    const { places } = table(['Easting', 'Northing'], [...manchester, stray], CITY);
    const place = places.at(-1);
    expect(place?.geometry).toBeUndefined();
    expect(place?.issues[0]).toMatchObject({ code: 'crs.digit-lost', column: 'Easting' });
    expect(place?.issues[0]?.message).toContain(proposal);
  });

  it('and leaves a stray one at sea off the map', () => {
    const essex = about([556_000, 196_000], COUNT, 3_000);
    const { places } = table(['GeoX', 'GeoY'], [...essex, [37_414.47, 561_879.06]]);
    expect(places.at(-1)?.geometry).toBeUndefined();
    expect(places.at(-1)?.issues).toMatchObject([
      { code: 'crs.out-of-provider-area', severity: 'error' },
    ]);
  });

  it.each([
    [[400_000, -100_000], ['Easting', 'Northing'], manchester],
    [[-7.557, 49.767], ['lon', 'lat'], inDegrees],
    [[-2, 49], ['lon', 'lat'], inDegrees],
  ])('but knows the origins of the grid: %j', (origin, headings, cells) => {
    const { places } = table(headings, [...cells, origin], CITY);
    expect(codes({ issues: places.at(-1)?.issues ?? [] })).toEqual(['crs.false-origin']);
  });
});

it('buildLocator() says that three words are no coordinates', () => {
  const { locator } = table(['what3words'], [['///filled.count.soap'], ['index.home.raft']]);
  const [said] = locator.issues.filter(({ column }) => column === 'what3words');
  expect(said).toMatchObject({ code: 'geom.unplaced' });
});

it('buildLocator() gives zeros no vote, however many there are', () => {
  const zeros = manchester.map(() => [0, 0]);
  const { locator, places } = table(['Easting', 'Northing'], [...manchester, ...zeros]);
  expect(locator.verdict.id).toBe('EPSG:27700');
  expect(places.filter(({ geometry }) => geometry)).toHaveLength(COUNT);
  expect(places.slice(COUNT).flatMap(codes)).toEqual(zeros.map(() => 'crs.false-origin'));
});
