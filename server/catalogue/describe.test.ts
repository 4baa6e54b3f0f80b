import { describe, expect, it } from 'vitest';
import { describeCoverage, describeRecords, qualityOf } from './describe.ts';

const NONE = { critical: 0, error: 0, warning: 0, notice: 0, info: 0 };
const counts = (features: number, unplaced = 0, rejected = 0) => ({
  records: features + unplaced + rejected,
  features,
  unplaced,
  rejected,
});

describe('qualityOf()', () => {
  it('is trustworthy without fault or warning', () => {
    expect(qualityOf(counts(10), { ...NONE, notice: 3 }).level).toBe('trustworthy');
  });

  it('is usable with warnings and needs work with one error', () => {
    expect(qualityOf(counts(10), { ...NONE, warning: 2 }).reason).toBe('2 warnings to check.');
    expect(qualityOf(counts(127, 1), { ...NONE, warning: 9, error: 1 })).toEqual({
      level: 'needs-work',
      placed: 127 / 128,
      reason: '1 fault to mend.',
    });
  });

  it('is no data when nothing was read, whatever the issues', () => {
    expect(qualityOf(counts(0), NONE)).toMatchObject({ level: 'no-data', placed: 0 });
  });
});

describe('describeRecords()', () => {
  it.each([
    [counts(127, 1), '128 records: 127 on the map, 1 listed without a position.'],
    [counts(6461), '6,461 records: 6,461 on the map.'],
    [counts(0, 15), '15 records: none on the map, 15 listed without a position.'],
    [counts(1, 0, 2), '3 records: 1 on the map, 2 could not be kept.'],
    [counts(0), 'No records.'],
  ])('tells %j as %j', (given, said) => {
    expect(describeRecords(given)).toBe(said);
  });
});

describe('describeCoverage()', () => {
  const names = new Map([
    ['E08000001', 'Bolton'],
    ['E08000002', 'Bury'],
    ['E08000003', 'Manchester'],
  ]);

  it('tells “none here” from “not supplied”', () => {
    const area = ['E08000001', 'E08000002'];
    expect(describeCoverage({ area, completeness: 'full' }, names)).toBe(
      'Covers Bolton and Bury in full: an empty place there means “none here”.',
    );
    expect(describeCoverage({ area: [...names.keys()], completeness: 'partial' }, names)).toBe(
      'Covers all 3 districts in part: an empty place may mean “not supplied”.',
    );
  });

  it('says so when nobody stated the area, or none of it is on this map', () => {
    expect(describeCoverage(undefined, names)).toContain('Nothing says which area');
    expect(
      describeCoverage(
        { area: ['E06000001'], completeness: 'sample', statement: 'One ward.' },
        names,
      ),
    ).toBe('A sample from no district of this map: an empty place says nothing. One ward.');
  });
});
