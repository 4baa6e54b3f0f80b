import { expect, it } from 'vitest';
import type { Must } from '#data/siting/criterion.ts';
import { rankSites } from '#data/siting/rank.ts';
import { plant } from '#tests/support/planted-sites.ts';
import { countMoved, departedOf } from './departed.ts';

const AREA = { kind: 'site', attribute: 'area-ha' } as const;
const POWER = { kind: 'site', attribute: 'power' } as const;

const areaAtLeast = (value: number): Must => ({
  id: 'area',
  title: 'Area',
  short: 'Area',
  what: AREA,
  test: { op: 'at-least', value },
});

const measured = plant(
  ['one', 'two', 'three'],
  [
    [AREA, [5, 1, 3]],
    [POWER, [1, 9, 5]],
  ],
);

const ranked = (value: number, weight = 100) =>
  rankSites(measured, {
    profile: 'own',
    ground: { kind: 'sites', types: ['land/brownfield-site'] },
    must: [areaAtLeast(value)],
    prefer: [
      {
        id: 'power',
        title: 'Power',
        short: 'Power',
        what: POWER,
        worth: { kind: 'linear', full: 10, none: 0 },
        weight,
      },
      {
        id: 'size',
        title: 'Size',
        short: 'Size',
        what: AREA,
        worth: { kind: 'linear', full: 10, none: 0 },
        weight: 100 - weight,
      },
    ],
  });

it('departedOf() tells the sites that an edit put out, at the place they had', () => {
  const left = departedOf(ranked(0), ranked(4));
  expect(left.map(({ standing, rank }) => [measured.sites[standing.index]?.title, rank])).toEqual([
    ['two', 1],
    ['three', 2],
  ]);
  expect(left[0]?.standing.fails).toEqual(['area']);
});

it('departedOf() says nothing of other candidates', () => {
  expect(departedOf({ ...ranked(0), total: 99 }, ranked(4))).toEqual([]);
});

it('countMoved() counts those that stand elsewhere, not those that left', () => {
  expect(countMoved(ranked(0), ranked(0))).toBe(0);
  expect(countMoved(ranked(0), ranked(0, 0))).toBe(2);
  expect(countMoved(ranked(0), ranked(6))).toBe(0);
});
