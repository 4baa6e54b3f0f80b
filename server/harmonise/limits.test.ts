import { describe, expect, it } from 'vitest';
import { limitIssues } from './limits.ts';

const told = (records: number, format: 'csv' | 'geojson' = 'csv') =>
  limitIssues([{ layer: { name: 'sites' }, facts: { records } }], format).map(({ code }) => code);

describe('limitIssues()', () => {
  it('says that there is no record', () => expect(told(0)).toEqual(['table.no-records']));

  it.each([65_535, 1_048_575])('suspects a full sheet of %i records', (records) => {
    expect(told(records)).toEqual(['table.row-limit-hit']);
  });

  it('suspects a thousand records of a service, not of a table', () => {
    expect([told(2000, 'geojson'), told(2000), told(1999, 'geojson')]).toEqual([
      ['table.row-limit-hit'],
      [],
      [],
    ]);
  });
});
