import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, context, resourceOf, run } from '#tests/support/harmonise.ts';
import { harmonise, inspect } from './index.ts';

/** Trafford town hall and three more places of the district, OSGB36. */
const SITES = [
  'Site Ref,Site name/address,GeoX,GeoY,Area (HA),Ownership,LAND DELIVERABLE?,Planning status,Site plan URL,MINIMUM NET DWELLINGS,DATE ENTERED ON REGISTER,Ward,Colour',
  'A1,"Mill, Quay Road",378900,392300,0.4,Local Authority,Yes,Not Permissioned,https://a.gov.uk/1,5,31/12/2017,Sale,red',
  'A2,Depot,379000,392400,"1,2",private,,Permissioned,https://a.gov.uk/2,12,03/04/2018,Sale,blue',
  'A2,Garage,379100,392500,<3,Martians,n,pending decision,plan in the library,ten,31/06/2018,Sale,',
  'A4,Yard,,,2.5,unknown,y,Permissioned,https://a.gov.uk/4,7,2018-05,Sale,green',
  '',
].join('\n');

describe('harmonise() of a brownfield register', () => {
  const read = run('brownfield land register.csv', SITES, { licence: 'OGL v3' });
  const [mill, depot, garage] = read.features;

  it('keeps every record as a feature, an unplaced feature or rejected', () => {
    expect(read).toMatchObject({ records: 4, rejected: 0, featureType: 'land/brownfield-site' });
    expect(read.features).toHaveLength(3);
    expect(read.unplaced).toHaveLength(1);
    expect(read.licence).toBe('OGL-UK-3.0');
  });

  it('places them by OSTN15 and says how', () => {
    expect(mill?.placement).toEqual({ crs: 'EPSG:27700', transform: 'OSTN15', from: 'GeoX, GeoY' });
    expect(mill?.geometry).toMatchObject({ type: 'Point' });
    expect(mill?.nativeGeometry).toMatchObject({ coordinates: [378900, 392300] });
  });

  it('reads typed values and says what each was read from', () => {
    expect(mill?.attributes).toMatchObject({
      reference: 'A1',
      name: 'Mill, Quay Road',
      'area-ha': 0.4,
      'ownership-status': 'owned-by-a-public-authority',
      deliverable: true,
      'planning-status': 'not-permissioned',
      'start-date': '2017-12-31',
    });
    expect(depot?.attributes).toMatchObject({ 'area-ha': 1.2, 'start-date': '2018-04-03' });
    expect(depot?.sources['start-date']).toEqual({
      columns: ['DATE ENTERED ON REGISTER'],
      raw: '03/04/2018',
      rule: 'date dmy',
      by: 'suggestion',
    });
  });

  it('keeps what it could not read as published, beside an issue with its line', () => {
    expect(garage?.extra).toMatchObject({
      'Area (HA)': '<3',
      Ownership: 'Martians',
      'Site plan URL': 'plan in the library',
      'MINIMUM NET DWELLINGS': 'ten',
      'DATE ENTERED ON REGISTER': '31/06/2018',
    });
    const faults = read.issues.filter(({ line }) => line === 4).map(({ code }) => code);
    expect(faults).toEqual(
      expect.arrayContaining([
        'value.decimal-invalid',
        'value.code-unknown',
        'value.url-invalid',
        'value.integer-invalid',
        'value.date-invalid',
        'id.duplicate',
      ]),
    );
  });

  it('keeps columns no attribute takes', () => {
    expect(mill?.extra).toMatchObject({ Colour: 'red' });
  });

  it('keeps a record without a position, its empty cells told', () => {
    expect(read.unplaced[0]).toMatchObject({ reference: 'A4', provenance: { line: 5 } });
    expect(read.unplaced[0]?.attributes['start-date']).toBe('2018-05');
  });

  it('gives two records of one reference different ids', () => {
    expect(new Set(read.features.map(({ id }) => id)).size).toBe(3);
    expect(depot?.reference).toBe(garage?.reference);
  });

  it('gives the same answer for the same bytes', () => {
    expect(run('brownfield land register.csv', SITES, { licence: 'OGL v3' })).toEqual(read);
  });

  it('says which licence is missing rather than take it for open', () => {
    const silent = run('brownfield land register.csv', SITES);
    expect(silent.licence).toBeUndefined();
    expect(codesOf(silent)).toContain('licence.missing');
  });
});

describe('harmonise() of what it does not know', () => {
  it('keeps everything of an unclassified file in extra', () => {
    const read = run('things.csv', 'thing,lon,lat,__proto__\nx,-2.3,53.4,kept\n');
    expect(read.featureType).toBe('unclassified');
    expect(Object.entries(read.features[0]?.extra ?? {})).toEqual([
      ['thing', 'x'],
      ['__proto__', 'kept'],
    ]);
    expect(codesOf(read)).toContain('column.unknown-type');
  });

  it('keeps cells under blank and repeated headings apart', () => {
    const read = run('things.csv', 'a,,a,lon,lat\n1,2,3,-2.3,53.4\n');
    expect(read.features[0]?.extra).toMatchObject({ a: '1', 'column 2': '2', 'a (2)': '3' });
  });

  it('reports a file it cannot read, and never throws', () => {
    expect(run('a.csv', '')).toMatchObject({ readable: false, records: 0 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const read = harmonise(resourceOf('x.bin', bytes), {}, context);
        expect(read.records).toBe(read.features.length + read.unplaced.length + read.rejected);
        expect(read.readable || read.issues.length > 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('survives any table, every record accounted for', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('53.4', '-2.3', 'N/A', '01/02/2020', '1e999', 'x'),
    );
    const table = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 12,
    });
    const quoted = (row: readonly string[]): string =>
      row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
    fc.assert(
      fc.property(table, (rows) => {
        const read = run('t.csv', `name,lat,lon,date opened\n${rows.map(quoted).join('\n')}\n`);
        expect(read.records).toBe(read.features.length + read.unplaced.length + read.rejected);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a feature type that does not exist', () => {
    expect(() => run('a.csv', SITES, { type: 'land/nothing' })).toThrow(RangeError);
  });
});

describe('inspect()', () => {
  it('says what a file holds without making features', () => {
    const found = inspect(resourceOf('brownfield.csv', SITES), {}, context);
    expect(found).toMatchObject({ format: 'csv', encoding: 'utf-8' });
    expect(found.layers[0]).toMatchObject({ records: 4, geometryType: 'point' });
    expect(found.layers[0]?.columns[0]).toEqual({
      name: 'Site Ref',
      type: 'text',
      filled: 4,
      examples: ['A1', 'A2', 'A4'],
    });
    expect(found.layers[0]?.suggestions[0]?.featureType).toBe('land/brownfield-site');
  });
});
