import type { Format } from '../schema/flow.ts';

const FORMATS: Readonly<Record<Format, string>> = {
  csv: 'CSV (table of text)',
  xls: 'Excel workbook (97–2003)',
  xlsx: 'Excel workbook',
  ods: 'OpenDocument spreadsheet',
  geojson: 'GeoJSON',
  topojson: 'TopoJSON',
  json: 'JSON',
  shapefile: 'Shapefile',
  geopackage: 'GeoPackage',
  sqlite: 'SQLite database',
  kml: 'KML',
  kmz: 'KMZ',
  gml: 'GML',
  xml: 'XML',
  'mapinfo-tab': 'MapInfo TAB',
  'mapinfo-mif': 'MapInfo MIF',
  filegdb: 'Esri file geodatabase',
  flatgeobuf: 'FlatGeobuf',
  geoparquet: 'GeoParquet',
  gpx: 'GPX',
  dxf: 'DXF drawing',
};

/** What people call a format. */
export const formatName = (format: string): string =>
  (FORMATS as Readonly<Record<string, string>>)[format] ?? format;
