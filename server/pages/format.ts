import type { Format } from '#data/schema/flow.ts';

// Made when first asked for: together they take a tenth of the start of a command.
let numbers: Intl.NumberFormat | undefined;
let dates: Intl.DateTimeFormat | undefined;

/** `1,204`. */
export function count(value: number): string {
  numbers ??= new Intl.NumberFormat('en-GB');
  return numbers.format(value);
}

/** `1 record`, `1,204 records`. */
export const plural = (value: number, noun: string, nouns = `${noun}s`): string =>
  `${count(value)} ${value === 1 ? noun : nouns}`;

/** `23 November 2026`, on the day it was in Britain. */
export const day = (iso: string): string => {
  const time = Date.parse(iso);
  dates ??= new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
  return Number.isNaN(time) ? iso : dates.format(time);
};

/** `4.2 kB`, `1.3 MB`. */
export function size(bytes: number): string {
  if (bytes < 1_000) return plural(bytes, 'byte');
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${value < 10 ? value.toFixed(1) : count(Math.round(value))} ${unit}`;
}

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

/** Names of the coordinate systems British files come in. Source: EPSG register. */
const SYSTEMS: Readonly<Record<string, string>> = {
  'EPSG:27700': 'British National Grid',
  'EPSG:4326': 'longitude and latitude (WGS 84)',
  'EPSG:4258': 'longitude and latitude (ETRS89)',
  'EPSG:4277': 'longitude and latitude (OSGB36)',
  'EPSG:3857': 'Web Mercator',
  'EPSG:29902': 'Irish Grid',
  'EPSG:29903': 'Irish Grid',
  'EPSG:2157': 'Irish Transverse Mercator',
  'EPSG:32630': 'UTM zone 30N',
  'EPSG:25830': 'UTM zone 30N',
};

/** What people call a coordinate system. */
export const systemName = (id: string): string => {
  const name = SYSTEMS[id];
  return name ? `${name} (${id})` : id;
};
