import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionIn } from './edition.ts';
import { keyOfPostcode } from './postcode.ts';
import { recogniseTable } from './products.ts';

const toGrid = (lng: number, lat: number) =>
  Math.abs(lng + 2.3) < 1 && Math.abs(lat - 53.4) < 1 ? ([379_000, 392_000] as const) : undefined;
const cells = (line: string) => line.split(',');
const recognise = (line: string, name = 'table.csv') => recogniseTable(name, cells(line), toGrid);

// Headings as the publishers ship them; the rows are made up.
const ONSPD =
  'pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,osward,usertype,oseast1m,osnrth1m,osgrdind,lat,long';
const ONSPD_2025 = 'pcd7,pcd8,pcds,dointr,doterm,lad25cd,east1m,north1m,gridind,lat,long';
const OPEN_UPRN = 'UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE';

describe('recogniseTable()', () => {
  it('knows Code-Point Open, which has no headings', () => {
    const row = 'M33 7ZF,10,379000,392000,E92000001,E19000001,E18000002,,E08000009,E05000829';
    const table = recognise(row, 'm.csv');
    expect(table).toMatchObject({ headless: true, product: { id: 'code-point-open' } });
    expect(table?.read(cells(row))).toEqual({
      key: keyOfPostcode('M33 7ZF'),
      easting: 379_000,
      northing: 392_000,
      accuracyM: 100,
    });
    const quality = (code: string) => table?.read(cells(row.replace(',10,', `,${code},`)));
    expect(quality('50')).toMatchObject({ accuracyM: 500 });
    expect([quality('60'), quality('90')]).toEqual(['sector', 'no-position']);
  });

  it.each([
    [
      'ONSPD_MAY_2024_UK.csv',
      ONSPD,
      'onspd',
      'M337ZF,M33 7ZF,M33 7ZF,198001,,,,,0,379000,392000,1,53,-2',
    ],
    [
      'NSPL_MAY_2024_UK.csv',
      ONSPD,
      'nspl',
      'M337ZF,M33 7ZF,M33 7ZF,198001,,,,,0,379000,392000,1,53,-2',
    ],
    [
      'ONSPD_FEB_2025_UK.csv',
      ONSPD_2025,
      'onspd',
      'M337ZF,M33 7ZF,M33 7ZF,198001,,E08000009,379000,392000,1,53,-2',
    ],
  ])('knows %s', (name, headings, id, row) => {
    const table = recognise(headings, name);
    expect(table?.product?.id).toBe(id);
    expect(table?.read(cells(row))).toMatchObject({ easting: 379_000, northing: 392_000 });
    expect(table?.read(cells(row.replace('198001,,', '198001,201512,')))).toBe('ended');
    const northern = row.replaceAll('M33 7ZF', 'BT1 1AA').replace('M337ZF', 'BT11AA');
    expect(table?.read(cells(northern))).toBe('northern-ireland');
  });

  it('knows OS Open UPRN', () => {
    const table = recognise(OPEN_UPRN);
    expect(table).toMatchObject({ kind: 'uprn', product: { id: 'open-uprn' } });
    expect(table?.read(cells('100012345678,379000.5,392000.25,53.4,-2.3'))).toEqual({
      key: 100012345678,
      easting: 379_000.5,
      northing: 392_000.25,
      accuracyM: 10,
    });
    expect(table?.read(cells('100012345678,,,,'))).toBe('no-position');
  });

  it('knows a table of a council’s own, with degrees or metres', () => {
    expect(recognise('Post Code,Ward,Longitude,Latitude')?.product).toBeUndefined();
    const degrees = recognise('postcode,ward_code,lon,lat');
    expect(degrees?.read(cells('M33 7ZF,E05000829,-2.3,53.4'))).toMatchObject({ easting: 379_000 });
    const swapped = degrees?.read(cells('M33 7ZF,E05000829,53.4,-2.3'));
    expect(swapped).toBe('no-position');
    expect(recognise('UPRN,Easting,Northing')?.kind).toBe('uprn');
  });

  it.each([
    'Name,Easting,Northing',
    'Postcode,Ward',
    'PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC',
    '',
  ])('leaves %j alone', (headings) => {
    expect(recognise(headings)).toBeUndefined();
  });

  it('never throws, whatever the table holds', () => {
    const row = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('postcode', 'UPRN', 'x', 'y', 'lat', 'lon')),
    );
    fc.assert(
      fc.property(row, row, (first, other) => {
        const read = recogniseTable('x', first, toGrid)?.read(other);
        if (typeof read === 'object') expect(read.easting).toBeGreaterThan(0);
      }),
    );
  });
});

it.each([
  ['ONSPD_MAY_2024_UK.csv', '2024-05'],
  ['NSPL21_NOV_2023_UK.zip', '2023-11'],
  ['osopenuprn_202405_csv.zip', '2024-05'],
  ['COPYRIGHT DATE: 20240510\nRM UPDATE DATE: 20240417', '2024-05'],
  ['September 2024 release', '2024-09'],
  ['supermarket 2024.csv', undefined],
  ['codepo_gb.zip', undefined],
  ['postcodes 100012345678', undefined],
])('editionIn() reads %j as %s', (text, edition) => {
  expect(editionIn(text)).toBe(edition);
});
