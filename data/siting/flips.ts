import { type PreparedRanking, prepareRanking } from './prepared.ts';
import { rerank, weightShares } from './rank.ts';
import type { Flip, Measured } from './ranking.ts';
import type { SiteSearch } from './search.ts';

/**
 * For each preferred criterion the least change of its weight alone, the others giving way in proportion, that puts
 * another site first; the least changes first. A criterion no weight of which does so is not there.
 */
export function flipsOf(measured: Measured, search: Pick<SiteSearch, 'must' | 'prefer'>): Flip[] {
  const prepared = prepareRanking(measured, search);
  const weights = search.prefer.map(({ weight }) => weight);
  const shares = weightShares(prepared, weights);
  const ranked = rerank(prepared, weights).ranked.map(({ index }) => index);
  return prepared.prefers
    .flatMap((_, at) => flipOf({ prepared, shares, ranked }, at) ?? [])
    .sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from));
}

type Contest = {
  readonly prepared: PreparedRanking;
  /** Weights as used, of 100. */
  readonly shares: Float64Array;
  readonly ranked: readonly number[];
};

function flipOf(contest: Contest, at: number): Flip | undefined {
  const { prepared, shares } = contest;
  const from = shares[at] ?? 0;
  // with all the weight on one criterion the others have no proportion
  if (!prepared.prefers[at]?.isTested || from >= 100) return undefined;
  const crossing = nearestCrossing(contest, at);
  if (crossing === undefined) return undefined;
  const to = outward(from, crossing);
  const weights = [...shares].map((share, other) =>
    other === at ? to : (share * (100 - to)) / (100 - from),
  );
  const [leader] = rerank(prepared, weights).ranked;
  const [now] = contest.ranked;
  const criterion = prepared.prefers[at].prefer.id;
  return leader && leader.index !== now ? { criterion, from, to, leader: leader.index } : undefined;
}

/** The weight nearest to the present one at which another site draws level with the first. */
function nearestCrossing({ prepared, shares, ranked }: Contest, at: number): number | undefined {
  const [leader, ...others] = ranked;
  const from = shares[at] ?? 0;
  if (leader === undefined) return undefined;
  let nearest: number | undefined;
  for (const other of others) {
    // what the other is ahead by: of this criterion a point of weight, and of all others together
    const ahead = middle(prepared, at, other) - middle(prepared, at, leader);
    const rest =
      restOf(prepared, shares, { at, index: other }) -
      restOf(prepared, shares, { at, index: leader });
    const level = levelAt(ahead, rest / (100 - from));
    if (level === undefined || level < 0 || level > 100) continue;
    if (nearest === undefined || Math.abs(level - from) < Math.abs(nearest - from)) nearest = level;
  }
  return nearest;
}

/** Where `t × ahead + (100 − t) × rest` is nought. */
function levelAt(ahead: number, rest: number): number | undefined {
  const slope = ahead - rest;
  return Math.abs(slope) < 1e-12 ? undefined : (-100 * rest) / slope;
}

function middle({ prefers }: PreparedRanking, at: number, index: number): number {
  const prefer = prefers[at];
  return ((prefer?.low[index] ?? 0) + (prefer?.high[index] ?? 1)) / 2;
}

function restOf(
  prepared: PreparedRanking,
  shares: Float64Array,
  { at, index }: { at: number; index: number },
): number {
  let sum = 0;
  for (let other = 0; other < shares.length; other++) {
    if (other !== at) sum += (shares[other] ?? 0) * middle(prepared, other, index);
  }
  return sum;
}

/** The next whole weight beyond the crossing; the crossing lies between 0 and 100. */
function outward(from: number, crossing: number): number {
  const next = crossing >= from ? Math.floor(crossing) + 1 : Math.ceil(crossing) - 1;
  return Math.min(100, Math.max(0, next));
}
