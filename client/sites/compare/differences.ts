import type { Prefer } from '#data/siting/criterion.ts';
import type { Points, Ranking, Standing } from '#data/siting/ranking.ts';

/** Closer than this, sites are much the same. Source: the picture of the design, "less than 2 points apart". */
export const SAME_POINTS = 2;

/** Points are told to a tenth: what is nearer cannot be told apart, and no one of them is best. */
const TOLD_POINTS = 0.05;

/** One preferred criterion beside the sites that are compared. */
export type Difference = {
  readonly prefer: Prefer;
  /** In the order of the sites. */
  readonly points: readonly Points[];
  /** Furthest two of the sites can be apart. */
  readonly gap: number;
  /** Some of the sites’ points are a range: the gap is the most it can be. */
  readonly isOpen: boolean;
  /** Number of the one site that is better than all others whatever is not known; absent: none is. */
  readonly best?: number;
};

/** Criteria of a comparison. */
export type Differences = {
  /** Widest gap first. */
  readonly differ: readonly Difference[];
  readonly same: readonly Difference[];
  /** Nobody supplied anything for them, or they have no weight. */
  readonly untested: readonly Prefer[];
};

/** Hold sites against each other, criterion by criterion. */
export function differencesOf(
  standings: readonly Standing[],
  prefers: readonly Prefer[],
  { notTested }: Pick<Ranking, 'notTested'>,
): Differences {
  const all = prefers.map((prefer, at) =>
    differenceOf(
      prefer,
      standings.map(({ points }) => points[at] ?? NO_POINTS),
    ),
  );
  const isTested = ({ prefer, points }: Difference): boolean =>
    !notTested.includes(prefer.id) && points.some(({ of }) => of > 0);
  const tested = all.filter(isTested).toSorted((one, other) => other.gap - one.gap);
  return {
    differ: tested.filter(({ gap }) => gap >= SAME_POINTS),
    same: tested.filter(({ gap }) => gap < SAME_POINTS),
    untested: all.filter((each) => !isTested(each)).map(({ prefer }) => prefer),
  };
}

const NO_POINTS: Points = { low: 0, high: 0, of: 0 };

function differenceOf(prefer: Prefer, points: readonly Points[]): Difference {
  const best = bestOf(points);
  return {
    prefer,
    points,
    gap: gapOf(points),
    isOpen: points.some(({ low, high }) => high - low > TOLD_POINTS),
    ...(best === undefined ? {} : { best }),
  };
}

/** The most one site can have over another; a range is not held against itself. */
function gapOf(points: readonly Points[]): number {
  let gap = 0;
  points.forEach(({ high }, at) => {
    points.forEach(({ low }, other) => {
      if (at !== other) gap = Math.max(gap, high - low);
    });
  });
  return gap;
}

/** The site whose points are known and above all that any other can have. */
function bestOf(points: readonly Points[]): number | undefined {
  const at = points.findIndex(
    ({ low, high }, index) =>
      high - low <= TOLD_POINTS &&
      points.every((other, place) => place === index || low - other.high > TOLD_POINTS),
  );
  return at < 0 ? undefined : at;
}

/** `17.0 points apart`, `up to 17.0 points apart`. */
export const sayGap = ({ gap, isOpen }: Pick<Difference, 'gap' | 'isOpen'>): string =>
  `${isOpen ? 'up to ' : ''}${gap.toFixed(1)} points apart`;
