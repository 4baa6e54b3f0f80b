import { cellToBoundary, cellToLatLng, polygonToCells } from 'h3-js';
import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import type { LngLat, Wgs84Geometry } from '#data/schema/geometry.ts';
import { toGrid } from '#server/measure/plane-shape.ts';
import type { Candidate } from './candidate.ts';

/** A place cells are called by. */
export type Place = { readonly name: string; readonly at: LngLat };

/** A hexagon of the surface: a candidate, how it is drawn and what it is called. */
export type Cell = Candidate & {
  /** `Near Swinton`. */
  readonly title: string;
  /** WGS 84. */
  readonly middle: LngLat;
  /** Corners one after another, `lng, lat, lng, lat …`, open; WGS 84. */
  readonly corners: readonly number[];
};

/** Levels a surface may have: hexagons of 5 km² to 10 ha. Source: H3's table of cell areas. */
export const CELL_LEVELS = [7, 8, 9] as const;

/**
 * The hexagons of H3 whose middle lies in any of some districts, in the order of their index: all of a city region,
 * so that land nobody registered is found.
 *
 * @param level of H3: 8 is 0.7 km², about 1,700 over Greater Manchester
 * @throws {RangeError} at a level that is not in `CELL_LEVELS`
 */
export function cellsOf(
  districts: readonly { readonly geometry: Wgs84Geometry }[],
  level: number,
  { grid, places }: { readonly grid: Ostn15Grid; readonly places: readonly Place[] },
): readonly Cell[] {
  if (!CELL_LEVELS.some((each) => each === level)) {
    throw new RangeError(`Cannot part the ground at level ${level}: levels are ${CELL_LEVELS}`);
  }
  const cells = new Set(
    districts
      .flatMap(({ geometry }) => polygonsOf(geometry))
      .flatMap((rings) => polygonToCells(rings, level, true)),
  );
  return [...cells].sort().flatMap((cell) => cellFrom(cell, grid, places) ?? []);
}

function polygonsOf(geometry: Wgs84Geometry): number[][][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

function cellFrom(cell: string, grid: Ostn15Grid, places: readonly Place[]): Cell | undefined {
  const ring = cellToBoundary(cell, true);
  const shape = toGrid({ type: 'Polygon', coordinates: [ring] }, grid);
  if (!shape) return undefined;
  const [lat, lng] = cellToLatLng(cell);
  const middle: LngLat = [lng, lat];
  return {
    key: `cell:${cell}`,
    shape,
    attributes: {},
    title: titleOf(middle, places),
    middle,
    corners: ring.slice(0, -1).flat(),
  };
}

/** Called by the nearest place, however far: what is nowhere is near somewhere. */
function titleOf([lng, lat]: LngLat, places: readonly Place[]): string {
  // only which is nearest is asked, of every cell and place: no need of the ellipsoid
  const shrink = Math.cos((lat * Math.PI) / 180);
  let [name, best] = ['', Infinity];
  for (const { name: own, at } of places) {
    const apart = ((at[0] - lng) * shrink) ** 2 + (at[1] - lat) ** 2;
    if (apart < best) [name, best] = [own, apart];
  }
  return name === '' ? 'Open ground' : `Near ${name}`;
}
