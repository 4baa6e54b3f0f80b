import { expect, it } from 'vitest';
import { attemptKeys, COUNTED_MS, waitMs } from './attempts.ts';
import { isLive } from './session.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const ago = (ms: number): string => new Date(NOW.getTime() - ms).toISOString();
const HOUR = 3_600_000;

it.each([
  [11.9 * HOUR, 0, true],
  [12 * HOUR, 0, false],
  [3 * HOUR, 1.9 * HOUR, true],
  [3 * HOUR, 2 * HOUR, false],
])('a session begun %i ms ago and used %i ms ago is good: %s', (begun, seen, good) => {
  expect(isLive({ begunAt: ago(begun), seenAt: ago(seen) }, NOW)).toBe(good);
});

const none = { pair: [], address: [], account: [] };
const times = (count: number, ms: number): string[] => Array(count).fill(ago(ms));

it('threat 38: five failures from one address shut the account to it until they are a quarter of an hour old', () => {
  expect(waitMs({ ...none, pair: times(4, 0) }, NOW)).toBe(0);
  expect(waitMs({ ...none, pair: times(5, 60_000) }, NOW)).toBe(COUNTED_MS - 60_000);
  expect(waitMs({ ...none, pair: times(5, COUNTED_MS) }, NOW)).toBe(0);
});

it('threat 38: one address guessing at many accounts, and many at one, are shut out too', () => {
  expect(waitMs({ ...none, address: times(50, 0) }, NOW)).toBe(COUNTED_MS);
  expect(waitMs({ ...none, account: times(100, 0) }, NOW)).toBe(COUNTED_MS);
  // a few failures from elsewhere shut nobody out of their own account
  expect(waitMs({ ...none, account: times(20, 0) }, NOW)).toBe(0);
});

it('attemptKeys() keeps neither address nor account readable', () => {
  const keys = JSON.stringify(attemptKeys('ada@council.example', '203.0.113.7'));
  expect(keys).not.toMatch(/ada|203/);
});
