import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Planted, plant } from '#tests/support/planted-sites.ts';
import type { Prefer, What } from './criterion.ts';
import { prepareRanking } from './prepared.ts';
import { rankSites, rerank } from './rank.ts';
import type { Measured, Ranking } from './ranking.ts';
import type { SiteSearch } from './search.ts';

const site = (attribute: string): What => ({ kind: 'site', attribute });
const AREA = site('area-ha');

const searchOf = (least: number, prefer: readonly Prefer[]): SiteSearch => ({
  profile: 'own',
  ground: { kind: 'sites', types: ['land/brownfield-site'] },
  must: [
    {
      id: 'least',
      title: 'Least',
      short: 'Least',
      what: AREA,
      test: { op: 'at-least', value: least },
    },
  ],
  prefer,
});

const value: fc.Arbitrary<Planted> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -5, max: 60 }),
  fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 30, max: 60 })),
  fc.integer({ min: 0, max: 60 }).map((low) => [low, null] as const),
);
const WHATS = [AREA, site('one'), site('two'), site('three')];
const anchors = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }))
  .filter(([full, none]) => full !== none);
const anyRanked = fc
  .record({
    values: fc.array(fc.tuple(value, value, value, value), { minLength: 1, maxLength: 12 }),
    least: fc.integer({ min: 0, max: 40 }),
    rules: fc.array(fc.tuple(anchors, fc.double({ min: 0, max: 100, noNaN: true })), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ values, least, rules }) => ({
    values,
    search: searchOf(
      least,
      rules.map(([[full, none], weight], at) => ({
        id: `p${at}`,
        title: 'P',
        short: 'P',
        what: WHATS[at] ?? AREA,
        weight,
        worth: { kind: 'linear', full, none },
      })),
    ),
  }));

const measuredOf = (values: readonly (readonly Planted[])[]): Measured =>
  plant(
    values.map((_, index) => `site ${index}`),
    WHATS.map((what, at) => [what, values.map((row) => row[at] ?? null)]),
  );

describe('whatever is measured', () => {
  it('scores are numbers from 0 to 100, least before most, and points sum to them', () => {
    fc.assert(
      fc.property(anyRanked, ({ values, search: asked }) => {
        const { ranked, ruledOut, total } = rankSites(measuredOf(values), asked);
        expect(ranked.length + ruledOut.length).toBe(total);
        for (const { low, high, points } of [...ranked, ...ruledOut]) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(100 + 1e-9);
          expect(low).toBeLessThanOrEqual(high + 1e-9);
          const counted = points.some(({ of }) => of > 0);
          if (counted) expect(points.reduce((sum, each) => sum + each.low, 0)).toBeCloseTo(low, 6);
        }
      }),
    );
  });

  it('a weight that moves changes no verdict and makes no number nonsense', () => {
    fc.assert(
      fc.property(
        anyRanked,
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        ({ values, search: asked }, weight) => {
          const prepared = prepareRanking(measuredOf(values), asked);
          const weights = asked.prefer.map((each) => each.weight);
          const before = rerank(prepared, weights);
          const after = rerank(prepared, [weight, ...weights.slice(1)]);
          expect(indexes(after.ruledOut)).toEqual(indexes(before.ruledOut));
          expect(after.ranked.every(({ low, high }) => Number.isFinite(low + high))).toBe(true);
        },
      ),
    );
  });

  it('knowing more only narrows a range', () => {
    fc.assert(
      fc.property(
        anyRanked,
        fc.nat(),
        fc.nat({ max: 3 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ values, search: asked }, at, column, share) => {
          const place = at % values.length;
          const known = values.map((row, index) =>
            index === place
              ? row.map((each, which) => (which === column ? within(each, share) : each))
              : row,
          );
          const [before, after] = [values, known].map((each) => {
            const { ranked, ruledOut } = rankSites(measuredOf(each), asked);
            return [...ranked, ...ruledOut].find(({ index }) => index === place);
          });
          expect(after?.low).toBeGreaterThanOrEqual((before?.low ?? 0) - 1e-9);
          expect(after?.high).toBeLessThanOrEqual((before?.high ?? 0) + 1e-9);
          // what was settled stays settled
          expect(after?.fails).toEqual(expect.arrayContaining([...(before?.fails ?? [])]));
        },
      ),
    );
  });
});

const indexes = (standings: Ranking['ranked']): number[] =>
  standings.map(({ index }) => index).sort((a, b) => a - b);

/** A value that is possible by what was known. */
function within(value_: Planted, share: number): Planted {
  if (value_ === null) return Math.round(share * 60);
  if (typeof value_ !== 'object') return value_;
  const [low, high] = [value_[0] ?? 0, value_[1] ?? 60];
  return low + (Math.max(low, high) - low) * share;
}
