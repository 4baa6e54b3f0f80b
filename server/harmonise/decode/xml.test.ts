import { describe, expect, it } from 'vitest';
import { read, valuesOf } from './testing/read.ts';

const layersOf = (found: ReturnType<typeof read>) =>
  'layers' in found.file ? found.file.layers : [];
const gml = (features: string) =>
  `<wfs:FeatureCollection xmlns:wfs="w" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:a="a">${features}</wfs:FeatureCollection>`;
const member = (inside: string) =>
  `<wfs:member><a:area gml:id="a.1">${inside}</a:area></wfs:member>`;
const geometryOf = (inside: string) =>
  read(gml(member(`<a:ref>1</a:ref><a:geom>${inside}</a:geom>`)), 'a.gml');

describe('decodeGml()', () => {
  it.each([
    ['urn:ogc:def:crs:EPSG::4326', 'EPSG:4326', 'yx'],
    ['http://www.opengis.net/def/crs/EPSG/0/4326', 'EPSG:4326', 'yx'],
    ['EPSG:4326', 'EPSG:4326', 'yx'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'xy'],
    ['urn:ogc:def:crs:EPSG::27700', 'EPSG:27700', 'xy'],
    ['http://www.opengis.net/gml/srs/epsg.xml#27700', 'EPSG:27700', 'xy'],
  ])('reads the axis order of %s where the latitude stands first', (srsName, id, axis) => {
    const found = geometryOf(
      `<gml:Point srsName="${srsName}"><gml:pos>53.5 -2.2</gml:pos></gml:Point>`,
    );
    expect(layersOf(found)[0]?.crs).toMatchObject({ id, axis });
  });

  it('takes the short EPSG:4326 as x first where the longitude stands first', () => {
    const found = geometryOf(
      '<gml:Point srsName="EPSG:4326"><gml:pos>-2.2 53.5</gml:pos></gml:Point>',
    );
    expect(layersOf(found)[0]?.crs?.axis).toBe('xy');
  });

  const ring = (list: string) =>
    `<gml:LinearRing><gml:posList>${list}</gml:posList></gml:LinearRing>`;
  const square = ring('0 0 0 9 9 9 0 0');
  it.each([
    [
      'Polygon with a hole',
      `<gml:Polygon><gml:exterior>${square}</gml:exterior><gml:interior>${ring('1 1 1 2 2 2 1 1')}</gml:interior></gml:Polygon>`,
      'Polygon',
    ],
    [
      'Surface of patches',
      `<gml:Surface><gml:patches><gml:PolygonPatch><gml:exterior>${square}</gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface>`,
      'Polygon',
    ],
    [
      'MultiSurface',
      `<gml:MultiSurface>${`<gml:surfaceMember><gml:Polygon><gml:exterior>${square}</gml:exterior></gml:Polygon></gml:surfaceMember>`.repeat(2)}</gml:MultiSurface>`,
      'MultiPolygon',
    ],
    [
      'Curve of segments',
      '<gml:Curve><gml:segments><gml:LineStringSegment><gml:posList>0 0 1 1</gml:posList></gml:LineStringSegment><gml:LineStringSegment><gml:posList>1 1 2 0</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve>',
      'LineString',
    ],
    [
      'MultiCurve',
      `<gml:MultiCurve>${'<gml:curveMember><gml:LineString><gml:posList>0 0 1 1</gml:posList></gml:LineString></gml:curveMember>'.repeat(2)}</gml:MultiCurve>`,
      'MultiLineString',
    ],
    [
      'three dimensions',
      '<gml:LineString srsDimension="3"><gml:posList>0 0 5 1 1 6</gml:posList></gml:LineString>',
      'LineString',
    ],
    [
      'GML 2 coordinates',
      '<gml:LineString><gml:coordinates>0,0 1,1</gml:coordinates></gml:LineString>',
      'LineString',
    ],
    [
      'GML 2 coord',
      '<gml:Point><gml:coord><gml:X>1</gml:X><gml:Y>2</gml:Y></gml:coord></gml:Point>',
      'Point',
    ],
  ])('reads a %s', (_name, inside, type) => {
    const found = geometryOf(inside);
    expect(found.records[0]?.geometry?.type).toBe(type);
    expect(found.issues).toEqual([]);
  });

  it('linearises arcs and says so; refuses curves it cannot', () => {
    const arc = geometryOf(
      '<gml:Curve><gml:segments><gml:Arc><gml:posList>0 0 1 1 2 0</gml:posList></gml:Arc></gml:segments></gml:Curve>',
    );
    expect(arc.codes).toEqual(['geom.curve-linearised']);
    const bezier = geometryOf(
      '<gml:Curve><gml:segments><gml:Bezier><gml:posList>0 0 1 1 2 0</gml:posList></gml:Bezier></gml:segments></gml:Curve>',
    );
    expect(bezier.codes).toEqual(['geom.parse-failed']);
    expect(bezier.records[0]?.geometry).toBeNull();
  });

  it('gives nested properties dotted names and keeps units, links and a second geometry', () => {
    const found = read(
      gml(
        member(
          '<a:id><a:local>7</a:local></a:id><a:size uom="ha">2</a:size><a:owner xmlns:x="x" x:href="http://o"/><a:g><gml:Point><gml:pos>1 2</gml:pos></gml:Point></a:g><a:label><gml:Point><gml:pos>3 4</gml:pos></gml:Point></a:label>',
        ),
      ),
      'a.gml',
    );
    expect(found.columns).toEqual(['gml_id', 'id.local', 'size', 'size.uom', 'owner', 'label']);
    expect(valuesOf(found)[0]?.slice(1, 5)).toEqual(['7', '2', 'ha', 'http://o']);
    expect(found.records[0]?.geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
  });

  it('keeps the features before the place where it breaks', () => {
    const whole = gml(member('<a:ref>1</a:ref>') + member('<a:ref>2</a:ref>'));
    const found = read(whole.slice(0, -60), 'a.gml');
    expect(found.records).toHaveLength(1);
    expect(found.issues).toMatchObject([{ code: 'file.corrupt', severity: 'error' }]);
  });
});

const kml = (inside: string) =>
  `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`;

describe('decodeKml()', () => {
  it('takes folders as layers and reads extended data of both kinds', () => {
    const found = read(
      kml(`<description>Licensed under OGL v3</description>
        <Folder><name>Lights</name><Placemark><name>A</name><ExtendedData><Data name="ref"><value>1</value></Data><SchemaData><SimpleData name="size">2</SimpleData></SchemaData></ExtendedData><Point><coordinates>-2.2,53.5,0</coordinates></Point></Placemark></Folder>
        <Folder><name>Signs</name><Placemark><name>B</name></Placemark></Folder>`),
      'a.kml',
    );
    expect(
      layersOf(found).map(({ name, columns, licenceText }) => [name, columns, licenceText]),
    ).toEqual([
      ['Lights', ['name', 'ref', 'size'], 'Licensed under OGL v3'],
      ['Signs', ['name'], 'Licensed under OGL v3'],
    ]);
    expect(valuesOf(found)).toEqual([['A', '1', '2'], ['B']]);
  });

  it('keeps an HTML description raw and reads the table in it as columns', () => {
    const table =
      '<![CDATA[<table><tr><td>Ref</td><td>7 &amp; 8</td></tr><tr><td>Title</td></tr></table>]]>';
    const found = read(kml(`<Placemark><description>${table}</description></Placemark>`), 'a.kml');
    expect(found.columns).toEqual(['description', 'Ref']);
    expect(valuesOf(found)[0]?.[1]).toBe('7 & 8');
  });

  it('reads on past an entity XML does not know', () => {
    expect(valuesOf(read(kml('<Placemark><name>A&nbsp;B</name></Placemark>'), 'a.kml'))).toEqual([
      ['A&nbsp;B'],
    ]);
  });
});

describe('decodeXml()', () => {
  it('takes the element that repeats as the record', () => {
    const stop = (code: string) =>
      `<StopPoint Status="active"><AtcoCode>${code}</AtcoCode><Place><Easting>1</Easting></Place></StopPoint>`;
    const found = read(
      `<NaPTAN><StopPoints>${stop('a')}${stop('b')}</StopPoints></NaPTAN>`,
      'a.xml',
    );
    expect(layersOf(found)[0]).toMatchObject({
      name: 'StopPoint',
      columns: ['Status', 'AtcoCode', 'Place.Easting'],
    });
    expect(valuesOf(found)).toEqual([
      ['active', 'a', '1'],
      ['active', 'b', '1'],
    ]);
  });
});

describe('ids an export made', () => {
  const gml = (ids: readonly string[]) =>
    `<FeatureCollection xmlns:gml="http://www.opengis.net/gml">${ids
      .map(
        (id) => `<gml:featureMember><roads gml:id="${id}"><ref>A</ref></roads></gml:featureMember>`,
      )
      .join('')}</FeatureCollection>`;

  it('decode() leaves out ids that only count the features', () => {
    expect(read(gml(['roads.0', 'roads.1', 'roads.2']), 'a.gml').columns).toEqual(['ref']);
    expect(valuesOf(read(gml(['ID_00001', 'ID_00002']), 'a.gml'))).toEqual([['A'], ['A']]);
  });

  it.each([
    [['roads.7', 'roads.9']],
    [['0', '1']],
    [['E05011350', 'E05011351']],
    [['roads.1']],
  ])('decode() keeps %j', (ids) => {
    expect(read(gml(ids), 'a.gml').columns).toEqual(['gml_id', 'ref']);
  });
});
