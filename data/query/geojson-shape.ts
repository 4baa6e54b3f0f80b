import type { Position } from 'geojson';
import type { AreaFault, AreaGeometry } from './area.ts';

/** Most nested things walked through: features of a collection, members of a geometry collection. */
const MOST_MEMBERS = 1_000;

/**
 * Read the shape of a GeoJSON text: a geometry, a feature, or a collection of one kind, whose members are joined.
 * Coordinates are as written, heights left out. Never throws.
 */
export function readGeoJsonShape(text: string): AreaGeometry | AreaFault {
  const value = parse(text);
  if (value === undefined) {
    return { what: 'This is not JSON.', mend: 'Paste a whole GeoJSON object, from { to }.' };
  }
  return readShape(value);
}

/** The same of a value that was JSON. */
export function readShape(value: unknown): AreaGeometry | AreaFault {
  const members = membersOf(value);
  if (members.length === 0) {
    return {
      what: 'This GeoJSON holds no shape.',
      mend: 'Paste a Point, LineString or Polygon, or a Feature that has one.',
    };
  }
  const parts = members.map(partsOf);
  if (parts.some((part) => part === undefined)) {
    return {
      what: 'The coordinates of this GeoJSON are not nested as its type asks.',
      mend: 'A Polygon holds rings of positions, a LineString positions, a Point one position.',
    };
  }
  return join(parts.filter((part) => part !== undefined));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Member = { readonly type: string; readonly coordinates: unknown };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every simple or multi-part geometry within; breadth before depth, and no more than so many. */
function membersOf(value: unknown): Member[] {
  const found: Member[] = [];
  const waiting: unknown[] = [value];
  for (let at = 0; at < waiting.length && at < MOST_MEMBERS; at++) {
    const each = waiting[at];
    if (!isObject(each)) continue;
    const { type, coordinates } = each;
    waiting.push(...within(each));
    if (typeof type === 'string' && coordinates !== undefined) found.push({ type, coordinates });
  }
  return found;
}

const within = ({ geometry, geometries, features }: Record<string, unknown>): unknown[] =>
  [[geometry], geometries, features].flatMap((list) =>
    Array.isArray(list) ? list.slice(0, MOST_MEMBERS) : [],
  );

type Parts =
  | { readonly kind: 'point'; readonly parts: Position[] }
  | { readonly kind: 'line'; readonly parts: Position[][] }
  | { readonly kind: 'polygon'; readonly parts: Position[][][] };

function partsOf({ type, coordinates }: Member): Parts | undefined {
  const isMulti = type.startsWith('Multi');
  const nested = isMulti ? coordinates : [coordinates];
  switch (type.replace('Multi', '')) {
    case 'Point':
      return wrap('point', listOf(nested, position));
    case 'LineString':
      return wrap('line', listOf(nested, run));
    case 'Polygon':
      return wrap('polygon', listOf(nested, rings));
    default:
      return undefined;
  }
}

const wrap = <Kind extends Parts['kind'], Part>(
  kind: Kind,
  parts: Part[] | undefined,
): { kind: Kind; parts: Part[] } | undefined => (parts?.length ? { kind, parts } : undefined);

function listOf<Item>(
  value: unknown,
  item: (value: unknown) => Item | undefined,
): Item[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.map(item).filter((each) => each !== undefined);
  return items.length === value.length ? items : undefined;
}

const run = (value: unknown): Position[] | undefined => listOf(value, position);
const rings = (value: unknown): Position[][] | undefined => {
  const all = listOf(value, run);
  return all?.length ? all : undefined;
};

function position(value: unknown): Position | undefined {
  if (!Array.isArray(value)) return undefined;
  const [x, y] = value;
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : undefined;
}

/** Members of one kind as one shape; of several kinds, those that cover ground, else those that have length. */
function join(all: readonly Parts[]): AreaGeometry {
  const polygons = all.flatMap((each) => (each.kind === 'polygon' ? each.parts : []));
  const lines = all.flatMap((each) => (each.kind === 'line' ? each.parts : []));
  const points = all.flatMap((each) => (each.kind === 'point' ? each.parts : []));
  const [polygon] = polygons;
  const [line] = lines;
  const [point = []] = points;
  if (polygon) {
    return polygons.length === 1
      ? { type: 'Polygon', coordinates: polygon }
      : { type: 'MultiPolygon', coordinates: polygons };
  }
  if (line) {
    return lines.length === 1
      ? { type: 'LineString', coordinates: line }
      : { type: 'MultiLineString', coordinates: lines };
  }
  return points.length === 1
    ? { type: 'Point', coordinates: point }
    : { type: 'MultiPoint', coordinates: points };
}
