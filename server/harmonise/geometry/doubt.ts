import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { findProjection } from '#data/geodesy/projection.ts';
import { type Area, inCountry, metresBetween } from './area.ts';
import { landOf, mayBeLand } from './land.ts';
import type { Reading } from './position-source.ts';
import { findSlip, SLIP_KINDS, type Slip, type SlipKind } from './slip.ts';
import { isIn, plausible } from './vote.ts';

/** Beyond this far outside the area a position is wrong rather than just across the border, metres. */
const CLEARLY_OUT_M = 5_000;

/** Where a layer's positions are expected. */
export type Home = {
  /** `Trafford`, or `the rest of the file`. */
  readonly name: string;
  readonly contains: (lng: number, lat: number) => boolean;
  /** True for positions so far off that something must be wrong with them. */
  readonly excludes: (lng: number, lat: number) => boolean;
};

/** The publisher's area as the home of its positions. */
export const homeOfArea = (area: Area): Home => ({
  name: area.name,
  contains: (lng, lat) => isIn(area, lng, lat),
  excludes: (lng, lat) => area.distanceM(lng, lat) > CLEARLY_OUT_M,
});

/** Fewer positions than this make no crowd to be far from. */
const LEAST_CROWD = 10;

/**
 * The bulk of the file as the home of its positions, where no area is known: the box of nine tenths
 * of them, widened; far off is more than five of its diagonals (and 20 km) away.
 */
export function homeOfCrowd(positions: readonly (readonly [number, number])[]): Home | undefined {
  if (positions.length < LEAST_CROWD) return undefined;
  const [west, east] = middle(positions.map(([lng]) => lng));
  const [south, north] = middle(positions.map(([, lat]) => lat));
  const diagonalM = metresBetween([west, south], [east, north]);
  const centre = [(west + east) / 2, (south + north) / 2] as const;
  const nearM = Math.max(diagonalM, 2_000);
  const farM = Math.max(5 * diagonalM, 20_000);
  return {
    name: 'the rest of the file',
    contains: (lng, lat) => metresBetween(centre, [lng, lat]) <= nearM,
    excludes: (lng, lat) => metresBetween(centre, [lng, lat]) > farM,
  };
}

function middle(numbers: readonly number[]): [low: number, high: number] {
  const sorted = Float64Array.from(numbers).sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return [at(0.05), at(0.95)];
}

/** What may be wrong with a position that is not at home. */
export type Doubt =
  | { readonly kind: 'swapped' | 'maybe-swapped' }
  | { readonly kind: 'other-crs'; readonly reading: Reading }
  | ({ readonly kind: 'slip' } & Slip);

/** What `doubtOf` asks with. */
export type Inquiry = {
  readonly grid: Ostn15Grid;
  readonly reading: Reading;
  readonly home: Home;
};

/**
 * Find what would bring a position home: its axes exchanged, another CRS, a lost digit or sign.
 *
 * @param x the position as read (x first) @param y likewise
 * @returns undefined when nothing would, or the position is not far enough from home to doubt
 */
export function doubtOf(inquiry: Inquiry, x: number, y: number): Doubt | undefined {
  const { reading, home } = inquiry;
  const here = landing(inquiry, reading.id, x, y);
  if (here && home.contains(here[0], here[1])) return undefined;
  const far = !here || home.excludes(here[0], here[1]);
  if (isHome(inquiry, reading.id, y, x)) return { kind: far ? 'swapped' : 'maybe-swapped' };
  if (!far) return undefined;
  const other = otherCrs(inquiry, x, y);
  if (other) return other;
  const found = findSlip(
    x,
    y,
    (mx, my) => isHome(inquiry, reading.id, mx, my),
    mayBe(inquiry, here),
  );
  return found && { kind: 'slip', ...found };
}

/** A place on land may be right: only what is surely wrong is asked for every kind of slip. */
const mayBe = (
  { grid, reading }: Inquiry,
  here: readonly [number, number] | undefined,
): readonly SlipKind[] =>
  here && mayBeLand(grid, here[0], here[1], landOf(reading.id)) ? ['lost'] : SLIP_KINDS;

/** The other values a coordinate may have been meant to have, for a position that may be right as it is. */
export function proposalsOf(inquiry: Inquiry, x: number, y: number): Slip | undefined {
  const { reading } = inquiry;
  return findSlip(x, y, (mx, my) => isHome(inquiry, reading.id, mx, my), ['exchanged', 'wrong']);
}

function landing(
  { grid }: Inquiry,
  id: string,
  x: number,
  y: number,
): readonly [number, number] | undefined {
  const position = plausible(id, x, y) ? findProjection(grid, id)?.toWgs84(x, y) : undefined;
  return position && inCountry(position[0], position[1]) ? [position[0], position[1]] : undefined;
}

function isHome(inquiry: Inquiry, id: string, x: number, y: number): boolean {
  const position = landing(inquiry, id, x, y);
  return position !== undefined && inquiry.home.contains(position[0], position[1]);
}

function otherCrs(inquiry: Inquiry, x: number, y: number): Doubt | undefined {
  for (const id of ['EPSG:4326', 'EPSG:27700', 'EPSG:3857']) {
    if (id === inquiry.reading.id) continue;
    if (isHome(inquiry, id, x, y)) return { kind: 'other-crs', reading: { id, axis: 'xy' } };
    if (isHome(inquiry, id, y, x)) return { kind: 'other-crs', reading: { id, axis: 'yx' } };
  }
  return undefined;
}
