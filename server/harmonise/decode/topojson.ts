import type { Geometry, Position } from 'geojson';
import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedFile, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { type JsonText, licenceOf } from './geojson.ts';
import { cellOf, gatherColumns } from './json/columns.ts';
import { parse, textOf } from './json/scan.ts';
import { refuse } from './refusal.ts';

type Members = Readonly<Record<string, unknown>>;

/** A topology's lines, and how their figures become coordinates. */
type Topology = {
  /** Undefined where a line is damaged. */
  readonly arcs: readonly (readonly Position[] | undefined)[];
  readonly point: (value: unknown) => Position;
};

/** What goes wrong in one geometry; told as an issue of its record. */
class BadGeometry extends Error {}

/**
 * TopoJSON: every object is a layer, unpacked by its transform. It names no coordinate system.
 * Source: TopoJSON 1.0 specification.
 *
 * @throws Refusal when it holds no objects
 */
export function decodeTopology(text: JsonText): DecodedFile {
  const { bytes, members, file } = text;
  const at = (name: string) => {
    const span = members.get(name);
    return span && parse(bytes, span);
  };
  const objects = at('objects');
  if (!isObject(objects)) return refuse('file.corrupt', 'The TopoJSON holds no objects.');
  const topology = unpack(at('arcs'), at('transform'));
  const licenceText = licenceOf(text);
  const layers = Object.entries(objects).map(([name, object]) => ({
    ...layerOf(name, object, topology),
    ...(licenceText === undefined ? {} : { licenceText }),
  }));
  const issues = [...file.issues, ...text.issues];
  return { format: 'topojson', encoding: file.encoding, layers, issues };
}

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function unpack(arcs: unknown, transform: unknown): Topology {
  const { scale, translate } = isObject(transform)
    ? transform
    : { scale: undefined, translate: undefined };
  const [kx, ky] = listOf(scale).map(Number);
  const [dx, dy] = listOf(translate).map(Number);
  const isQuantised = kx !== undefined && ky !== undefined && dx !== undefined && dy !== undefined;
  const point = (value: unknown): Position => {
    const [x, y] = listOf(value).map(Number);
    if (x === undefined || y === undefined)
      throw new BadGeometry('A position has fewer than two figures.');
    return finite(isQuantised ? [x * kx + dx, y * ky + dy] : [x, y]);
  };
  const lines = listOf(arcs).map((arc) =>
    orUndefined(() => (isQuantised ? fromDeltas(arc, point) : listOf(arc).map(point))),
  );
  return { arcs: lines, point };
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof BadGeometry) return undefined;
    throw thrown;
  }
}

function finite(position: Position): Position {
  if (!position.every(Number.isFinite)) throw new BadGeometry('A position is no finite number.');
  return position;
}

/** Quantised lines hold differences from the position before. */
function fromDeltas(arc: unknown, point: (value: unknown) => Position): Position[] {
  let [x, y] = [0, 0];
  return listOf(arc).map((delta) => {
    const [a = Number.NaN, b = Number.NaN] = listOf(delta).map(Number);
    [x, y] = [x + a, y + b];
    return point([x, y]);
  });
}

function layerOf(name: string, object: unknown, topology: Topology): DecodedLayer {
  const features =
    isObject(object) && object.type === 'GeometryCollection' ? listOf(object.geometries) : [object];
  const columns = gatherColumns();
  for (const feature of features) for (const [key] of attributesOf(feature)) columns.place(key);
  return {
    name,
    columns: columns.names,
    spatial: true,
    records: (report) => recordsOf(name, features, { columns, topology, report }),
  };
}

type Reading = {
  readonly columns: ReturnType<typeof gatherColumns>;
  readonly topology: Topology;
  readonly report: (found: Issue) => void;
};

function* recordsOf(
  layer: string,
  features: readonly unknown[],
  reading: Reading,
): Generator<RawRecord> {
  const { columns, topology, report } = reading;
  for (const [index, feature] of features.entries()) {
    const line = index + 1;
    const values = new Array<Cell>(columns.names.length).fill(null);
    for (const [key, value] of attributesOf(feature)) values[columns.place(key)] = cellOf(value);
    let geometry: Geometry | null = null;
    try {
      geometry = geometryOf(feature, topology);
    } catch (thrown) {
      if (!(thrown instanceof BadGeometry)) throw thrown;
      report(issue('geom.parse-failed', { layer, line }, thrown.message));
    }
    yield { line, values, geometry };
  }
}

function attributesOf(feature: unknown): [string, unknown][] {
  if (!isObject(feature)) return [];
  const { id, properties } = feature;
  const own: [string, unknown][] = isObject(properties) ? Object.entries(properties) : [];
  if (id !== undefined && !own.some(([key]) => key === 'id')) own.unshift(['id', id]);
  return own;
}

function geometryOf(value: unknown, topology: Topology): Geometry | null {
  if (!isObject(value) || value.type === null || value.type === undefined) return null;
  const { type, arcs, coordinates, geometries } = value;
  const line = (list: unknown) => lineOf(list, topology);
  const lines = (list: unknown) => listOf(list).map(line);
  switch (type) {
    case 'Point':
      return { type: 'Point', coordinates: topology.point(coordinates) };
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: listOf(coordinates).map(topology.point) };
    case 'LineString':
      return { type: 'LineString', coordinates: line(arcs) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: lines(arcs) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: lines(arcs) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: listOf(arcs).map(lines) };
    case 'GeometryCollection': {
      const parts = listOf(geometries).map((part) => geometryOf(part, topology));
      return { type: 'GeometryCollection', geometries: parts.filter((part) => part !== null) };
    }
    default:
      throw new BadGeometry(`“${textOf(type)}” is no type of geometry.`);
  }
}

/** Lines end to end; a negative number is a line backwards. The position where two meet stands once. */
function lineOf(numbers: unknown, topology: Topology): Position[] {
  const line: Position[] = [];
  for (const number of listOf(numbers)) {
    const way = wayOf(Number(number), topology);
    for (const position of line.length > 0 ? way.slice(1) : way) line.push(position);
  }
  return line;
}

function wayOf(number: number, { arcs }: Topology): readonly Position[] {
  const arc = Number.isInteger(number) ? arcs[number < 0 ? ~number : number] : undefined;
  if (!arc) throw new BadGeometry(`Arc ${number} is missing or damaged.`);
  return number < 0 ? arc.toReversed() : arc;
}
