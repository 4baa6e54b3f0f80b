import proj4 from 'proj4';
import { type Crs, findCrs } from './crs.ts';
import type { Ostn15Grid } from './grid.ts';
import { toWgs84 } from './ostn15.ts';

/** How one position was brought to WGS 84. */
export type ProjectionMethod = 'none' | 'OSTN15' | 'proj4' | 'Helmert';

/** A way from one CRS to WGS 84. */
export type Projection = {
  readonly crs: Crs;
  /**
   * Bring one position to WGS 84. Finite numbers in, x (or longitude) first.
   *
   * @returns degrees, and `Helmert` as the method where OSTN15 does not reach (± 5 m);
   * undefined when the projection has no such place
   */
  readonly toWgs84: (x: number, y: number) => ProjectedPosition | undefined;
};

/** Degrees, and how they were come by. */
export type ProjectedPosition = readonly [lng: number, lat: number, method: ProjectionMethod];

/** Radius of the web maps' sphere, metres (EPSG:3857). */
const SPHERE_M = 6_378_137;
const DEGREES = 180 / Math.PI;
const NATIONAL_GRID = 'EPSG:27700';

/**
 * The way from a CRS to WGS 84. OSGB36 goes by OSTN15, the rest by proj4.
 *
 * @param id `EPSG:27700`
 * @returns undefined when ODIN does not read this CRS
 */
export function findProjection(grid: Ostn15Grid, id: string): Projection | undefined {
  const known = opened.get(grid) ?? new Map<string, Projection | undefined>();
  opened.set(grid, known);
  if (!known.has(id)) known.set(id, openProjection(grid, id));
  return known.get(id);
}

const opened = new WeakMap<Ostn15Grid, Map<string, Projection | undefined>>();

function openProjection(grid: Ostn15Grid, id: string): Projection | undefined {
  const crs = findCrs(id);
  if (!crs) return undefined;
  if (crs.method === 'none') return { crs, toWgs84: (lng, lat) => [lng, lat, 'none'] };
  if (id === NATIONAL_GRID) return { crs, toWgs84: nationalGrid(grid) };
  if (crs.method === 'OSTN15') return { crs, toWgs84: osgb36Degrees(grid, crs) };
  if (id === 'EPSG:3857') return { crs, toWgs84: webMercator };
  const forward = proj4(crs.definition, 'EPSG:4326').forward;
  return { crs, toWgs84: (x, y) => finite(forward([x, y]), 'proj4') };
}

/**
 * OSGB36 National Grid to WGS 84 by one Helmert transformation for all of Great Britain, as
 * libraries without the grid do it: 2 m out on average, 5 m at worst.
 */
export function helmertToWgs84(
  easting: number,
  northing: number,
): [lng: number, lat: number] | undefined {
  const position = helmert([easting, northing]);
  const [lng, lat] = position;
  return lng !== undefined && lat !== undefined && Number.isFinite(lng) && Number.isFinite(lat)
    ? [lng, lat]
    : undefined;
}

const helmert = proj4(findCrs(NATIONAL_GRID)?.definition ?? '', 'EPSG:4326').forward;

function nationalGrid(grid: Ostn15Grid): Projection['toWgs84'] {
  return (easting, northing) => {
    const exact = toWgs84(grid, easting, northing);
    if (exact !== undefined) return [exact[0], exact[1], 'OSTN15'];
    const rough = helmertToWgs84(easting, northing);
    return rough && [rough[0], rough[1], 'Helmert'];
  };
}

/** Degrees on OSGB36 go to the National Grid first (same datum, so exactly), then by OSTN15. */
function osgb36Degrees(grid: Ostn15Grid, crs: Crs): Projection['toWgs84'] {
  const national = findCrs(NATIONAL_GRID);
  if (!national) throw new TypeError('Cannot read OSGB36: no National Grid in the list');
  const onto = proj4(crs.definition, national.definition).forward;
  const onward = nationalGrid(grid);
  return (lng, lat) => {
    const [easting = Number.NaN, northing = Number.NaN] = onto([lng, lat]);
    return Number.isFinite(easting) && Number.isFinite(northing)
      ? onward(easting, northing)
      : undefined;
  };
}

function webMercator(x: number, y: number): ProjectedPosition {
  const lat = (2 * Math.atan(Math.exp(y / SPHERE_M)) - Math.PI / 2) * DEGREES;
  return [(x / SPHERE_M) * DEGREES, lat, 'proj4'];
}

function finite(
  position: readonly number[],
  method: ProjectionMethod,
): ProjectedPosition | undefined {
  const [lng = Number.NaN, lat = Number.NaN] = position;
  return Number.isFinite(lng) && Number.isFinite(lat) ? [lng, lat, method] : undefined;
}
