import { findCrs } from '#data/geodesy/crs.ts';
import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { findProjection } from '#data/geodesy/projection.ts';
import { type Area, inCountry } from './area.ts';
import { landOf, mayBeLand } from './land.ts';
import type { PositionSource, Reading } from './position-source.ts';

/** Generalised boundaries and things just across the border are still in the area, metres. */
export const BUFFER_M = 1_500;

/** How one reading of a sample of positions fares. Shares are of the positions that are finite. */
export type Ballot = {
  readonly reading: Reading;
  /** Share whose figures the CRS can have anywhere in the world: no latitude beyond a pole. */
  readonly possible: number;
  /** Share that lands in the United Kingdom and its seas. */
  readonly country: number;
  /** Share that lands in the publisher's area; undefined when it has none. */
  readonly area?: number;
  /** Share that lands in any of the deployment's districts. */
  readonly districts: number;
  /** Share that lands where the country may have land; see `mayBeLand`. */
  readonly land: number;
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

/** Positions enough to see whether a layer is on land. */
const ENOUGH_FOR_LAND = 200;

/** Try a reading on a sample. */
export function poll(reading: Reading, sample: Sample, where: Constituency): Ballot {
  let country = 0;
  let area = 0;
  let districts = 0;
  let land = 0;
  const positions = locateSample(where.grid, reading, sample);
  const step = Math.ceil(positions.length / ENOUGH_FOR_LAND);
  const within = landOf(reading.id);
  for (const [i, [lng, lat]] of positions.entries()) {
    country++;
    if (i % step === 0 && mayBeLand(where.grid, lng, lat, within)) land += step;
    if (where.area && isIn(where.area, lng, lat)) area++;
    if (where.districts && isIn(where.districts, lng, lat)) districts++;
  }
  const share = (count: number) => (sample.length === 0 ? 0 : (2 * count) / sample.length);
  return {
    reading,
    possible: share(countPossible(reading, sample)),
    country: share(country),
    districts: share(districts),
    land: Math.min(1, share(land)),
    ...(where.area && { area: share(area) }),
  };
}

function countPossible({ id, axis }: Reading, sample: Sample): number {
  const [xAt, yAt] = axis === 'xy' ? [0, 1] : [1, 0];
  let count = 0;
  for (let i = 0; i < sample.length; i += 2) {
    if (plausible(id, sample[i + xAt] as number, sample[i + yAt] as number)) count++;
  }
  return count;
}

/** Positions of a sample in WGS 84, those outside the country left out. */
export function locateSample(
  grid: Ostn15Grid,
  { id, axis }: Reading,
  sample: Sample,
): readonly (readonly [lng: number, lat: number])[] {
  const projection = findProjection(grid, id);
  const positions: [number, number][] = [];
  const [xAt, yAt] = axis === 'xy' ? [0, 1] : [1, 0];
  for (let i = 0; i < sample.length; i += 2) {
    const x = sample[i + xAt] as number;
    const y = sample[i + yAt] as number;
    const position = plausible(id, x, y) ? projection?.toWgs84(x, y) : undefined;
    if (position && inCountry(position[0], position[1])) positions.push([position[0], position[1]]);
  }
  return positions;
}

/** How a ballot fares at the closest level there is. */
export type Tally = {
  readonly level: 'area' | 'districts' | 'country';
  readonly share: number;
  /** `Trafford`. */
  readonly name: string;
};

/** Share of the sample in the districts from which on a layer counts as theirs. */
export const MOSTLY = 0.8;

/** The share of a ballot in the publisher's area, else in the districts if mostly there, else in the country. */
export function tallyOf(ballot: Ballot, where: Constituency, level?: Tally['level']): Tally {
  const chosen = level ?? levelOf(ballot, where);
  if (chosen === 'area') {
    return { level: chosen, share: ballot.area ?? 0, name: where.area?.name ?? '' };
  }
  if (chosen === 'districts') {
    return { level: chosen, share: ballot.districts, name: where.districts?.name ?? '' };
  }
  return { level: chosen, share: ballot.country, name: 'the United Kingdom' };
}

function levelOf(ballot: Ballot, { area, districts }: Constituency): Tally['level'] {
  if (area && ballot.area !== undefined) return 'area';
  return districts && ballot.districts >= MOSTLY ? 'districts' : 'country';
}

/** True within an area or 1.5 km of it. */
export const isIn = (area: Area, lng: number, lat: number): boolean =>
  area.distanceM(lng, lat) <= BUFFER_M;

/** Geographic CRSs, whose figures are degrees. */
const isGeographic = (id: string): boolean => findCrs(id)?.kind === 'geographic';

/** Degrees of a whole turn: no metres of this country are all smaller. */
const MOST_DEGREES = 360;

/** Figures that a CRS never has in this country are not tried: degrees read as metres land off Scilly. */
export function plausible(id: string, x: number, y: number): boolean {
  if (isGeographic(id)) return Math.abs(x) <= 180 && Math.abs(y) <= 90;
  return Math.abs(x) > MOST_DEGREES || Math.abs(y) > MOST_DEGREES;
}
