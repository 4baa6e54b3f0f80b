import { findFeatureType } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';

/** How the desk says figures, dates and things. */

/** `1,204`. */
export const grouped = (count: number): string => {
  const [whole = '', part] = String(count).split('.');
  const text = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? text : `${text}.${part}`;
};

/** `1 site`, `1,204 sites`. */
export const many = (count: number, noun: string): string =>
  `${grouped(count)} ${count === 1 ? noun : plural(noun)}`;

/** `sites`, `properties`, `crosses`. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Types whose title does not say what one of them is called. */
const NOUNS: Readonly<Record<string, string>> = {
  'Public right of way': 'path',
  'Broadband and mobile coverage': 'area',
};

/** What one thing of a type is called in a sentence: `site` of `Brownfield site`, `area` of `Area of search`. */
export function nounOf(type: Pick<FeatureType, 'title'> | undefined): string {
  if (!type) return 'record';
  const own = NOUNS[type.title];
  if (own !== undefined) return own;
  const [head = 'record'] = type.title
    .replace(/\(.*?\)/g, '')
    .trim()
    .split(/ (?:of|with|for|in) /);
  return head.split(' ').at(-1)?.toLowerCase() ?? 'record';
}

/** The noun of a type by its id. */
export const nounOfId = (id: string): string => nounOf(findFeatureType(id));

/** What a dataset of a type is called unless somebody says otherwise: `Brownfield land register`. */
export const titleOf = ({ plural: words }: FeatureType): string =>
  words.replace(/\bregisters$/, 'register');

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `29 November 2017`, `November 2017`, `2017`; what is no date stays as it is. */
export function dateText(iso: string): string {
  const [year = '', month, day] = iso.slice(0, 10).split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (!/^\d{4}$/.test(year) || (month !== undefined && name === undefined)) return iso;
  return [day === undefined ? '' : String(Number(day)), name ?? '', year]
    .filter((part) => part !== '')
    .join(' ');
}

/** `11:06`, of an ISO 8601 time, as clocks in the United Kingdom show it. */
export const timeText = (iso: string): string => clock(iso, { hour: '2-digit', minute: '2-digit' });

const clock = (iso: string, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'Europe/London' }).format(new Date(iso));

/** `142 m`, `4.2 km`, `362 km`. */
export function distanceText(metres: number): string {
  if (metres < 1_000) return `${Math.round(metres)} m`;
  return metres < 10_000
    ? `${(metres / 1_000).toFixed(1)} km`
    : `${grouped(Math.round(metres / 1_000))} km`;
}

const WINDS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
] as const;

/** Which way from one position to another, by the flat map about them. */
export function windText(from: readonly [number, number], to: readonly [number, number]): string {
  const scale = Math.cos((((from[1] + to[1]) / 2) * Math.PI) / 180);
  const turn = Math.atan2((to[0] - from[0]) * scale, to[1] - from[1]) / (2 * Math.PI);
  return WINDS[Math.round(turn * 8 + 8) % 8] ?? 'north';
}

/** `45,037 bytes`, `3.2 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return many(bytes, 'byte');
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** `“…”`, shortened in the middle of nowhere: at most 60 characters. */
export const quoted = (text: string): string =>
  `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

/** Sentence case: the first letter upper. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const FORMATS: Readonly<Record<string, string>> = {
  csv: 'Comma-separated text',
  xls: 'Excel 97–2003 workbook',
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
  filegdb: 'File geodatabase',
  flatgeobuf: 'FlatGeobuf',
  geoparquet: 'GeoParquet',
  gpx: 'GPX',
  dxf: 'DXF drawing',
};

/** `Comma-separated text, UTF-8`. */
export const formatText = (format: string | undefined, encoding?: string): string =>
  [FORMATS[format ?? ''] ?? 'Unknown format', encoding?.toUpperCase()]
    .filter((part) => part !== undefined)
    .join(', ');

/** A digest short enough to compare by eye: `ab5a6bea…3192e`. */
export const shortHash = (sha256: string): string => `${sha256.slice(0, 8)}…${sha256.slice(-5)}`;
