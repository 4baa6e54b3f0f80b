import { describe, expect, it } from 'vitest';
import { plant } from '#tests/support/planted-sites.ts';
import {
  announceRanking,
  sayDouble,
  sayFlip,
  sayStanding,
  sayTenths,
  unsettledOf,
  weakestOf,
} from './announce.ts';
import type { Must, Prefer, What } from './criterion.ts';
import { rankSites } from './rank.ts';
import type { SiteSearch } from './search.ts';

const HEADROOM: What = { kind: 'site', attribute: 'headroom-mw' };
const FIBRE: What = { kind: 'distance', of: { type: 'digital/fibre-route' } };
const FLOOD: What = { kind: 'share', of: { type: 'environment/flood-risk-zone' } };
const SLOPE: What = { kind: 'site', attribute: 'slope' };

const prefer = (
  short: string,
  what: What,
  weight: number,
  [full, none]: readonly [number, number],
): Prefer => ({
  id: short.toLowerCase(),
  title: short,
  short,
  what,
  weight,
  worth: { kind: 'linear', full, none },
});

const flood: Must = {
  id: 'flood',
  title: 'Flood zone 3',
  short: 'Flood 3',
  what: FLOOD,
  test: { op: 'at-most', value: 0 },
};

const search: SiteSearch = {
  profile: 'own',
  ground: { kind: 'sites', types: ['land/brownfield-site'] },
  must: [flood],
  prefer: [
    prefer('Headroom', HEADROOM, 60, [20, 5]),
    prefer('Fibre', FIBRE, 34, [500, 3_000]),
    prefer('Parks', FIBRE, 0, [500, 3_000]),
    prefer('Slope', SLOPE, 10, [2, 6]),
    prefer('Flood 2', FLOOD, 6, [0, 30]),
  ],
};

const measured = plant(
  ['Central Retail Park', 'Dunlop', 'Mill', 'Marsh'],
  [
    [HEADROOM, [18, 11.7, 10, 20]],
    [FIBRE, [500, null, 1_750, 500]],
    [SLOPE, undefined],
    [FLOOD, [0, 0, [0, 15], 40]],
  ],
);
const ranking = rankSites(measured, search);
const [central, dunlop, mill] = ranking.ranked;

describe('sayStanding()', () => {
  it('says one sentence a criterion, what is not known as such', () => {
    expect(dunlop && sayStanding(dunlop, search.prefer)).toBe(
      '33 to 67 of 100. Headroom 26.8 of 60. Fibre not known, 0 to 34. Parks not counted. Slope not counted. Flood 2 6.0 of 6.',
    );
    expect(mill && sayStanding(mill, search.prefer)).toBe(
      '40 to 43 of 100. Headroom 20.0 of 60. Fibre 17.0 of 34. Parks not counted. Slope not counted. Flood 2 3 to 6 of 6.',
    );
  });
});

describe('announceRanking()', () => {
  it('says how many, who is first, and who moved furthest', () => {
    expect(announceRanking(measured, ranking)).toBe('3 of 4 sites. Central Retail Park first, 92.');
    const other = rankSites(measured, {
      ...search,
      prefer: search.prefer.map((each) => (each.id === 'fibre' ? { ...each, weight: 900 } : each)),
    });
    expect(announceRanking(measured, other, ranking)).toBe(
      '3 of 4 sites. Central Retail Park first, 99.',
    );
    const turned = {
      ...ranking,
      ranked: [dunlop, central, mill].flatMap((each, at) =>
        each ? [{ ...each, low: 50, high: 70, index: each.index, rank: at + 1 }] : [],
      ),
    };
    expect(announceRanking(measured, turned, ranking)).toBe(
      '3 of 4 sites. Dunlop first, 50 to 70. Dunlop moved from 2 to 1.',
    );
  });

  it('says that none is left', () => {
    const none = rankSites(measured, {
      ...search,
      must: [{ ...flood, what: HEADROOM, test: { op: 'at-least', value: 99 } }],
    });
    expect(announceRanking(measured, none)).toBe('None of 4 sites meets every must.');
  });
});

it.each([
  [0.873, '9 in 10'],
  [0.94, '9 in 10'],
  [0.951, 'over 9 in 10'],
  [1, 'over 9 in 10'],
  [0.5, '5 in 10'],
  [0.06, '1 in 10'],
  [0.049, 'fewer than 1 in 10'],
])('sayTenths() says %d as %s', (share, words) => {
  expect(sayTenths(share)).toBe(words);
});

it('sayFlip() and sayDouble() name criteria as their columns are headed', () => {
  const flip = { criterion: 'fibre', from: 34.04, to: 52, leader: 1 };
  expect(sayFlip(flip, search.prefer)).toBe('Fibre at 52 instead of 34');
  expect(sayDouble({ one: 'flood 2', other: 'fibre', r: 0.9 }, search.prefer)).toBe(
    'Flood 2 and Fibre say nearly the same',
  );
});

it('weakestOf() names the criterion a site gains the least share by', () => {
  expect(mill && weakestOf(mill)).toBe(0);
  expect(central && weakestOf(central)).toBe(0);
  expect(weakestOf({ points: [{ low: 0, high: 0, of: 0 }] })).toBeUndefined();
});

it('unsettledOf() says what leaves the range open, who could settle it, and what nobody can tell', () => {
  expect(dunlop && unsettledOf(measured, search, dunlop)).toEqual([
    {
      criterion: 'fibre',
      span: 34,
      text: 'Fibre: 0 to 34 points. Nobody supplied it here. Ask Whoever holds it.',
    },
  ]);
  expect(mill && unsettledOf(measured, search, mill).map(({ text }) => text)).toEqual([
    'Flood 3: nobody can tell. It was supplied for a part of the ground. Ask Whoever holds it.',
    'Flood 2: 3 to 6 points. It was supplied for a part of the ground. Ask Whoever holds it.',
  ]);
});
