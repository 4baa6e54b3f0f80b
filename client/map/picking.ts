import type { Geometry, Position } from 'geojson';
import type { MapHit } from './map-controller.ts';

/** A position on screen. */
export type ScreenPoint = { readonly x: number; readonly y: number };

/** Reach of a pointer round what it points at. Source: the design, "under 6 px (12 touch)". */
export const REACH_PX = { mouse: 6, touch: 12 } as const;

/** What was found: a mark, a line, a name written beside something, or an area. */
export type Sign = 'mark' | 'line' | 'name' | 'area';

/** One drawn feature under the pointer. */
export type Candidate = {
  readonly layerId: string;
  readonly key: number;
  readonly name?: string | undefined;
  readonly sign: Sign;
  readonly distancePx: number;
  /** Area on screen, px²; 0 for marks and lines. */
  readonly sizePx: number;
};

const RANK: Readonly<Record<Sign, number>> = { mark: 0, line: 1, name: 2, area: 3 };

/**
 * Every feature once, best first: nearest mark, then nearest line, then what is named there, then smallest area.
 * Source: the design, "What a picture cannot show".
 */
export function orderHits(candidates: readonly Candidate[]): MapHit[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const id = `${candidate.layerId}/${candidate.key}`;
    const known = best.get(id);
    best.set(id, known === undefined ? candidate : merge(known, candidate));
  }
  return [...best.values()]
    .toSorted(
      (a, b) => RANK[a.sign] - RANK[b.sign] || a.sizePx - b.sizePx || a.distancePx - b.distancePx,
    )
    .map(({ layerId, key, name, distancePx }) => ({
      layerId,
      key,
      distancePx,
      ...(name === undefined ? {} : { name }),
    }));
}

/** A feature cut by tile edges, or drawn by several style layers, is one: nearest part, whole size. */
function merge(a: Candidate, b: Candidate): Candidate {
  const front = RANK[a.sign] <= RANK[b.sign] ? a : b;
  return {
    ...front,
    name: a.name ?? b.name,
    distancePx: Math.min(a.distancePx, b.distancePx),
    sizePx: front.sign === 'area' ? Math.max(a.sizePx, b.sizePx) : 0,
  };
}

/** Turns a longitude and latitude into a position on screen. */
export type Project = (position: Position) => ScreenPoint;

/** How far a point is from a drawn geometry, and how large that is on screen. */
export function measure(
  geometry: Geometry,
  project: Project,
  at: ScreenPoint,
): { distancePx: number; sizePx: number } {
  switch (geometry.type) {
    case 'Point':
      return { distancePx: between(project(geometry.coordinates), at), sizePx: 0 };
    case 'MultiPoint':
      return {
        distancePx: least(geometry.coordinates.map((each) => between(project(each), at))),
        sizePx: 0,
      };
    case 'LineString':
      return { distancePx: toPath(geometry.coordinates.map(project), at), sizePx: 0 };
    case 'MultiLineString':
      return {
        distancePx: least(geometry.coordinates.map((path) => toPath(path.map(project), at))),
        sizePx: 0,
      };
    case 'Polygon':
      return toArea([geometry.coordinates], project, at);
    case 'MultiPolygon':
      return toArea(geometry.coordinates, project, at);
    default:
      return { distancePx: Number.POSITIVE_INFINITY, sizePx: 0 };
  }
}

const least = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

const between = (a: ScreenPoint, b: ScreenPoint): number => Math.hypot(a.x - b.x, a.y - b.y);

function toPath(path: readonly ScreenPoint[], at: ScreenPoint): number {
  return least(path.slice(1).map((end, index) => toSegment(path[index] ?? end, end, at)));
}

function toSegment(start: ScreenPoint, end: ScreenPoint, at: ScreenPoint): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((at.x - start.x) * dx + (at.y - start.y) * dy) / squared;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(at.x - start.x - share * dx, at.y - start.y - share * dy);
}

function toArea(
  polygons: readonly Position[][][],
  project: Project,
  at: ScreenPoint,
): { distancePx: number; sizePx: number } {
  let [inside, sizePx, edge] = [false, 0, Number.POSITIVE_INFINITY];
  for (const rings of polygons) {
    for (const [index, ring] of rings.entries()) {
      const path = ring.map(project);
      if (isInside(path, at)) inside = !inside;
      sizePx += (index === 0 ? 1 : -1) * areaOf(path);
      edge = Math.min(edge, toPath(path, at));
    }
  }
  return { distancePx: inside ? 0 : edge, sizePx };
}

/** Even-odd rule: a hole turns inside to outside again. */
function isInside(ring: readonly ScreenPoint[], { x, y }: ScreenPoint): boolean {
  let inside = false;
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length] ?? a;
    const crosses = a.y > y !== b.y > y;
    if (crosses && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

function areaOf(ring: readonly ScreenPoint[]): number {
  let twice = 0;
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length] ?? a;
    twice += a.x * b.y - b.x * a.y;
  }
  return Math.abs(twice) / 2;
}
