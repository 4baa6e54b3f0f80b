import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { expect, it } from 'vitest';
import { districtFinder } from './district-of.ts';
import { pointOn } from './point-on.ts';

const square = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

it.each<[string, Geometry, readonly [number, number] | undefined]>([
  ['a point', { type: 'Point', coordinates: [1, 2] }, [1, 2]],
  [
    'the middle of a line',
    {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [4, 0],
        [4, 2],
      ],
    },
    [3, 0],
  ],
  [
    'the longest of several lines',
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [9, 9],
          [9, 8],
        ],
        [
          [0, 0],
          [4, 0],
        ],
      ],
    },
    [2, 0],
  ],
  ['a square', { type: 'Polygon', coordinates: [square(0, 0, 2)] }, [1, 1]],
  [
    'the larger of two squares',
    { type: 'MultiPolygon', coordinates: [[square(9, 9, 1)], [square(0, 0, 2)]] },
    [1, 1],
  ],
  ['nothing', { type: 'MultiPoint', coordinates: [] }, undefined],
  ['an empty polygon', { type: 'Polygon', coordinates: [] }, undefined],
])('pointOn() of %s', (_, geometry, point) => {
  expect(pointOn(geometry)).toEqual(point);
});

it('pointOn() stays out of holes and inside a crescent', () => {
  const ring: Geometry = { type: 'Polygon', coordinates: [square(0, 0, 10), square(2, 2, 6)] };
  const inside = districtFinder([{ gssCode: 'in', geometry: ring }]);
  expect(inside(pointOn(ring) ?? [5, 5])).toBe('in');
  expect(inside([5, 5])).toBeUndefined();
});

it('pointOn() never throws, whatever the corners', () => {
  const position = fc.array(fc.double({ noNaN: true }), { minLength: 2, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.array(position, { maxLength: 5 }), { maxLength: 3 }), (coordinates) => {
      for (const type of ['Polygon', 'MultiLineString'] as const) {
        const point = pointOn({ type, coordinates });
        expect(point === undefined || point.length === 2).toBe(true);
      }
    }),
  );
});
