import { describe, expect, it } from 'vitest';
import { gpkgOf, pointLiteral } from './geopackage/tiny.ts';
import { read } from './testing/read.ts';
import { dbfOf, shpOf } from './testing/shapefile.ts';
import { zipOf } from './testing/zip.ts';

const shp = shpOf([[384000, 398000]]);
const dbf = dbfOf([['REF', 'C', 4]], [['A']]);
const GEOJSON = '{"type":"Feature","properties":{},"geometry":null}';
const layersOf = (bytes: Buffer) => {
  const { file } = read(bytes, 'a.zip');
  return 'layers' in file ? file.layers.map(({ name }) => name) : [];
};

describe('decodeArchive()', () => {
  it('reads datasets of different formats in one archive, each as a layer', () => {
    const bytes = zipOf([
      { name: 'map/roads.shp', bytes: shp },
      { name: 'map/roads.dbf', bytes: dbf },
      { name: 'lookup.csv', bytes: 'a,b\n1,2\n' },
      {
        name: 'lights.gpkg',
        bytes: gpkgOf(
          `CREATE TABLE lights (g BLOB); INSERT INTO lights VALUES (${pointLiteral(1, 2)})`,
        ),
      },
      { name: 'readme.txt', bytes: 'About this file' },
      { name: 'datapackage.json', bytes: '{"licenses":[{"name":"OGL-UK-3.0"}]}' },
    ]);
    expect(layersOf(bytes)).toEqual(['roads', 'lookup', 'lights']);
  });

  it('reads a dataset zipped in several formats once, and says what it left out', () => {
    const bytes = zipOf([
      { name: 'Roads.csv', bytes: 'a,b\n1,2\n' },
      { name: 'roads.shp', bytes: shp },
      { name: 'roads.dbf', bytes: dbf },
      { name: 'roads.geojson', bytes: GEOJSON },
    ]);
    expect(layersOf(bytes)).toEqual(['roads']);
    expect(read(bytes, 'a.zip').issues).toContainEqual(
      expect.objectContaining({ value: 'roads.geojson, Roads.csv' }),
    );
  });

  it('tells apart shapefiles of one name in different folders', () => {
    const bytes = zipOf([
      { name: 'north/roads.shp', bytes: shp },
      { name: 'north/roads.dbf', bytes: dbf },
      { name: 'south/roads.shp', bytes: shp },
      { name: 'south/roads.dbf', bytes: dbf },
    ]);
    expect(layersOf(bytes)).toEqual(['north/roads', 'south/roads']);
  });

  it('says that a project of a GIS program holds no data', () => {
    const project = zipOf([{ name: 'map.qgs', bytes: '<qgis/>' }]);
    expect(read(project, 'map.qgz').issues[0]?.message).toMatch(/points to data and holds none/);
  });
});

describe('licence statements beside the data', () => {
  it('decode() lists each with where it stands', () => {
    const bytes = zipOf([
      { name: 'lights.csv', bytes: 'ref,name\n1,A\n' },
      { name: 'README.md', bytes: '# Lights\n\nLicence: Open Government Licence v3.0\n' },
      {
        name: 'lights.xml',
        bytes:
          '<gmd:MD_Metadata xmlns:gmd="g"><gmd:useLimitation><gco:CharacterString>Creative Commons &amp; Attribution</gco:CharacterString></gmd:useLimitation><gmd:MD_RestrictionCode codeListValue="license">license</gmd:MD_RestrictionCode></gmd:MD_Metadata>',
      },
    ]);
    const { file } = read(bytes, 'a.zip');
    expect('layers' in file && file.licenceStatements).toEqual([
      { text: 'Licence: Open Government Licence v3.0', where: 'README.md' },
      { text: 'Creative Commons & Attribution', where: 'lights.xml' },
    ]);
    expect('layers' in file && file.layers[0]?.licenceText).toBe(
      'Licence: Open Government Licence v3.0\nCreative Commons & Attribution',
    );
  });
});

it('decode() lists what the head of a GPX says of its licence', () => {
  const gpx =
    '<gpx><metadata><copyright author="OpenStreetMap contributors"><license>https://opendatacommons.org/licenses/odbl/</license></copyright></metadata><wpt lat="53" lon="-2"><name>Premises licence</name></wpt></gpx>';
  const { file } = read(gpx, 'a.gpx');
  expect('layers' in file && file.licenceStatements).toEqual([
    {
      text: 'OpenStreetMap contributors\nhttps://opendatacommons.org/licenses/odbl/',
      where: 'head of the GPX',
    },
  ]);
});

describe('an archive without data', () => {
  it('decode() says what it holds in place of data', () => {
    const papers = zipOf([
      { name: 'map.pdf', bytes: '%PDF-1.7' },
      { name: 'plan.docx', bytes: 'x' },
    ]);
    expect(read(papers, 'a.zip').issues[0]?.message).toMatch(/2 files and none is data: map.pdf/);
  });
});
