import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toNationalGrid } from '#data/geodesy/ostn15.ts';
import { loadGrid } from '#data/load.ts';
import { readPosition } from './coordinates.ts';

const grid = loadGrid(fileURLToPath(new URL('../../../data', import.meta.url)));

it.each([
  ['SJ 83895 97865', [383_895.5, 397_865.5]],
  ['sj838978', [383_850, 397_850]],
  ['383895, 397865', [383_895, 397_865]],
  ['383895 397865', [383_895, 397_865]],
  ['383895,397865', [383_895, 397_865]],
  ['383,895 397,865', [383_895, 397_865]],
  ['383895E 397865N', [383_895, 397_865]],
  ['E383895 N397865', [383_895, 397_865]],
  ['N 397865, E 383895', [383_895, 397_865]],
  ['383895 m E, 397865 m N', [383_895, 397_865]],
  ['Easting: 383895 Northing: 397865', [383_895, 397_865]],
  ['x=383895, y=397865', [383_895, 397_865]],
  ['SJ 89', [385_000, 395_000]],
  ['SJ8397', [383_500, 397_500]],
])('readPosition() reads %j in metres', (text, metres) => {
  const [lng = 0, lat = 0] = readPosition(text, grid)?.point ?? [];
  const back = toNationalGrid(grid, lng, lat) ?? [];
  expect(back.map((value) => Math.round(value * 10) / 10)).toEqual(metres);
});

it.each([
  '53.4779, -2.2429',
  '-2.2429, 53.4779',
  '53.4779 N, 2.2429 W',
  '53.4779° N 2.2429° W',
  'N 53.4779, W 2.2429',
  'lat 53.4779, long -2.2429',
  '(53.4779, -2.2429)',
  `53°28'40.44"N 2°14'34.44"W`,
])('readPosition() reads %j in degrees, whichever comes first', (text) => {
  expect(readPosition(text, grid)?.point).toEqual([-2.2429, 53.4779]);
});

it.each([
  '',
  'Sale',
  'st',
  'SJ',
  'M60',
  'M1 2',
  '12',
  '1, 2',
  '120.5, 30.2',
  'A56, B5213',
  '0, 0',
])('readPosition() takes %j for something else', (text) => {
  expect(readPosition(text, grid)).toBeUndefined();
});

it('readPosition() never throws, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const point = readPosition(text, grid)?.point;
      expect(point === undefined || point.every(Number.isFinite)).toBe(true);
    }),
  );
});
