import { expect, it } from 'vitest';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { rankSites } from '#data/siting/rank.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { plant } from '#tests/support/planted-sites.ts';
import { BY_RANK, tableOrder, turned } from './table-order.ts';

const POWER = { kind: 'site', attribute: 'power' } as const;
const measured = plant(['b', 'a', 'c'], [[POWER, [5, null, 9]]]);
const answer = measured as SitesAnswer;
const search: SiteSearch = {
  profile: 'own',
  ground: { kind: 'sites', types: [] },
  must: [],
  prefer: [
    {
      id: 'power',
      title: 'Power',
      short: 'Power',
      what: POWER,
      worth: { kind: 'linear', full: 10, none: 0 },
      weight: 100,
    },
  ],
};
const table = { answer, ranking: rankSites(measured, search), search };
const titles = (by: string, descending: boolean) =>
  tableOrder(table, { by, descending }).map(({ index }) => measured.sites[index]?.title);

it('tableOrder() orders by name, and by a figure with those not known last either way', () => {
  expect(titles('site', false)).toEqual(['a', 'b', 'c']);
  expect(titles('power', false)).toEqual(['b', 'c', 'a']);
  expect(titles('power', true)).toEqual(['c', 'b', 'a']);
  expect(titles('rank', false)[0]).toBe('c');
});

it('turned() turns the order of the same column, and begins another ascending', () => {
  expect(turned(BY_RANK, 'rank')).toEqual({ by: 'rank', descending: true });
  expect(turned({ by: 'rank', descending: true }, 'area')).toEqual({
    by: 'area',
    descending: false,
  });
});
