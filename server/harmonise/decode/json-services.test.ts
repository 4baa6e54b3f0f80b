import { describe, expect, it } from 'vitest';
import { read, valuesOf } from './testing/read.ts';

const POINT = '{"type":"Point","coordinates":[-2.2,53.5]}';
const feature = (geometry: string, ref = 1) =>
  `{"type":"Feature","properties":{"ref":${ref}},"geometry":${geometry}}`;
const types = (found: ReturnType<typeof read>) =>
  found.records.map(({ geometry }) => geometry?.type);
const esri = (x: number) =>
  `{"geometryType":"esriGeometryPoint","spatialReference":{"wkid":27700},"features":[{"attributes":{"ref":${x}},"geometry":{"x":${x},"y":398000}}]}`;

describe('decodeJson() on what services send', () => {
  it.each([
    ['a list with nothing round it', `[${feature(POINT)},${feature(POINT, 2)}]`],
    [
      'a collection inside an answer',
      `{"result":{"features":[${feature(POINT)},${feature(POINT)}]}}`,
    ],
    ['a list under another name', `{"ok":true,"sites":[${feature(POINT)},${feature(POINT)}]}`],
    ['pages in a list', `[{"features":[${feature(POINT)}]},{"features":[${feature(POINT)}]}]`],
    ['a page a line', `{"features":[${feature(POINT)}]}\n{"features":[${feature(POINT)}]}\n`],
  ])('reads GeoJSON features of %s', (_, text) => {
    const found = read(text, 'a.json');
    expect(found.file).toMatchObject({ format: 'geojson' });
    expect(found.columns).toEqual(['ref']);
    expect(types(found)).toEqual(['Point', 'Point']);
    expect(found.issues).toEqual([]);
  });

  it('reads pages of an ArcGIS server put in one list, in the system of the first', () => {
    const found = read(`[${esri(384000)},${esri(384100)}]`, 'a.json');
    expect(found.file).toMatchObject({ layers: [{ crs: { id: 'EPSG:27700' } }] });
    expect(found.records.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [384000, 398000] },
      { type: 'Point', coordinates: [384100, 398000] },
    ]);
  });

  it('gives dates of an ArcGIS server as moments and the meaning of a code beside it', () => {
    const found = read(
      '{"fields":[{"name":"state","type":"esriFieldTypeInteger","domain":{"codedValues":[{"name":"Live","code":2}]}},{"name":"laid","type":"esriFieldTypeDate"}],"features":[{"attributes":{"state":2,"laid":1706659200000}},{"attributes":{"state":9,"laid":null}}]}',
      'a.json',
    );
    expect(found.columns).toEqual(['state', 'state (label)', 'laid']);
    expect(valuesOf(found)).toEqual([
      [2, 'Live', new Date('2024-01-31')],
      [9, null, null],
    ]);
  });

  it.each([
    ['GeoJSON in quotation marks', JSON.stringify(POINT)],
    ['well-known text', '"POINT (-2.2 53.5)"'],
    ['figures in quotation marks', '{"type":"Point","coordinates":["-2.2","53.5"]}'],
    ['a type in lower case', '{"type":"point","coordinates":[-2.2,53.5]}'],
  ])('reads a geometry written as %s', (_, geometry) => {
    const found = read(`{"type":"FeatureCollection","features":[${feature(geometry)}]}`, 'a.json');
    expect(found.records[0]?.geometry).toEqual({ type: 'Point', coordinates: [-2.2, 53.5] });
  });

  it.each([
    [
      'Socrata',
      '{"meta":{"view":{"columns":[{"name":"ref"},{"name":"at"}]}},"data":[["1","a"],["2","b"]]}',
    ],
    ['columns and data', '{"columns":["ref","at"],"data":[["1","a"],["2","b"]]}'],
    ['a first row of headings', '[["ref","at"],["1","a"],["2","b"]]'],
  ])('reads rows of cells: %s', (_, text) => {
    const found = read(text, 'a.json');
    expect(found.columns).toEqual(['ref', 'at']);
    expect(valuesOf(found)).toEqual([
      ['1', 'a'],
      ['2', 'b'],
    ]);
  });

  it('reads records that stand under their own keys', () => {
    const found = read('{"LP1":{"lat":53.5,"lon":-2.2},"LP2":{"lat":53.6,"lon":-2.3}}', 'a.json');
    expect(found.columns).toEqual(['key', 'lat', 'lon']);
    expect(valuesOf(found)).toEqual([
      ['LP1', 53.5, -2.2],
      ['LP2', 53.6, -2.3],
    ]);
  });

  it('takes the records of an answer, not the list of its columns', () => {
    const found = read(
      '{"success":true,"error":null,"result":{"fields":[{"id":"a"},{"id":"b"},{"id":"c"}],"records":[{"a":1}],"total":1}}',
      'a.json',
    );
    expect(valuesOf(found)).toEqual([[1]]);
    expect(found.issues).toEqual([]);
  });

  it.each([
    [
      'ArcGIS, in the properties',
      `{"type":"FeatureCollection","properties":{"exceededTransferLimit":true},"features":[${feature(POINT)}]}`,
    ],
    [
      'OGC API',
      `{"type":"FeatureCollection","numberMatched":500,"numberReturned":1,"features":[${feature(POINT)}]}`,
    ],
    [
      'a link to the next page',
      `{"type":"FeatureCollection","links":[{"rel":"next","href":"?page=2"}],"features":[${feature(POINT)}]}`,
    ],
    ['CKAN', '{"result":{"records":[{"a":1}],"total":500}}'],
    ['OData', '{"value":[{"a":1}],"@odata.nextLink":"https://data.example.org/?$skip=1"}'],
  ])('says when it is one page of several: %s', (_, text) => {
    expect(read(text, 'a.json').codes).toEqual(['fetch.paging-incomplete']);
  });

  it('says nothing of pages when all records are there', () => {
    const text = `{"type":"FeatureCollection","numberMatched":1,"links":[{"rel":"next","href":"?page=2"}],"features":[${feature(POINT)}]}`;
    expect(read(text, 'a.json').issues).toEqual([]);
  });
});
