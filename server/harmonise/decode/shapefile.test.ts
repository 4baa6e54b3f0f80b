import { describe, expect, it } from 'vitest';
import { read, valuesOf } from './testing/read.ts';
import { dbfOf, polygonShp, shpOf } from './testing/shapefile.ts';
import { zipOf } from './testing/zip.ts';

const PRJ = 'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936"]]]';
const points = shpOf([[384000, 398000], null, [384100, 398100]]);
const table = dbfOf(
  [
    ['NAME', 'C', 12],
    ['WIDTH', 'N', 6],
    ['LAID', 'D', 8],
    ['LIVE', 'L', 1],
  ],
  [
    ['Mill', '12.5', '20240131', 'T'],
    ['*', 'Gone', '1', '20240131', 'F'],
    ['Barn', '****', '00000000', '?'],
  ],
);

describe('decodeShapefile()', () => {
  it('reads numbers, dates and flags, keeps null shapes and counts deleted rows', () => {
    const found = read(points, 'a.shp', { 'a.dbf': table, 'a.prj': PRJ, 'a.cpg': 'UTF-8' });
    expect(valuesOf(found)).toEqual([
      ['Mill', 12.5, new Date('2024-01-31'), true],
      ['Barn', null, null, null],
    ]);
    expect(found.records.map(({ line, geometry }) => [line, geometry?.type])).toEqual([
      [1, 'Point'],
      [3, 'Point'],
    ]);
    expect(found.issues.find(({ code }) => code === 'table.deleted-row')?.message).toMatch(
      /^1 row/,
    );
    expect('layers' in found.file && found.file.layers[0]?.crs).toMatchObject({
      id: 'EPSG:27700',
      axis: 'xy',
    });
  });

  it('reads a nested folder with upper-case extensions, and several shapefiles as several layers', () => {
    const found = read(
      zipOf([
        { name: 'a/b/ONE.SHP', bytes: points },
        { name: 'a/b/ONE.DBF', bytes: table },
        { name: 'a/b/ONE.PRJ', bytes: PRJ },
        { name: 'two.shp', bytes: shpOf([[1, 2]]) },
        {
          name: 'README.txt',
          bytes: 'Lights of the borough\nLicensed under the Open Government Licence v3.0\n',
        },
      ]),
      'a.zip',
    );
    const layers = 'layers' in found.file ? found.file.layers : [];
    expect(layers.map(({ name }) => name)).toEqual(['ONE', 'two']);
    expect(layers[0]?.licenceText).toBe('Licensed under the Open Government Licence v3.0');
    expect(found.codes).toContain('file.archive-multiple-datasets');
    const missing = found.issues.filter(
      ({ code, layer }) => code === 'file.missing-sidecar' && layer === 'two',
    );
    expect(missing.map(({ severity }) => severity)).toEqual(['error', 'warning', 'notice']);
  });

  it.each([
    ['a .cpg', Buffer.from('Ch\xe2teau', 'latin1'), { 'a.cpg': '1252' }, 0],
    ['the language driver', Buffer.from('Ch\xe2teau', 'latin1'), {}, 0x57],
    ['UTF-8 in a .cpg', Buffer.from('Château'), { 'a.cpg': 'UTF-8' }, 0],
    ['a guess', Buffer.from('Ch\xe2teau', 'latin1'), {}, 0],
  ])('reads accents by %s', (how, name, companions, driver) => {
    const dbf = dbfOf([['NAME', 'C', 12]], [[name]], { driver });
    const found = read(shpOf([[1, 2]]), 'a.shp', { 'a.dbf': dbf, ...companions });
    expect(valuesOf(found)).toEqual([['Château']]);
    expect(found.codes.includes('text.encoding-guessed')).toBe(how === 'a guess');
  });

  it('puts each hole into the outline round it', () => {
    const square = (x: number, size: number, clockwise: boolean) => {
      const ring = [
        [x, 0],
        [x, size],
        [x + size, size],
        [x + size, 0],
        [x, 0],
      ] as [number, number][];
      return clockwise ? ring : ring.toReversed();
    };
    const hole = (x: number) =>
      square(x, 2, false).map(([a, b]) => [a + 1, b + 1] as [number, number]);
    const shp = polygonShp([[square(0, 10, true), hole(20), square(20, 10, true), hole(0)]]);
    const geometry = read(shp, 'a.shp').records[0]?.geometry;
    expect(geometry).toMatchObject({ type: 'MultiPolygon' });
    const rings = geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
    expect(rings.map((polygon) => polygon.map(([first]) => first?.[0]))).toEqual([
      [0, 1],
      [20, 21],
    ]);
  });

  it('reads a table without shapes, and says what is missing', () => {
    const found = read(table, 'a.dbf');
    expect(found.records).toHaveLength(2);
    expect('layers' in found.file && found.file.layers[0]?.spatial).toBe(false);
    expect(found.issues).toContainEqual(
      expect.objectContaining({ code: 'file.missing-sidecar', severity: 'error' }),
    );
  });

  it('keeps `__PROTO__` columns', () => {
    const dbf = dbfOf([['__proto__', 'C', 3]], [['abc']]);
    const found = read(shpOf([[1, 2]]), 'a.shp', { 'a.dbf': dbf });
    expect(found.columns).toEqual(['__proto__']);
    expect(valuesOf(found)).toEqual([['abc']]);
  });
});

it('decodeShapefile() reads tables in the code pages of DOS, by .cpg or by the table itself', () => {
  const table = dbfOf([['NAME', 'C', 6]], [[Buffer.from([0x43, 0x61, 0x66, 0x82, 0x20, 0x9c])]]);
  const shp = shpOf([[384000, 398000]]);
  const named = read(shp, 'a.shp', { 'a.dbf': table, 'a.cpg': 'OEM 850' });
  expect(named.records[0]?.values).toEqual(['Café £']);
  const driven = Buffer.from(table);
  driven[29] = 1;
  expect(read(shp, 'a.shp', { 'a.dbf': driven }).records[0]?.values).toEqual(['Café £']);
});
