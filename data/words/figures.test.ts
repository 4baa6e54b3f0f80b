import { expect, it } from 'vitest';
import { grouped, listed, many } from './figures.ts';

it('grouped() marks thousands and leaves decimals', () => {
  expect([0, 999, 1_204, 1_234_567.25, -45_037].map(grouped)).toEqual([
    '0',
    '999',
    '1,204',
    '1,234,567.25',
    '-45,037',
  ]);
});

it('many() gives one its singular, and others the plural English has for them', () => {
  expect(many(1, 'site')).toBe('1 site');
  expect(many(1_204, 'property')).toBe('1,204 properties');
  expect(many(0, 'box')).toBe('0 boxes');
});

it('listed() joins as a sentence does', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});
