import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysUntil, dueOn } from './cadence.ts';

describe('dueOn()', () => {
  it('adds years, months, weeks and days', () => {
    expect(dueOn('2026-11-23T09:00:00Z', 'P3M')).toBe('2027-02-23');
    expect(dueOn('2026-11-23T09:00:00Z', 'P1Y')).toBe('2027-11-23');
    expect(dueOn('2026-11-23T09:00:00Z', 'P1W')).toBe('2026-11-30');
    expect(dueOn('2026-11-23T09:00:00Z', 'P1M10D')).toBe('2027-01-02');
  });

  it('ends a short month on its last day', () => {
    expect(dueOn('2026-01-31T09:00:00Z', 'P1M')).toBe('2026-02-28');
    expect(dueOn('2024-02-29T09:00:00Z', 'P1Y')).toBe('2025-02-28');
  });

  it('promises nothing where nothing can be read', () => {
    for (const cadence of [undefined, '', 'P', 'PT1H', 'yearly', 'P0D', 'P3']) {
      expect(dueOn('2026-11-23T09:00:00Z', cadence)).toBeUndefined();
    }
    expect(dueOn('sometime', 'P1Y')).toBeUndefined();
  });

  it('never throws and never goes back, whatever is promised', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(9999), fc.nat(9999), (noise, months, days) => {
        dueOn(noise, noise);
        const due = dueOn('2026-11-23T09:00:00Z', `P${months}M${days}D`);
        expect(due === undefined || due >= '2026-11-23').toBe(true);
      }),
    );
  });
});

describe('daysUntil()', () => {
  it('counts days, below zero once it has passed', () => {
    expect(daysUntil('2026-11-30', '2026-11-23T22:00:00Z')).toBe(7);
    expect(daysUntil('2026-11-20', '2026-11-23T00:00:00Z')).toBe(-3);
  });
});
