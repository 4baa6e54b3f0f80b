import { expect, it } from 'vitest';
import { dateText, monthText } from './dates.ts';

it.each([
  ['1984', '1984'],
  ['1984-03', 'March 1984'],
  ['2026-11-03T10:00:00Z', '3 November 2026'],
  ['2026-13', '2026-13'],
  ['spring', 'spring'],
])('dateText() says %s as %s, no more precise than it is', (text, words) => {
  expect(dateText(text)).toBe(words);
});

it('monthText() leaves the day out', () => {
  expect(monthText('2026-11-23T10:00:00Z')).toBe('Nov 2026');
  expect(monthText('1984')).toBe('1984');
});
