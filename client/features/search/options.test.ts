import { expect, it } from 'vitest';
import type { SearchAnswer } from '#data/schema/search-answer.ts';
import { numberOptions, sayResults, stepOption } from './options.ts';

const result = { title: 'Sale', detail: 'Trafford' };
const answer: SearchAnswer = {
  query: 'sale',
  groups: [
    { kind: 'place', title: 'Places', results: [result, result] },
    { kind: 'layer', title: 'Layers', results: [] },
    { kind: 'feature', title: 'Features', results: [result] },
  ],
};

it('numberOptions() numbers on over headings and leaves out empty groups', () => {
  const groups = numberOptions(answer);
  expect(groups.map(({ title }) => title)).toEqual(['Places', 'Features']);
  expect(groups.flatMap(({ options }) => options.map(({ index }) => index))).toEqual([0, 1, 2]);
});

it('stepOption() goes round the ends and starts at one of them', () => {
  expect(stepOption(2, 3, 1)).toBe(0);
  expect(stepOption(0, 3, -1)).toBe(2);
  expect(stepOption(undefined, 3, -1)).toBe(2);
  expect(stepOption(undefined, 0, 1)).toBeUndefined();
});

it('sayResults() tells counts by group, or that nothing was found', () => {
  expect(sayResults(numberOptions(answer), 'sale')).toBe('2 under Places, 1 under Features');
  expect(sayResults([], 'xyz')).toBe('Nothing found for xyz');
});
