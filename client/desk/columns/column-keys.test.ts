import { expect, it } from 'vitest';
import { placeAfter, readColumnKey } from './column-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {},
) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

it('readColumnKey() takes A and X only while single keys are on', () => {
  expect(readColumnKey(press('a'), true)).toBe('accept');
  expect(readColumnKey(press('X'), true)).toBe('keep');
  expect(readColumnKey(press('a'), false)).toBeUndefined();
  expect(readColumnKey(press('ArrowDown'), false)).toBe('next');
});

it('readColumnKey() leaves the browser its own keys', () => {
  expect(readColumnKey(press('a', { ctrlKey: true }), true)).toBeUndefined();
  expect(readColumnKey(press('ArrowDown', { altKey: true }), true)).toBeUndefined();
  expect(readColumnKey(press('Tab'), true)).toBeUndefined();
});

it('placeAfter() stays at the ends', () => {
  expect(placeAfter('previous', 0, 3)).toBe(0);
  expect(placeAfter('next', 2, 3)).toBe(2);
  expect(placeAfter('last', 0, 3)).toBe(2);
  expect(placeAfter('accept', 1, 3)).toBe(1);
});
