import { expect, it } from 'vitest';
import { nextRun } from './schedule.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const hoursTo = (date: Date): number => (date.getTime() - NOW.getTime()) / 3_600_000;

it('a source that went well is fetched as often as its rule says', () => {
  expect(hoursTo(nextRun(NOW, { every: 'P1D', failures: 0 }))).toBe(24);
  expect(hoursTo(nextRun(NOW, { every: 'P2W', failures: 0 }))).toBe(336);
});

it('a failure that may pass is tried again soon, then less and less often, never longer than a day', () => {
  const waits = [1, 2, 3, 7, 50].map((failures) =>
    hoursTo(nextRun(NOW, { every: 'P1W', failures, isPassing: true })),
  );
  expect(waits).toEqual([0.25, 0.5, 1, 16, 24]);
});

it('a failure that only a person can mend waits for the usual time', () => {
  expect(hoursTo(nextRun(NOW, { every: 'P1W', failures: 3, isPassing: false }))).toBe(168);
});

it('a server that asks to be left alone is', () => {
  const busy = { every: 'P1D', failures: 1, isPassing: true, retryAfterS: 7_200 };
  expect(hoursTo(nextRun(NOW, busy))).toBe(2);
});
