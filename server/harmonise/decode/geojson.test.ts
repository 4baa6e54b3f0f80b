import { describe, expect, it } from 'vitest';
import { read, valuesOf } from './testing/read.ts';

const point = (x: number, properties: object, more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [x, 53] },
  ...more,
});
const collection = (features: unknown[], more: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', ...more, features });
const layerOf = (found: ReturnType<typeof read>) =>
  'layers' in found.file ? found.file.layers[0] : undefined;

describe('decodeJson() on GeoJSON', () => {
  it('reads features by number, with the union of their columns', () => {
    const found = read(
      collection([point(1, { a: 1 }), point(2, { b: { c: [1] }, a: null })]),
      'x.geojson',
    );
    expect(found.columns).toEqual(['a', 'b']);
    expect(valuesOf(found)).toEqual([
      [1, null],
      [null, '{"c":[1]}'],
    ]);
    expect(found.records.map(({ line, geometry }) => [line, geometry])).toEqual([
      [1, { type: 'Point', coordinates: [1, 53] }],
      [2, { type: 'Point', coordinates: [2, 53] }],
    ]);
    expect(found.issues).toEqual([]);
  });

  it.each([
    ['a Feature', JSON.stringify(point(1, { a: 1 })), 1],
    ['a bare geometry', '{"type":"Point","coordinates":[1,2]}', 1],
    [
      'a GeometryCollection',
      '{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}',
      1,
    ],
    ['a feature a line', `${JSON.stringify(point(1, {}))}\n${JSON.stringify(point(2, {}))}\n`, 2],
    [
      'record separators',
      `\x1e${JSON.stringify(point(1, {}))}\n\x1e${JSON.stringify(point(2, {}))}\n`,
      2,
    ],
    [
      'coordinates before type',
      '{"features":[{"geometry":{"coordinates":[1,2],"type":"Point"},"type":"Feature"}],"type":"FeatureCollection"}',
      1,
    ],
    ['a byte order mark', `\ufeff${collection([point(1, {})])}`, 1],
  ])('reads %s', (_name, text, count) => {
    const found = read(text, 'x.geojson');
    expect(found.records).toHaveLength(count);
    expect(found.records[0]?.geometry).not.toBeNull();
    expect(layerOf(found)?.spatial).toBe(true);
  });

  it('keeps `__proto__` columns, ids and foreign members', () => {
    const text =
      '{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"note":"n","properties":{"__proto__":"p","toString":"t"},"geometry":null}]}';
    const found = read(text, 'x.geojson');
    expect(found.columns).toEqual(['__proto__', 'toString', 'id', 'note']);
    expect(valuesOf(found)).toEqual([['p', 't', 7, 'n']]);
    expect(({} as { p?: string }).p).toBeUndefined();
  });

  it('leaves a column blank where a feature lacks it, whatever Object.prototype holds', () => {
    const found = read(collection([point(1, { constructor: 'c' }), point(2, {})]), 'x.geojson');
    expect(valuesOf(found)).toEqual([['c'], [null]]);
  });

  it('tells of the legacy crs member and of the licence beside the features', () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } };
    const found = read(
      collection([point(1, {})], { crs, license: 'OGL v3', name: 'lights' }),
      'x.geojson',
    );
    expect(layerOf(found)).toMatchObject({
      name: 'lights',
      crs: { id: 'EPSG:27700', axis: 'xy' },
      licenceText: 'OGL v3',
    });
  });

  it('refuses coordinates that are not finite numbers, and keeps the record', () => {
    const text = collection([point(1, { a: 1 })]).replace('[1,53]', '[1e999,53]');
    const found = read(text, 'x.geojson');
    expect(found.issues).toMatchObject([{ code: 'geom.parse-failed', line: 1 }]);
    expect(found.records[0]?.geometry).toBeNull();
  });

  it('keeps every digit of a number that no double holds', () => {
    const text = collection([point(1, { a: 0 })]).replace(
      '"a":0',
      '"a":12345678901234567890,"b":1e999',
    );
    expect(valuesOf(read(text, 'x.geojson'))).toEqual([['12345678901234567890', '1e999']]);
  });

  it('notices a member named twice', () => {
    const text = collection([point(1, { a: 1 })]).replace('"a":1', '"a":1,"a":2');
    const found = read(text, 'x.geojson');
    expect(found.codes).toEqual(['text.duplicate-key']);
    expect(valuesOf(found)).toEqual([[2]]);
  });

  it('keeps the features before the place where a file is cut', () => {
    const whole = collection([point(1, { a: 1 }), point(2, { a: 2 }), point(3, { a: 3 })]);
    const found = read(whole.slice(0, whole.indexOf('[3,53]')), 'x.geojson');
    expect(found.records).toHaveLength(2);
    expect(found.codes).toEqual(['file.truncated']);
  });

  it('leaves out a feature that is not proper JSON, by number', () => {
    const text = collection([point(1, { a: 1 }), point(2, { a: 2 })]).replace('"a":1', '"a":1x');
    const found = read(text, 'x.geojson');
    expect(valuesOf(found)).toEqual([[2]]);
    expect(found.issues).toMatchObject([{ code: 'file.corrupt', severity: 'error', line: 1 }]);
  });

  it('answers two million open brackets with an issue', () => {
    expect(read('['.repeat(2_000_000), 'x.geojson').codes).toEqual(['file.deeply-nested']);
    const inside = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":${'['.repeat(2_000_000)}`;
    expect(read(inside, 'x.geojson').codes).toEqual(['file.deeply-nested']);
  });
});
