import { type PreparedRanking, prepareRanking } from './prepared.ts';
import type { Measured, Points, Ranking, Standing } from './ranking.ts';
import type { SiteSearch } from './search.ts';

/**
 * Carry a search out on what was measured.
 *
 * A candidate that fails a must is ruled out whatever its points; one that nobody can tell of is kept and marked. What
 * nobody supplied for any candidate rules nobody out, and its weight is shared by the other criteria. What is not
 * known of one candidate is worth anything from nothing to all of its weight: it makes a range, never a nought.
 */
export const rankSites = (measured: Measured, search: SiteSearch): Ranking =>
  rerank(
    prepareRanking(measured, search),
    search.prefer.map(({ weight }) => weight),
  );

/**
 * Rank anew after weights alone have changed.
 *
 * @param weights one a preferred criterion, in its order; used in proportion
 */
export function rerank(prepared: PreparedRanking, weights: readonly number[]): Ranking {
  const shares = weightShares(prepared, weights);
  const scores = scoresOf(prepared, shares);
  const ranked: Standing[] = [];
  const ruledOut: Standing[] = [];
  for (const index of orderOf(prepared, scores)) {
    const place = new Place(index, scores, { prepared, shares });
    if (place.fails.length > 0) ruledOut.push(place);
    else place.rank = ranked.push(place);
  }
  return {
    total: prepared.measured.sites.length,
    ranked,
    ruledOut,
    funnel: prepared.funnel,
    notTested: prepared.prefers.filter((each) => !each.isTested).map(({ prefer }) => prefer.id),
  };
}

type Reckoned = { readonly prepared: PreparedRanking; readonly shares: Float64Array };

/**
 * A standing whose points are reckoned when somebody looks: a slider that moves ranks ten thousand sites, of which
 * twenty are on the screen.
 */
class Place implements Standing {
  readonly index: number;
  readonly low: number;
  readonly high: number;
  readonly fails: readonly string[];
  readonly untold: readonly string[];
  rank?: number;
  readonly #reckoned: Reckoned;
  #points: readonly Points[] | undefined;

  constructor(index: number, { low, high }: Scores, reckoned: Reckoned) {
    this.index = index;
    this.low = low[index] ?? 0;
    this.high = high[index] ?? 0;
    this.fails = reckoned.prepared.fails[index] ?? [];
    this.untold = reckoned.prepared.untold[index] ?? [];
    this.#reckoned = reckoned;
  }

  get points(): readonly Points[] {
    this.#points ??= pointsOf(this.#reckoned, this.index);
    return this.#points;
  }
}

const pointsOf = ({ prepared, shares }: Reckoned, index: number): Points[] =>
  prepared.prefers.map(({ low, high }, at) => {
    const of = shares[at] ?? 0;
    return { low: of * (low[index] ?? 0), high: of * (high[index] ?? 1), of };
  });

/** Weights of 100 as used: in proportion among the criteria that are tested. */
export function weightShares(
  { prefers }: Pick<PreparedRanking, 'prefers'>,
  weights: readonly number[],
): Float64Array {
  const used = Float64Array.from(prefers, ({ isTested }, index) =>
    isTested ? Math.max(0, weights[index] ?? 0) : 0,
  );
  const sum = used.reduce((a, b) => a + b, 0);
  return sum > 0 ? used.map((weight) => (weight / sum) * 100) : used;
}

type Scores = { readonly low: Float64Array; readonly high: Float64Array };

/** Points of 100 of every candidate; nothing tested: from none to all. */
function scoresOf({ prefers, measured }: PreparedRanking, shares: Float64Array): Scores {
  const low = new Float64Array(measured.sites.length);
  const high = new Float64Array(measured.sites.length);
  if (!shares.some((share) => share > 0)) return { low, high: high.fill(100) };
  for (const [at, prefer] of prefers.entries()) {
    const share = shares[at] ?? 0;
    if (share === 0) continue;
    for (let index = 0; index < low.length; index++) {
      low[index] = (low[index] ?? 0) + share * (prefer.low[index] ?? 0);
      high[index] = (high[index] ?? 0) + share * (prefer.high[index] ?? 1);
    }
  }
  return { low, high };
}

/** What sums in other orders differ by is no difference. */
const GRAIN = 1e6;

function orderOf({ byReference }: PreparedRanking, { low, high }: Scores): Uint32Array {
  const middles = low.map((value, index) => Math.round((value + (high[index] ?? 0)) * GRAIN));
  const lows = low.map((value) => Math.round(value * GRAIN));
  const at = (values: Float64Array | Uint32Array, index: number): number => values[index] ?? 0;
  return Uint32Array.from(low, (_, index) => index).sort(
    (a, b) =>
      at(middles, b) - at(middles, a) ||
      at(lows, b) - at(lows, a) ||
      at(byReference, a) - at(byReference, b),
  );
}
