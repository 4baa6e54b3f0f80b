import { expect, it } from 'vitest';
import { rowAfter } from './use-roving.ts';

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 2],
  ['ArrowUp', 0, 3, 0],
  ['End', 0, 3, 2],
  ['Home', 2, 3, 0],
  ['a', 1, 3, undefined],
  ['End', 0, 0, undefined],
])('rowAfter() takes %s at %d of %d to %s', (key, index, count, next) => {
  expect(rowAfter(key, index, count)).toBe(next);
});
