import { describe, expect, it } from 'vitest';
import { read, valuesOf } from './testing/read.ts';
import { dbfOf } from './testing/shapefile.ts';

const GRID = 'Earth Projection 8, 79, "m", -2, 49, 0.9996012717, 400000, -100000';
const mif = (objects: string, coordSys = GRID) =>
  `Version 300\nDelimiter ","\nCoordSys ${coordSys}\nColumns 1\n  ref Char(10)\nData\n\n${objects}`;
const objectsOf = (objects: string) => read(mif(objects), 'a.mif', { 'a.mid': '"A"\n"B"\n"C"\n' });

describe('decodeMif()', () => {
  it('reads arcs and ellipses as lines and areas, in steps of 2°', () => {
    const [arc, ellipse] = objectsOf('Arc 0 0 200 100\n  0 90\nEllipse 0 0 200 100\n').records;
    const line = arc?.geometry?.type === 'LineString' ? arc.geometry.coordinates : [];
    expect(line).toHaveLength(46);
    expect(line[0]).toEqual([200, 50]);
    expect(line.at(-1)?.map(Math.round)).toEqual([100, 100]);
    const [ring = []] = ellipse?.geometry?.type === 'Polygon' ? ellipse.geometry.coordinates : [];
    expect(ring).toHaveLength(181);
    expect(ring.at(-1)).toEqual(ring[0]);
  });

  it('places a text where it stands, and takes a collection whole', () => {
    const found = objectsOf(
      'Text\n  "Mill Lane"\n  10 20 30 40\n  Font ("Arial",0,0,0)\nCollection 2\nRegion 1\n  4\n0 0\n0 9\n9 9\n0 0\nPline 2\n0 0\n5 5\nPoint 1 2\n',
    );
    expect(found.records.map(({ geometry }) => geometry?.type)).toEqual([
      'Point',
      'GeometryCollection',
      'Point',
    ]);
    expect(found.records[0]?.geometry).toEqual({ type: 'Point', coordinates: [10, 20] });
    expect(found.issues).toEqual([]);
  });

  it('knows the National Grid by its figures, with the bounds MapInfo adds', () => {
    const bounds = `${GRID} Bounds (-7845061.1011, -15524202.1641) (8645061.1011, 4470074.53373)`;
    for (const clause of [GRID, bounds]) {
      const { file } = read(mif('Point 1 2\n', clause), 'a.mif');
      expect(file).toMatchObject({ layers: [{ crs: { id: 'EPSG:27700' } }] });
    }
  });
});

describe('decodeTab()', () => {
  it('reads a table whose rows are in dBASE', () => {
    const dbf = dbfOf([['REF', 'C', 5]], [['A1'], ['A2']]);
    const found = read(
      '!table\n!version 300\n\nDefinition Table\n  Type DBF Charset "WindowsLatin1"\n',
      'a.tab',
      { 'a.dbf': dbf },
    );
    expect(valuesOf(found)).toEqual([['A1'], ['A2']]);
    expect(found.codes).toEqual(['file.missing-sidecar']);
  });

  it.each([
    ['XLS', 'a workbook'],
    ['ASCII Delimiter 9', 'a text file'],
    ['ACCESS TABLE "Sites"', 'a database'],
    ['"RASTER"', 'a picture'],
    ['NATIVE\nbegin_metadata\n"\\IsSeamless" = "TRUE"\nend_metadata', 'seamless table'],
  ])('says what to send in place of a table of type %s', (type, words) => {
    const [found] = read(
      `!table\n!version 300\n\nDefinition Table\n  Type ${type}\n`,
      'a.tab',
    ).issues;
    expect(found).toMatchObject({ code: 'file.unsupported', severity: 'critical' });
    expect(found?.message).toContain(words);
  });
});
