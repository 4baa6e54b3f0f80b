import type { Geometry, Polygon, Position } from 'geojson';
import { seededRandom } from '../seeded.ts';

/** Sites and layers for the bench, in metres of the National Grid; the same for the same seed. */

/** A square the size of Greater Manchester. */
export const WEST = 352_000;
export const SOUTH = 380_000;
export const SIDE_M = 50_000;

/** Sites of half a hectare to twenty, of 5 to 14 corners, a fifth of them with a corner turned in. */
export function madeUpSites(count: number, seed = 1): Polygon[] {
  const draw = seededRandom(seed);
  return Array.from({ length: count }, () => blob(draw, 40 + 220 * draw() ** 2, 5, 14));
}

/** Polygons of 5 to 32 corners and some 300 m across, as constraints and networks have them. */
export function madeUpLayer(count: number, seed: number): Geometry[] {
  const draw = seededRandom(seed);
  return Array.from({ length: count }, () => blob(draw, 60 + 500 * draw() ** 2, 5, 32));
}

function blob(draw: () => number, radiusM: number, least: number, most: number): Polygon {
  const e = WEST + draw() * SIDE_M;
  const n = SOUTH + draw() * SIDE_M;
  const corners = least + Math.floor(draw() * (most - least + 1));
  const rough = draw() < 0.2 ? 0.6 : 0.15;
  const ring = Array.from({ length: corners }, (_, corner): Position => {
    const turn = (2 * Math.PI * corner) / corners;
    const radius = radiusM * (1 - rough * draw());
    return [e + radius * Math.cos(turn), n + radius * Math.sin(turn)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] };
}
