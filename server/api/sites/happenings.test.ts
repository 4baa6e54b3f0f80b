import { describe, expect, it } from 'vitest';
import type { SitesAnswer } from '#data/schema/sites.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { happeningsOf } from './happenings.ts';
import { carryOut, packStanding, readStanding, standingOf } from './standing.ts';

const SEARCH: SiteSearch = {
  profile: 'own',
  ground: { kind: 'sites', types: ['land/public-land'] },
  must: [],
  prefer: [
    {
      ...{ id: 'size', title: 'Size', short: 'Size', weight: 1 },
      what: { kind: 'site', attribute: 'area-ha' },
      worth: { kind: 'linear', full: 100, none: 0 },
    },
  ],
};

/** A search over sites of so many hectares, by name. */
function carried(areas: Readonly<Record<string, number>>) {
  const figures = Object.values(areas);
  const sites = Object.keys(areas).map((name) => ({
    ...{ key: `site:${name}`, title: name, synthetic: true, areaBasis: 'stated' as const },
    ...{ outline: 'point' as const, errorM: 0, at: [-2.3, 53.4] as [number, number] },
    bounds: [-2.3, 53.4, -2.3, 53.4] as [number, number, number, number],
  }));
  const column: SitesAnswer['columns'][number] = {
    ...{ what: 'site(area-ha)', title: 'Site area', unit: 'ha', kind: 'number' },
    ...{ state: 'measured', ask: [], synthetic: true, sources: [], text: [] },
    ...{ low: figures, high: figures },
    why: figures.map(() => 0),
    thing: figures.map(() => -1),
  };
  return carryOut(SEARCH, {
    ...{ search: 'own', sites, columns: [column], things: [], sources: [], districts: {} },
    ...{ notes: [], credits: { short: '', long: [] }, asOf: '2026-11-23T09:00:00.000Z' },
    terms: { form: 'merged', label: '', reason: '' },
  });
}

const told = (
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
) => {
  const former = carried(before);
  const standing = readStanding(packStanding(standingOf(former)));
  return happeningsOf({ standing, former, now: carried(after) }).map(
    ({ kind, title, text }) => `${kind} · ${title} · ${text}`,
  );
};

describe('happeningsOf()', () => {
  it('tells nothing where nothing happened, nor of half a point', () => {
    expect(told({ a: 50, b: 40 }, { a: 50, b: 40 })).toEqual([]);
    expect(told({ a: 50, b: 40 }, { a: 50.4, b: 40 })).toEqual([]);
  });

  it('tells of a score that moved, with the value that moved it', () => {
    expect(told({ a: 50, b: 40 }, { a: 45, b: 40 })).toEqual([
      'changed · a · Score 45, 50 before: Size 45.00\u00a0ha, 50.00\u00a0ha before.',
    ]);
  });

  it('tells in one sentence who moved because others came', () => {
    expect(told({ a: 50, b: 40 }, { a: 50, b: 40, c: 60 })).toEqual([
      'changed · The first ten · Others came before or went: a from 1 to 2; b from 2 to 3.',
      'entered · c · Looked at for the first time. Score 60, rank 1.',
    ]);
    expect(told({ a: 50, b: 40 }, { b: 40 })).toEqual([
      'changed · The first ten · Others came before or went: b from 2 to 1.',
      'left · a · It is listed no more.',
    ]);
  });

  it('tells so many that a person reads them, the best the newest', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`s${at}`, 99 - at]));
    const all = told({}, many);
    expect(all).toHaveLength(41);
    expect(all[0]).toBe(
      'entered · 20 more sites · 20 more sites entered; the search itself shows them all.',
    );
    expect(all.at(-1)).toMatch(/^entered · s0 /);
  });

  it('tells who left and came though the former answer can be measured no more', () => {
    const standing = standingOf(carried({ a: 50 }));
    const now = carried({ b: 40 });
    expect(happeningsOf({ standing, former: undefined, now })).toMatchObject([
      { kind: 'left', site: 'site:a', text: 'It is listed no more.' },
      { kind: 'entered', site: 'site:b' },
    ]);
  });
});
