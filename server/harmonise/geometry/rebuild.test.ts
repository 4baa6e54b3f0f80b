import { area, difference, featureCollection, polygon, union } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { about, CENTRES, codes, degrees, spatial } from '#tests/support/locate.ts';
import { findCrossing } from './crossing.ts';
import { findMisplaced } from './parts.ts';
import { NODES_A_UNIT, rebuild } from './rebuild.ts';
import { signedArea } from './shape.ts';

const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const hole = (x: number, y: number, size: number) => square(x, y, size).reverse();
const areaOf = ({ type, coordinates }: Polygon | MultiPolygon): number =>
  (type === 'Polygon' ? [coordinates] : coordinates)
    .flat()
    .reduce((sum, ring) => sum + signedArea(ring) / 2, 0);
const build = (...coordinates: Position[][][]) =>
  rebuild({ type: 'MultiPolygon', coordinates }, NODES_A_UNIT.projected);

const expectSound = (geometry: Polygon | MultiPolygon | undefined) => {
  if (!geometry) throw new TypeError('nothing was built');
  expect(findCrossing(geometry)).toBeUndefined();
  expect(findMisplaced(geometry)).toBeUndefined();
};

describe('rebuild()', () => {
  it.each([
    ['a hole across its outline', [[square(0, 0, 10), hole(5, 2, 10)]], 60, 'Polygon'],
    [
      'a hole that cuts it in two',
      [[square(0, 0, 10), hole(-1, 4, 12).map(([x = 0, y = 0]) => [x, y > 8 ? 6 : y])]],
      80,
      'MultiPolygon',
    ],
    ['holes that cross', [[square(0, 0, 10), hole(1, 1, 4), hole(3, 3, 4)]], 72, 'Polygon'],
    ['a hole in a hole', [[square(0, 0, 10), hole(1, 1, 8), hole(3, 3, 2)]], 36, 'Polygon'],
    ['parts that overlap', [[square(0, 0, 10)], [square(5, 5, 10)]], 175, 'Polygon'],
    ['a part in a part', [[square(0, 0, 10)], [square(2, 2, 2)]], 100, 'Polygon'],
    ['a part twice', [[square(0, 0, 10)], [square(0, 0, 10)]], 100, 'Polygon'],
    ['parts with a border in common', [[square(0, 0, 10)], [square(10, 0, 10)]], 200, 'Polygon'],
    [
      'parts that touch at a corner',
      [[square(0, 0, 10)], [square(10, 10, 10)]],
      200,
      'MultiPolygon',
    ],
    [
      'an island in a hole',
      [[square(0, 0, 10), hole(1, 1, 8)], [square(3, 3, 2)]],
      40,
      'MultiPolygon',
    ],
    [
      'a hole that touches its outline',
      [
        [
          square(0, 0, 10),
          [
            [0, 5],
            [3, 7],
            [3, 3],
            [0, 5],
          ],
        ],
      ],
      94,
      'Polygon',
    ],
  ] as [string, Position[][][], number, string][])('makes %s valid', (_, parts, area, type) => {
    const built = build(...parts);
    expectSound(built);
    expect(built && areaOf(built)).toBeCloseTo(area, 6);
    expect(built?.type).toBe(type);
  });

  it('keeps the figures of every vertex that is left', () => {
    const [x, y] = [384_007.123_456, 397_003.654_321];
    const built = build([square(x, y, 10)], [square(x + 5, y + 5, 10)]);
    expect(JSON.stringify(built?.coordinates)).toContain(`[${x},${y}]`);
  });

  it('gives nothing for what has no area', () => {
    expect(build([square(0, 0, 0)])).toBeUndefined();
    expect(build([square(0, 0, 10), hole(-1, -1, 20)])).toBeUndefined();
  });

  it('agrees with an independent union and difference on shapes drawn at random', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed / 2 ** 31;
    };
    const blob = (x: number, y: number, radius: number): Position[] => {
      const count = 4 + Math.floor(random() * 20);
      const ring = Array.from({ length: count }, (_, i): Position => {
        const reach = radius * (0.5 + random());
        const angle = (2 * Math.PI * i) / count;
        return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
      });
      return [...ring, ring[0] ?? []];
    };
    for (let round = 0; round < 60; round++) {
      const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
        const [x, y] = [-2 + random() * 0.01, 53 + random() * 0.01];
        const near = () => (random() - 0.5) * 0.006;
        const holes = Array.from({ length: Math.floor(random() * 3) }, () =>
          blob(x + near(), y + near(), 0.0015).reverse(),
        );
        return [blob(x, y, 0.004), ...holes];
      });
      const built = rebuild({ type: 'MultiPolygon', coordinates: parts }, NODES_A_UNIT.geographic);
      expectSound(built);
      const wanted = parts
        .map(([outer = [], ...holes]) =>
          holes.reduce<ReturnType<typeof difference>>(
            (rest, each) => rest && difference(featureCollection([rest, polygon([each])])),
            polygon([outer]),
          ),
        )
        .filter((part) => part !== null)
        .reduce((all, part) => union(featureCollection([all, part])) ?? all);
      expect(Math.abs(area(built ?? wanted) / area(wanted) - 1)).toBeLessThan(1e-5);
    }
  });
});

describe('a layer with shapes that are built wrongly', () => {
  const [[e, n] = [0, 0]] = about(CENTRES.E08000003, 1);
  const crs = { text: 'EPSG:27700', id: 'EPSG:27700', axis: 'xy' as const };

  it('shows them rebuilt, says by how much their area changed, and keeps them as published', () => {
    const published: Polygon = {
      type: 'Polygon',
      coordinates: [square(e, n, 100), hole(e + 50, n + 20, 100)],
    };
    const { places } = spatial([published], crs);
    const [place] = places;
    expect(place && codes(place)).toContain('geom.fix-changed-area');
    expect(place?.geometry && 'native' in place && place.native).toEqual(published);
    expectSound(place?.geometry as Polygon);
    expect(JSON.stringify(place?.geometry)).toContain(JSON.stringify(degrees([e, n])));
    expect(place?.issues.at(-1)?.message).toMatch(/rebuilt .* area [\d,]+ m² → 6,0\d\d m²/);
  });

  it('leaves valid ones alone', () => {
    const valid: Polygon = {
      type: 'Polygon',
      coordinates: [square(e, n, 100), hole(e + 5, n + 5, 5)],
    };
    expect(codes(spatial([valid], crs).places[0] ?? { issues: [] })).toEqual([]);
  });
});
