import { findCrs } from '#data/geodesy/crs.ts';
import type { LayerSlip } from './decision.ts';
import { type Ballot, type Constituency, MOSTLY, poll, type Sample } from './vote.ts';

/** With more of the sample at home or on land than this nothing has been lost. */
const LOST_BELOW = 0.1;
/** Share of the sample that a slip must bring home to be believed. */
const SURE = 0.9;
/** Whole squares of the National Grid that a lost first figure or lost letters amount to, metres. */
const SQUARE_M = 100_000;
const SQUARES_EAST = 7;
const SQUARES_NORTH = 13;

/** Figures up to this are kilometres rather than metres within a square. */
const MOST_KILOMETRES = 1_300;

type Mend = LayerSlip['mend'];

/**
 * Find what every position of a layer has lost, when the layer lies wholly away from home: the sign of
 * its longitudes, the first figure of its eastings or northings, the letters of its grid square. It is
 * proposed and never applied.
 *
 * @returns undefined when nothing is amiss, nothing explains it, or several things would
 */
export function findLayerSlip(
  winner: Ballot,
  sample: Sample,
  where: Constituency,
): LayerSlip | undefined {
  const here = winner.area ?? winner.districts;
  if (here >= LOST_BELOW) return undefined;
  const kind = findCrs(winner.reading.id)?.kind;
  if (kind === 'geographic') return lostSign(winner, sample, where);
  return winner.reading.id === 'EPSG:27700' ? lostFigures(winner, sample, where) : undefined;
}

/** Western longitudes without their minus sign land in the North Sea. */
function lostSign(winner: Ballot, sample: Sample, where: Constituency): LayerSlip | undefined {
  const mend: Mend = (x, y) => [-x, y];
  const mirrored = poll(winner.reading, mendAll(winner, sample, mend), where);
  const there = mirrored.area ?? mirrored.districts;
  const fromTheSea = winner.land < LOST_BELOW && mirrored.land >= SURE;
  if (there < MOSTLY && !(fromTheSea && where.area === undefined)) return undefined;
  return { seen: 'The longitudes have lost their minus sign', mend };
}

function lostFigures(winner: Ballot, sample: Sample, where: Constituency): LayerSlip | undefined {
  // places in the rest of the country that would be here with another figure are no slip
  if (where.area === undefined && winner.land >= LOST_BELOW) return undefined;
  const fitting = [...SLIPS, ...CUT].filter(({ east, north, mend }) => {
    if (!isShort(winner, sample, east > 0, north > 0)) return false;
    const { area, districts } = poll(winner.reading, mendAll(winner, sample, mend), where);
    return (area ?? districts) >= SURE;
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

type Squares = LayerSlip & { readonly east: number; readonly north: number };

/** Files whose spreadsheet cut a figure off at the end. */
const CUT: readonly Squares[] = [
  {
    east: 1,
    north: 0,
    seen: 'The eastings have lost their last figure',
    mend: (x, y) => [x * 10, y],
  },
  {
    east: 0,
    north: 1,
    seen: 'The northings have lost their last figure',
    mend: (x, y) => [x, y * 10],
  },
];

/** Every whole number of squares that may be lacking. */
const SLIPS: readonly Squares[] = Array.from(
  { length: SQUARES_EAST * SQUARES_NORTH - 1 },
  (_, i) => {
    const [east, north] = [(i + 1) % SQUARES_EAST, Math.floor((i + 1) / SQUARES_EAST)];
    const mend: Mend = (x, y) => [x + east * SQUARE_M, y + north * SQUARE_M];
    return { east, north, mend, seen: seenOf(east, north) };
  },
);

function seenOf(east: number, north: number): string {
  if (north === 0) return `The eastings have lost their first figure, ${east}`;
  if (east === 0) return `The northings have lost their first figure, ${north}`;
  return 'Eastings and northings lack the letters of their grid square';
}

/** Only figures that are short have lost one. */
function isShort({ reading }: Ballot, sample: Sample, east: boolean, north: boolean): boolean {
  const eastAt = reading.axis === 'xy' ? 0 : 1;
  return sample.every((value, i) => {
    const asked = i % 2 === eastAt ? east : north;
    return !asked || (value > MOST_KILOMETRES && value < SQUARE_M);
  });
}

function mendAll({ reading }: Ballot, sample: Sample, mend: Mend): Sample {
  const [xAt, yAt] = reading.axis === 'xy' ? [0, 1] : [1, 0];
  const mended = Float64Array.from(sample);
  for (let i = 0; i < sample.length; i += 2) {
    const [x, y] = mend(sample[i + xAt] as number, sample[i + yAt] as number);
    mended[i + xAt] = x;
    mended[i + yAt] = y;
  }
  return mended;
}
