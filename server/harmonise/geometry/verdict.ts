import { findCrs } from '#data/geodesy/crs.ts';
import type { CrsVerdict } from '#data/schema/harmonised.ts';
import { decideAbroad } from './abroad.ts';
import type { Decision } from './decision.ts';
import { describeReading, evidenceOf } from './evidence.ts';
import { findLayerSlip } from './layer-slip.ts';
import { byTestimony, irishBySea, type Matter, otherMeaning } from './other-grid.ts';
import type { PositionSource, Reading } from './position-source.ts';
import { type Ballot, type Constituency, poll, readingsOf, tallyOf } from './vote.ts';

/** With a smaller share in the country a layer is about some other part of the world. */
const AT_LEAST = 0.5;
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
export function decide(matter: Matter): Decision {
  const { source, sample, where } = matter;
  const ballots = readingsOf(source).map((reading) => poll(reading, sample, where));
  const [first] = ballots;
  if (!first) throw new TypeError('Cannot decide: no reading');
  if (source.stated?.id !== undefined && !findCrs(source.stated.id)) {
    return undecided(first, `${source.stated.id} is not a CRS ODIN reads`);
  }
  if (source.kind === 'grid-reference') {
    const evidence = [`“${source.columns[0]}” holds ${source.stated?.by ?? 'grid references'}`];
    return decided(first, { confidence: 1, evidence });
  }
  const start = statedReading(source) ? first : likeliest(ballots, source);
  const fitting = winnerOf(ballots, start);
  const told = byTestimony(fitting, ballots, matter);
  const winner = told ?? irishBySea(fitting, matter) ?? fitting;
  const elsewhere = winner.country < FITS ? withoutFit(source, ballots, start) : undefined;
  return elsewhere ?? elected({ ballots, start, winner, told: told !== undefined }, matter);
}

/** What is to be made of a source that no single reading puts in the country. */
function withoutFit(
  source: PositionSource,
  ballots: readonly Ballot[],
  start: Ballot,
): Decision | undefined {
  const mixed = decideMixed(ballots, source.stated?.axis ?? 'xy');
  if (mixed) return mixed;
  const abroad = start.country < AT_LEAST && decideAbroad(source, ballots, start);
  if (abroad) return abroad;
  return start.country < FITS && !isFirm(source)
    ? undecided(start, 'No CRS ODIN reads puts these figures in the United Kingdom')
    : undefined;
}

/** Two CRSs that together explain this share of a file are both in it. */
const TOGETHER = 0.9;
/** … each with at least this share. */
const PART = 0.1;

/** Rows of two CRSs in the same columns: read in the commoner one, each row is then judged for itself. */
function decideMixed(ballots: readonly Ballot[], axis: Reading['axis']): Decision | undefined {
  const ranked = ballots.toSorted((a, b) => b.country - a.country);
  const most = ranked.find(({ reading }) => reading.axis === axis);
  const next = ranked.find(({ reading }) => reading.id !== most?.reading.id);
  if (!most || !next || next.country < PART || most.country + next.country < TOGETHER) {
    return undefined;
  }
  const said = [most, next].map(
    ({ reading, country }) => `${Math.round(country * 100)} % as ${describeReading(reading)}`,
  );
  return {
    ...decided(most, {
      confidence: 0.6,
      evidence: [`No one CRS fits: ${said.join(', ')}. Each record is read in the one it fits`],
    }),
    mixed: true,
  };
}

type Election = {
  readonly ballots: readonly Ballot[];
  readonly start: Ballot;
  readonly winner: Ballot;
  /** The records' own words decided. */
  readonly told: boolean;
};

function elected({ ballots, start, winner, told }: Election, matter: Matter): Decision {
  const { source, sample, where } = matter;
  const stated = statedReading(source);
  const rival = ballots.find(
    ({ reading }) => reading.id === winner.reading.id && reading.axis !== winner.reading.axis,
  );
  const other = told ? undefined : otherMeaning(winner, matter);
  const either = !told && rival !== undefined && isAmbiguous(winner, rival, where);
  const ambiguous = either || other !== undefined;
  const upheld = source.stated?.id === winner.reading.id;
  const slip = findLayerSlip(winner, sample, where);
  return {
    ...decided(winner, {
      confidence: slip ? 0.3 : confidenceOf(winner, rival, { where, ambiguous, upheld }),
      evidence: [
        ...evidenceOf({ source, winner, rival, stated: stated ? start : undefined }, where),
        ...(told ? ['Postcodes, codes or names in the file say so'] : []),
      ],
    }),
    ...overrulingOf(winner, start, source),
    ...(ambiguous && !slip && { ambiguous, ...(other && { other }) }),
    ...(slip && { slip }),
  };
}

function decided(winner: Ballot, words: Pick<Decision, 'confidence' | 'evidence'>): Decision {
  return {
    reading: winner.reading,
    ...words,
    ...(winner.area !== undefined && { areaShare: winner.area }),
    districtShare: winner.districts,
    landShare: winner.land,
    countryShare: winner.country,
  };
}

function undecided(ballot: Ballot, reason: string): Decision {
  return {
    confidence: 0,
    evidence: [reason],
    districtShare: 0,
    landShare: 0,
    countryShare: ballot.country,
  };
}

/** True when headings, cells or the file say what CRS it is: only then can the vote overrule it. */
const statedReading = ({ stated, unit }: PositionSource): boolean =>
  stated?.id !== undefined || unit !== undefined;

/** Where nothing is stated: the CRS whose customary axis order fits best. */
function likeliest(ballots: readonly Ballot[], { kind, stated }: PositionSource): Ballot {
  const axis = stated?.axis ?? 'xy';
  const free = kind === 'pair' && stated?.axis === undefined;
  const eligible = free ? ballots : ballots.filter(({ reading }) => reading.axis === axis);
  const pool = eligible.length > 0 ? eligible : ballots;
  return pool.reduce((a, b) => (isBetter(b, a) ? b : a));
}

const scoreOf = (ballot: Ballot): number => ballot.area ?? ballot.country;

/** The reading to start from, or one that fits decisively better where the vote is held. */
function winnerOf(ballots: readonly Ballot[], start: Ballot): Ballot {
  const best = ballots.reduce((a, b) => (isBetter(b, a) ? b : a), start);
  const gain = scoreOf(best) - scoreOf(start);
  if (gain >= DECISIVE && scoreOf(best) >= FITS) return best;
  // outside the publisher's area either way: the country still tells degrees from metres
  const byCountry = ballots.reduce((a, b) => (b.country > a.country + SLIGHT ? b : a), start);
  const countryGain = byCountry.country - start.country;
  return countryGain >= DECISIVE && byCountry.country >= FITS ? byCountry : start;
}

/** Shares that differ by less are the same. */
const SLIGHT = 0.001;

const isBetter = (a: Ballot, b: Ballot): boolean =>
  scoreOf(a) > scoreOf(b) + SLIGHT ||
  (Math.abs(scoreOf(a) - scoreOf(b)) <= SLIGHT && a.country > b.country + SLIGHT);

/** A stated CRS, or columns headed longitude and latitude, are believed abroad too. */
const isFirm = ({ stated, unit }: PositionSource): boolean =>
  stated?.id !== undefined || unit === 'degrees';

/**
 * Greater Manchester's eastings and northings overlap: when both orders land in the area (or, for an
 * unknown publisher, among the districts), where they land proves nothing.
 */
function isAmbiguous(winner: Ballot, rival: Ballot, { area, districts }: Constituency): boolean {
  if (findCrs(winner.reading.id)?.kind !== 'projected') return false;
  if (area && (winner.area ?? 0) + (rival.area ?? 0) > 0) {
    return (rival.area ?? 0) >= (winner.area ?? 0) - ALIKE;
  }
  if (winner.land < ALIKE && rival.land >= 1 - ALIKE) return true;
  if (!districts || rival.districts < FITS) return false;
  return rival.districts >= winner.districts - ALIKE;
}

function overrulingOf(
  winner: Ballot,
  start: Ballot,
  { stated, unit }: PositionSource,
): Pick<Decision, 'overruled'> {
  // eastings and northings may be any grid's
  const silent = stated?.id === undefined && unit === 'metres' && isGrid(winner);
  if (winner.reading.id !== start.reading.id && !silent) return { overruled: 'crs' };
  return winner.reading.axis === start.reading.axis ? {} : { overruled: 'axes' };
}

const isGrid = ({ reading }: Ballot): boolean => /^EPSG:(?:27700|29903|2157)$/.test(reading.id);

type Circumstances = {
  readonly where: Constituency;
  readonly ambiguous: boolean;
  /** The file states the CRS and the vote agrees. */
  readonly upheld: boolean;
};

function confidenceOf(
  winner: Ballot,
  rival: Ballot | undefined,
  { where, ambiguous, upheld }: Circumstances,
): number {
  if (ambiguous) return 0.5;
  const { share, level } = tallyOf(winner, where);
  if (upheld) return rounded(share * (level === 'area' ? 1 : 0.95));
  const degrees = findCrs(winner.reading.id)?.kind === 'geographic';
  // the country is large: metres in either order mostly land somewhere in it
  if (level === 'country') return rounded(share * (degrees ? 0.95 : 0.8));
  const against = rival ? tallyOf(rival, where).share : 0;
  return rounded(share * (level === 'area' ? 1 : 0.95) - against / 4);
}

const rounded = (confidence: number): number =>
  Math.round(Math.max(0.1, Math.min(1, confidence)) * 100) / 100;

/** The verdict as the rest of ODIN sees it. */
export const verdictOf = (decision: Decision | undefined): CrsVerdict => ({
  ...(decision?.reading && { id: decision.reading.id }),
  axis: decision?.reading?.axis ?? 'xy',
  confidence: decision?.confidence ?? 0,
  evidence: decision?.evidence ?? ['The layer has no positions'],
});
