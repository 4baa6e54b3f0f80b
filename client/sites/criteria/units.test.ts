import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigure, shownUnit, writeFigure } from './units.ts';

const DISTANCE = { kind: 'distance', of: { type: 'energy/substation' } } as const;
const KM = shownUnit(DISTANCE, [2_200]);
const M = shownUnit(DISTANCE, [100]);
const HA = shownUnit({ kind: 'site', attribute: 'area-ha' }, [5]);

describe('readFigure()', () => {
  it('reads a figure in the unit shown, or in the one typed', () => {
    expect(readFigure('2.2', KM)).toEqual({ value: 2_200 });
    expect(readFigure('800 m', KM)).toEqual({ value: 800 });
    expect(readFigure('1,250', M)).toEqual({ value: 1_250 });
    expect(readFigure('1.5 km', M)).toEqual({ value: 1_500 });
    expect(readFigure(' 1 ha ', HA)).toEqual({ value: 1 });
    expect(readFigure('.5', HA)).toEqual({ value: 0.5 });
  });

  it('says what is wrong with what is no figure', () => {
    for (const text of [
      '',
      ' ',
      'five',
      '1e999',
      'Infinity',
      '0x10',
      '1.2.3',
      '-3',
      '5 MW',
      '2 kg',
    ]) {
      expect(readFigure(text, HA), text).toHaveProperty('fault');
    }
    expect(readFigure('101', { unit: '%', scale: 1 })).toHaveProperty('fault');
  });

  it('never throws, and reads what writeFigure() wrote', () => {
    fc.assert(fc.property(fc.string(), (text) => void readFigure(text, KM)));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (metres) => {
        const shown = shownUnit(DISTANCE, [metres]);
        expect(readFigure(writeFigure(metres, shown), shown)).toEqual({ value: metres });
      }),
    );
  });
});
