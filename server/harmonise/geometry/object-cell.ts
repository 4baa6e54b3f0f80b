import { recogniseCrs } from '#data/geodesy/recognise-crs.ts';
import type { NativeGeometry } from '#data/schema/geometry.ts';
import { readGeojsonCell } from './geojson-cell.ts';

/** What an object in a cell says of a position. */
export type ObjectReading = {
  readonly geometry: NativeGeometry;
  readonly reading?: { readonly id?: string; readonly axis: 'xy' };
};

const X_KEY = /^(?:x|lng|lon|long|longitude|easting)$/i;
const Y_KEY = /^(?:y|lat|latitude|northing)$/i;
/** Longer objects than this hold more than a position. */
const LONGEST_OBJECT = 2_000;

/** True when a cell looks like an object with a geometry or a position in it. */
export const looksLikeObject = (text: string): boolean =>
  /^\s*\{/.test(text) &&
  /["'](?:coordinates|geometries|geometry|lng|lon|long|longitude|x|easting)["']\s*:/i.test(text);

/**
 * Read a cell that holds a GeoJSON geometry, an Esri point or an object of coordinates
 * (`{"lat": 53.4, "lng": -2.2}`), in double quotes or, as Python prints it, in single ones.
 *
 * @returns undefined when it is none of them
 */
export function readObjectCell(text: string): ObjectReading | undefined {
  const json = text.includes('"') ? text : text.replaceAll("'", '"');
  const geometry = readGeojsonCell(json);
  if (geometry) return { geometry };
  return text.length > LONGEST_OBJECT ? undefined : readPlainObject(json);
}

function readPlainObject(json: string): ObjectReading | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  const x = numberAt(entries, X_KEY);
  const y = numberAt(entries, Y_KEY);
  if (x === undefined || y === undefined) return undefined;
  const id = crsOf(entries);
  return {
    geometry: { type: 'Point', coordinates: [x, y] },
    reading: { axis: 'xy', ...(id !== undefined && { id }) },
  };
}

function numberAt(entries: readonly [string, unknown][], key: RegExp): number | undefined {
  const value = entries.find(([name]) => key.test(name))?.[1];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Esri's `spatialReference`: `{"wkid": 27700}`. */
function crsOf(entries: readonly [string, unknown][]): string | undefined {
  const reference = entries.find(([name]) => name === 'spatialReference')?.[1];
  if (typeof reference !== 'object' || reference === null) return undefined;
  const { wkid, latestWkid } = reference as { wkid?: unknown; latestWkid?: unknown };
  const code = latestWkid ?? wkid;
  return typeof code === 'number' ? recogniseCrs(`EPSG:${code}`)?.id : undefined;
}
