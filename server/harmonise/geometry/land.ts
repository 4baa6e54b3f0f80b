import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { toNationalGrid } from '#data/geodesy/ostn15.ts';
import type { Bounds } from '#data/schema/geometry.ts';

/**
 * Between which eastings Great Britain and its islands have land, kilometres of the National Grid,
 * for every 50 km of northing from 0. Set down generously from general geography, from no dataset: good
 * enough to doubt a whole layer by, never to judge one position by alone.
 */
const BANDS: readonly (readonly [west: number, east: number])[] = [
  [70, 310],
  [150, 580],
  [200, 650],
  [160, 665],
  [160, 670],
  [190, 670],
  [200, 665],
  [205, 575],
  [310, 555],
  [205, 550],
  [185, 515],
  [180, 475],
  [105, 450],
  [105, 425],
  [50, 400],
  [45, 405],
  [50, 425],
  [0, 430],
  [0, 400],
  [60, 400],
  [170, 430],
  [360, 490],
  [370, 490],
  [400, 490],
  [430, 490],
];
const BAND_M = 50_000;

/** Northern Ireland and the Channel Islands, degrees. */
const BEYOND: readonly Bounds[] = [
  [-8.2, 54, -5.4, 55.35],
  [-2.75, 49.1, -1.95, 49.8],
];

/**
 * True where a position is in a stripe of the country that has land. It says nothing for certain, as
 * wind farms stand at sea; but a council's file that lies wholly outside has been read wrongly.
 */
export function mayBeLand(
  grid: Ostn15Grid,
  lng: number,
  lat: number,
  within?: 'Great Britain',
): boolean {
  if (!within && BEYOND.some(([w, s, e, n]) => lng >= w && lat >= s && lng <= e && lat <= n))
    return true;
  const position = toNationalGrid(grid, lng, lat);
  const band = position && BANDS[Math.floor(position[1] / BAND_M)];
  const kilometres = (position?.[0] ?? Number.NaN) / 1000;
  return band !== undefined && kilometres >= band[0] && kilometres <= band[1];
}

/** Whose land a CRS is meant for: the National Grid's figures mean nothing in Ireland. */
export const landOf = (id: string): 'Great Britain' | undefined =>
  id === 'EPSG:27700' ? 'Great Britain' : undefined;
