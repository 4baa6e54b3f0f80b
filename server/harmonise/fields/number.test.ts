import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute } from '#data/schema/attribute.ts';
import { numberCaster, readFigure } from './number.ts';

const AREA: Attribute = {
  name: 'area-ha',
  title: 'Area',
  type: 'decimal',
  unit: 'ha',
  convertible: { m2: 0.0001, acres: 0.40468564224 },
  min: 0,
  max: 100_000,
  synonyms: [],
  standard: 'test',
};
const DWELLINGS: Attribute = {
  name: 'dwellings',
  title: 'Dwellings',
  type: 'integer',
  synonyms: [],
  standard: 'test',
};

describe('readFigure()', () => {
  it.each([
    ['12', 12, undefined],
    ['-3.50', -3.5, undefined],
    ['1,234', 1234, undefined],
    ['1,234,567.8', 1_234_567.8, undefined],
    ['1 234 567', 1_234_567, undefined],
    ['0,75', 0.75, undefined],
    ['1,5', 1.5, undefined],
    ['1.234,56', 1234.56, undefined],
    ['(300)', -300, undefined],
    ['£12,000', 12_000, '£'],
    ['£3m', 3, '£m'],
    ['1.2 ha', 1.2, 'ha'],
    ['12 MW', 12, 'MW'],
    ['49.9MWelec', 49.9, 'MW'],
    ['250 sq. metres', 250, 'm2'],
    ['45%', 45, '%'],
    ['1.5e3', 1500, undefined],
    ['12.', 12, undefined],
  ])('reads %j as %d', (text, value, unit) => {
    expect(readFigure(text)).toMatchObject({ value });
    expect(readFigure(text)?.unit).toBe(unit);
  });

  it.each([
    '',
    '  ',
    '<3',
    '> 10',
    '10-20',
    '0..46',
    'three',
    '12 bananas',
    '1,23,4',
    '--',
    '1e999',
  ])('refuses %j rather than guess', (text) => {
    expect(readFigure(text)).toBeUndefined();
  });

  it('says when a figure is approximate', () => {
    expect(readFigure('c. 40')).toEqual({ value: 40, approximate: true });
    expect(readFigure('approx 1,200 m2')).toEqual({ value: 1200, approximate: true, unit: 'm2' });
  });

  it('never throws and never gives a number that is not finite, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const figure = readFigure(text);
        expect(figure === undefined || Number.isFinite(figure.value)).toBe(true);
      }),
    );
  });

  it('reads back every plain number it could have been given', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), (value) => {
        const text = value.toFixed(3);
        expect(readFigure(text)?.value).toBe(Number(text));
      }),
    );
  });
});

describe('numberCaster()', () => {
  it.each(['', '   ', null])('finds nothing in %j, which Number() would call 0', (cell) => {
    expect(numberCaster(AREA)(cell)).toEqual({ rule: 'empty' });
  });

  it('converts the unit of the column and says so', () => {
    expect(numberCaster(AREA, { unit: 'm2' })('12,500')).toEqual({
      value: 1.25,
      rule: 'm2 → ha',
      faults: [{ code: 'value.unit-converted' }],
    });
  });

  it('lets the unit in a cell win over that of the column', () => {
    expect(numberCaster(AREA, { unit: 'm2' })('2 ha').value).toBe(2);
  });

  it('leaves a figure raw whose unit cannot be converted', () => {
    expect(numberCaster(AREA)('12 MW')).toMatchObject({
      rule: 'not read',
      faults: [{ code: 'value.decimal-invalid' }],
    });
  });

  it.each([
    ['-1', 'value.too-small'],
    ['250000', 'value.too-large'],
    ['<3', 'value.decimal-invalid'],
  ])('leaves %j raw with %s', (cell, code) => {
    const reading = numberCaster(AREA)(cell);
    expect(reading.value).toBeUndefined();
    expect(reading.faults?.[0]?.code).toBe(code);
  });

  it('takes 12.0 but not 12.5 for a whole number', () => {
    expect(numberCaster(DWELLINGS)('12.0').value).toBe(12);
    expect(numberCaster(DWELLINGS)(12.5).faults?.[0]?.code).toBe('value.integer-invalid');
  });
});

it('threat 27: a figure lost in 64 KB of spaces is told to be none at once', () => {
  const begun = process.cpuUsage();
  for (const gap of [' ', '( ', '£ ', '1,'].map((piece) => piece.repeat(64_000 / piece.length))) {
    expect(readFigure(`(${gap}x`)).toBeUndefined();
  }
  const { user } = process.cpuUsage(begun);
  expect(user).toBeLessThan(500_000);
});
