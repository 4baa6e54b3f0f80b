import { expect, it } from 'vitest';
import type { Ranking, Standing } from '#data/siting/ranking.ts';
import { countUnshown, orderOf, rowsOf } from './order.ts';

const standing = (index: number): Standing => ({
  index,
  rank: index + 1,
  low: 0,
  high: 0,
  points: [],
  fails: [],
  untold: [],
});

const ranking = (...indexes: readonly number[]): Ranking => ({
  total: 10,
  ranked: indexes.map(standing),
  ruledOut: [],
  funnel: [],
  notTested: [],
});

const numbers = (list: readonly Standing[]) => list.map(({ index }) => index);

it('orderOf() keeps the order that is held, without those that left and with the new at the end', () => {
  expect(numbers(orderOf(ranking(3, 1, 4, 2), undefined))).toEqual([3, 1, 4, 2]);
  expect(numbers(orderOf(ranking(3, 1, 4, 2), [1, 2, 9, 3]))).toEqual([1, 2, 3, 4]);
});

it('rowsOf() shows those that left where they stood, five at most', () => {
  const left = (index: number, rank: number) => ({ standing: standing(index), rank });
  const rows = rowsOf([standing(0), standing(1)], [left(8, 1), left(9, 3)]);
  expect(rows.map(({ kind, standing: { index } }) => `${kind} ${index}`)).toEqual([
    'left 8',
    'ranked 0',
    'left 9',
    'ranked 1',
  ]);
  const many = Array.from({ length: 7 }, (_, at) => left(at, at + 1));
  expect(rowsOf([], many)).toHaveLength(5);
  expect(countUnshown(many)).toBe(2);
});
