import type { Geometry, Position } from 'geojson';
import { nestByPlace } from '../binary/rings.ts';
import { bulgedLine, circleArc, ellipseArc, splineLine, type Vertex } from './curves.ts';
import type { Pair } from './entities.ts';

const IS_POLYLINE = 2;

/**
 * The area a hatch fills, by its boundary paths; a path inside another is a hole. GDAL writes
 * polygons so. Source: Autodesk DXF reference, HATCH and “Boundary path data”.
 *
 * @returns a sentence when a boundary is damaged or of a kind that is not read
 */
export function hatchArea(values: readonly Pair[]): Geometry | null | string {
  const rings: Position[][] = [];
  for (const path of pathsOf(values)) {
    const flags = Number(path[0]?.[1]);
    const ring = (flags & IS_POLYLINE) === 0 ? edgeRing(path) : polylineRing(path);
    if (!ring?.every((place) => place.every(Number.isFinite)))
      return 'A hatch has a boundary that is damaged or of a kind that is not read.';
    if (ring.length >= 3) rings.push(closed(ring));
  }
  return rings.length === 0 ? null : nestByPlace(rings);
}

/** Each path begins with code 92; what follows the last (75: the style of the hatch) is no boundary. */
function pathsOf(values: readonly Pair[]): Pair[][] {
  const paths: Pair[][] = [];
  const start = values.findIndex(([code]) => code === 91);
  for (const pair of start < 0 ? [] : values.slice(start + 1)) {
    if (pair[0] === 75) break;
    if (pair[0] === 92) paths.push([pair]);
    else paths.at(-1)?.push(pair);
  }
  return paths;
}

function polylineRing(path: readonly Pair[]): Position[] {
  const vertices = verticesOf(path);
  // Some writers repeat the first vertex at the end, some do not.
  return bulgedLine(vertices, distance(vertices[0]?.place, vertices.at(-1)?.place) > 0);
}

/** Vertices as they follow one another: 10 and 20 a place, 42 its bulge. */
export function verticesOf(values: readonly Pair[]): Vertex[] {
  const vertices: { place: Position; bulge: number }[] = [];
  let x = Number.NaN;
  for (const [code, text] of values) {
    const value = text === '' ? Number.NaN : Number(text);
    const last = vertices.at(-1);
    if (code === 10) x = value;
    else if (code === 20) vertices.push({ place: [x, value], bulge: 0 });
    else if (code === 42 && last && Number.isFinite(value)) last.bulge = value;
  }
  return vertices;
}

function edgeRing(path: readonly Pair[]): Position[] | undefined {
  const edges: Pair[][] = [];
  for (const pair of path.slice(1)) {
    if (pair[0] === 97) break;
    if (pair[0] === 72) edges.push([pair]);
    else edges.at(-1)?.push(pair);
  }
  let ring: Position[] = [];
  for (const edge of edges) {
    const line = edgeLine(edge);
    if (!line) return undefined;
    ring = joined(ring, line);
  }
  return ring;
}

/** Edges follow one another, some drawn backwards; the first may have to turn round too. */
function joined(ring: Position[], line: Position[]): Position[] {
  if (ring.length === 0) return line;
  const [end, start] = [ring.at(-1), ring[0]];
  const [first, last] = [line[0], line.at(-1)];
  const ways: readonly (readonly [number, Position[], Position[]])[] = [
    [distance(end, first), ring, line],
    [distance(end, last), ring, line.toReversed()],
    [distance(start, first), ring.toReversed(), line],
    [distance(start, last), ring.toReversed(), line.toReversed()],
  ];
  const [, before, after] = ways.reduce((best, way) => (way[0] < best[0] ? way : best));
  return [...before, ...after.slice(1)];
}

const distance = (one: Position | undefined, other: Position | undefined): number =>
  Math.hypot((one?.[0] ?? 0) - (other?.[0] ?? 0), (one?.[1] ?? 0) - (other?.[1] ?? 0));

type Figure = (code: number) => number;

/** Kinds of edges by code 72. */
const EDGES: ReadonlyMap<
  string,
  (figure: Figure, edge: readonly Pair[]) => Position[] | undefined
> = new Map([
  [
    '1',
    (figure) => [
      [figure(10), figure(20)],
      [figure(11), figure(21)],
    ],
  ],
  ['2', arcEdge],
  ['3', ellipseEdge],
  ['4', splineEdge],
]);

function edgeLine(edge: readonly Pair[]): Position[] | undefined {
  const figure: Figure = (code) => {
    const text = edge.find(([key]) => key === code)?.[1] ?? '';
    return text === '' ? Number.NaN : Number(text);
  };
  return EDGES.get(edge[0]?.[1] ?? '')?.(figure, edge);
}

/** Angles of a clockwise edge are counted clockwise too. */
function anglesOf(figure: Figure): readonly [number, number] {
  const [from, to] = [figure(50), figure(51)];
  return figure(73) === 0 ? [-to, -from] : [from, to];
}

function arcEdge(figure: Figure): Position[] {
  const [from, to] = anglesOf(figure);
  return circleArc([figure(10), figure(20)], figure(40), from, to);
}

function ellipseEdge(figure: Figure): Position[] {
  const [from, to] = anglesOf(figure).map((degrees) => (degrees * Math.PI) / 180);
  const axis = [figure(11), figure(21)];
  const ellipse = { centre: [figure(10), figure(20)], axis, ratio: figure(40) };
  return ellipseArc(ellipse, from ?? 0, to ?? 0);
}

function splineEdge(figure: Figure, edge: readonly Pair[]): Position[] | undefined {
  const all = (code: number) => edge.flatMap(([key, text]) => (key === code ? [Number(text)] : []));
  const ys = all(20);
  const controls = all(10).map((x, at) => [x, ys[at] ?? Number.NaN]);
  return splineLine({ degree: figure(94), knots: all(40), controls, weights: all(42) });
}

function closed(ring: Position[]): Position[] {
  const [first] = ring;
  return first && distance(first, ring.at(-1)) > 0 ? [...ring, first] : ring;
}
