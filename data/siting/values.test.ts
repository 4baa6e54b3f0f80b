import { describe, expect, it } from 'vitest';
import { keepUnits as keep } from '#tests/support/keep-units.ts';
import { type Planted, plantColumn } from '#tests/support/planted-sites.ts';
import { AREA, FLOOD, GRADE, HEADROOM, RIVER } from '#tests/support/planted-whats.ts';
import type { What } from './criterion.ts';
import { sayDistance, sayNumber } from './figures.ts';
import { sayDay, sayPoints, sayScore, saySource, sayValue } from './words.ts';

describe('sayValue()', () => {
  it.each<[string, What, Planted]>([
    ['7.15 ha', AREA, 7.149],
    ['11.7 MW', HEADROOM, 11.68],
    ['280 m', RIVER, 283],
    ['2.00 km', RIVER, 2_001],
    ['1.00 km', RIVER, 996],
    ['280 m–2.00 km', RIVER, [280, 2_000]],
    ['1.20–2.00 km', RIVER, [1_200, 2_000]],
    ['0.0–30.0 %', FLOOD, [0, 30]],
    ['over 20.00 km', RIVER, [20_000, null]],
    ['at most 5.00 ha', AREA, [null, 5]],
    ['not known', RIVER, [0, null]],
    ['not known', AREA, null],
    ['b2, b8', GRADE, 'b2;b8'],
    ['not known', GRADE, 'unknown'],
  ])('%s', (words, what, value) => {
    expect(sayValue(plantColumn(what, [value]), 0)).toBe(keep(words));
  });

  it('says what nobody supplied, and what is not stated', () => {
    expect(sayValue(plantColumn(AREA, undefined), 0)).toBe('not supplied');
    expect(sayValue({ ...plantColumn(AREA, [null]), why: [5] }, 0)).toBe('not stated');
  });

  it('says distances of lists with one decimal', () => {
    expect(sayValue(plantColumn(RIVER, [2_049]), 0, 'list')).toBe(keep('2.0 km'));
  });
});

it('scores are whole, a range narrower than half a point is one figure', () => {
  expect(
    [
      [77.4, 77.4],
      [54.2, 70.6],
      [54.1, 54.5],
      [0, 100],
      [53.6, 54.4],
    ].map(([low = 0, high = 0]) => sayScore({ low, high })),
  ).toEqual(['77', '54–71', '54', '0–100', '54']);
});

it('sayPoints() says points of a weight', () => {
  expect(sayPoints({ low: 13.38, high: 13.38, of: 30 })).toBe(keep('13.4 / 30'));
  expect(sayPoints({ low: 0, high: 17, of: 17 })).toBe(keep('0–17 / 17'));
  expect(sayPoints({ low: 2, high: 2, of: 34.09 })).toBe(keep('2.0 / 34.1'));
});

it('figures mark thousands and never show a minus nought', () => {
  expect([sayNumber(1_250), sayNumber(-0), sayNumber(0.1 + 0.2)]).toEqual(['1,250', '0', '0.3']);
  expect(sayDistance(1_234_567)).toBe(keep('1,234.57 km'));
});

it.each([
  ['2017-11-29', '29 Nov 2017'],
  ['2025-09-03T10:00:00Z', '3 Sep 2025'],
  ['2025-05', 'May 2025'],
  ['2024', '2024'],
  [undefined, 'undated'],
  ['soon', 'undated'],
])('sayDay() says %s as %s', (date, words) => {
  expect(sayDay(date)).toBe(words);
});

it('saySource() says whose it is, of when, under what, and what is wrong with it', () => {
  expect(
    saySource({
      dataset: 'd',
      title: 'Primary substations',
      publisher: { id: 'p', name: 'Demonstration electricity', shortName: 'DE' },
      edition: 2,
      updated: '2025-11-30T09:00:00Z',
      licence: {
        id: 'OGL-UK-3.0',
        title: 'Open Government Licence v3.0',
        chip: 'attribution',
        attribution: '',
      },
      synthetic: true,
      completeness: 'partial',
    }),
  ).toBe(
    'Demonstration electricity, Primary substations, edition 2, 30 Nov 2025, Open Government Licence v3.0, said to be incomplete, synthetic',
  );
});
