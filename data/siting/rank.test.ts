import { describe, expect, it } from 'vitest';
import { type Planted, plant } from '#tests/support/planted-sites.ts';
import type { Must, Prefer, Test, What } from './criterion.ts';
import { rankSites } from './rank.ts';
import type { Measured, Ranking } from './ranking.ts';
import type { SiteSearch } from './search.ts';

const site = (attribute: string): What => ({ kind: 'site', attribute });
const AREA = site('area-ha');
const HEADROOM = site('headroom-mw');
const FIBRE: What = { kind: 'distance', of: { type: 'digital/fibre-route' } };

const must = (id: string, what: What, test: Test): Must => ({
  id,
  title: id,
  short: id,
  what,
  test,
});
const prefer = (
  id: string,
  what: What,
  weight: number,
  [full, none]: readonly [number, number],
): Prefer => ({
  id,
  title: id,
  short: id,
  what,
  weight,
  worth: { kind: 'linear', full, none },
});

const search = (musts: readonly Must[], prefers: readonly Prefer[]): SiteSearch => ({
  profile: 'own',
  ground: { kind: 'sites', types: ['land/brownfield-site'] },
  must: musts,
  prefer: prefers,
});

const titles = (measured: Measured, standings: Ranking['ranked']): string[] =>
  standings.map(({ index }) => measured.sites[index]?.title ?? '');

describe('a must', () => {
  const tests: readonly (readonly [Test, Planted, 'meets' | 'fails' | 'untold'])[] = [
    [{ op: 'at-least', value: 5 }, 5, 'meets'],
    [{ op: 'at-least', value: 5 }, 4.99, 'fails'],
    [{ op: 'at-least', value: 5 }, [4, 6], 'untold'],
    [{ op: 'at-least', value: 5 }, [5, null], 'meets'],
    [{ op: 'at-least', value: 5 }, [null, 4], 'fails'],
    [{ op: 'at-least', value: 5 }, null, 'untold'],
    [{ op: 'at-most', value: 0 }, 0, 'meets'],
    [{ op: 'at-most', value: 0 }, [0, 3], 'untold'],
    [{ op: 'at-most', value: 2_000 }, [20_000, null], 'fails'],
    [{ op: 'is', values: ['a', 'b'] }, 'b', 'meets'],
    [{ op: 'is', values: ['a', 'b'] }, 'c', 'fails'],
    [{ op: 'is', values: ['b2'] }, 'b8;b2', 'meets'],
    [{ op: 'is-not', values: ['b2'] }, 'b8;b2', 'fails'],
    [{ op: 'is-not', values: ['a'] }, 'unknown', 'untold'],
    [{ op: 'is', values: ['33'] }, 33, 'meets'],
    [{ op: 'is', values: ['33'] }, [11, 33], 'untold'],
    [{ op: 'is-not', values: ['33'] }, [1, 11], 'meets'],
    [{ op: 'known' }, 7, 'meets'],
    [{ op: 'known' }, [0, 7], 'fails'],
    [{ op: 'known' }, null, 'fails'],
    [{ op: 'known' }, 'unknown', 'fails'],
  ];

  it.each(tests)('%j of %j: %s', (test, value, verdict) => {
    // a text beside it makes the column one of texts
    const isText = typeof value === 'string';
    const measured = plant(['one', 'other'], [[AREA, [value, isText ? 'x' : 1]]]);
    const { ranked, ruledOut } = rankSites(measured, search([must('m', AREA, test)], []));
    const standing = [...ranked, ...ruledOut].find(({ index }) => index === 0);
    expect(standing?.fails).toEqual(verdict === 'fails' ? ['m'] : []);
    expect(standing?.untold).toEqual(verdict === 'untold' ? ['m'] : []);
  });

  it('that nobody supplied anything for removes nobody', () => {
    const measured = plant(['one'], [[AREA, undefined]]);
    const ranking = rankSites(
      measured,
      search([must('m', AREA, { op: 'at-least', value: 5 })], []),
    );
    expect(ranking.ranked).toHaveLength(1);
    expect(ranking.ranked[0]?.untold).toEqual([]);
    expect(ranking.funnel).toEqual([
      { must: 'm', state: 'not-supplied', before: 1, after: 1, untold: 0, alone: 0 },
    ]);
  });

  it('whose column is still awaited keeps everybody, and says that nobody can tell', () => {
    const measured = plant(['one'], []);
    const { ranked } = rankSites(
      measured,
      search([must('m', AREA, { op: 'at-least', value: 5 })], []),
    );
    expect(ranked[0]?.untold).toEqual(['m']);
  });
});

describe('the funnel', () => {
  const measured = plant(
    ['a', 'b', 'c', 'd', 'e'],
    [
      [AREA, [6, 6, 1, 1, null]],
      [FIBRE, [100, 900, 100, 900, 100]],
    ],
  );
  const area = must('area', AREA, { op: 'at-least', value: 5 });
  const fibre = must('fibre', FIBRE, { op: 'at-most', value: 500 });

  it('takes the musts in order, and says what each does alone', () => {
    expect(rankSites(measured, search([area, fibre], [])).funnel).toEqual([
      { must: 'area', state: 'tested', before: 5, after: 3, untold: 1, alone: 1 },
      { must: 'fibre', state: 'tested', before: 3, after: 2, untold: 0, alone: 1 },
    ]);
  });

  it('says of a must that is off what it would do', () => {
    const ranking = rankSites(measured, search([{ ...area, off: true }, fibre], []));
    expect(ranking.funnel[0]).toEqual({
      must: 'area',
      state: 'off',
      before: 5,
      after: 5,
      untold: 0,
      alone: 1,
    });
    expect(titles(measured, ranking.ranked)).toEqual(['a', 'c', 'e']);
  });

  it('lets no weight buy back what fails a must', () => {
    const best = search([area], [prefer('fibre', FIBRE, 100, [0, 1_000])]);
    const { ranked, ruledOut } = rankSites(measured, best);
    expect(titles(measured, ranked)).toEqual(['a', 'e', 'b']);
    expect(titles(measured, ruledOut)).toEqual(['c', 'd']);
    expect(ruledOut.every(({ rank }) => rank === undefined)).toBe(true);
  });
});

describe('points', () => {
  it('of what is not known are a range, and rank by its middle, then its low end, then by reference', () => {
    const measured = plant(['b', 'a', 'range', 'full'], [[HEADROOM, [20, 20, null, 40]]]);
    const { ranked } = rankSites(measured, search([], [prefer('h', HEADROOM, 30, [40, 0])]));
    expect(titles(measured, ranked)).toEqual(['full', 'a', 'b', 'range']);
    expect(ranked.map(({ rank, low, high }) => [rank, low, high])).toEqual([
      [1, 100, 100],
      [2, 50, 50],
      [3, 50, 50],
      [4, 0, 100],
    ]);
    expect(ranked[3]?.points).toEqual([{ low: 0, high: 100, of: 100 }]);
  });

  it('fall or rise between their anchors, and are level beyond', () => {
    const measured = plant(['a', 'b', 'c', 'd'], [[FIBRE, [0, 500, 1_750, [20_000, null]]]]);
    const { ranked } = rankSites(measured, search([], [prefer('f', FIBRE, 1, [500, 3_000])]));
    expect(ranked.map(({ low, high }) => [low, high])).toEqual([
      [100, 100],
      [100, 100],
      [50, 50],
      [0, 0],
    ]);
  });

  it('by steps take the best of a list, and a code for “unknown” as not known', () => {
    const permission: Prefer = {
      ...prefer('p', AREA, 10, [1, 0]),
      worth: {
        kind: 'steps',
        steps: [
          { values: ['b2'], share: 1 },
          { values: ['e'], share: 0.5 },
        ],
        otherwise: 0.1,
      },
    };
    const measured = plant(['a', 'b', 'c', 'd'], [[AREA, ['e;b2', 'e', 'c1', 'unknown']]]);
    const { ranked } = rankSites(measured, search([], [permission]));
    const byTitle = new Map(
      ranked.map((each) => [measured.sites[each.index]?.title, [each.low, each.high]]),
    );
    expect(byTitle).toEqual(
      new Map([
        ['a', [100, 100]],
        ['b', [50, 50]],
        ['c', [10, 10]],
        ['d', [10, 100]],
      ]),
    );
  });

  it('by steps take numbers by what they are, and a range as not known', () => {
    const voltage: Prefer = {
      ...prefer('v', AREA, 10, [1, 0]),
      worth: { kind: 'steps', steps: [{ values: ['33'], share: 1 }], otherwise: 0.2 },
    };
    const measured = plant(['a', 'b', 'c'], [[AREA, [33, 11, [11, 33]]]]);
    const { ranked } = rankSites(measured, search([], [voltage]));
    expect(ranked.map(({ index, low, high }) => [index, low, high])).toEqual([
      [0, 100, 100],
      [2, 20, 100],
      [1, 20, 20],
    ]);
  });

  it('of what nobody supplied are none, and its weight is shared by the others', () => {
    const measured = plant(
      ['a'],
      [
        [HEADROOM, [10]],
        [FIBRE, undefined],
        [AREA, [5]],
      ],
    );
    const ranking = rankSites(
      measured,
      search(
        [],
        [
          prefer('h', HEADROOM, 30, [40, 0]),
          prefer('f', FIBRE, 40, [0, 1]),
          prefer('a', AREA, 10, [10, 0]),
        ],
      ),
    );
    expect(ranking.notTested).toEqual(['f']);
    expect(ranking.ranked[0]?.points.map(({ of }) => of)).toEqual([75, 0, 25]);
    expect(ranking.ranked[0]).toMatchObject({ low: 31.25, high: 31.25 });
  });

  it('are anything from none to all where nothing is tested', () => {
    const measured = plant(['a'], [[FIBRE, undefined]]);
    const { ranked } = rankSites(measured, search([], [prefer('f', FIBRE, 40, [0, 1])]));
    expect(ranked[0]).toMatchObject({ low: 0, high: 100 });
  });
});
