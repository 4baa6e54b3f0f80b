import { findCrs } from '#data/geodesy/crs.ts';
import type { CrsVerdict } from '#data/schema/harmonised.ts';
import type { PositionSource, Reading } from './position-source.ts';
import { type Ballot, type Constituency, poll, readingsOf, type Sample } from './vote.ts';

/** What was decided about one source. */
export type Decision = {
  /** Undefined when no reading makes sense of it. */
  readonly reading?: Reading;
  readonly confidence: number;
  readonly evidence: readonly string[];
  /** The reading stated or implied lost the vote. */
  readonly overruled?: 'crs' | 'axes';
  /** Both axis orders fit about as well: somebody must look. */
  readonly ambiguous?: boolean;
  /** Share of the sample in the publisher's area, when it has one. */
  readonly areaShare?: number;
  readonly districtShare: number;
  readonly countryShare: number;
};

/** A reading must be this much better than the stated one to replace it. */
const DECISIVE = 0.5;
/** … and fit this share of the sample. */
const FITS = 0.6;
/** Axis orders within this share of one another cannot be told apart. */
const ALIKE = 0.1;

/**
 * Decide in which CRS and axis order a source's positions are to be read: what is stated stands
 * unless the positions themselves, by where they land, speak clearly against it.
 */
export function decide(source: PositionSource, sample: Sample, where: Constituency): Decision {
  if (source.kind === 'grid-reference') return gridReferences(source, sample, where);
  const ballots = readingsOf(source).map((reading) => poll(reading, sample, where));
  const [stated] = ballots;
  if (!stated) throw new TypeError('Cannot decide: no reading');
  if (source.stated?.id !== undefined && !findCrs(source.stated.id)) {
    return undecided(stated, `${source.stated.id} is not a CRS ODIN reads`);
  }
  const winner = winnerOf(ballots, stated);
  const rival = ballots.find(
    ({ reading }) => reading.id === winner.reading.id && reading.axis !== winner.reading.axis,
  );
  if (winner === stated && stated.country < FITS && !isStatedFirmly(source, stated)) {
    return undecided(stated, 'No CRS ODIN reads puts these figures in the United Kingdom');
  }
  const ambiguous = rival !== undefined && isAmbiguous(winner, rival, where);
  return {
    reading: winner.reading,
    confidence: confidenceOf(winner, rival, ambiguous),
    evidence: evidenceOf({ source, winner, rival, stated }, where),
    ...overrulingOf(winner, stated),
    ...(ambiguous && { ambiguous }),
    ...(winner.area !== undefined && { areaShare: winner.area }),
    districtShare: winner.districts,
    countryShare: winner.country,
  };
}

const scoreOf = (ballot: Ballot): number => ballot.area ?? ballot.country;

/** The stated reading, or one that fits decisively better where the vote is held. */
function winnerOf(ballots: readonly Ballot[], stated: Ballot): Ballot {
  const best = ballots.reduce((a, b) => (isBetter(b, a) ? b : a), stated);
  if (best === stated) return stated;
  const gain = scoreOf(best) - scoreOf(stated);
  if (gain >= DECISIVE && scoreOf(best) >= FITS) return best;
  // outside the publisher's area either way: the country still tells degrees from metres
  const byCountry = ballots.reduce((a, b) => (b.country > a.country + 0.001 ? b : a), stated);
  return byCountry.country - stated.country >= DECISIVE && byCountry.country >= FITS
    ? byCountry
    : stated;
}

const isBetter = (a: Ballot, b: Ballot): boolean =>
  scoreOf(a) > scoreOf(b) + 0.001 ||
  (Math.abs(scoreOf(a) - scoreOf(b)) <= 0.001 && a.country > b.country + 0.001);

/** A stated CRS is believed abroad too; figures that are no degrees or metres at all are not. */
const isStatedFirmly = (source: PositionSource, stated: Ballot): boolean =>
  source.stated?.id !== undefined ||
  (source.unit === 'degrees' && stated.reading.id === 'EPSG:4326');

/**
 * Greater Manchester's eastings and northings overlap: when both orders land in the area (or, for an
 * unknown publisher, among the districts), where they land proves nothing.
 */
function isAmbiguous(winner: Ballot, rival: Ballot, { area, districts }: Constituency): boolean {
  if (findCrs(winner.reading.id)?.kind !== 'projected') return false;
  if (area && (winner.area ?? 0) + (rival.area ?? 0) > 0) {
    return (rival.area ?? 0) >= (winner.area ?? 0) - ALIKE;
  }
  return (
    districts !== undefined &&
    rival.districts >= FITS &&
    rival.districts >= winner.districts - ALIKE
  );
}

function overrulingOf(winner: Ballot, stated: Ballot): Pick<Decision, 'overruled'> {
  if (winner.reading.id !== stated.reading.id) return { overruled: 'crs' };
  return winner.reading.axis === stated.reading.axis ? {} : { overruled: 'axes' };
}

function confidenceOf(winner: Ballot, rival: Ballot | undefined, ambiguous: boolean): number {
  if (ambiguous) return 0.5;
  const against = rival ? scoreOf(rival) : 0;
  const held = winner.area === undefined ? 0.95 : 1;
  return Math.round(Math.max(0.3, held * scoreOf(winner) - against / 4) * 100) / 100;
}

function undecided(ballot: Ballot, reason: string): Decision {
  return { confidence: 0, evidence: [reason], districtShare: 0, countryShare: ballot.country };
}

function gridReferences(source: PositionSource, sample: Sample, where: Constituency): Decision {
  const reading: Reading = { id: 'EPSG:27700', axis: 'xy' };
  const ballot = poll(reading, sample, where);
  return {
    reading,
    confidence: 1,
    evidence: [`“${source.columns[0]}” holds National Grid references`],
    ...(ballot.area !== undefined && { areaShare: ballot.area }),
    districtShare: ballot.districts,
    countryShare: ballot.country,
  };
}

const percent = (share: number): string =>
  share > 0.99 && share < 1 ? 'over 99 %' : `${Math.round(share * 100)} %`;

const ORDER = {
  geographic: { xy: 'longitude first', yx: 'latitude first' },
  projected: { xy: 'easting first', yx: 'northing first' },
} as const;

/** `OSGB36 / British National Grid (EPSG:27700), easting first`. */
export function describeReading({ id, axis }: Reading): string {
  const crs = findCrs(id);
  return crs ? `${crs.name} (${id}), ${ORDER[crs.kind][axis]}` : id;
}

type Contest = {
  readonly source: PositionSource;
  readonly winner: Ballot;
  readonly rival: Ballot | undefined;
  readonly stated: Ballot;
};

function evidenceOf(contest: Contest, { area }: Constituency): readonly string[] {
  const { source, winner, rival, stated } = contest;
  const sentences: string[] = [];
  if (source.stated?.by) sentences.push(`The file says: ${source.stated.by}`);
  else if (source.unit) sentences.push(`The headings “${source.from}” say ${wordFor(source.unit)}`);
  const place = area ? area.name : 'the United Kingdom';
  sentences.push(
    `Read as ${describeReading(winner.reading)}, ${percent(scoreOf(winner))} of positions fall in ${place}`,
  );
  if (rival && scoreOf(rival) > 0) {
    sentences.push(`Read the other way round, ${percent(scoreOf(rival))} do`);
  }
  if (winner !== stated) {
    sentences.push(
      `Read as stated, ${describeReading(stated.reading)}, ${percent(scoreOf(stated))} do`,
    );
  }
  return sentences;
}

const wordFor = (unit: 'degrees' | 'metres'): string =>
  unit === 'degrees' ? 'longitude and latitude' : 'easting and northing';

/** The verdict as the rest of ODIN sees it. */
export const verdictOf = (decision: Decision | undefined): CrsVerdict => ({
  ...(decision?.reading && { id: decision.reading.id }),
  axis: decision?.reading?.axis ?? 'xy',
  confidence: decision?.confidence ?? 0,
  evidence: decision?.evidence ?? ['The layer has no positions'],
});
