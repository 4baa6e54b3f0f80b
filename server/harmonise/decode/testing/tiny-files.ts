import { gpkgOf, pointLiteral } from '../geopackage/tiny.ts';
import { dbfOf, shpOf } from './shapefile.ts';
import { compoundOf, longs, record, shorts, streamOf } from './xls.ts';
import { xlsxOf } from './xlsx.ts';
import { zipOf } from './zip.ts';

/** A valid file of each format, as small as can be, to be damaged in tests. */
export type TinyFile = {
  readonly extension: string;
  readonly bytes: Buffer;
  readonly companions: Record<string, Buffer>;
  /** Records it holds. */
  readonly count: number;
};

const PRJ = 'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936"]]';
const shp = shpOf([[384000, 398000], null, [384100, 398100]]);
const dbf = dbfOf(
  [
    ['NAME', 'C', 12],
    ['WIDTH', 'N', 6],
    ['LAID', 'D', 8],
    ['LIVE', 'L', 1],
  ],
  [
    ['Mill Lane', '12.5', '20240131', 'T'],
    ['Hall', '', '', ''],
    ['Barn', '3', '19990101', 'F'],
  ],
);
const KML = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Lights</name>
<Placemark id="p1"><name>A</name><ExtendedData><Data name="ref"><value>1</value></Data></ExtendedData><Point><coordinates>-2.2,53.5</coordinates></Point></Placemark>
<Placemark><name>B</name><MultiGeometry><Point><coordinates>-2.2,53.5,1</coordinates></Point><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark>
</Folder></Document></kml>`;
const GML = `<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs" xmlns:gml="http://www.opengis.net/gml" xmlns:a="a">
<gml:featureMember><a:light gml:id="l.1"><a:ref>1</a:ref><a:size uom="m">2</a:size><a:geom><gml:LineString srsName="EPSG:27700"><gml:posList>384000 398000 384100 398100</gml:posList></gml:LineString></a:geom></a:light></gml:featureMember>
<gml:featureMember><a:light><a:ref>2</a:ref><a:geom><gml:Point srsName="EPSG:27700"><gml:coordinates>384000,398000</gml:coordinates></gml:Point></a:geom></a:light></gml:featureMember>
</wfs:FeatureCollection>`;
const GEOJSON =
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ref":"1"},"geometry":{"type":"Point","coordinates":[-2.2,53.5]}},{"type":"Feature","properties":{"ref":"2"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}';
const SHEET = xlsxOf(
  [
    {
      name: 'Lights',
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>laid</t></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>45000</v></c></row>',
      after: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
    },
  ],
  ['ref'],
);
const GPKG = gpkgOf(`
  CREATE TABLE lights (fid INTEGER PRIMARY KEY, geom BLOB, ref TEXT, live BOOLEAN);
  INSERT INTO lights VALUES (1, ${pointLiteral(384000, 398000)}, 'A', 1), (2, NULL, 'B', 0);
  INSERT INTO gpkg_contents VALUES ('lights', 'features', 'lights', '', 27700);
  INSERT INTO gpkg_geometry_columns VALUES ('lights', 'geom', 'POINT', 27700, 0, 0);
`);

const TOPOJSON =
  '{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[-2,53]},"arcs":[[[0,0],[1,0],[0,1],[-1,-1]]],"objects":{"wards":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0]],"properties":{"ref":"1"}},{"type":"Point","coordinates":[1,2]}]}}}';
const JSON_LIST =
  '{"meta":{"licence":"OGL v3"},"items":[{"ref":"1","at":{"lat":53.5,"lng":-2.2}},{"ref":"2","tags":[1,2]}]}';
const ESRI_JSON =
  '{"geometryType":"esriGeometryPolygon","spatialReference":{"wkid":27700},"features":[{"attributes":{"ref":1},"geometry":{"rings":[[[0,0],[0,1],[1,1],[0,0]]]}},{"attributes":{"ref":2},"geometry":null}]}';
const GPX =
  '<gpx version="1.1"><wpt lat="53.5" lon="-2.2"><name>A</name></wpt><trk><name>B</name><trkseg><trkpt lat="53" lon="-2"/><trkpt lat="54" lon="-3"/></trkseg></trk></gpx>';
const XML =
  '<NaPTAN><StopPoints><StopPoint id="1"><AtcoCode>1800</AtcoCode><Place><Easting>384000</Easting></Place></StopPoint><StopPoint id="2"><AtcoCode>1801</AtcoCode></StopPoint></StopPoints></NaPTAN>';
const DXF = [
  ...['0', 'SECTION', '2', 'ENTITIES', '0', 'POINT', '8', 'LIGHTS', '10', '384000', '20', '398000'],
  ...[
    '0',
    'LWPOLYLINE',
    '70',
    '1',
    '10',
    '0',
    '20',
    '0',
    '42',
    '0.5',
    '10',
    '1',
    '20',
    '0',
    '10',
    '1',
    '20',
    '1',
  ],
  ...[
    '0',
    'ARC',
    '10',
    '0',
    '20',
    '0',
    '40',
    '5',
    '50',
    '0',
    '51',
    '90',
    '0',
    'ENDSEC',
    '0',
    'EOF',
    '',
  ],
].join('\n');
const MIF = `Version 300
Charset "WindowsLatin1"
Delimiter ","
CoordSys Earth Projection 8, 79, "m", -2, 49, 0.9996012717, 400000, -100000
Columns 2
  ref Char(10)
  size Float
Data

Point 384000 398000
    Symbol (34,0,12)
Region 2
  4
0 0
0 10
10 10
0 0
  4
1 2
1 3
2 3
1 2
    Pen (1,2,0)
none
Pline 2
0 0
5 5
`;
const cell = (row: number, column: number, text: string) =>
  record(0x0204, shorts(row, column, 0, text.length), [0], Buffer.from(text));
const XLS = compoundOf(
  streamOf(
    [record(0x00fc, longs(1, 1), shorts(4), [0], Buffer.from('Hall'))],
    [
      ...[cell(0, 0, 'ref'), cell(0, 1, 'size'), cell(1, 0, 'A'), cell(2, 0, 'B')],
      record(0x00fd, shorts(1, 0, 0), longs(0)),
      record(0x00bd, shorts(1, 1, 0), longs(30), shorts(1)),
      record(0x027e, shorts(2, 1, 0), longs(42)),
      record(0x00e5, shorts(1, 1, 2, 0, 0)),
    ],
  ),
);
const ODS = zipOf([
  { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
  {
    name: 'content.xml',
    bytes:
      '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Lights"><table:table-row><table:table-cell office:value-type="string"><text:p>ref</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>laid</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-01-31"/></table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
  },
]);

const tiny = (
  extension: string,
  content: Uint8Array | string,
  count: number,
  companions: Record<string, Buffer> = {},
): TinyFile => ({ extension, bytes: Buffer.from(content), count, companions });

/** One of each format. */
export const TINY_FILES: readonly TinyFile[] = [
  tiny('csv', 'id,name,x\n1,"A, ""B""\nC",2\n3,D,4\n', 2),
  tiny('geojson', GEOJSON, 2),
  tiny('shp', shp, 3, { 'tiny.dbf': dbf, 'tiny.prj': Buffer.from(PRJ) }),
  tiny('dbf', dbf, 3, { 'tiny.shp': shp, 'tiny.prj': Buffer.from(PRJ) }),
  tiny(
    'zip',
    zipOf([
      { name: 'a/T.SHP', bytes: shp },
      { name: 'a/T.DBF', bytes: dbf },
      { name: 'a/T.PRJ', bytes: PRJ },
    ]),
    3,
  ),
  tiny('xls', XLS, 2),
  tiny('xlsx', SHEET, 1),
  tiny('gpkg', GPKG, 2),
  tiny('kml', KML, 2),
  tiny('kmz', zipOf([{ name: 'doc.kml', bytes: KML }]), 2),
  tiny('gml', GML, 2),
  tiny('topojson', TOPOJSON, 2),
  tiny('json', JSON_LIST, 2),
  tiny('json', ESRI_JSON, 2),
  tiny('gpx', GPX, 2),
  tiny('xml', XML, 2),
  tiny('dxf', DXF, 3),
  tiny('mif', MIF, 4, { 'tiny.mid': Buffer.from('"A",1\n"B",2\n"C",\n"D",4\n') }),
  tiny('ods', ODS, 2),
];
