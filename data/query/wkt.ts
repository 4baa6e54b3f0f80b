import type { AreaFault, AreaGeometry } from './area.ts';
import { readShape } from './geojson-shape.ts';

/** What WKT calls shapes, and what GeoJSON does. */
const NAMES: Readonly<Record<string, string>> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
};

/**
 * Read well-known text, with or without `SRID=…;` and Z or M, as PostGIS, QGIS and planning data write it.
 * Coordinates are as written, heights left out. Never throws.
 */
export function readWkt(text: string): AreaGeometry | AreaFault {
  const [, name = '', body = ''] =
    /^\s*(?:SRID=\d+;)?\s*([A-Z]+)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*;?\s*$/is.exec(text) ?? [];
  const type = NAMES[name.toUpperCase()];
  const coordinates = type === undefined ? undefined : readBrackets(body);
  if (type === undefined || coordinates === undefined) {
    return {
      what: 'This well-known text cannot be read.',
      where: text.trim().slice(0, 40),
      mend: 'Write it as POLYGON((x y, x y, x y, x y)), brackets in pairs.',
    };
  }
  return readShape({ type, coordinates: shapeBy(type, coordinates) });
}

type Nested = number[] | Nested[];

/** A point is one position, not a list of one; points of many may stand in brackets of their own. */
function shapeBy(type: string, nested: Nested[]): unknown {
  if (type === 'Point') return nested[0];
  if (type === 'MultiPoint') return nested.map((each) => (Array.isArray(each[0]) ? each[0] : each));
  return nested;
}

/** Bracketed lists of positions as nested arrays; undefined when brackets or numbers are amiss. */
function readBrackets(text: string): Nested[] | undefined {
  if (TOO_DEEP.test(text)) return undefined;
  let isAmiss = false;
  const json = text
    .replaceAll(/[^()]+/g, (run) => {
      const written = writeRun(run);
      isAmiss ||= written === undefined;
      return written ?? '';
    })
    .replaceAll('(', '[')
    .replaceAll(')', ']');
  return isAmiss ? undefined : parse(json);
}

/** A multipolygon is three brackets deep. */
const TOO_DEEP = /(?:\(\s*){4}/;

/** `1 2, 3 4` as JSON positions; the commas between bracketed lists stay. Undefined when one is none. */
function writeRun(run: string): string | undefined {
  const written = run.split(',').map((pair) => {
    const figures = pair.trim().split(/\s+/);
    if (figures[0] === '') return '';
    const isPosition = figures.length >= 2 && figures.length <= 4 && figures.every(isNumber);
    return isPosition ? JSON.stringify(figures.map(Number)) : undefined;
  });
  return written.includes(undefined) ? undefined : written.join(',');
}

const isNumber = (figure: string): boolean => /^-?\d+(?:\.\d*)?(?:e[-+]?\d{1,2})?$/i.test(figure);

function parse(json: string): Nested[] | undefined {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
