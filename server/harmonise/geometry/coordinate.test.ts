import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCoordinate } from './coordinate.ts';
import { readPair } from './pair.ts';

describe('readCoordinate()', () => {
  it.each([
    ['381429', 381_429],
    [' 381429.50 ', 381_429.5],
    ['-2.2426', -2.2426],
    ['+53.48', 53.48],
    ['.5', 0.5],
    ['4.123e5', 412_300],
    ['381,429', 381_429],
    ['1,234,567.8', 1_234_567.8],
    ['53,48081', 53.48081],
    ['\u22122.2426', -2.2426],
    ['2.2426W', -2.2426],
    ['53.4808° N', 53.4808],
    ['N 53.4808', 53.4808],
    ['53°28′51″N', 53 + 28 / 60 + 51 / 3600],
    ['53° 28\' 51.4" N', 53 + 28 / 60 + 51.4 / 3600],
    ['2 14 33 W', -(2 + 14 / 60 + 33 / 3600)],
    ['53:28:51', 53 + 28 / 60 + 51 / 3600],
    ['-2°14.5′', -(2 + 14.5 / 60)],
    ['381429 m', 381_429],
    ['381429E', 381_429],
    [381_429, 381_429],
  ])('reads %j as %d', (cell, want) => {
    expect(readCoordinate(cell)).toBeCloseTo(want, 9);
  });

  it.each([
    '',
    '  ',
    'n/a',
    'N/A',
    'null',
    '-',
    'Unknown',
    '#N/A',
    null,
    undefined,
  ])('finds nothing in %j, which Number() might call 0', (cell) => {
    expect(readCoordinate(cell)).toBeUndefined();
  });

  it.each([
    'abc',
    'M60 2LA',
    '0x1F',
    '381429, 391372',
    '1 High Street',
    '2019-01-02',
    true,
  ])('cannot read %j', (cell) => {
    expect(readCoordinate(cell)).toBeNaN();
  });

  it('keeps an infinity, so that it can be reported', () => {
    expect(readCoordinate('Infinity')).toBe(Number.POSITIVE_INFINITY);
    expect(readCoordinate('1e999')).toBe(Number.POSITIVE_INFINITY);
  });

  it('never throws, whatever the cell holds', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.date());
    fc.assert(fc.property(cell, (value) => void readCoordinate(value)));
  });

  it('reads back any number', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(fc.property(number, (value) => readCoordinate(String(value)) === value));
  });
});

describe('readPair()', () => {
  it.each([
    ['(51.38808, -2.33365)', 51.388_08, -2.333_65, undefined],
    ['51.38808,-2.33365', 51.388_08, -2.333_65, undefined],
    ['[-2.33365 51.38808]', -2.333_65, 51.388_08, undefined],
    ['381429, 391372', 381_429, 391_372, undefined],
    ['12 High Street\nBath\n(51.38, -2.33)', 51.38, -2.33, undefined],
    ['lat: 51.38 lon: -2.33', 51.38, -2.33, 'yx'],
    ['E 381429 N 391372', 381_429, 391_372, 'xy'],
    ['Easting: 381429, Northing: 391372', 381_429, 391_372, 'xy'],
    ['51.38N 2.33W', 51.38, -2.33, 'yx'],
    ['381429E 391372N', 381_429, 391_372, 'xy'],
  ])('reads %j', (text, first, second, axis) => {
    expect(readPair(text)).toEqual({ first, second, ...(axis && { axis }) });
  });

  it('reads degrees, minutes and seconds', () => {
    const pair = readPair('53°28′51″N 2°14′33″W');
    expect(pair?.axis).toBe('yx');
    expect(pair?.first).toBeCloseTo(53.4808, 3);
    expect(pair?.second).toBeCloseTo(-2.2425, 3);
  });

  it.each([
    '',
    'Manchester',
    '53.48',
    '1, 2, 3',
    'SJ 81429 91372',
    '(text, more)',
  ])('refuses %j', (text) => {
    expect(readPair(text)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => void readPair(text)));
  });
});
