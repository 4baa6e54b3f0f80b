import { describe, expect, it } from 'vitest';
import { keepUnits as keep } from '#tests/support/keep-units.ts';
import { AREA, FLOOD, GRADE, HEADROOM, RIVER } from '#tests/support/planted-whats.ts';
import type { Must, Test, What, Worth } from './criterion.ts';
import { type Names, sayMust, sayPrefer, sayWhat, sayWorth, unitOf } from './words.ts';

const must = (title: string, what: What, test: Test): Must => ({
  id: 'm',
  title,
  short: title,
  what,
  test,
});
const linear = (full: number, none: number): Worth => ({ kind: 'linear', full, none });

describe('sayMust()', () => {
  it.each<[string, string, What, Test]>([
    ['Site area at least 1 ha', 'Site area', AREA, { op: 'at-least', value: 1 }],
    [
      'Permission is not full planning permission',
      'Permission',
      { kind: 'site', attribute: 'permission-type' },
      { op: 'is-not', values: ['full-planning-permission'] },
    ],
    [
      'River or canal at least 100 m away (straight line)',
      'River or canal',
      RIVER,
      { op: 'at-least', value: 100 },
    ],
    [
      'A primary with at least 10 MVA demand headroom within 2.2 km (straight line)',
      'A primary with at least 10 MVA demand headroom',
      RIVER,
      { op: 'at-most', value: 2_200 },
    ],
    ['Flood Zone 3 covers none of the site', 'Flood Zone 3', FLOOD, { op: 'at-most', value: 0 }],
    [
      'Flood Zone 2 covers at most 30 % of the site',
      'Flood Zone 2',
      FLOOD,
      { op: 'at-most', value: 30 },
    ],
    [
      'Green space covers at least 2 ha',
      'Green space',
      { ...FLOOD, kind: 'hectares' },
      { op: 'at-least', value: 2 },
    ],
    ['Headroom at least 0.5 MW', 'Headroom', HEADROOM, { op: 'at-least', value: 0.5 }],
    ['Headroom is known', 'Headroom', HEADROOM, { op: 'known' }],
    ['Grade is 4, 5 or 3b', 'Grade', GRADE, { op: 'is', values: ['4', '5', '3b'] }],
    [
      'Bus stops at most 1,200',
      'Bus stops',
      { kind: 'count', of: { type: 'x/y' }, withinM: 5 },
      { op: 'at-most', value: 1_200 },
    ],
  ])('%s', (sentence, title, what, test) => {
    expect(sayMust(must(keep(title), what, test))).toBe(keep(sentence));
  });

  it('takes names from whoever has them', () => {
    const names: Names = { value: (attribute, code) => `${attribute} “${code}”` };
    expect(sayMust(must('Grade', GRADE, { op: 'is', values: ['3b'] }), names)).toBe(
      'Grade is grade “3b”',
    );
  });
});

describe('sayPrefer() and sayWorth()', () => {
  it.each<[string, What, Worth]>([
    ['full at 20 MW, none at 5 MW', HEADROOM, linear(20, 5)],
    ['full at 0.5 km, none at 5 km (straight line)', RIVER, linear(500, 5_000)],
    ['full at 200 m, none at 50 m (straight line)', RIVER, linear(200, 50)],
    ['full at 0 %, none at 30 %', FLOOD, linear(0, 30)],
    [
      'steps: 4 or 5 full, 3b 80 %, 3 50 %, others none',
      GRADE,
      {
        kind: 'steps',
        steps: [
          { values: ['4', '5'], share: 1 },
          { values: ['3b'], share: 0.8 },
          { values: ['3'], share: 0.5 },
        ],
        otherwise: 0,
      },
    ],
  ])('%s', (sentence, what, worth) => {
    expect(sayWorth(what, worth)).toBe(keep(sentence));
  });

  it('joins what and worth', () => {
    const prefer = {
      ...must('Demand headroom', HEADROOM, { op: 'known' }),
      worth: linear(20, 5),
      weight: 30,
    };
    expect(sayPrefer(prefer)).toBe(keep('Demand headroom: full at 20 MW, none at 5 MW'));
  });
});

it.each<[string, What]>([
  ['Area', AREA],
  ['Distance to the nearest watercourse', RIVER],
  [
    'Distance to a second substation',
    { kind: 'distance', of: { type: 'energy/substation' }, second: {} },
  ],
  ['Share of the site within flood risk zone', FLOOD],
  ['Demand headroom of the serving substation', HEADROOM],
  [
    'Number of lsoa within 8 km',
    { kind: 'count', of: { type: 'boundaries/lsoa' }, withinM: 8_000 },
  ],
])('sayWhat() says %s', (words, what) => {
  expect(sayWhat(what)).toBe(keep(words));
});

it.each([
  ['voltage-kv-high', 'kV'],
  ['headroom-mva', 'MVA'],
  ['storage-headroom-mw', 'MW'],
  ['gigabit-percent', '%'],
  ['aadf', undefined],
])('unitOf() reads the unit of %s as %s', (attribute, unit) => {
  expect(unitOf({ kind: 'site', attribute })).toBe(unit);
});
