import { gpkgOf, pointLiteral } from '../geopackage/tiny.ts';
import { dbfOf, shpOf } from './shapefile.ts';
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
  tiny('xlsx', SHEET, 1),
  tiny('gpkg', GPKG, 2),
  tiny('kml', KML, 2),
  tiny('kmz', zipOf([{ name: 'doc.kml', bytes: KML }]), 2),
  tiny('gml', GML, 2),
];
