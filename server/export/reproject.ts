import type { Geometry, Position } from 'geojson';
import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { toNationalGrid } from '#data/geodesy/ostn15.ts';
import type { DownloadCrs } from '#data/schema/download.ts';
import type { Bounds, Wgs84Geometry } from '#data/schema/geometry.ts';

/** Decimals kept: 0.1 mm of a degree and of a metre alike, finer than OSTN15 is true. */
const DECIMALS = { 'EPSG:4326': 9, 'EPSG:27700': 4 } as const;

/** Degrees a layer must stay inside the grid's limits: a box in degrees bulges beyond its corners in metres. */
const MARGIN = 0.1;

/** A geometry in the coordinates of a download, heights left out. */
export type Reproject = (geometry: Wgs84Geometry) => Geometry;

/**
 * The way from stored geometry to the coordinates of a download.
 *
 * @returns a function that throws RangeError for a position outside OSTN15, where `fitsNationalGrid` said no
 */
export function reprojectTo(crs: DownloadCrs, grid: Ostn15Grid): Reproject {
  const round = roundTo(DECIMALS[crs]);
  if (crs === 'EPSG:4326')
    return (geometry) => mapped(geometry, ([x = 0, y = 0]) => [round(x), round(y)]);
  return (geometry) =>
    mapped(geometry, ([lng = 0, lat = 0]) => {
      const found = toNationalGrid(grid, lng, lat);
      if (found === undefined) throw new RangeError(`Outside the National Grid: ${lng}, ${lat}`);
      return [round(found[0]), round(found[1])];
    });
}

/** Whether a layer of these bounds can be given in National Grid metres. */
export function fitsNationalGrid(bounds: Bounds | undefined, grid: Ostn15Grid): boolean {
  if (bounds === undefined) return true;
  const [west, south, east, north] = bounds;
  return [west - MARGIN, east + MARGIN].every((lng) =>
    [south - MARGIN, north + MARGIN].every((lat) => toNationalGrid(grid, lng, lat) !== undefined),
  );
}

const roundTo = (decimals: number) => {
  const scale = 10 ** decimals;
  return (value: number) => Math.round(value * scale) / scale;
};

type Move = (position: Position) => Position;

function mapped(geometry: Geometry, move: Move): Geometry {
  if (geometry.type === 'GeometryCollection') {
    return { ...geometry, geometries: geometry.geometries.map((part) => mapped(part, move)) };
  }
  return { type: geometry.type, coordinates: inside(geometry.coordinates, move) } as Geometry;
}

type Nested = Position | Position[] | Position[][] | Position[][][];

const inside = (nested: Nested, move: Move): unknown =>
  typeof nested[0] === 'number'
    ? move(nested as Position)
    : (nested as Nested[]).map((part) => inside(part, move));
