import { expect, it } from 'vitest';
import { run } from '#tests/support/harmonise.ts';

it('a record too long to be read counts as rejected', () => {
  const rows = [
    'ref,easting,northing',
    'A,378900,392300',
    'x'.repeat(1_100_000),
    'B,379000,392400',
  ];
  const found = run('sites.csv', rows.join('\n'));
  expect(found).toMatchObject({ records: 3, rejected: 1 });
  expect(found.features).toHaveLength(2);
});
