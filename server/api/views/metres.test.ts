import { fileURLToPath } from 'node:url';
import type { Geometry, Position } from 'geojson';
import { expect, it } from 'vitest';
import { toWgs84 } from '#data/geodesy/ostn15.ts';
import { loadGrid } from '#data/load.ts';
import { bearingOf, separation, toMetres } from './metres.ts';

const grid = loadGrid(fileURLToPath(new URL('../../../data', import.meta.url)));

/** A geometry drawn in metres about SJ 80 90, as WGS 84. */
const at = (east: number, north: number): Position => [
  ...(toWgs84(grid, 380_000 + east, 390_000 + north) ?? []),
];
const point = (east: number, north: number): Geometry => ({
  type: 'Point',
  coordinates: at(east, north),
});
const line = (...corners: [number, number][]): Geometry => ({
  type: 'LineString',
  coordinates: corners.map(([east, north]) => at(east, north)),
});
const square = (east: number, north: number, side: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      at(east, north),
      at(east + side, north),
      at(east + side, north + side),
      at(east, north + side),
      at(east, north),
    ],
  ],
});

const CASES: readonly { of: string; one: Geometry; other: Geometry; apart: [number, string] }[] = [
  { of: 'two points', one: point(0, 0), other: point(300, 400), apart: [500, 'NE'] },
  {
    of: 'a point and a line',
    one: point(0, 0),
    other: line([-100, -50], [100, -50]),
    apart: [50, 'S'],
  },
  {
    of: 'a line and a point',
    one: line([-100, -50], [100, -50]),
    other: point(0, 0),
    apart: [50, 'N'],
  },
  { of: 'a point in an area', one: point(50, 50), other: square(0, 0, 100), apart: [0, ''] },
  { of: 'an area round a point', one: square(0, 0, 100), other: point(50, 50), apart: [0, ''] },
  { of: 'two areas', one: square(0, 0, 100), other: square(250, 0, 100), apart: [150, 'E'] },
  {
    of: 'the end of a line',
    one: point(-30, 40),
    other: line([0, 0], [100, 0]),
    apart: [50, 'SE'],
  },
];

it.each(CASES)('separation() of $of', ({ one, other, apart: [metres, wind] }) => {
  const [here, there] = [toMetres(one, grid), toMetres(other, grid)];
  if (!here || !there) throw new Error('outside the grid');
  const apart = separation(here, there);
  expect(apart.distanceM).toBeCloseTo(metres, 2);
  expect(bearingOf(apart)).toBe(wind);
});

it('toMetres() refuses what lies outside the National Grid', () => {
  expect(toMetres({ type: 'Point', coordinates: [12.5, 41.9] }, grid)).toBeUndefined();
});
