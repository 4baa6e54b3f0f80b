import type { Geometry, Position } from 'geojson';
import type { DownloadCrs } from '#data/schema/download.ts';
import type { FeatureShape } from '#server/store/rows.ts';
import { columnsOf, LIST_SEPARATOR } from './columns.ts';
import type { Writing } from './geojson.ts';
import { propertiesOf } from './properties.ts';

/** Names of the two columns that hold a position. */
const POSITION = {
  'EPSG:4326': ['longitude', 'latitude'],
  'EPSG:27700': ['easting', 'northing'],
} as const satisfies Record<DownloadCrs, readonly [string, string]>;

/** How one layer becomes lines of text. */
export type CsvLayer = { readonly featureType: string; readonly crs: DownloadCrs };

/** UTF-8's mark: without it Excel takes the file for windows-1252. */
const MARK = '\uFEFF';

/** First line: `id`, the attributes, the origin, a position and the whole shape as WKT. RFC 4180. */
export function csvHead({ featureType, crs }: CsvLayer): string {
  const names = columnsOf(featureType).map(({ name }) => name);
  return `${MARK}${['id', ...names, ...POSITION[crs], 'wkt'].map(cell).join(',')}\r\n`;
}

/** One feature as a line. Unknown is an empty cell; a point's WKT is left out, its position says it. */
export function csvLine(
  feature: FeatureShape,
  { featureType }: CsvLayer,
  { reproject, editionOf }: Writing,
): string {
  const properties = new Map(Object.entries(propertiesOf(feature, editionOf(feature))));
  const geometry = reproject(feature.geometry);
  const point = reproject({ type: 'Point', coordinates: [...feature.point] });
  const [x, y] = point.type === 'Point' ? point.coordinates : [];
  const values = columnsOf(featureType).map(({ name }) => properties.get(name));
  const wkt = geometry.type === 'Point' ? '' : writeWkt(geometry);
  return `${[feature.id, ...values, x, y, wkt].map(cell).join(',')}\r\n`;
}

/** What a spreadsheet takes for a formula. Source: OWASP, CSV injection. */
const FORMULA = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;

function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = Array.isArray(value) ? value.join(LIST_SEPARATOR) : String(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A geometry as well-known text. Source: OGC 06-103r4 §7. */
export function writeWkt(geometry: Geometry): string {
  if (geometry.type === 'GeometryCollection') {
    return `GEOMETRYCOLLECTION (${geometry.geometries.map(writeWkt).join(', ')})`;
  }
  return `${geometry.type.toUpperCase()} ${nested(geometry.coordinates)}`;
}

type Nested = Position | Position[] | Position[][] | Position[][][];

/** A lone position stands in brackets; inside a list it does not. */
const nested = (part: Nested): string =>
  typeof part[0] === 'number'
    ? `(${part.join(' ')})`
    : `(${(part as Nested[]).map(item).join(', ')})`;

const item = (part: Nested): string =>
  typeof part[0] === 'number' ? part.join(' ') : `(${(part as Nested[]).map(item).join(', ')})`;
