import { describe, expect, it } from 'vitest';
import { read, valuesOf } from './testing/read.ts';

const layerOf = (found: ReturnType<typeof read>) =>
  'layers' in found.file ? found.file.layers[0] : undefined;

describe('decodeJson() on other JSON', () => {
  it('finds the list of records however it is wrapped, with dotted columns', () => {
    const found = read(
      '{"meta":{"licence":"OGL v3"},"result":{"records":[{"ref":"1","at":{"lat":53.5}},{"ref":"2","tags":[1]}]}}',
      'a.json',
    );
    expect(layerOf(found)).toMatchObject({
      name: 'result.records',
      columns: ['ref', 'at.lat', 'tags'],
      spatial: false,
      licenceText: '{"licence":"OGL v3"}',
    });
    expect(valuesOf(found)).toEqual([
      ['1', 53.5, null],
      ['2', null, '[1]'],
    ]);
  });

  it('reads features of ArcGIS servers and says when the server held some back', () => {
    const found = read(
      '{"geometryType":"esriGeometryPolygon","spatialReference":{"wkid":102100,"latestWkid":3857},"exceededTransferLimit":true,"features":[{"attributes":{"a":1},"geometry":{"rings":[[[0,0],[0,9],[9,9],[0,0]],[[1,2],[2,3],[1,3],[1,2]]]}},{"attributes":{"a":2},"geometry":{"x":"NaN","y":"NaN"}}]}',
      'a.json',
    );
    expect(layerOf(found)?.crs?.id).toBe('EPSG:3857');
    expect(found.records.map(({ geometry }) => geometry?.type)).toEqual(['Polygon', undefined]);
    expect(found.codes).toEqual(['fetch.paging-incomplete']);
  });

  it('unpacks TopoJSON: arcs both ways, deltas, a layer an object', () => {
    const found = read(
      '{"type":"Topology","transform":{"scale":[1,1],"translate":[10,20]},"arcs":[[[0,0],[1,0],[0,1]],[[0,0],[0,1],[1,0]]],"objects":{"a":{"type":"Polygon","arcs":[[0,-2]],"id":"x"},"b":{"type":"GeometryCollection","geometries":[{"type":"LineString","arcs":[9]}]}}}',
      'a.json',
    );
    expect(found.records[0]?.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [10, 20],
          [11, 20],
          [11, 21],
          [10, 21],
          [10, 20],
        ],
      ],
    });
    expect(found.issues).toMatchObject([{ code: 'geom.parse-failed', layer: 'b', line: 1 }]);
    expect(layerOf(found)?.crs).toBeUndefined();
  });

  it.each([
    '[{"type":{"toString":1},"coordinates":[1,2]}]',
    '[{"at":{"type":{"toString":1},"coordinates":[1,2]}}]',
    '{"type":"Feature","properties":{},"geometry":{"type":{"toString":1}}}',
    '{"spatialReference":{"wkid":{"toString":1}},"features":[{"attributes":{"a":1}}]}',
  ])('reads a value of which no text can be made: %s', (text) => {
    expect(read(text, 'a.json').records).toHaveLength(1);
  });

  it('tells the error message of a service from data', () => {
    expect(read('{"error":{"code":400,"message":"Invalid URL"}}', 'a.json').codes).toEqual([
      'fetch.not-data-format',
    ]);
  });
});

describe('decodeMif() and decodeDxf()', () => {
  const head =
    'Version 300\nDelimiter ","\nCoordSys Earth Projection 8, 79, "m", -2, 49, 0.9996012717, 400000, -100000\nColumns 1\n  ref Char(9)\nData\n';

  it('reads MIF objects with their .mid, holes whichever way they turn, and goes on past damage', () => {
    const region = 'Region 2\n4\n0 0\n0 9\n9 9\n0 0\n4\n1 2\n1 3\n2 3\n1 2\n';
    const found = read(`${head}\nPoint 1 2\nPline 3\n0 0\nx y\n1 1\n${region}`, 'a.mif', {
      'a.mid': '"A"\n"B"\n"C"\n',
    });
    expect(found.records.map(({ values, geometry }) => [values[0], geometry?.type])).toEqual([
      ['A', 'Point'],
      ['B', undefined],
      ['C', 'Polygon'],
    ]);
    expect(layerOf(found)?.crs?.id).toBe('EPSG:27700');
    expect(found.issues).toMatchObject([{ code: 'geom.parse-failed', line: 2 }]);
  });

  it('counts a MIF collection as one object, so that its rows stay with theirs', () => {
    const found = read(
      `${head}\nCollection 2\nRegion 1\n4\n0 0\n0 9\n9 9\n0 0\nPline 2\n0 0\n1 1\nPoint 1 2\n`,
      'a.mif',
      {
        'a.mid': '"A"\n"B"\n',
      },
    );
    expect(found.records.map(({ values, geometry }) => [values[0], geometry?.type])).toEqual([
      ['A', 'GeometryCollection'],
      ['B', 'Point'],
    ]);
  });

  it('reads DXF bulges as arcs and says which entities it leaves out', () => {
    const pairs = [
      '0',
      'SECTION',
      '2',
      'ENTITIES',
      '0',
      'LWPOLYLINE',
      '8',
      'KERB',
      '10',
      '0',
      '20',
      '0',
      '42',
      '1',
      '10',
      '2',
      '20',
      '0',
      '0',
      'DIMENSION',
      '8',
      'X',
      '0',
      'ENDSEC',
    ];
    const found = read(pairs.join('\n'), 'a.dxf');
    const line = found.records[0]?.geometry;
    const lowest =
      line?.type === 'LineString' ? Math.min(...line.coordinates.map(([, y]) => y ?? 0)) : 0;
    expect(lowest).toBeCloseTo(-1, 2);
    expect(found.records[0]?.values[0]).toBe('KERB');
    expect(found.issues).toMatchObject([{ code: 'geom.type-unexpected', value: 'DIMENSION' }]);
  });
});
