import { expect, it } from 'vitest';
import { readDrawKey } from './draw-keys.ts';

const press = (key: string, held: object = {}) => ({
  key,
  altKey: false,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

it('readDrawKey() places at the crosshair, and finishes what was drawn with a mouse', () => {
  expect(readDrawKey(press('Enter'), true)).toBe('place');
  expect(readDrawKey(press('Enter'), false)).toBe('finish');
  expect(readDrawKey(press('Enter', { ctrlKey: true }), true)).toBe('finish');
});

it('readDrawKey() goes back and forth', () => {
  expect(readDrawKey(press('z', { ctrlKey: true }), true)).toBe('undo');
  expect(readDrawKey(press('Z', { metaKey: true, shiftKey: true }), true)).toBe('redo');
  expect(readDrawKey(press('y', { ctrlKey: true }), false)).toBe('redo');
  expect(readDrawKey(press('Backspace'), true)).toBe('remove-last');
});

it('readDrawKey() leaves the keys of the map and the browser alone', () => {
  expect(readDrawKey(press('ArrowLeft'), true)).toBeUndefined();
  expect(readDrawKey(press('l', { ctrlKey: true }), true)).toBeUndefined();
  expect(readDrawKey(press('ArrowDown', { altKey: true }), true)).toBeUndefined();
});
