import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { findProjection } from '#data/geodesy/projection.ts';
import { type Area, inCountry } from './area.ts';
import type { PositionSource, Reading } from './position-source.ts';

/** Generalised boundaries and things just across the border are still in the area, metres. */
export const BUFFER_M = 1_500;

/** How one reading of a sample of positions fares. Shares are of the positions that are finite. */
export type Ballot = {
  readonly reading: Reading;
  /** Share that lands in the United Kingdom and its seas. */
  readonly country: number;
  /** Share that lands in the publisher's area; undefined when it has none. */
  readonly area?: number;
  /** Share that lands in any of the deployment's districts. */
  readonly districts: number;
};

/** Raw positions of a sample, as written: `first, second, first, second …`. */
export type Sample = Float64Array;

/** Where the vote is held. */
export type Constituency = {
  readonly grid: Ostn15Grid;
  /** The publisher's own area, when it has one we know. */
  readonly area?: Area | undefined;
  /** All districts of the deployment. */
  readonly districts?: Area | undefined;
};

/** CRSs told apart by their figures alone. Others must be stated: their figures look like these. */
const BY_FIGURES = ['EPSG:4326', 'EPSG:27700', 'EPSG:3857', 'EPSG:32630'] as const;

/**
 * Every reading worth trying, the one the source itself states (or its headings imply) first.
 * That first one wins ties.
 */
export function readingsOf(source: PositionSource): readonly Reading[] {
  const axis = source.stated?.axis ?? 'xy';
  const other = axis === 'xy' ? 'yx' : 'xy';
  const first = source.stated?.id ?? (source.unit === 'metres' ? 'EPSG:27700' : 'EPSG:4326');
  const ids = [first, ...BY_FIGURES.filter((id) => id !== first)];
  return ids.flatMap((id) => [
    { id, axis },
    { id, axis: other },
  ]);
}

/** Try a reading on a sample. */
export function poll(reading: Reading, sample: Sample, where: Constituency): Ballot {
  const projection = findProjection(where.grid, reading.id);
  let counted = 0;
  let country = 0;
  let area = 0;
  let districts = 0;
  const [x, y] = reading.axis === 'xy' ? [0, 1] : [1, 0];
  for (let i = 0; i < sample.length; i += 2) {
    const position = plausible(reading.id, sample[i + x] as number, sample[i + y] as number)
      ? projection?.toWgs84(sample[i + x] as number, sample[i + y] as number)
      : undefined;
    counted++;
    if (!position || !inCountry(position[0], position[1])) continue;
    country++;
    if (where.area && isIn(where.area, position[0], position[1])) area++;
    if (where.districts && isIn(where.districts, position[0], position[1])) districts++;
  }
  const share = (count: number) => (counted === 0 ? 0 : count / counted);
  return {
    reading,
    country: share(country),
    districts: share(districts),
    ...(where.area && { area: share(area) }),
  };
}

/** True within an area or 1.5 km of it. */
export const isIn = (area: Area, lng: number, lat: number): boolean =>
  area.distanceM(lng, lat) <= BUFFER_M;

/** Figures that a CRS never has in this country are not tried: degrees read as metres land off Scilly. */
export function plausible(id: string, x: number, y: number): boolean {
  const degrees = Math.abs(x) <= 180 && Math.abs(y) <= 90;
  return id === 'EPSG:4326' || id === 'EPSG:4258' || id === 'EPSG:4277' || id === 'EPSG:4230'
    ? degrees
    : !degrees;
}
