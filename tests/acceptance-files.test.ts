import { describe, expect, it } from 'vitest';
import type { Harmonised } from '#data/schema/harmonised.ts';
import { gpkgOf, pointLiteral } from '../server/harmonise/decode/geopackage/tiny.ts';
import { dbfOf, shpOf } from '../server/harmonise/decode/testing/shapefile.ts';
import { TINY_FILES } from '../server/harmonise/decode/testing/tiny-files.ts';
import { xlsxOf } from '../server/harmonise/decode/testing/xlsx.ts';
import { zipOf } from '../server/harmonise/decode/testing/zip.ts';
import { harmonise } from '../server/harmonise/index.ts';
import { codesOf, context, resourceOf, run } from './support/harmonise.ts';

// The acceptance checks of the harmoniser that are about formats and about where things are put.

const read = (name: string, bytes: Uint8Array | string): Harmonised =>
  harmonise(resourceOf(name, bytes), {}, context);

describe('2: OSGB36 to WGS 84', () => {
  /** Test points of OSTN15: easting, northing, longitude, latitude. Source: Ordnance Survey. */
  const POINTS = [
    [250359.811, 62016.569, -4.10864563561, 50.4388582561],
    [530624.974, 178388.464, -0.1199255718, 51.4893656495],
    [331534.564, 431920.794, -3.04045490691, 53.7791102576],
    [424639.355, 565012.703, -1.61657685184, 54.9791227366],
    [299721.891, 967202.992, -3.72631022121, 58.5812046128],
  ] as const;

  it.each(
    POINTS,
  )('puts %d, %d where Ordnance Survey does, to a tenth of a metre', (x, y, lng, lat) => {
    const found = run('points.csv', `name,easting,northing\nA,${x},${y}\n`);
    const [feature] = found.features;
    if (feature?.geometry.type !== 'Point') throw new TypeError('Not a point');
    const [gotLng = 0, gotLat = 0] = feature.geometry.coordinates;
    expect(Math.abs(gotLat - lat)).toBeLessThan(0.1 / 111_000);
    expect(Math.abs(gotLng - lng)).toBeLessThan(0.1 / 70_000);
    expect(codesOf(found)).toContain('crs.transform-grid-used');
  });

  it('says so where the grid does not reach and a Helmert shift is all there is', () => {
    const rows = ['A,384000,398000', 'B,384100,398000', 'C,384200,398000', 'Far,702000,300000'];
    const found = run('points.csv', `name,easting,northing\n${rows.join('\n')}\n`);
    const far = found.features.find(({ name, extra }) => (name ?? extra.name) === 'Far');
    if (far === undefined) expect(found.unplaced).toHaveLength(1);
    else expect(codesOf(found)).toContain('crs.transform-fallback');
  });
});

const PRJ = 'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936"]]';

/** The parts of a shapefile of two points with a name each. */
const shapefile = (stem: string, east: number) => [
  {
    name: `${stem}.shp`,
    bytes: shpOf([
      [east, 398000],
      [east + 100, 398000],
    ]),
  },
  { name: `${stem}.dbf`, bytes: dbfOf([['NAME', 'C', 12]], [['One'], ['Two']]) },
  { name: `${stem}.prj`, bytes: PRJ },
];

describe('5: formats as people send them', () => {
  it('reads a table under a title row and over a row of units', () => {
    const text =
      'Substations 2024,,,\nname,lat,lon,height\n,degrees,degrees,m\nEast,53.4,-2.3,12\nWest,53.41,-2.31,13\n';
    const found = run('substations.csv', text);
    expect(found.features.map(({ name }) => name)).toEqual(['East', 'West']);
    expect(codesOf(found)).toContain('table.header-not-first-row');
  });

  it('reads the sheet of data of a workbook of two', () => {
    const cell = (at: string, text: string): string =>
      `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const about = `<row r="1">${cell('A1', 'This workbook lists our libraries.')}</row>`;
    const head = `<row r="1">${cell('A1', 'name')}${cell('B1', 'lat')}${cell('C1', 'lon')}</row>`;
    const rows = [2, 3]
      .map(
        (line) =>
          `<row r="${line}">${cell(`A${line}`, `Library ${line}`)}<c r="B${line}"><v>53.4${line}</v></c><c r="C${line}"><v>-2.3${line}</v></c></row>`,
      )
      .join('');
    const book = xlsxOf([
      { name: 'About', rows: about },
      { name: 'Libraries', rows: `${head}${rows}` },
    ]);
    const found = read('libraries.xlsx', book);
    expect(found.lock.map(({ layer }) => layer)).toEqual(['Libraries']);
    expect(found.features).toHaveLength(2);
  });

  it('reads both shapefiles of a zip in a zip', () => {
    const inner = zipOf([...shapefile('libraries', 384000), ...shapefile('parks', 385000)]);
    const found = read('all.zip', zipOf([{ name: 'council/layers.zip', bytes: inner }]));
    expect(found.lock.map(({ layer }) => layer).sort()).toEqual(['libraries', 'parks']);
    expect(found.features).toHaveLength(4);
  });

  it('reads all layers of a GeoPackage of three', () => {
    const layer = (name: string, east: number): string => `
      CREATE TABLE ${name} (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT);
      INSERT INTO ${name} VALUES (1, ${pointLiteral(east, 398000)}, '${name} one');
      INSERT INTO gpkg_contents VALUES ('${name}', 'features', '', '', 27700);
      INSERT INTO gpkg_geometry_columns VALUES ('${name}', 'geom', 'POINT', 27700, 0, 0);`;
    const bytes = gpkgOf(
      [layer('libraries', 384000), layer('parks', 385000), layer('allotments', 386000)].join(''),
    );
    const found = read('council.gpkg', bytes);
    expect(found.lock.map(({ layer: name }) => name)).toEqual(['libraries', 'parks', 'allotments']);
    expect(found.features).toHaveLength(3);
  });

  it('reads a TAB set', () => {
    const tab = TINY_FILES.find(({ extension }) => extension === 'tab');
    if (tab === undefined) return;
    const companions = Object.entries(tab.companions).map(([name, bytes]) =>
      resourceOf(name, bytes),
    );
    const found = harmonise(resourceOf('tiny.tab', tab.bytes), { companions }, context);
    expect([found.readable, found.records]).toEqual([true, tab.count]);
  });

  it('reads KML whose descriptions are web pages, in words', () => {
    const place = (name: string, lng: number): string =>
      `<Placemark><name>${name}</name><description><![CDATA[<table><tr><td><b>Ward</b></td><td>Sale &amp; Moor</td></tr></table>]]></description><Point><coordinates>${lng},53.4</coordinates></Point></Placemark>`;
    const found = run(
      'libraries.kml',
      `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${place('A', -2.3)}${place('B', -2.31)}</Document></kml>`,
    );
    expect(found.features).toHaveLength(2);
    const text = JSON.stringify(found.features.map(({ attributes }) => attributes));
    expect(text).toContain('Sale & Moor');
    expect(text).not.toContain('<td>');
  });

  it('reads GML that names no CRS, and says what it took it for', () => {
    const member = (x: number): string =>
      `<gml:featureMember><a:library><a:name>L ${x}</a:name><a:geom><gml:Point><gml:pos>${x} 398000</gml:pos></gml:Point></a:geom></a:library></gml:featureMember>`;
    const found = run(
      'libraries.gml',
      `<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml" xmlns:a="a">${member(384000)}${member(384100)}</gml:FeatureCollection>`,
    );
    expect([found.crs?.id, found.features.length]).toEqual(['EPSG:27700', 2]);
    expect(codesOf(found)).toContain('crs.missing');
  });
});
