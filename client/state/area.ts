import { groundLengthM, pointEastOf } from '#data/geodesy/ground.ts';
import type { Area, AreaGeometry } from '#data/query/area.ts';
import { MOST_BUFFER_M, settleShape } from '#data/query/area.ts';
import { writeArea } from '#data/query/area-text.ts';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import { boxOf, LEAST_CORNERS, type SketchShape } from './sketch.ts';

/** What is asked about, and whether the list keeps to it. Absent: nothing is. */
export type AskedArea = {
  readonly area: Area;
  /** The list holds what is in the area, not what is in view. */
  readonly isListed?: true;
};

export type AreaChange =
  | { readonly kind: 'area-asked'; readonly area: Area }
  | { readonly kind: 'area-buffered'; readonly bufferM: number | undefined }
  | { readonly kind: 'area-listed'; readonly isListed: boolean }
  | { readonly kind: 'area-cleared' };

/** The area asked about after a change; the same object when nothing changed. */
export function changeArea(
  asked: AskedArea | undefined,
  change: AreaChange,
): AskedArea | undefined {
  switch (change.kind) {
    case 'area-asked':
      return isSameArea(asked?.area, change.area) ? asked : { ...asked, area: change.area };
    case 'area-cleared':
      return undefined;
    case 'area-buffered':
      return asked && { ...asked, area: withBuffer(asked.area, change.bufferM) };
    case 'area-listed': {
      if (asked === undefined || (asked.isListed ?? false) === change.isListed) return asked;
      const { isListed: _before, ...rest } = asked;
      return change.isListed ? { ...rest, isListed: true } : rest;
    }
  }
}

/** Whether two areas ask the same. */
const isSameArea = (one: Area | undefined, other: Area | undefined): boolean =>
  one === other || (one && writeArea(one)) === (other && writeArea(other));

/** Whether two areas lie on the same ground, whatever they are called. */
export const isSameGround = (one: Area | undefined, other: Area | undefined): boolean =>
  isSameArea(one && untitled(one), other && untitled(other));

const untitled = ({ title: _name, ...area }: Area): Area => area;

/** An area with another strip round it: whole metres within what ODIN measures; 0 or none takes it away. */
export function withBuffer({ bufferM: _before, ...area }: Area, bufferM: number | undefined): Area {
  const metres = Math.min(MOST_BUFFER_M, Math.round(bufferM ?? 0));
  return metres >= 1 ? { ...area, bufferM: metres } : area;
}

/** The area of a box: what the map shows. */
export function areaOfBounds([west, south, east, north]: Bounds, title: string): Area {
  const corners = boxOf([west, north], [east, south]);
  return { subject: { kind: 'shape', geometry: geometryOf('polygon', corners) }, title };
}

type Finished = { readonly shape: SketchShape; readonly corners: readonly LngLat[] };

/**
 * What a finished drawing asks about. A circle is its centre with a buffer, so that it is round; the strip
 * round anything else stays as it was.
 *
 * @returns undefined while there are too few corners
 */
export function areaOfSketch({ shape, corners }: Finished, before?: Area): Area | undefined {
  const [centre, edge] = corners;
  if (centre === undefined || corners.length < LEAST_CORNERS[shape]) return undefined;
  if (shape === 'circle' && edge !== undefined) {
    const point: Area = { subject: { kind: 'shape', geometry: geometryOf('point', [centre]) } };
    return withBuffer(point, Math.max(1, groundLengthM(centre, edge)));
  }
  const subject = { kind: 'shape', geometry: geometryOf(shape, corners) } as const;
  return withBuffer({ subject }, before?.bufferM);
}

function geometryOf(shape: SketchShape, corners: readonly LngLat[]): AreaGeometry {
  const path = corners.map((corner) => [...corner]);
  if (shape === 'point') return settleShape({ type: 'Point', coordinates: path[0] ?? [] });
  if (shape === 'line') return settleShape({ type: 'LineString', coordinates: path });
  return settleShape({ type: 'Polygon', coordinates: [path] });
}

/**
 * The drawing an area can be edited as; undefined for features, kept areas and shapes of several parts or with
 * holes, which are edited as text. A point with a buffer is a circle.
 */
export function sketchOfArea({ subject, bufferM }: Area): Finished | undefined {
  if (subject.kind !== 'shape') return undefined;
  const { geometry } = subject;
  if (geometry.type === 'Point') {
    const point = pairOf(geometry.coordinates);
    if (bufferM === undefined) return { shape: 'point', corners: [point] };
    return { shape: 'circle', corners: [point, pointEastOf(point, bufferM)] };
  }
  if (geometry.type === 'LineString') {
    return { shape: 'line', corners: geometry.coordinates.map(pairOf) };
  }
  const [ring = [], ...holes] = geometry.type === 'Polygon' ? geometry.coordinates : [];
  if (ring.length === 0 || holes.length > 0) return undefined;
  return { shape: 'polygon', corners: ring.slice(0, -1).map(pairOf) };
}

const pairOf = ([lng = Number.NaN, lat = Number.NaN]: readonly number[]): LngLat => [lng, lat];
