import type { Geometry, Position } from 'geojson';
import { eachPosition } from '#data/schema/geometry.ts';
import { bulgedLine, circleArc, ellipseArc, splineLine, type Vertex } from './curves.ts';
import type { Entity, Pair } from './entities.ts';
import { hatchArea, verticesOf } from './hatch.ts';

type Reader = (entity: Entity) => Geometry | null | string;

const NO_PLACE = 'The entity has coordinates that are no finite numbers.';

/** The figure of a group code, or NaN. */
function figure(values: readonly Pair[], code: number): number {
  const text = values.find(([key]) => key === code)?.[1] ?? '';
  return text === '' ? Number.NaN : Number(text);
}

/** x, y and z stand under codes 10, 20 and 30 (or 11, 21, 31). */
function position(values: readonly Pair[], code: number): Position | undefined {
  const [x, y] = [figure(values, code), figure(values, code + 10)];
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : undefined;
}

const point: Reader = ({ values }) => {
  const coordinates = position(values, 10);
  return coordinates ? { type: 'Point', coordinates } : NO_PLACE;
};

const line: Reader = ({ values }) => {
  const [start, end] = [position(values, 10), position(values, 11)];
  return start && end ? { type: 'LineString', coordinates: [start, end] } : NO_PLACE;
};

const lightPolyline: Reader = ({ values }) => polyline(verticesOf(values), isClosed(values));

const heavyPolyline: Reader = ({ values, vertices }) => {
  const read = vertices.map((vertex) => ({
    place: position(vertex, 10) ?? [Number.NaN, Number.NaN],
    bulge: figure(vertex, 42) || 0,
  }));
  // Bits 16 and 64: a mesh, not a line.
  if (((figure(values, 70) || 0) & 80) !== 0) return 'Meshes are not read.';
  return polyline(read, isClosed(values));
};

const isClosed = (values: readonly Pair[]): boolean => ((figure(values, 70) || 0) & 1) === 1;

function polyline(vertices: readonly Vertex[], closed: boolean): Geometry | string {
  if (vertices.length === 0) return NO_PLACE;
  return asLine(bulgedLine(vertices, closed));
}

const asLine = (coordinates: Position[] | undefined): Geometry | string =>
  coordinates?.every((place) => place.every(Number.isFinite))
    ? { type: 'LineString', coordinates }
    : NO_PLACE;

const circle: Reader = ({ values }) => arcOf(values, 0, 360);
const arc: Reader = ({ values }) => arcOf(values, figure(values, 50), figure(values, 51));

function arcOf(values: readonly Pair[], fromDeg: number, toDeg: number): Geometry | string {
  const centre = position(values, 10);
  return centre ? asLine(circleArc(centre, figure(values, 40), fromDeg, toDeg)) : NO_PLACE;
}

const ellipse: Reader = ({ values }) => {
  const [centre, axis] = [position(values, 10), position(values, 11)];
  const ratio = figure(values, 40);
  return centre && axis && Number.isFinite(figure(values, 42) - figure(values, 41))
    ? asLine(ellipseArc({ centre, axis, ratio }, figure(values, 41), figure(values, 42)))
    : NO_PLACE;
};

/** By its control points, or through those it was drawn to fit. */
const spline: Reader = ({ values }) => {
  const all = (code: number) =>
    values.flatMap(([key, text]) => (key === code ? [Number(text)] : []));
  const places = (code: number) => {
    const ys = all(code + 10);
    return all(code).map((x, at) => [x, ys[at] ?? Number.NaN]);
  };
  const [controls, fitted] = [places(10), places(11)];
  const curve = { degree: figure(values, 71), knots: all(40), controls, weights: all(41) };
  const line = splineLine(curve) ?? (fitted.length > 1 ? fitted : undefined);
  return line ? asLine(line) : 'A spline has figures that do not fit one another.';
};

/** Three or four corners; those of a SOLID are written crosswise. */
const face: Reader = ({ type, values }) => {
  const order = type === '3DFACE' ? [10, 11, 12, 13] : [10, 11, 13, 12];
  const corners = order.flatMap((code) => {
    const corner = position(values, code);
    return corner ? [corner] : [];
  });
  const [first] = corners;
  if (!first || corners.length < 3) return NO_PLACE;
  return { type: 'Polygon', coordinates: [[...corners, first]] };
};

const READERS: ReadonlyMap<string, Reader> = new Map([
  ['POINT', point],
  ['INSERT', point],
  ['TEXT', point],
  ['MTEXT', point],
  ['LINE', line],
  ['LWPOLYLINE', lightPolyline],
  ['POLYLINE', heavyPolyline],
  ['CIRCLE', circle],
  ['ARC', arc],
  ['ELLIPSE', ellipse],
  ['SPLINE', spline],
  ['HATCH', ({ values }) => hatchArea(values)],
  ['SOLID', face],
  ['TRACE', face],
  ['3DFACE', face],
]);

function isFinitePlace(geometry: Geometry): boolean {
  let isPlace = true;
  eachPosition(geometry, (place) => {
    isPlace &&= place.every(Number.isFinite);
  });
  return isPlace;
}

/** Entity types that have a place on the map. */
export const READ_ENTITIES: ReadonlySet<string> = new Set(READERS.keys());

/** Entities whose coordinates are those of their own plane. Source: DXF reference, “Object coordinate systems”. */
const IN_OWN_PLANE: ReadonlySet<string> = new Set(
  'LWPOLYLINE POLYLINE CIRCLE ARC INSERT TEXT HATCH SOLID TRACE'.split(' '),
);

/** A plane seen from below has its x the other way round. */
const isSeenFromBelow = ({ type, values }: Entity): boolean =>
  IN_OWN_PLANE.has(type) && figure(values, 230) < 0;

function turned(geometry: Geometry): Geometry {
  const met = new Set<Position>();
  eachPosition(geometry, (place) => {
    // A closed ring may hold one position twice.
    if (!met.has(place)) place[0] = -(place[0] ?? 0);
    met.add(place);
  });
  return geometry;
}

/** The geometry of an entity; a sentence when it is damaged. Curves become lines of at most 4° a step. */
export function entityGeometry(entity: Entity): Geometry | null | string {
  const geometry = READERS.get(entity.type)?.(entity) ?? null;
  if (geometry === null || typeof geometry === 'string') return geometry;
  if (!isFinitePlace(geometry)) return NO_PLACE;
  return isSeenFromBelow(entity) ? turned(geometry) : geometry;
}
