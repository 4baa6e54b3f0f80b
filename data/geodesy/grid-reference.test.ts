import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatGridReference,
  readGridReference,
  readIrishGridReference,
} from './grid-reference.ts';

describe('grid references', () => {
  it.each([
    ['SJ 81429 91372', 381_429, 391_372, 1],
    ['SJ8142991372', 381_429, 391_372, 1],
    ['sj814913', 381_400, 391_300, 100],
    ['SJ 814 913', 381_400, 391_300, 100],
    ['SJ 814, 913', 381_400, 391_300, 100],
    ['SJ/814/913', 381_400, 391_300, 100],
    ['SD8000012000', 380_000, 412_000, 1],
    ['SD 80 12', 380_000, 412_000, 1_000],
    ['  SJ 8191 ', 381_000, 391_000, 1_000],
    ['SJ89', 380_000, 390_000, 10_000],
    ['SJ', 300_000, 300_000, 100_000],
    ['TG 51409 13177', 651_409, 313_177, 1],
    ['HU 39657 75310', 439_657, 1_175_310, 1],
    ['HP 60 10', 460_000, 1_210_000, 1_000],
    ['SV 9 1', 90_000, 10_000, 10_000],
    ['NA 09 99', 9_000, 999_000, 1_000],
  ])('readGridReference() reads %j', (text, easting, northing, sizeM) => {
    expect(readGridReference(text)).toEqual({ easting, northing, sizeM });
  });

  it.each([
    '',
    'SJ89A',
    'SJ89NE',
    'SJ 814 91',
    'SJ 8142 913',
    'SJ 81429913720',
    'SJ 81 42 99',
    'SI 81 91',
    'AA 81 91',
    'OC 11 11',
    'HA 00 00',
    'M4 4AA',
    'SK8 1AA',
    '53.48, -2.24',
    'SJ 8142x 91372',
  ])('readGridReference() refuses %j', (text) => {
    expect(readGridReference(text)).toBeUndefined();
  });

  it('readGridReference() never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readGridReference(text)));
  });

  it('formatGridReference() cuts to the square the position is in', () => {
    expect(formatGridReference(381_429.9, 391_372.9, 10)).toBe('SJ 81429 91372');
    expect(formatGridReference(381_499, 391_399, 6)).toBe('SJ 814 913');
    expect(formatGridReference(400_001, 400_002, 10)).toBe('SE 00001 00002');
    expect(formatGridReference(381_429, 391_372, 0)).toBe('SJ');
    expect(formatGridReference(699_999.9999999999, 0, 0)).toBe('TW');
    expect(formatGridReference(-1, 0, 6)).toBeUndefined();
    expect(formatGridReference(Number.NaN, 0, 6)).toBeUndefined();
    expect(() => formatGridReference(1, 1, 7)).toThrow(RangeError);
  });

  it('readGridReference() takes back what formatGridReference() writes', () => {
    const metres = (max: number) => fc.double({ min: 0, max, maxExcluded: true, noNaN: true });
    const digits = fc.constantFrom(0, 2, 4, 6, 8, 10);
    fc.assert(
      fc.property(metres(700_000), metres(1_300_000), digits, (easting, northing, figures) => {
        const square = readGridReference(formatGridReference(easting, northing, figures) ?? '');
        const sizeM = square?.sizeM ?? 0;
        expect(sizeM).toBe(100_000 / 10 ** (figures / 2));
        expect(square?.easting).toBe(Math.floor(easting / sizeM) * sizeM);
        expect(square?.northing).toBe(Math.floor(northing / sizeM) * sizeM);
      }),
    );
  });
});

describe('readIrishGridReference()', () => {
  it.each([
    ['J 33800 74000', 333_800, 374_000, 1],
    ['J338740', 333_800, 374_000, 100],
    ['IJ 338 740', 333_800, 374_000, 100],
    ['C 43 16', 243_000, 416_000, 1_000],
    ['V 00000 00000', 0, 0, 1],
  ])('reads %j', (text, easting, northing, sizeM) => {
    expect(readIrishGridReference(text)).toEqual({ easting, northing, sizeM });
  });

  it.each([
    '',
    'J',
    'I 33800 74000',
    'J 3380 740',
    'SJ 814 913',
    'J33800 7400X',
    'M4 4AA',
  ])('refuses %j', (text) => {
    expect(readIrishGridReference(text)).toBeUndefined();
  });
});

it.each([
  'NGR: SJ 81429 91372',
  'Grid Ref SJ 81429 91372',
  '(SJ) 81429.91372',
  'S J 81429 91372',
])('readGridReference() reads %j', (text) => {
  expect(readGridReference(text)).toEqual({ easting: 381_429, northing: 391_372, sizeM: 1 });
});
