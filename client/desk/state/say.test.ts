import { expect, it } from 'vitest';
import { clockTime, dayAndTime, dueIn, longDay, shortDay } from './say.ts';

it('days and times are said as this device counts them', () => {
  expect(shortDay('2017-04-01')).toBe('1 Apr 2017');
  expect(longDay('2017-04-01T12:00:00')).toBe('1 April 2017');
  expect(clockTime('2026-11-23T10:42:00')).toBe('10:42');
});

it('dayAndTime() leaves the day out today', () => {
  const now = new Date('2026-11-23T16:00:00');
  expect(dayAndTime('2026-11-23T10:42:00', now)).toBe('10:42');
  expect(dayAndTime('2026-11-19T03:10:00', now)).toBe('19 Nov 2026, 03:10');
});

it('text that is no time stays as it is', () => {
  expect(clockTime('soon')).toBe('soon');
  expect(shortDay('')).toBe('');
});

it.each([
  [-101, '101 days late'],
  [-1, '1 day late'],
  [0, 'today'],
  [7, 'in 7 days'],
])('dueIn() says %d as %s', (days, words) => {
  expect(dueIn(days)).toBe(words);
});
