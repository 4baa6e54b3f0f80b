import { expect, it } from 'vitest';
import type { Prefer } from '#data/siting/criterion.ts';
import type { Points, Standing } from '#data/siting/ranking.ts';
import { differencesOf, sayGap } from './differences.ts';
import { framesOf } from './frame-of-maps.ts';
import { readAsked } from './use-comparison.ts';

const prefer = (id: string, weight: number): Prefer => ({
  id,
  title: id,
  short: id,
  what: { kind: 'site', attribute: id },
  worth: { kind: 'linear', full: 1, none: 0 },
  weight,
});

const known = (value: number, of: number): Points => ({ low: value, high: value, of });

const standing = (index: number, points: readonly Points[]): Standing => ({
  index,
  low: 0,
  high: 0,
  points,
  fails: [],
  untold: [],
});

const PREFERS = ['fibre', 'headroom', 'area', 'rail', 'grade'].map((id) => prefer(id, 20));

/** Figures of the comparison in the design. */
const SITES = [
  standing(0, [known(17, 17), known(22.8, 30), known(2.9, 10), known(10, 10), known(0, 0)]),
  standing(1, [known(13.9, 17), known(22.8, 30), known(1.6, 10), known(8.6, 10), known(0, 0)]),
  standing(2, [
    { low: 0, high: 17, of: 17 },
    known(13.4, 30),
    known(10, 10),
    known(8.9, 10),
    known(0, 0),
  ]),
];

const FOUND = differencesOf(SITES, PREFERS, { notTested: ['grade'] });

it('differencesOf() puts the widest gap first, and what is less than two points apart among the same', () => {
  expect(FOUND.differ.map(({ prefer: { id } }) => id)).toEqual(['fibre', 'headroom', 'area']);
  expect(FOUND.differ.map(sayGap)).toEqual([
    'up to 17.0 points apart',
    '9.4 points apart',
    '8.4 points apart',
  ]);
  expect(FOUND.same.map(({ prefer: { id } }) => id)).toEqual(['rail']);
});

it('differencesOf() keeps what nobody supplied apart: it is no difference', () => {
  expect(FOUND.untested.map(({ id }) => id)).toEqual(['grade']);
});

it('differencesOf() calls best only what is known and better than all that any other can be', () => {
  const best = Object.fromEntries(FOUND.differ.map((each) => [each.prefer.id, each.best]));
  // a full score may be tied by what is not known; two that are equal are tied
  expect(best).toEqual({ fibre: undefined, headroom: undefined, area: 2 });
});

it('differencesOf() does not hold a range against itself', () => {
  const one = [standing(0, [{ low: 2, high: 9, of: 10 }]), standing(1, [known(5, 10)])];
  const [difference] = differencesOf(one, [prefer('x', 10)], { notTested: [] }).differ;
  expect(difference?.gap).toBe(4);
});

it('framesOf() gives every map one scale at which each shows its site and the ends near it', () => {
  const size = { widthPx: 344, heightPx: 216 };
  const frames = framesOf(
    [
      { at: [-2.2, 53.5], ends: [[-2.19, 53.505]] },
      {
        at: [-2.3, 53.5],
        ends: [
          [-2.27, 53.51],
          [-1.9, 53.4],
        ],
      },
    ],
    size,
  );
  expect(new Set(frames.map(({ zoom }) => zoom)).size).toBe(1);
  // the far end pulls neither the scale nor the middle
  expect(frames[1]?.lng).toBeCloseTo(-2.285, 6);
  expect(frames[0]?.zoom).toBeGreaterThan(11);
});

it('readAsked() reads at most four sites, each once, and says a search it cannot read is none', () => {
  const asked = readAsked('?search=data-centre&sites=a,b,b,,c,d,e');
  expect(asked.keys).toEqual(['a', 'b', 'c', 'd']);
  expect(asked.search?.profile).toBe('data-centre');
  expect(readAsked('?search=%7Bnonsense&sites=a')).toMatchObject({ search: undefined });
  expect(readAsked('')).toEqual({ search: undefined, keys: [] });
});
