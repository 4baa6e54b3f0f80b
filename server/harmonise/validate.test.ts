import { describe, expect, it } from 'vitest';
import { codesOf, run } from '#tests/support/harmonise.ts';

describe('rules across fields', () => {
  it('reports an end before its start, and an area its outline contradicts', () => {
    const square = (size: number) => [
      [-2.3, 53.4],
      [-2.3 + size, 53.4],
      [-2.3 + size, 53.4 + size],
      [-2.3, 53.4 + size],
      [-2.3, 53.4],
    ];
    const feature = (properties: object, size: number) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [square(size)] },
    });
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature(
          { reference: 'a', 'start-date': '2020-05', 'end-date': '2019-01-01', hectares: 73.8 },
          0.01,
        ),
        feature(
          { reference: 'b', 'start-date': '2019', 'end-date': '2019-01-01', hectares: 7.4 },
          0.01,
        ),
      ],
    });
    const read = run('brownfield-land.geojson', text);
    const told = read.issues.map(({ code, line }) => [code, line]);
    expect(told).toContainEqual(['value.date-order', 1]);
    expect(told).not.toContainEqual(['value.date-order', 2]);
    expect(told).toContainEqual(['geom.area-mismatch', 2]);
    expect(told).not.toContainEqual(['geom.area-mismatch', 1]);
  });
});

/** A register of brownfield sites as CSV, each row given as what differs from a plain one. */
function register(rows: readonly Readonly<Record<string, string>>[]): string {
  const plain = {
    OrganisationURI: 'http://opendatacommunities.org/id/metropolitan-district-council/trafford',
    SiteReference: '',
    SiteNameAddress: 'Former mill, Bridge Street',
    GeoX: '',
    GeoY: '',
    Hectares: '0.5',
    OwnershipStatus: 'mixed ownership',
    PlanningStatus: 'permissioned',
    PermissionDate: '',
    NetDwellingsRangeFrom: '5',
    NetDwellingsRangeTo: '10',
    FirstAddedDate: '2017-12-31',
    LastUpdatedDate: '2020-12-31',
  };
  const lines = rows.map((row, index) =>
    Object.values({
      ...plain,
      SiteReference: `BF${index}${'abc'[index % 3]}`,
      GeoX: String(378_000 + index * 150),
      GeoY: String(391_000 + index * 150),
      ...row,
    })
      .map((text) => `"${text}"`)
      .join(','),
  );
  return [Object.keys(plain).join(','), ...lines, ''].join('\n');
}

const repeated = (count: number, row: (index: number) => Readonly<Record<string, string>>) =>
  Array.from({ length: count }, (_, index) => row(index));

const told = (rows: readonly Readonly<Record<string, string>>[]) =>
  run('brownfield.csv', register(rows)).issues.map(({ code, line, column }) => ({
    code,
    line,
    column,
  }));

describe('rules of a brownfield register', () => {
  it('reports a permission date without permission, and a lower end above the upper', () => {
    const found = told([
      { PlanningStatus: 'not permissioned', PermissionDate: '2019-03-21' },
      { NetDwellingsRangeFrom: '30', NetDwellingsRangeTo: '12' },
      { FirstAddedDate: '2022-01-01' },
    ]);
    expect(found).toContainEqual({
      code: 'value.contradiction',
      line: 2,
      column: 'PermissionDate',
    });
    expect(found).toContainEqual({
      code: 'value.too-small',
      line: 3,
      column: 'NetDwellingsRangeTo',
    });
    expect(found).toContainEqual({ code: 'value.date-order', line: 4, column: 'LastUpdatedDate' });
  });

  it('says once that a required column is empty throughout, and at its row when it is not', () => {
    const missing = (rows: readonly Readonly<Record<string, string>>[]) =>
      told(rows).filter(
        ({ code, column }) => code === 'value.missing' && column === 'OwnershipStatus',
      );
    expect(missing(repeated(5, () => ({ OwnershipStatus: '' })))).toHaveLength(1);
    expect(missing([{ OwnershipStatus: '' }, {}, {}])).toEqual([
      { code: 'value.missing', line: 2, column: 'OwnershipStatus' },
    ]);
  });

  it.each([
    ['OrganisationURI', (index: number) => `http://example.org/E080000${37 + index}`],
    ['LastUpdatedDate', (index: number) => `2020-12-${10 + index}`],
    ['FirstAddedDate', (index: number) => `${10 + index}/11/2017`],
  ])('notices that %s was filled down', (heading, text) => {
    const rows = repeated(8, (index) => ({ [heading]: text(index) }));
    expect(codesOf(run('brownfield.csv', register(rows)))).toContain('value.filled-down');
  });

  it('finds nothing filled down in dates that stand apart', () => {
    const rows = repeated(8, (index) => ({ LastUpdatedDate: `2020-12-${10 + index * 2}` }));
    expect(codesOf(run('brownfield.csv', register(rows)))).not.toContain('value.filled-down');
  });

  it('points at a figure far above all others', () => {
    const rows = repeated(40, (index) => ({ Hectares: index === 7 ? '4600' : `0.${20 + index}` }));
    const found = run('brownfield.csv', register(rows)).issues;
    expect(found.find(({ code }) => code === 'value.outlier')).toMatchObject({
      column: 'Hectares',
    });
  });

  it('notices references that lost their leading zero, and texts cut at 255 characters', () => {
    const rows = repeated(6, (index) => ({
      SiteReference: index === 5 ? '1234' : `0${1230 + index * 7}`,
      SiteNameAddress: index === 3 ? 'x'.repeat(255) : `Site ${index}`,
    }));
    const codes = codesOf(run('brownfield.csv', register(rows)));
    expect(codes).toContain('table.leading-zero-lost');
    expect(codes).toContain('table.truncated-value');
  });
});
