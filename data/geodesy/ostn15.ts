import {
  EAST_OFFSET_MM,
  GRID_COLUMNS,
  GRID_ROWS,
  NORTH_OFFSET_MM,
  type Ostn15Grid,
} from './grid.ts';
import { projected, projectGrs80, unprojectGrs80 } from './transverse-mercator.ts';

/** Iterations end when the shift changes by less, metres. OS asks for 0.0001. */
const SETTLED_M = 0.000_01;
/** Far more than are ever needed: neighbouring shifts differ by 0.25 m a kilometre at most. */
const MOST_ITERATIONS = 8;

let shiftEastM = 0;
let shiftNorthM = 0;

/** Interpolate the shift at an ETRS89 easting and northing; false outside the grid or not a number. */
function findShift(shiftsMm: Uint16Array, easting: number, northing: number): boolean {
  const x = easting / 1000;
  const y = northing / 1000;
  if (!(x >= 0 && y >= 0 && x < GRID_COLUMNS - 1 && y < GRID_ROWS - 1)) return false;
  const column = Math.floor(x);
  const row = Math.floor(y);
  const t = x - column;
  const u = y - row;
  const south = 2 * (row * GRID_COLUMNS + column);
  const north = south + 2 * GRID_COLUMNS;
  const sw = (1 - t) * (1 - u);
  const se = t * (1 - u);
  const nw = (1 - t) * u;
  const ne = t * u;
  // `as number`: the indexes were bounded above, and this is the hottest line of the project
  shiftEastM =
    ((shiftsMm[south] as number) * sw +
      (shiftsMm[south + 2] as number) * se +
      (shiftsMm[north] as number) * nw +
      (shiftsMm[north + 2] as number) * ne +
      EAST_OFFSET_MM) /
    1000;
  shiftNorthM =
    ((shiftsMm[south + 1] as number) * sw +
      (shiftsMm[south + 3] as number) * se +
      (shiftsMm[north + 1] as number) * nw +
      (shiftsMm[north + 3] as number) * ne +
      NORTH_OFFSET_MM) /
    1000;
  return true;
}

/** The shift that OSGB36 coordinates carry, by iteration; false outside the grid. */
function findShiftOfNationalGrid(grid: Ostn15Grid, easting: number, northing: number): boolean {
  if (!findShift(grid.shiftsMm, easting, northing)) return false;
  for (let i = 0; i < MOST_ITERATIONS; i++) {
    const east = shiftEastM;
    const north = shiftNorthM;
    if (!findShift(grid.shiftsMm, easting - east, northing - north)) return false;
    const change = Math.abs(shiftEastM - east) + Math.abs(shiftNorthM - north);
    if (change < SETTLED_M) return true;
  }
  return true;
}

/**
 * OSGB36 National Grid (EPSG:27700) to WGS 84, by Ordnance Survey's definitive transformation.
 * ETRS89 is taken as WGS 84, as is customary (they part by some 2.5 cm a year).
 *
 * @param easting metres @param northing metres
 * @returns degrees, true to 1 mm against OS's test points; undefined outside the grid
 */
export function toWgs84(
  grid: Ostn15Grid,
  easting: number,
  northing: number,
): [lng: number, lat: number] | undefined {
  if (!findShiftOfNationalGrid(grid, easting, northing)) return undefined;
  unprojectGrs80(easting - shiftEastM, northing - shiftNorthM);
  return [projected[0] as number, projected[1] as number];
}

/**
 * WGS 84 to OSGB36 National Grid (EPSG:27700); the inverse of `toWgs84`.
 *
 * @returns metres, true to 1 mm against OS's test points; undefined outside the grid
 */
export function toNationalGrid(
  grid: Ostn15Grid,
  lng: number,
  lat: number,
): [easting: number, northing: number] | undefined {
  projectGrs80(lng, lat);
  const easting = projected[0] as number;
  const northing = projected[1] as number;
  if (!findShift(grid.shiftsMm, easting, northing)) return undefined;
  return [easting + shiftEastM, northing + shiftNorthM];
}

/**
 * `toWgs84` for many points in place: `e, n, e, n …` becomes `lng, lat, lng, lat …`.
 *
 * @returns how many points lie outside the grid; both their numbers become NaN
 */
export function toWgs84Array(grid: Ostn15Grid, points: Float64Array): number {
  let outside = 0;
  for (let i = 0; i < points.length; i += 2) {
    const easting = points[i] as number;
    const northing = points[i + 1] as number;
    if (findShiftOfNationalGrid(grid, easting, northing)) {
      unprojectGrs80(easting - shiftEastM, northing - shiftNorthM);
      points[i] = projected[0] as number;
      points[i + 1] = projected[1] as number;
    } else {
      outside++;
      points[i] = Number.NaN;
      points[i + 1] = Number.NaN;
    }
  }
  return outside;
}

/**
 * `toNationalGrid` for many points in place: `lng, lat, lng, lat …` becomes `e, n, e, n …`.
 *
 * @returns how many points lie outside the grid; both their numbers become NaN
 */
export function toNationalGridArray(grid: Ostn15Grid, points: Float64Array): number {
  let outside = 0;
  for (let i = 0; i < points.length; i += 2) {
    projectGrs80(points[i] as number, points[i + 1] as number);
    const easting = projected[0] as number;
    const northing = projected[1] as number;
    if (findShift(grid.shiftsMm, easting, northing)) {
      points[i] = easting + shiftEastM;
      points[i + 1] = northing + shiftNorthM;
    } else {
      outside++;
      points[i] = Number.NaN;
      points[i + 1] = Number.NaN;
    }
  }
  return outside;
}
