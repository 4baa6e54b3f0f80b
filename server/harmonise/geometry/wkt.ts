import type { Position } from 'geojson';
import type { NativeGeometry } from '#data/schema/geometry.ts';

/** A geometry read from well-known text, and the CRS that stood before it. */
export type WktReading = {
  /** Absent when the text says EMPTY. */
  readonly geometry?: NativeGeometry;
  /** `SRID=27700;` of EWKT. */
  readonly srid?: number;
  /** Address of the CRS in a GeoSPARQL literal, `<http://www.opengis.net/def/crs/…> POINT(…)`. */
  readonly crs?: string;
};

/** Nested collections deeper than this are refused: no publisher means them. */
const DEEPEST = 8;

type Cursor = { readonly text: string; at: number };

const TAG = /\s*([A-Za-z]+)\s*(?:(ZM|Z|M)(?![A-Za-z]))?\s*/y;
const SRID = /^\s*(?:SRID\s*=\s*(\d{1,6})\s*;|<([^>]{0,200})>)/i;

/** True when a cell looks like well-known text; cheap enough to ask of every cell. */
export const looksLikeWkt = (text: string): boolean =>
  /^\s*(?:SRID\s*=\s*\d+\s*;\s*|<[^>]*>\s*)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*(?:ZM|Z|M)?\s*(?:\(|EMPTY)/i.test(
    text,
  );

/**
 * Read WKT or EWKT: the seven simple types, with or without Z and M (M is left out).
 *
 * @returns undefined when it cannot be read; coordinates are as written, so they may be swapped
 */
export function readWkt(text: string): WktReading | undefined {
  const head = SRID.exec(text);
  const cursor: Cursor = { text, at: head?.[0].length ?? 0 };
  const geometry = readTagged(cursor, 0);
  if (geometry === undefined || !/^\s*;?\s*$/.test(text.slice(cursor.at))) return undefined;
  const srid = {
    ...(head?.[1] !== undefined && { srid: Number(head[1]) }),
    ...(head?.[2] !== undefined && { crs: head[2] }),
  };
  return geometry === 'empty' ? srid : { geometry, ...srid };
}

function readTagged(cursor: Cursor, depth: number): NativeGeometry | 'empty' | undefined {
  TAG.lastIndex = cursor.at;
  const match = TAG.exec(cursor.text);
  if (!match || depth > DEEPEST) return undefined;
  cursor.at = TAG.lastIndex;
  // `POINTZ(…)`: the letters may be run together
  const tag = (match[1] ?? '')
    .toUpperCase()
    .replace(/(?<=POINT|STRING|POLYGON|COLLECTION)(?:ZM|Z|M)$/, '');
  const hasM =
    /M$/i.test(match[2] ?? '') || /(?:POINT|STRING|POLYGON|COLLECTION)Z?M$/i.test(match[1] ?? '');
  if (/^\s*EMPTY/i.test(cursor.text.slice(cursor.at, cursor.at + 12))) {
    cursor.at = cursor.text.indexOf('Y', cursor.at) + 1 || cursor.text.indexOf('y', cursor.at) + 1;
    return 'empty';
  }
  return readBody(cursor, tag, { hasM, depth });
}

function readBody(
  cursor: Cursor,
  tag: string,
  { hasM, depth }: { hasM: boolean; depth: number },
): NativeGeometry | undefined {
  const position = () => readPosition(cursor, hasM);
  const positions = () => readList(cursor, position);
  const rings = () => readList(cursor, positions);
  switch (tag) {
    case 'POINT':
      return wrap('Point', readPoint(cursor, hasM));
    case 'LINESTRING':
      return wrap('LineString', positions());
    case 'POLYGON':
      return wrap('Polygon', rings());
    case 'MULTIPOINT':
      return wrap(
        'MultiPoint',
        readList(cursor, () => readBracketed(cursor, position)),
      );
    case 'MULTILINESTRING':
      return wrap('MultiLineString', rings());
    case 'MULTIPOLYGON':
      return wrap('MultiPolygon', readList(cursor, rings));
    case 'GEOMETRYCOLLECTION':
      return readCollection(cursor, depth);
    default:
      return undefined;
  }
}

const wrap = (type: string, coordinates: unknown): NativeGeometry | undefined =>
  coordinates === undefined ? undefined : ({ type, coordinates } as NativeGeometry);

function readCollection(cursor: Cursor, depth: number): NativeGeometry | undefined {
  const parts = readList(cursor, () => readTagged(cursor, depth + 1));
  const geometries = parts?.filter((part) => part !== 'empty');
  return geometries && { type: 'GeometryCollection', geometries };
}

/** `( item , item … )`; undefined as soon as one item cannot be read. */
function readList<T>(cursor: Cursor, readItem: () => T | undefined): T[] | undefined {
  if (!take(cursor, '(')) return undefined;
  const items: T[] = [];
  do {
    const item = readItem();
    if (item === undefined) return undefined;
    items.push(item);
  } while (take(cursor, ','));
  return take(cursor, ')') ? items : undefined;
}

/** `(1 2)` or `1 2`: multipoints are written both ways. */
function readBracketed<T>(cursor: Cursor, readItem: () => T | undefined): T | undefined {
  if (!take(cursor, '(')) return readItem();
  const item = readItem();
  return take(cursor, ')') ? item : undefined;
}

function take(cursor: Cursor, character: string): boolean {
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== character) return false;
  cursor.at++;
  return true;
}

function skipSpace(cursor: Cursor): void {
  while (cursor.text.charCodeAt(cursor.at) <= 32) cursor.at++;
}

/** `(x y)`, and `(x, y)` as people write it by hand. */
function readPoint(cursor: Cursor, hasM: boolean): Position | undefined {
  const start = cursor.at;
  const [only, ...more] = readList(cursor, () => readPosition(cursor, hasM)) ?? [];
  if (only) return more.length === 0 ? only : undefined;
  cursor.at = start;
  const numbers = readList(cursor, () => readNumber(cursor));
  return numbers?.length === 2 ? numbers : undefined;
}

function readNumber(cursor: Cursor): number | undefined {
  skipSpace(cursor);
  const start = cursor.at;
  while (isOfNumber(cursor.text.charCodeAt(cursor.at))) cursor.at++;
  const number = Number(cursor.text.slice(start, cursor.at));
  return cursor.at === start || Number.isNaN(number) ? undefined : number;
}

function readPosition(cursor: Cursor, hasM: boolean): Position | undefined {
  const numbers: number[] = [];
  for (;;) {
    skipSpace(cursor);
    const start = cursor.at;
    while (isOfNumber(cursor.text.charCodeAt(cursor.at))) cursor.at++;
    if (cursor.at === start) break;
    numbers.push(Number(cursor.text.slice(start, cursor.at)));
  }
  if (numbers.length < 2 || numbers.length > 4 || numbers.some(Number.isNaN)) return undefined;
  return numbers.slice(0, hasM || numbers.length === 4 ? numbers.length - 1 : numbers.length);
}

/** Figures, sign, point and exponent: `+ - . 0–9 E e`. */
const isOfNumber = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  code === 46 ||
  code === 45 ||
  code === 43 ||
  code === 69 ||
  code === 101;
