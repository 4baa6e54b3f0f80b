import type { Position } from 'geojson';
import type { Wgs84Geometry } from '#data/schema/geometry.ts';
import { metresBetween } from './area.ts';

/** Only a vertex this far from both its neighbours is looked at, metres. */
const FAR_M = 50_000;
/** … and only when they are this much nearer to one another. */
const TIMES_NEARER = 20;
/** An edge this long is needed for one, degrees: shorter ones are passed over without measuring. */
const LONG_EDGE = 0.4;

/** A vertex that juts out of its line or outline by many kilometres, as one wrong figure makes it. */
export type Stray = { readonly position: Position; readonly awayM: number };

/** Find a stray vertex of a line or area in WGS 84; undefined when there is none. */
export function findStray(geometry: Wgs84Geometry): Stray | undefined {
  for (const path of pathsOf(geometry)) {
    const stray = hasLongEdge(path) ? findInPath(path) : undefined;
    if (stray) return stray;
  }
  return undefined;
}

/** True when an edge spans more than half the world: it was drawn over the 180° meridian. */
export const crossesAntimeridian = (geometry: Wgs84Geometry): boolean =>
  pathsOf(geometry).some((path) => {
    for (let i = 1; i < path.length; i++) {
      const before = path[i - 1] as Position;
      const position = path[i] as Position;
      if (Math.abs((position[0] as number) - (before[0] as number)) > 180) return true;
    }
    return false;
  });

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

function hasLongEdge(path: readonly Position[]): boolean {
  for (let i = 1; i < path.length; i++) {
    const a = path[i - 1] as Position;
    const b = path[i] as Position;
    const dx = Math.abs((a[0] as number) - (b[0] as number));
    if (dx > LONG_EDGE || Math.abs((a[1] as number) - (b[1] as number)) > LONG_EDGE) return true;
  }
  return false;
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
