/** One way ogr2ogr writes a layer, and how exactly it keeps positions. */
export type Conversion = {
  readonly name: string;
  /** Name of the file to make. */
  readonly file: string;
  readonly given: readonly string[];
  /** How far a vertex may move for the format's own rounding, degrees. */
  readonly toleranceDeg: number;
  /** Formats that keep vertices and order but lose rings' kinds, columns or Multi-. */
  readonly keeps: 'all' | 'positions';
};

const way = (
  name: string,
  file: string,
  given: string,
  more: Partial<Pick<Conversion, 'toleranceDeg' | 'keeps'>> = {},
): Conversion => ({
  name,
  file,
  given: given.split(given.includes('|') ? '|' : ' '),
  toleranceDeg: 1e-6,
  keeps: 'all',
  ...more,
});

/** Every format GDAL 3.6 writes that ODIN reads; the CRS stays the source's. */
export const CONVERSIONS: readonly Conversion[] = [
  way('GeoJSON', 'a.geojson', '-f GeoJSON -lco COORDINATE_PRECISION=9'),
  way(
    'GeoJSON text sequence',
    'a.geojsons',
    '-f GeoJSONSeq -lco RS=YES -lco COORDINATE_PRECISION=9',
  ),
  way('GeoPackage', 'a.gpkg', '-f GPKG'),
  way('FlatGeobuf', 'a.fgb', '-f FlatGeobuf'),
  way('FlatGeobuf without index', 'b.fgb', '-f FlatGeobuf -lco SPATIAL_INDEX=NO'),
  way('Shapefile', 'a.shp', '-f|ESRI Shapefile|-lco|ENCODING=UTF-8'),
  way('Shapefile, zipped', 'a.shz', '-f|ESRI Shapefile'),
  way('MapInfo TAB', 'a.tab', '-f|MapInfo File', { toleranceDeg: 5e-6 }),
  way('MapInfo MIF', 'a.mif', '-f|MapInfo File|-dsco|FORMAT=MIF'),
  way('FileGDB', 'a.gdb', '-f OpenFileGDB'),
  way('GML 2', 'a2.gml', '-f GML -dsco FORMAT=GML2'),
  way('GML 3.1', 'a3.gml', '-f GML -dsco FORMAT=GML3'),
  way('GML 3.1, short CRS name', 'a3s.gml', '-f GML -dsco FORMAT=GML3 -dsco SRSNAME_FORMAT=SHORT'),
  way('GML 3.2', 'a32.gml', '-f GML -dsco FORMAT=GML3.2'),
  way(
    'GML 3.2, CRS by address',
    'a32u.gml',
    '-f GML -dsco FORMAT=GML3.2 -dsco SRSNAME_FORMAT=OGC_URL',
  ),
  way('CSV with WKT', 'a.csv', '-f CSV -lco GEOMETRY=AS_WKT'),
  way('TSV with WKT', 'a.tsv', '-f CSV -lco GEOMETRY=AS_WKT -lco SEPARATOR=TAB'),
  way(
    'CSV, semicolons, BOM',
    's.csv',
    '-f CSV -lco GEOMETRY=AS_WKT -lco SEPARATOR=SEMICOLON -lco WRITE_BOM=YES',
  ),
];

/** A drawing keeps no columns, and parts each MultiLineString into its lines. */
export const AS_DRAWING = way('DXF', 'a.dxf', '-f DXF', { keeps: 'positions' });

/** Written in WGS 84 whatever the source, because the format has no other CRS: only copies of layers in WGS 84 are exact. */
export const ALWAYS_WGS84: readonly Conversion[] = [
  way('GeoJSON lines', 'a.geojsonl', '-f GeoJSONSeq -lco COORDINATE_PRECISION=9'),
  way('KML', 'a.kml', '-f KML'),
  way('KML by libkml', 'l.kml', '-f LIBKML'),
  way('KMZ', 'a.kmz', '-f LIBKML'),
];

/** Points only. */
export const OF_POINTS: readonly Conversion[] = [
  way('CSV with X and Y', 'xy.csv', '-f CSV -lco GEOMETRY=AS_XY'),
  way('CSV with Y and X', 'yx.csv', '-f CSV -lco GEOMETRY=AS_YX'),
  way('GPX', 'a.gpx', '-f GPX -dsco GPX_USE_EXTENSIONS=YES', { keeps: 'positions' }),
];

/** Tables without geometry, from a CSV with coordinate columns. */
export const OF_TABLES: readonly Conversion[] = [
  way('XLSX', 't.xlsx', '-f XLSX'),
  way('ODS', 't.ods', '-f ODS'),
  way('CSV', 't.csv', '-f CSV -lco STRING_QUOTING=ALWAYS'),
  way('TSV', 't.tsv', '-f CSV -lco SEPARATOR=TAB'),
  way('DBF', 't.dbf', '-f|ESRI Shapefile'),
  way('MID and MIF', 't.mif', '-f|MapInfo File'),
];

/** A layer of the corpus to be written in other formats. */
export type Original = {
  readonly file: string;
  readonly crs: 'EPSG:4326' | 'EPSG:27700';
  readonly shape: 'point' | 'line' | 'polygon' | 'table';
  /** The layer, where the file has several. */
  readonly given?: readonly string[];
};

/** Points, lines and polygons, in degrees and in metres, and tables with columns of coordinates. */
export const ORIGINALS: readonly Original[] = [
  { file: 'bury/libraries_bury.geojson', crs: 'EPSG:4326', shape: 'point' },
  { file: 'gm/gm_fire_stations.geojson', crs: 'EPSG:4326', shape: 'polygon' },
  { file: 'tfgm/trafford_metrolink_lines.geojson', crs: 'EPSG:4326', shape: 'line' },
  { file: 'halton/conservation_areas_polygon.gml', crs: 'EPSG:4326', shape: 'polygon' },
  { file: 'southwark/Southwark Conservation Areas.gpkg', crs: 'EPSG:27700', shape: 'polygon' },
  { file: 'bath/GRIT_BINS/GRIT_BINS.shp', crs: 'EPSG:27700', shape: 'point' },
  { file: 'derived/gm_watercourses.gml', crs: 'EPSG:27700', shape: 'line' },
  { file: 'derived/gm_wards_2023_tab/gm_wards_2023.tab', crs: 'EPSG:27700', shape: 'polygon' },
  { file: 'tfgm/metro_rail_stops.csv', crs: 'EPSG:4326', shape: 'table' },
  { file: 'rochdale/rochdale_brownfield_land_register.csv', crs: 'EPSG:27700', shape: 'table' },
  { file: 'gm/gm_gambling_premises.csv', crs: 'EPSG:4326', shape: 'table' },
];
