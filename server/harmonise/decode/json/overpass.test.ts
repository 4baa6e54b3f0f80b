import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, valuesOf } from '../testing/read.ts';

const COPYRIGHT = 'The data is made available under ODbL.';
const answer = (elements: readonly unknown[], further: object = {}): string =>
  JSON.stringify({ version: 0.6, osm3s: { copyright: COPYRIGHT }, elements, ...further });
const answered = (elements: readonly unknown[], further?: object) =>
  read(answer(elements, further), 'export.json');
const at = (lon: number, lat: number) => ({ lat, lon });
const corner = (id: number, lon: number, lat: number) => ({ type: 'node', id, lat, lon });
const SQUARE = [at(0, 0), at(1, 0), at(1, 1), at(0, 0)];
const RING = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const way = (tags: object, further: object) => ({ type: 'way', id: 3, tags, ...further });
const geometryOf = (element: object) => answered([element]).records[0]?.geometry;

describe('decodeOverpass()', () => {
  it('gives nodes and centres as points, tags as columns, and the copyright as the licence', () => {
    const found = answered([
      { type: 'node', id: 2, ...at(-2.25, 53.49), tags: { power: 'substation' } },
      way({ power: 'substation', 'addr:postcode': 'M1' }, { center: at(-2.2, 53.4), nodes: [4] }),
    ]);
    expect(found.columns).toEqual(['@id', 'power', 'addr:postcode']);
    expect(valuesOf(found)).toEqual([
      ['node/2', 'substation', null],
      ['way/3', 'substation', 'M1'],
    ]);
    expect(found.records.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [-2.25, 53.49] },
      { type: 'Point', coordinates: [-2.2, 53.4] },
    ]);
    expect(found.file).toMatchObject({
      layers: [{ spatial: true, crs: { id: 'EPSG:4326', axis: 'xy' }, licenceText: COPYRIGHT }],
      licenceStatements: [{ text: COPYRIGHT, where: 'members beside the records' }],
    });
    expect(found.issues).toEqual([]);
  });

  it.each([
    [{ building: 'yes' }, 'Polygon'],
    [{ landuse: 'residential' }, 'Polygon'],
    [{ power: 'plant' }, 'Polygon'],
    [{ barrier: 'fence', power: 'substation' }, 'Polygon'],
    [{ highway: 'pedestrian', area: 'yes' }, 'Polygon'],
    [{ natural: 'water' }, 'Polygon'],
    [{ natural: 'coastline' }, 'LineString'],
    [{ power: 'line' }, 'LineString'],
    [{ highway: 'residential' }, 'LineString'],
    [{ barrier: 'fence' }, 'LineString'],
    [{ waterway: 'river' }, 'LineString'],
    [{ building: 'no' }, 'LineString'],
    [{ leisure: 'park', area: 'no' }, 'LineString'],
  ])('takes a closed way tagged %j for a %s', (tags, type) => {
    expect(geometryOf(way(tags, { geometry: SQUARE }))?.type).toBe(type);
  });

  it('takes an open way for a line, whatever its tags', () => {
    const open = way({ building: 'yes' }, { geometry: SQUARE.slice(0, 3) });
    expect(geometryOf(open)).toEqual({ type: 'LineString', coordinates: RING.slice(0, 3) });
  });

  it('finds the corners of a way among the nodes, which are records only where they are tagged', () => {
    const found = answered([
      way({ building: 'yes' }, { nodes: [4, 5, 6, 4] }),
      corner(4, 0, 0),
      { ...corner(5, 1, 0), tags: { entrance: 'main' } },
      corner(6, 1, 1),
      corner(9, 5, 5),
    ]);
    expect(found.records.map(({ values, geometry }) => [values[0], geometry?.type])).toEqual([
      ['way/3', 'Polygon'],
      ['node/5', 'Point'],
      ['node/9', 'Point'],
    ]);
    expect(found.records[0]?.geometry).toEqual({ type: 'Polygon', coordinates: [RING] });
  });

  it('leaves out the bare copy of an element given with its tags elsewhere', () => {
    const bare = { type: 'way', id: 3, nodes: [4, 5] };
    const found = answered([way({ power: 'line' }, { center: at(1, 2) }), bare]);
    expect(valuesOf(found)).toEqual([['way/3', 'line']]);
  });

  it('joins the ways of a multipolygon, whichever way they run, and puts holes by their roles', () => {
    const outer = (geometry: object[]) => ({ type: 'way', ref: 1, role: 'outer', geometry });
    const hole = [at(4, 3), at(3, 3), at(3, 4), at(4, 3)];
    const found = geometryOf({
      type: 'relation',
      id: 8,
      tags: { type: 'multipolygon', landuse: 'industrial' },
      bounds: { minlat: 0, minlon: 0, maxlat: 9, maxlon: 9 },
      members: [
        outer([at(0, 0), at(0, 9), at(9, 9)]),
        { type: 'way', ref: 2, role: 'inner', geometry: hole },
        outer([at(0, 0), at(9, 0), at(9, 9)]),
        outer([at(20, 20), at(21, 20), at(21, 21), at(20, 20)]),
      ],
    });
    expect(found?.type).toBe('MultiPolygon');
    const polygons = found?.type === 'MultiPolygon' ? found.coordinates : [];
    expect(polygons.map((rings) => rings.map((ring) => ring.length)).sort()).toEqual([[4], [5, 4]]);
  });

  it('finds the ways of a relation in the file, and gives routes as lines', () => {
    const relation = (type: string) => ({
      type: 'relation',
      id: 8,
      tags: { type },
      members: [{ type: 'way', ref: 3, role: '' }],
    });
    const bare = { type: 'way', id: 3, nodes: [4, 5, 6, 4] };
    const corners = [corner(4, 0, 0), corner(5, 1, 0), corner(6, 1, 1)];
    const typesOf = (type: string) =>
      answered([relation(type), bare, ...corners]).records.map(({ geometry }) => geometry?.type);
    expect(typesOf('multipolygon')).toEqual(['MultiPolygon']);
    expect(typesOf('route')).toEqual(['MultiLineString']);
  });

  it('takes a box for no position', () => {
    const bounds = { minlat: 53, minlon: -2, maxlat: 54, maxlon: -1 };
    const found = answered([way({ power: 'substation' }, { bounds })]);
    expect(found.columns).toEqual(['@id', 'power']);
    expect(found.records[0]?.geometry).toBeNull();
    expect(found.issues).toEqual([]);
  });

  it.each([
    ['a node without figures', { type: 'node', id: 1, lat: '53.4', lon: null, tags: { a: 'b' } }],
    ['a way cut off', way({ power: 'line' }, { geometry: [at(0, 0), null, at(1, 1)] })],
    [
      'a multipolygon that does not close',
      {
        type: 'relation',
        id: 8,
        tags: { type: 'multipolygon' },
        members: [{ type: 'way', ref: 3, role: 'outer', geometry: SQUARE.slice(0, 3) }],
      },
    ],
  ])('says what is wrong with %s, and takes its centre where it has one', (_, element) => {
    const found = answered([element]);
    expect(found.records[0]?.geometry).toBeNull();
    expect(found.codes).toEqual(['geom.parse-failed']);
    const centred = answered([{ ...element, center: at(7, 8) }]);
    expect(centred.records[0]?.geometry).toEqual({ type: 'Point', coordinates: [7, 8] });
    expect(centred.codes).toEqual([]);
  });

  it('knows the elements without the words of Overpass round them, and who wrote them', () => {
    const node = { ...corner(1, -2, 53), timestamp: '2024-01-31T00:00:00Z', tags: { ref: 'A' } };
    const found = read(JSON.stringify([node]), 'a.json');
    expect(found.columns).toEqual(['@id', 'ref', '@timestamp']);
    expect(found.records[0]?.geometry).toEqual({ type: 'Point', coordinates: [-2, 53] });
  });

  it('leaves plain records that have a type and an id alone', () => {
    const found = read(
      '{"elements":[{"type":"node","id":1,"lat":53,"lon":-2,"pole":7}]}',
      'a.json',
    );
    expect(found.columns).toEqual(['type', 'id', 'lat', 'lon', 'pole']);
  });

  it('says when Overpass ran out of time or of memory', () => {
    const remark = 'runtime error: Query timed out in "query" at line 3 after 26 seconds.';
    const found = answered([{ ...corner(1, -2, 53), tags: { ref: 'A' } }], { remark });
    expect(found.codes).toEqual(['fetch.paging-incomplete']);
    expect(found.records).toHaveLength(1);
  });

  it('keeps the elements before a cut', () => {
    const whole = answer([{ ...corner(1, -2, 53), tags: { ref: 'A' } }, corner(2, 0, 0)]);
    const found = read(whole.slice(0, whole.indexOf('"id":2')), 'a.json');
    expect(found.records).toHaveLength(1);
    expect(found.codes).toEqual(['file.truncated']);
  });

  it('never throws, whatever the JSON', () => {
    const any = fc.jsonValue({ maxDepth: 2 });
    const hostile = fc.constantFrom<unknown>({ toString: 1, valueOf: 1 }, null, [], {}, 1e308, '');
    const value = fc.oneof(any, hostile);
    const spot = fc.record({ lat: fc.double(), lon: fc.double() });
    const id = fc.oneof(fc.integer({ min: 0, max: 4 }), value);
    const course = fc.oneof(fc.array(fc.oneof(spot, value)), value);
    const tags = fc.oneof(
      fc.constantFrom({ type: 'multipolygon' }, { building: 'yes' }, { type: { toString: 1 } }),
      value,
    );
    const type = fc.oneof(fc.constantFrom('node', 'way', 'relation'), value);
    const role = fc.oneof(fc.constantFrom('outer', 'inner', ''), value);
    const member = fc.record({ type, ref: id, role, geometry: course }, { requiredKeys: [] });
    const members = fc.oneof(fc.array(fc.oneof(member, value)), value);
    const nodes = fc.oneof(fc.array(id), value);
    const element = fc.record(
      { type, id, lat: value, lon: value, center: spot, tags, nodes, geometry: course, members },
      { requiredKeys: [] },
    );
    const further = fc.record({ osm3s: value, remark: value }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(fc.oneof(element, value)), further, (elements, beside) => {
        read(answer(elements, beside), 'a.json');
      }),
      { numRuns: 400 },
    );
  });
});
