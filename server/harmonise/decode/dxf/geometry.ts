import type { Geometry, Position } from 'geojson';
import { eachPosition } from '#data/schema/geometry.ts';
import { linearise } from '../geometry/arcs.ts';
import type { Entity, Pair } from './entities.ts';

type Reader = (entity: Entity) => Geometry | string;

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

/** A vertex, and the bulge of the stretch to the next: the tangent of a quarter of its angle. */
type Vertex = { readonly place: Position; readonly bulge: number };

const lightPolyline: Reader = ({ values }) => {
  const vertices: { place: Position; bulge: number }[] = [];
  let x = Number.NaN;
  for (const [code, text] of values) {
    const value = text === '' ? Number.NaN : Number(text);
    const last = vertices.at(-1);
    if (code === 10) x = value;
    else if (code === 20) vertices.push({ place: [x, value], bulge: 0 });
    else if (code === 42 && last && Number.isFinite(value)) last.bulge = value;
  }
  return polyline(vertices, isClosed(values));
};

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
  const [first] = vertices;
  if (!first || vertices.some(({ place }) => !place.every(Number.isFinite))) return NO_PLACE;
  const ring = closed ? [...vertices, first] : vertices;
  const coordinates: Position[] = [first.place];
  for (const [index, { place }] of ring.entries()) {
    const before = ring[index - 1];
    if (before) for (const step of stretch(before, place)) coordinates.push(step);
  }
  return { type: 'LineString', coordinates };
}

function stretch({ place, bulge }: Vertex, end: Position): Position[] {
  if (bulge === 0) return [end];
  const [ax = 0, ay = 0] = place;
  const [bx = 0, by = 0] = end;
  const middle = [(ax + bx) / 2 + ((by - ay) * bulge) / 2, (ay + by) / 2 - ((bx - ax) * bulge) / 2];
  return linearise([place, middle, end]).slice(1);
}

const circle: Reader = ({ values }) => arcOf(values, 0, 360);
const arc: Reader = ({ values }) => arcOf(values, figure(values, 50), figure(values, 51));

/** Angles in degrees, anticlockwise from the x axis. */
function arcOf(values: readonly Pair[], fromDeg: number, toDeg: number): Geometry | string {
  const centre = position(values, 10);
  const radius = figure(values, 40);
  const turn = (((toDeg - fromDeg) % 360) + 360) % 360 || 360;
  if (!centre || !Number.isFinite(radius) || !Number.isFinite(turn)) return NO_PLACE;
  const at = (degrees: number): Position => {
    const angle = (degrees * Math.PI) / 180;
    return [
      (centre[0] ?? 0) + radius * Math.cos(angle),
      (centre[1] ?? 0) + radius * Math.sin(angle),
    ];
  };
  const end = turn === 360 ? at(fromDeg) : at(fromDeg + turn);
  return { type: 'LineString', coordinates: linearise([at(fromDeg), at(fromDeg + turn / 2), end]) };
}

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

/** The geometry of an entity; a sentence when it is damaged. Arcs become lines of at most 4° a step. */
export function entityGeometry(entity: Entity): Geometry | null | string {
  const geometry = READERS.get(entity.type)?.(entity) ?? null;
  return geometry !== null && typeof geometry !== 'string' && !isFinitePlace(geometry)
    ? NO_PLACE
    : geometry;
}
