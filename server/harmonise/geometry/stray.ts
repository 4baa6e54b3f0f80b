import type { Position } from 'geojson';
import { boundsOf, type Wgs84Geometry } from '#data/schema/geometry.ts';
import { metresBetween } from './area.ts';

/** Only a vertex this far from both its neighbours is looked at, metres. */
const FAR_M = 20_000;
/** … and only when they are this much nearer to one another. */
const TIMES_NEARER = 10;
/** A geometry that spans less has none, degrees. */
const SPAN = 0.2;

/** A vertex that juts out of its line or outline by many kilometres, as one wrong figure makes it. */
export type Stray = { readonly position: Position; readonly awayM: number };

/** Find a stray vertex of a line or area in WGS 84; undefined when there is none. */
export function findStray(geometry: Wgs84Geometry): Stray | undefined {
  const [west = 0, south = 0, east = 0, north = 0] = boundsOf(geometry) ?? [];
  if (east - west < SPAN && north - south < SPAN) return undefined;
  for (const path of pathsOf(geometry)) {
    const stray = findInPath(path);
    if (stray) return stray;
  }
  return undefined;
}

function pathsOf(geometry: Wgs84Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    default:
      return [];
  }
}

function findInPath(path: readonly Position[]): Stray | undefined {
  if (path.length < 4) return undefined;
  for (let i = 0; i < path.length; i++) {
    // a line's ends have one neighbour: the two next to them stand in
    const before = path[i === 0 ? 2 : i - 1] as [number, number];
    const after = path[i === path.length - 1 ? i - 2 : i + 1] as [number, number];
    const here = path[i] as [number, number];
    const awayM = Math.min(metresBetween(here, before), metresBetween(here, after));
    if (awayM > FAR_M && metresBetween(before, after) * TIMES_NEARER < awayM) {
      return { position: here, awayM };
    }
  }
  return undefined;
}
