import { describe, expect, it } from 'vitest';
import type { Attribute } from '#data/schema/attribute.ts';
import { type QualityInput, qualityCounts } from './quality-counts.ts';

const attribute = (name: string, more: Partial<Attribute> = {}): Attribute => ({
  ...{ name, title: name, type: 'text', synonyms: [], standard: '' },
  ...more,
});

const INPUT: QualityInput = {
  edition: { records: 130, features: 128, unplaced: 1, rejected: 1, approximate: 8 },
  attributes: [
    attribute('reference', { required: true }),
    attribute('plan', { required: true }),
    attribute('status', { codes: [{ value: 'a', title: 'A' }] }),
  ],
  columns: { reference: ['Ref'] },
  filled: { reference: 129, plan: 29, status: 100 },
  groups: [
    { code: 'crs.out-of-provider-area', count: 1 },
    { code: 'crs.digit-lost', count: 2 },
    { code: 'value.code-unknown', count: 9 },
  ],
};

describe('qualityCounts()', () => {
  it('counts what is filled, placed, inside, as published and in its lists', () => {
    expect(qualityCounts(INPUT)).toEqual([
      { title: 'Required values filled', value: 158, of: 258, note: 'plan is empty on 100' },
      { title: 'Values of its own columns filled', value: 129, of: 129, note: '' },
      {
        title: 'Records on the map',
        value: 128,
        of: 130,
        note: '1 have no position; 1 could not be used',
      },
      {
        title: 'Positions inside its area',
        value: 127,
        of: 128,
        note: '1 outside: see the issues',
      },
      {
        title: 'Positions as published',
        value: 118,
        of: 128,
        note: '8 approximate, by postcode or UPRN; 2 mended by a rule',
      },
      {
        title: 'Values in their lists',
        value: 100,
        of: 109,
        note: '9 kept as published, in no list',
      },
    ]);
  });

  it('leaves out what was not counted or does not apply', () => {
    const { filled: _own, ...uncounted } = INPUT;
    const titles = qualityCounts({ ...uncounted, groups: [] }).map(({ title }) => title);
    expect(titles).toEqual([
      'Records on the map',
      'Positions inside its area',
      'Positions as published',
    ]);
    const nothing = { records: 0, features: 0, unplaced: 0, rejected: 0 };
    expect(qualityCounts({ ...INPUT, edition: nothing, filled: {}, groups: [] })).toEqual([]);
  });
});
