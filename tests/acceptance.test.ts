import { describe, expect, it } from 'vitest';
import type { HarmoniseOptions } from '../server/harmonise/context.ts';
import { harmonise } from '../server/harmonise/index.ts';
import { codesOf, context, resourceOf, run } from './support/harmonise.ts';

// The acceptance checks of the harmoniser, each of which a system in use today fails.

/** Approximate centres, OSGB36; swapped, each still lies inside the box round Greater Manchester. */
const CENTRES = [
  ['manchester-council', 383_900, 398_100],
  ['salford-council', 380_800, 398_500],
  ['oldham-council', 392_800, 405_100],
  ['stockport-council', 389_500, 390_400],
  ['tameside-council', 394_000, 398_800],
] as const;

describe('1: axes swapped where a bounding box cannot see it', () => {
  const table = (rows: number, east: number, north: number): string =>
    [
      'name,x_coord,y_coord',
      ...Array.from({ length: rows }, (_, row) => `Site ${row},${north + row * 2},${east + row}`),
      '',
    ].join('\n');

  it.each(
    CENTRES,
  )('%s: 200 swapped records are put right and said so', (publisher, east, north) => {
    if (!context.publishers.has(publisher)) return;
    const read = run('sites.csv', table(200, east, north), { publisher });
    const codes = codesOf(read);
    const told = ['crs.axes-swapped-fixed', 'crs.axes-ambiguous', 'crs.swapped-row'];
    expect(codes.some((code) => told.includes(code))).toBe(true);
  });

  it.each(
    CENTRES,
  )('%s: a single swapped record is never placed silently', (publisher, east, north) => {
    if (!context.publishers.has(publisher)) return;
    const read = run('sites.csv', table(1, east, north), { publisher });
    const spoken = read.issues.filter(({ code }) => /^crs\.(axes|swapped|out-of)/.test(code));
    expect(spoken.length).toBeGreaterThan(0);
  });
});

describe('3: a boundary of 2,971 vertices', () => {
  it('keeps every one of them', () => {
    const ring = Array.from({ length: 2970 }, (_, index) => {
      const angle = (index / 2970) * 2 * Math.PI;
      return [530_000 + 900 * Math.cos(angle), 190_000 + 900 * Math.sin(angle)];
    });
    const [first = [0, 0]] = ring;
    const wkt = [...ring, first].map(([x, y]) => `${x} ${y}`).join(', ');
    const read = run('areas.csv', `name,geometry\nTotteridge,"POLYGON((${wkt}))"\n`);
    const [feature] = read.features;
    if (feature?.geometry.type !== 'Polygon') throw new TypeError('Not a polygon');
    expect(feature.geometry.coordinates[0]).toHaveLength(2971);
    expect(feature.nativeGeometry).toMatchObject({ type: 'Polygon' });
  });
});

describe('4: every kind of geometry', () => {
  it.each([
    ['Point', 'POINT(-2.3 53.4)'],
    ['LineString', 'LINESTRING(-2.3 53.4, -2.31 53.41)'],
    ['MultiLineString', 'MULTILINESTRING((-2.3 53.4, -2.31 53.41),(-2.2 53.4, -2.21 53.41))'],
  ])('%s survives', (type, wkt) => {
    const read = run('things.csv', `name,wkt\nA,"${wkt}"\n`);
    expect(read.features[0]?.geometry.type).toBe(type);
  });

  it('GeometryCollection is drawn by its lines, kept whole, and said so', () => {
    const wkt = 'GEOMETRYCOLLECTION(POINT(-2.3 53.4),LINESTRING(-2.3 53.4,-2.31 53.41))';
    const read = run('things.csv', `name,wkt\nA,"${wkt}"\n`);
    expect(read.features[0]?.nativeGeometry?.type).toBe('GeometryCollection');
    expect(codesOf(read)).toContain('geom.collection-split');
  });
});

describe('5: tables as people send them', () => {
  const text =
    'Libraries of the Borough 2024\n\nname,address,lat,lon\nCafé Library,£ Street,53.4,-2.3\n';
  const expectCafe = (bytes: Uint8Array, options: HarmoniseOptions = {}): void => {
    const read = harmonise(resourceOf('libraries.csv', bytes), options, context);
    expect(read.features[0]).toMatchObject({
      name: 'Café Library',
      attributes: { address: '£ Street' },
      provenance: { line: 4 },
    });
  };

  it('reads UTF-8 with a mark', () => {
    expectCafe(new TextEncoder().encode(`\ufeff${text}`));
  });

  it('reads UTF-16 with a mark', () => {
    expectCafe(Buffer.from(`\ufeff${text}`, 'utf16le'));
  });

  it('reads windows-1252', () => {
    expectCafe(Buffer.from(text, 'latin1'));
  });
});

describe('6: dates keep their precision and their column’s order', () => {
  it('reads 1984, 1984-03, 03/04/2019, Sep-63 and 43101 side by side', () => {
    const rows = ['1984', '1984-03', '03/04/2019', 'Sep-63', '43101', '25/12/2019'];
    const table = [
      'name,lat,lon,start date',
      ...rows.map((date, i) => `S${i},53.4,-2.3${i},${date}`),
    ];
    const read = run('libraries.csv', `${table.join('\n')}\n`);
    expect(read.features.map(({ attributes }) => attributes['start-date'])).toEqual([
      '1984',
      '1984-03',
      '2019-04-03',
      '1963-09',
      '2018-01-01',
      '2019-12-25',
    ]);
    expect(codesOf(read)).not.toContain('value.date-ambiguous-order');
  });
});

describe('9: headings a shapefile cut to ten letters', () => {
  it('map to the standard without a rule', () => {
    const head =
      'siterefere,sitenamead,hectares,ownerships,planningst,netdwellin,netdwell_1,lat,lon';
    const read = run('layer.csv', `${head}\nA1,Mill,1.5,mixed,permissioned,5,8,53.4,-2.3\n`);
    expect(read.featureType).toBe('land/brownfield-site');
    expect(read.features[0]?.attributes).toMatchObject({
      reference: 'A1',
      name: 'Mill',
      'area-ha': 1.5,
      'ownership-status': 'mixed-ownership',
      'planning-status': 'permissioned',
      'net-dwellings-from': 5,
      'net-dwellings-to': 8,
    });
  });
});

describe('10: the same bytes', () => {
  it('give the same features, ids and issues', () => {
    const text = 'name,lat,lon\nSale Library,53.42,-2.32\nUrmston Library,53.45,-2.35\n';
    expect(JSON.stringify(run('libraries.csv', text))).toBe(
      JSON.stringify(run('libraries.csv', text)),
    );
  });
});
