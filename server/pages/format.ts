const NUMBER = new Intl.NumberFormat('en-GB');
const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

/** `1,204`. */
export const count = (value: number): string => NUMBER.format(value);

/** `1 record`, `1,204 records`. */
export const plural = (value: number, noun: string, nouns = `${noun}s`): string =>
  `${count(value)} ${value === 1 ? noun : nouns}`;

/** `23 November 2026`, on the day it was in Britain. */
export const day = (iso: string): string => {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : DATE.format(time);
};

/** `4.2 kB`, `1.3 MB`. */
export function size(bytes: number): string {
  if (bytes < 1_000) return plural(bytes, 'byte');
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${value < 10 ? value.toFixed(1) : count(Math.round(value))} ${unit}`;
}

const FORMATS: Readonly<Record<string, string>> = {
  csv: 'CSV',
  xls: 'Excel workbook (97–2003)',
  xlsx: 'Excel workbook',
  ods: 'OpenDocument spreadsheet',
  geojson: 'GeoJSON',
  topojson: 'TopoJSON',
  json: 'JSON',
  shapefile: 'Shapefile',
  geopackage: 'GeoPackage',
  kml: 'KML',
  kmz: 'KMZ',
  gml: 'GML',
  xml: 'XML',
  'mapinfo-tab': 'MapInfo TAB',
  'mapinfo-mif': 'MapInfo MIF',
  filegdb: 'File geodatabase',
  flatgeobuf: 'FlatGeobuf',
  geoparquet: 'GeoParquet',
  gpx: 'GPX',
  dxf: 'DXF',
};

/** What people call a format. */
export const formatName = (format: string): string => FORMATS[format] ?? format;

const SYSTEMS: Readonly<Record<string, string>> = {
  'EPSG:27700': 'British National Grid',
  'EPSG:4326': 'WGS 84 longitude and latitude',
  'EPSG:3857': 'Web Mercator',
  'EPSG:4258': 'ETRS89 longitude and latitude',
};

/** What people call a coordinate system. */
export const systemName = (id: string): string => {
  const name = SYSTEMS[id];
  return name ? `${name} (${id})` : id;
};
