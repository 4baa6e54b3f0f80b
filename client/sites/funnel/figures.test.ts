import { expect, it } from 'vitest';
import type { Must } from '#data/siting/criterion.ts';
import type { FunnelStep, Ranking, Standing } from '#data/siting/ranking.ts';
import { figuresOf, sayCostliest, sayGround } from './figures.ts';

const must = (id: string): Must => ({
  id,
  title: id,
  short: id,
  what: { kind: 'site', attribute: id },
  test: { op: 'known' },
});

const step = (id: string, before: number, after: number, alone = 0): FunnelStep => ({
  must: id,
  state: 'tested',
  before,
  after,
  untold: 0,
  alone,
});

const ranking = (funnel: readonly FunnelStep[], left: number): Ranking => ({
  total: 214,
  ranked: Array.from({ length: left }, () => ({}) as Standing),
  ruledOut: [],
  funnel,
  notTested: [],
});

it('figuresOf() tells all, what the costliest must leaves, and what is left', () => {
  const funnel = [step('Area', 214, 61), step('Power', 61, 12)];
  const figures = figuresOf(ranking(funnel, 12), [must('Area'), must('Power')], 'in Rochdale');
  expect(figures.map(({ count, words }) => `${count} ${words}`)).toEqual([
    '214 in Rochdale',
    '61 after area',
    '12 meet every must',
  ]);
});

it('figuresOf() leaves out a middle that says the same as the end', () => {
  expect(figuresOf(ranking([step('Area', 214, 61)], 61), [must('Area')], 'x')).toHaveLength(2);
  expect(figuresOf(ranking([], 214), [], 'x')).toHaveLength(2);
});

it('sayCostliest() names the must that alone rules out most', () => {
  const funnel = [step('Area', 214, 61, 2), step('Power', 61, 12, 40)];
  expect(sayCostliest(funnel, [must('Area'), must('Power')])).toBe(
    'Power costs most: it alone rules out 40 sites.',
  );
  expect(sayCostliest([step('Area', 3, 3)], [must('Area')])).toBeUndefined();
});

it('sayGround() says where', () => {
  expect(sayGround({ kind: 'sites', types: [] }, ['Rochdale'])).toBe('in Rochdale');
  expect(sayGround({ kind: 'sites', types: [] }, ['a', 'b', 'c'])).toBe('in 3 districts');
  expect(sayGround({ kind: 'areas', areas: ['x'] }, [])).toBe('area of yours');
});
