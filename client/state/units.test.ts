import { expect, it } from 'vitest';
import { sayArea, sayBearing, sayLength } from './units.ts';

it('sayLength() takes the unit that fits, as fine as it is used', () => {
  expect([4.25, 145.08, 7_480.2, 56_471, 1_204_400].map((m) => sayLength(m, 'metric'))).toEqual([
    '4.3 m',
    '145 m',
    '7.48 km',
    '56.5 km',
    '1,204 km',
  ]);
  expect([2, 145.08, 7_480.2].map((m) => sayLength(m, 'imperial'))).toEqual([
    '6.6 ft',
    '159 yd',
    '4.65 miles',
  ]);
});

it('sayArea() says square metres of gardens, hectares of sites', () => {
  expect([81, 999, 4_184_000, 25_000_000].map((m2) => sayArea(m2, 'metric'))).toEqual([
    '81 m²',
    '999 m²',
    '418.4 ha',
    '2,500 ha',
  ]);
  expect([81, 4_184_000].map((m2) => sayArea(m2, 'imperial'))).toEqual(['97 sq yd', '1,034 acres']);
});

it('sayBearing() has three figures and no 360', () => {
  expect([0, 46.7, 359.8].map(sayBearing)).toEqual(['000°', '047°', '000°']);
});
