import { findCrs } from '#data/geodesy/crs.ts';
import type { Decision } from './decision.ts';
import { describeReading } from './evidence.ts';
import type { PositionSource } from './position-source.ts';
import type { Ballot } from './vote.ts';

/** A reading that fits less of the sample is impossible rather than dirty. */
const FITS = 0.9;

/**
 * Decide about a layer that no reading puts in this country: it may be about another part of the
 * world. Its positions are then taken as they are stated, provided that its CRS is meant for the
 * whole world and can have such figures. Figures that nobody names must look like degrees.
 *
 * @param start the reading stated or implied
 * @returns undefined when that cannot be vouched for
 */
export function decideAbroad(
  source: PositionSource,
  ballots: readonly Ballot[],
  start: Ballot,
): Decision | undefined {
  const stated = source.stated?.id !== undefined;
  const first = candidateOf(source, ballots, start);
  if (!first) return undefined;
  const exchanged = ballots.find(
    ({ reading }) => reading.id === first.reading.id && reading.axis !== first.reading.axis,
  );
  const turned = first.possible < FITS && exchanged !== undefined && exchanged.possible >= FITS;
  const winner = turned ? exchanged : first;
  if (winner.possible < FITS) return undefined;
  const bare = source.kind === 'pair' && source.stated?.axis === undefined;
  const ambiguous = bare && !turned && (exchanged?.possible ?? 0) >= FITS;
  return {
    reading: winner.reading,
    confidence: stated ? 0.8 : 0.6,
    evidence: [
      ...(source.stated?.by ? [`The file says: ${source.stated.by}`] : []),
      `Read as ${describeReading(winner.reading)}, the positions are outside the United Kingdom; no other CRS ODIN reads puts them inside`,
    ],
    ...(turned && { overruled: 'axes' as const }),
    ...(ambiguous && { ambiguous }),
    abroad: true,
    ...(winner.area !== undefined && { areaShare: winner.area }),
    districtShare: winner.districts,
    landShare: winner.land,
    countryShare: winner.country,
  };
}

/** The reading as stated, else degrees where the figures may be some; it must be one for the world. */
function candidateOf(
  source: PositionSource,
  ballots: readonly Ballot[],
  start: Ballot,
): Ballot | undefined {
  const named = source.stated?.id !== undefined || source.unit === 'degrees';
  if (named) return isWorldwide(start.reading.id) ? start : undefined;
  if (!mayBeDegrees(source)) return undefined;
  // bare pairs are customarily written with the latitude first
  const axis = source.kind === 'pair' && source.stated?.axis === undefined ? 'yx' : 'xy';
  return ballots.find(({ reading }) => reading.id === 'EPSG:4326' && reading.axis === axis);
}

/** Columns found by value alone could be anything. */
const mayBeDegrees = ({ kind, unit, byValues }: PositionSource): boolean =>
  byValues !== true && unit === undefined && kind !== 'grid-reference';

/** CRSs whose figures mean a place everywhere: degrees and the web maps' Mercator; zones by being named. */
const isWorldwide = (id: string): boolean => {
  const crs = findCrs(id);
  return crs?.kind === 'geographic' || WORLDWIDE.test(id);
};

const WORLDWIDE = /^EPSG:(?:3857|3395|3035|326\d\d|327\d\d|258\d\d|230\d\d)$/;
