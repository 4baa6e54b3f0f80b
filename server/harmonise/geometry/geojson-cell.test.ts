import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGeometry, readGeojsonCell } from './geojson-cell.ts';
import { looksLikeObject, readObjectCell } from './object-cell.ts';

const POINT = '{"type":"Point","coordinates":[-2.2,53.5]}';

describe('readGeojsonCell()', () => {
  it('reads a geometry, or the geometry of a feature', () => {
    const want = { type: 'Point', coordinates: [-2.2, 53.5] };
    expect(readGeojsonCell(POINT)).toEqual(want);
    expect(readGeojsonCell(`{"type":"Feature","properties":{},"geometry":${POINT}}`)).toEqual(want);
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"type":"Point"}',
    '{"type":"Point","coordinates":["1","2"]}',
    '{"type":"Point","coordinates":[[1,2]]}',
    '{"type":"Polygon","coordinates":[1,2]}',
    '{"type":"toString","coordinates":[1,2]}',
    '{"type":"GeometryCollection"}',
    '{"type":"Feature","geometry":null}',
  ])('refuses %s', (text) => {
    expect(readGeojsonCell(text)).toBeUndefined();
  });

  it('refuses collections nested without end', () => {
    const deep = `${'{"type":"GeometryCollection","geometries":['.repeat(50)}${POINT}${']}'.repeat(50)}`;
    expect(readGeojsonCell(deep)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        looksLikeObject(text);
        readObjectCell(text);
      }),
    );
    fc.assert(fc.property(fc.anything(), (value) => void isGeometry(value)));
  });
});

describe('readObjectCell()', () => {
  it.each([
    ['{"lat": 53.5, "lng": -2.2}', undefined],
    ["{'latitude': '53.5', 'longitude': '-2.2'}", undefined],
    ['{"x":-2.2,"y":53.5,"spatialReference":{"wkid":102100,"latestWkid":3857}}', 'EPSG:3857'],
  ])('reads %s', (text, id) => {
    expect(looksLikeObject(text)).toBe(true);
    expect(readObjectCell(text)).toEqual({
      geometry: { type: 'Point', coordinates: [-2.2, 53.5] },
      reading: { axis: 'xy', ...(id && { id }) },
    });
  });

  it.each([
    '{"lat":"","lng":"1"}',
    '{"x":1}',
    '[1,2]',
    '{"x":null,"y":2}',
  ])('refuses %s', (text) => {
    expect(readObjectCell(text)).toBeUndefined();
  });
});
