import { describe, expect, it } from 'vitest';
import { describeChanges } from './changes.ts';

const NOTHING = { columns: {}, rejected: 0, approximate: 0 };

describe('describeChanges()', () => {
  it('tells what the run did to this edition', () => {
    expect(
      describeChanges({
        crs: 'EPSG:27700',
        columns: { reference: ['LA SITE REF'], 'area-ha': ['AREA (HA)'], name: ['name'] },
        rejected: 1,
        approximate: 57,
      }),
    ).toBe(
      'positions converted from British National Grid to WGS 84 with OSTN15; 2 columns renamed to a common schema; 57 records placed by postcode or UPRN; 1 record left out that could not be used',
    );
  });

  it('claims no conversion of what was in WGS 84, and no change where there was none', () => {
    expect(describeChanges({ ...NOTHING, crs: 'EPSG:4326' })).toBe(
      'none to the values; the format only',
    );
    expect(describeChanges({ ...NOTHING, crs: 'EPSG:2157' })).toBe(
      'positions converted from EPSG:2157 to WGS 84',
    );
  });
});
