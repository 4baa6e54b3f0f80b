import { describe, expect, it } from 'vitest';
import { type Planted, plant } from '#tests/support/planted-sites.ts';
import type { Prefer, What } from './criterion.ts';
import { doubleCounts } from './double-counting.ts';
import { flipsOf } from './flips.ts';
import { drawShares, hashOf, seeded } from './random.ts';
import { rankSites } from './rank.ts';
import type { Measured } from './ranking.ts';
import { robustnessOf } from './robustness.ts';
import type { SiteSearch } from './search.ts';

const what = (id: string): What => ({ kind: 'site', attribute: id });

/** Worth what the value says, 0 to 100. */
const prefer = (id: string, weight: number): Prefer => ({
  id,
  title: id,
  short: id,
  what: what(id),
  weight,
  worth: { kind: 'linear', full: 100, none: 0 },
});

const search = (...prefers: readonly Prefer[]): SiteSearch => ({
  profile: 'own',
  ground: { kind: 'sites', types: ['land/public-land'] },
  must: [],
  prefer: prefers,
});

const measure = (columns: Readonly<Record<string, readonly Planted[] | undefined>>): Measured =>
  plant(
    Object.values(columns)[0]?.map((_, index) => `site ${index}`) ?? [],
    Object.entries(columns).map(([id, values]) => [what(id), values]),
  );

describe('robustnessOf()', () => {
  it('is sure of a site that leads by everything, and of places none can leave', () => {
    const measured = measure({ a: [90, 50, 10], b: [80, 10, 50] });
    const { draws, topTen, topFive, sameFive, sameFirst } = robustnessOf(
      measured,
      search(prefer('a', 50), prefer('b', 50)),
    );
    expect({ draws, topTen, topFive, sameFive, sameFirst }).toEqual({
      draws: 1_000,
      topTen: [1, 1, 1],
      topFive: [1, 1, 1],
      sameFive: 1,
      sameFirst: 1,
    });
  });

  it('is unsure of two that are good at different things', () => {
    const measured = measure({ a: [100, 0], b: [0, 99] });
    const { sameFirst } = robustnessOf(measured, search(prefer('a', 50), prefer('b', 50)));
    expect(sameFirst).toBeGreaterThan(0.35);
    expect(sameFirst).toBeLessThan(0.65);
  });

  it('tells the eleventh from the tenth', () => {
    const values = Array.from({ length: 30 }, (_, index) => 100 - index * 3);
    const turned = values.map((value, index) => (index % 2 ? value : 100 - value));
    const { topTen, topFive } = robustnessOf(
      measure({ a: values, b: turned }),
      search(prefer('a', 60), prefer('b', 40)),
    );
    expect(topTen.reduce((sum, share) => sum + share, 0)).toBeCloseTo(10, 9);
    expect(topFive.reduce((sum, share) => sum + share, 0)).toBeCloseTo(5, 9);
    expect(topTen.every((share, at) => share >= (topFive[at] ?? 0))).toBe(true);
  });

  it('answers the same search the same, and another another', () => {
    const values = Array.from({ length: 20 }, (_, index) => (index * 37) % 100);
    const measured = measure({ a: values, b: values.map((value) => 100 - value) });
    const asked = search(prefer('a', 52), prefer('b', 48));
    expect(robustnessOf(measured, asked)).toEqual(robustnessOf(measured, asked));
    const other = { ...asked, title: 'Another' };
    expect(robustnessOf(measured, other).topFive).not.toEqual(
      robustnessOf(measured, asked).topFive,
    );
  });

  it('throws when no draw is to be made', () => {
    expect(() => robustnessOf(measure({ a: [1] }), search(prefer('a', 1)), 0)).toThrow(RangeError);
  });
});

it('drawShares() draws round the shares, spread as weights of ±25 % are', () => {
  const random = seeded(hashOf('spread'));
  const drawn = Array.from({ length: 4_000 }, () => drawShares(random, [0.2, 0.8, 0], 63));
  const first = drawn.map(([share = 0]) => share);
  const mean = first.reduce((a, b) => a + b, 0) / first.length;
  const spread = Math.sqrt(
    first.reduce((sum, share) => sum + (share - mean) ** 2, 0) / first.length,
  );
  expect(mean).toBeCloseTo(0.2, 2);
  expect(spread).toBeCloseTo(0.05, 2);
  expect(drawn.every((shares) => Math.abs(shares.reduce((a, b) => a + b, 0) - 1) < 1e-9)).toBe(
    true,
  );
  expect(drawn.every(([, , third]) => third === 0)).toBe(true);
});

describe('flipsOf()', () => {
  it('finds the least change of one weight that puts another first', () => {
    // 60 × 0.9 + 40 × 0.2 = 62 leads 60 × 0.4 + 40 × 0.9 = 60; they are level at a weight of 58.3
    const measured = measure({ a: [90, 40], b: [20, 90] });
    expect(flipsOf(measured, search(prefer('a', 60), prefer('b', 40)))).toEqual([
      { criterion: 'a', from: 60, to: 58, leader: 1 },
      { criterion: 'b', from: 40, to: 42, leader: 1 },
    ]);
  });

  it('every flip it names does flip, and one point less does not', () => {
    const values = (seed: number): number[] =>
      Array.from({ length: 12 }, (_, index) => (index * seed + 13) % 97);
    const measured = measure({ a: values(31), b: values(57), c: values(83), d: values(19) });
    const asked = search(prefer('a', 40), prefer('b', 30), prefer('c', 20), prefer('d', 10));
    const now = rankSites(measured, asked).ranked[0]?.index;
    const flips = flipsOf(measured, asked);
    expect(flips.length).toBeGreaterThan(1);
    for (const { criterion, from, to, leader } of flips) {
      const at = (weight: number) =>
        rankSites(measured, {
          ...asked,
          prefer: asked.prefer.map((each) => ({
            ...each,
            weight: each.id === criterion ? weight : (each.weight * (100 - weight)) / (100 - from),
          })),
        }).ranked[0]?.index;
      expect(at(to)).toBe(leader);
      expect(at(to > from ? to - 1 : to + 1)).toBe(now);
    }
  });

  it('names none where nothing would, nothing is tested, or one site is left', () => {
    const better = measure({ a: [90, 40], b: [90, 40] });
    expect(flipsOf(better, search(prefer('a', 60), prefer('b', 40)))).toEqual([]);
    expect(flipsOf(measure({ a: [1] }), search(prefer('a', 60)))).toEqual([]);
    expect(flipsOf(plant(['x'], [[what('a'), undefined]]), search(prefer('a', 60)))).toEqual([]);
  });
});

describe('doubleCounts()', () => {
  const values = Array.from({ length: 12 }, (_, index) => index * 8);
  const other = values.map((value, index) => (value * 7 + index * 31) % 100);

  it('flags two criteria that say nearly the same, or the opposite', () => {
    const near = values.map((value, index) => value + (index % 2));
    const measured = measure({ a: values, b: near, c: other, d: values.map((each) => 100 - each) });
    const found = doubleCounts(
      measured,
      search(prefer('a', 1), prefer('b', 1), prefer('c', 1), prefer('d', 1)),
    );
    expect(found.map(({ one, other: two }) => `${one}${two}`).sort()).toEqual(['ab', 'ad', 'bd']);
    expect(found[0]?.r).toBeCloseTo(-1, 9);
  });

  it('compares only sites of which both are known, and eight of them at least', () => {
    const half = values.map((value, index) => (index < 7 ? value : null));
    expect(
      doubleCounts(measure({ a: values, b: half }), search(prefer('a', 1), prefer('b', 1))),
    ).toEqual([]);
  });

  it('leaves out what has no weight, never varies, or is not tested', () => {
    const measured = measure({ a: values, b: values, c: values.map(() => 5), d: undefined });
    const asked = search(prefer('a', 1), prefer('b', 0), prefer('c', 1), prefer('d', 1));
    expect(doubleCounts(measured, asked)).toEqual([]);
  });
});
