import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTrouble, readAskedReport, reportQuery } from './site-report-asked.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');
const SITE = 'odin:land/brownfield-site:15tg0bsescdaw8x85bmmqnc3c1';

describe('readAskedReport', () => {
  it('reads what it writes: equal questions have one address', () => {
    const query = { site: SITE, search: 'data-centre', 'as-of': '2026-11-23T10:00:00Z' };
    const asked = readAskedReport(query, NOW);
    if (isTrouble(asked)) throw new Error(asked.what);
    expect(asked.asOf).toBe('2026-11-23T10:00:00.000Z');
    const written = Object.fromEntries(new URLSearchParams(reportQuery(asked)));
    expect(readAskedReport(written, NOW)).toEqual(asked);
    expect(reportQuery(asked)).toBe(
      `site=${SITE}&search=data-centre&as-of=2026-11-23T10:00:00.000Z`,
    );
  });

  it.each([
    ['2026-02-30T00:00:00', 'cannot be read'],
    ['2026-02-30T00:00:00Z', 'cannot be read'],
    ['2026-11-24', 'cannot be read'],
    ['2026-11-24T09:00:00.001Z', 'has not come'],
    ['', 'cannot be read'],
  ])('refuses the moment %j with a sentence', (moment, words) => {
    const asked = readAskedReport({ site: SITE, search: 'data-centre', 'as-of': moment }, NOW);
    expect(isTrouble(asked) && asked.what).toContain(words);
  });

  it('never throws, and says what to mend of whatever it refuses', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constant(SITE),
      fc.array(fc.string()),
      fc.constant(undefined),
    );
    const query = fc.record({ site: value, search: value, 'as-of': value }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(query, fc.dictionary(fc.string(), value)), (given) => {
        const asked = readAskedReport(given, NOW);
        if (isTrouble(asked)) expect(asked.mend).not.toBe('');
        else expect(asked.searchText).not.toBe('');
      }),
    );
  });
});
