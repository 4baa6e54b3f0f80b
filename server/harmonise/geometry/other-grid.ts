import { findProjection } from '#data/geodesy/projection.ts';
import { compareLand, shareOnMan } from './irish-land.ts';
import type { PositionSource, Reading } from './position-source.ts';
import type { Claim } from './testimony.ts';
import { type Ballot, type Constituency, MOSTLY, plausible, poll, type Sample } from './vote.ts';

/** One source's positions, and what their records say in words of where they are. */
export type Matter = {
  readonly source: PositionSource;
  readonly sample: Sample;
  readonly where: Constituency;
  /** One for each position of the sample; undefined where the record says nothing. */
  readonly claims: readonly (Claim | undefined)[];
};

const NATIONAL = 'EPSG:27700';
/** Ireland's grids: Transverse Mercator, and the older Irish Grid whose figures are like the National Grid's. */
const IRISH = ['EPSG:29903', 'EPSG:2157'] as const;

/** A reading that agrees with this share of the records' own words is believed … */
const AGREES = 0.8;
/** … over one that agrees with less than this. */
const DISAGREES = 0.5;
/** Share of positions on land that makes a reading possible. */
const ON_LAND = 0.9;
/** With less on land a council's layer is hardly where it is read. */
const AT_SEA = 0.6;
/** With less than this share in the publisher's area a reading may be wrong. */
const LOST = 0.1;

/** Figures nobody says the CRS of: only those may be read in another one. */
const isFree = ({ kind, stated, unit, byValues }: PositionSource): boolean =>
  stated?.id === undefined && unit !== 'degrees' && kind !== 'grid-reference' && byValues !== true;

/**
 * The reading that the records' own words ask for, when the one that fits best is far from what they say: postcodes
 * of Belfast beside figures that are the Wirral's on the National Grid; the Isle of Man's with its axes exchanged.
 */
export function byTestimony(
  fitting: Ballot,
  ballots: readonly Ballot[],
  matter: Matter,
): Ballot | undefined {
  if (!isFree(matter.source) || (fitting.area ?? 0) >= DISAGREES) return undefined;
  const share = agreement(fitting.reading, matter);
  if (share === undefined || share >= DISAGREES) return undefined;
  const readings = [...ballots.map(({ reading }) => reading), ...irishReadings(matter.source)];
  const agreeing = readings.find((reading) => (agreement(reading, matter) ?? 0) >= AGREES);
  return agreeing && poll(agreeing, matter.sample, matter.where);
}

function irishReadings({ stated }: PositionSource): readonly Reading[] {
  const axes: Reading['axis'][] = stated?.axis === 'yx' ? ['yx', 'xy'] : ['xy', 'yx'];
  return axes.flatMap((axis) => IRISH.map((id) => ({ id, axis })));
}

/** Share of the positions whose records say where they are that lie there; undefined when none says. */
export function agreement(
  { id, axis }: Reading,
  { sample, claims, where }: Matter,
): number | undefined {
  const projection = findProjection(where.grid, id);
  const [xAt, yAt] = axis === 'xy' ? [0, 1] : [1, 0];
  let asked = 0;
  let agreeing = 0;
  for (const [i, claim] of claims.entries()) {
    if (!claim) continue;
    asked++;
    const x = sample[2 * i + xAt] as number;
    const y = sample[2 * i + yAt] as number;
    const position = plausible(id, x, y) ? projection?.toWgs84(x, y) : undefined;
    if (position && claim(position[0], position[1])) agreeing++;
  }
  return asked === 0 ? undefined : agreeing / asked;
}

/**
 * An Irish reading of figures that are at sea on the National Grid and on land in Northern Ireland.
 *
 * @param winner the reading that fits best so far
 */
export function irishBySea(winner: Ballot, matter: Matter): Ballot | undefined {
  const { source, sample, where } = matter;
  const { id, axis } = winner.reading;
  const home = winner.area ?? winner.districts;
  if (!isFree(source) || id !== NATIONAL || home >= LOST) return undefined;
  if ((agreement(winner.reading, matter) ?? 0) >= DISAGREES) return undefined;
  if (winner.land < LOST) {
    const itm = poll({ id: 'EPSG:2157', axis }, sample, where);
    if (itm.land >= ON_LAND) return itm;
  }
  const { british, irish } = compareLand(sample, axis === 'xy' ? 0 : 1);
  if (irish < ON_LAND || british >= AT_SEA) return undefined;
  return poll({ id: 'EPSG:29903', axis }, sample, where);
}

/** The publisher's area, the deployment's districts or the records' own words say that it is right. */
const isVouchedFor = (winner: Ballot, matter: Matter): boolean =>
  matter.where.area !== undefined ||
  winner.districts >= MOSTLY ||
  (agreement(winner.reading, matter) ?? 0) >= DISAGREES;

/**
 * What else the figures may mean, when nothing in the file, nor the publisher's area, tells: a sentence for whoever
 * must decide. Undefined when there is no such doubt.
 */
export function otherMeaning(winner: Ballot, matter: Matter): string | undefined {
  const { sample } = matter;
  const { id, axis } = winner.reading;
  if (!isFree(matter.source) || isVouchedFor(winner, matter)) return undefined;
  const eastAt = axis === 'xy' ? 0 : 1;
  if (id === 'EPSG:29903') {
    return 'The National Grid would put the same figures in the Irish Sea and on its English and Welsh coasts';
  }
  if (id !== NATIONAL) return undefined;
  if (compareLand(sample, eastAt).irish >= ON_LAND) {
    return 'The Irish Grid would put the same figures in Northern Ireland';
  }
  return shareOnMan(sample, eastAt === 0 ? 1 : 0) >= ON_LAND
    ? 'With the axes exchanged the positions would be on the Isle of Man'
    : undefined;
}
