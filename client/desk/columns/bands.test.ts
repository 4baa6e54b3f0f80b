import { expect, it } from 'vitest';
import type { DraftColumn } from '#data/schema/desk-columns.ts';
import { inBands, sayLines, shorten } from './bands.ts';

const column = (id: string, band: DraftColumn['band']) => ({ id, band }) as DraftColumn;

it('inBands() keeps the order of bands and of the columns in them', () => {
  const bands = inBands([column('b', 'settle'), column('a', 'settle'), column('c', 'kept')]);
  expect(bands.map(({ band, columns }) => [band, columns.map(({ id }) => id)])).toEqual([
    ['settle', ['b', 'a']],
    ['kept', ['c']],
  ]);
});

it('sayLines() says how many more there are than it lists', () => {
  expect(sayLines([7, 9, 13], 3)).toBe('7, 9, 13');
  expect(sayLines([7, 9, 13], 9)).toBe('7, 9, 13 and 6 more');
  expect(sayLines([1, 2, 3, 4], 4, 2)).toBe('1, 2 and 2 more');
});

it('shorten() cuts at a word, and leaves what is short', () => {
  expect(shorten('53-61 Tweedale Street, Rochdale', 24)).toBe('53-61 Tweedale Street…');
  expect(shorten('Rochdale', 24)).toBe('Rochdale');
  expect(shorten('x'.repeat(30), 24)).toBe(`${'x'.repeat(24)}…`);
});
