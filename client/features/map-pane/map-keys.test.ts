import { expect, it } from 'vitest';
import { readMapKey } from './map-keys.ts';

const keys = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false };

it('readMapKey() moves by arrows, finer with Shift', () => {
  expect(readMapKey({ ...keys, key: 'ArrowLeft' })).toEqual({ kind: 'pan', dxPx: -96, dyPx: 0 });
  expect(readMapKey({ ...keys, key: 'ArrowDown', shiftKey: true })).toEqual({
    kind: 'pan',
    dxPx: 0,
    dyPx: 16,
  });
});

it('readMapKey() steps features by Alt and arrows, which must not reach the browser', () => {
  expect(readMapKey({ ...keys, key: 'ArrowDown', altKey: true })).toEqual({ kind: 'step', by: 1 });
  expect(readMapKey({ ...keys, key: 'L', altKey: true })).toEqual({ kind: 'list' });
});

it('readMapKey() leaves the browser its own keys', () => {
  expect(readMapKey({ ...keys, key: 'Tab' })).toBeUndefined();
  expect(readMapKey({ ...keys, key: '+', ctrlKey: true })).toBeUndefined();
  expect(readMapKey({ ...keys, key: 'ArrowLeft', altKey: true })).toBeUndefined();
  expect(readMapKey({ ...keys, key: 'constructor' })).toBeUndefined();
});
