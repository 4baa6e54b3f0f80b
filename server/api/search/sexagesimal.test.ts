import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSexagesimal } from './sexagesimal.ts';

const ALBERT_SQUARE = [-2.2428, 53.4778];

it.each([
  `53°28'40"N 2°14'34"W`,
  '53°28′40″N, 2°14′34″W',
  `53° 28' 40" N 2° 14' 34" W`,
  'N53°28′40″ W2°14′34″',
  'N 53 28 40, W 2 14 34',
  '53 28 40 N 2 14 34 W',
  '53 28 40, -2 14 34',
  `2°14'34"W 53°28'40"N`,
  `53° 28.667' N, 2° 14.567' W`,
  '53d28m40sN 2d14m34sW',
  '53:28:40N 2:14:34W',
])('readSexagesimal() reads %j', (text) => {
  const point = readSexagesimal(text) ?? [];
  expect(point.map((degrees) => Math.round(degrees * 1e4) / 1e4)).toEqual(ALBERT_SQUARE);
});

it.each([
  '',
  '53 28',
  '53.4779, -2.2429',
  `53°61'00"N 2°14'34"W`,
  `53°28'40"N 2°14'34"N`,
  'M33 7ZF',
])('readSexagesimal() takes %j for something else', (text) => {
  expect(readSexagesimal(text)).toBeUndefined();
});

it('readSexagesimal() never throws and gives numbers only', () => {
  const typed = fc.string({ unit: fc.constantFrom(...`0123456789°'"NSEW -.,:`) });
  fc.assert(
    fc.property(fc.oneof(typed, fc.string()), (text) => {
      expect(readSexagesimal(text)?.every(Number.isFinite) ?? true).toBe(true);
    }),
  );
});
