import type { Ranking, Standing } from '#data/siting/ranking.ts';

/** A site that an edit put out of the list. */
export type Departed = {
  readonly standing: Standing;
  /** Its place before. */
  readonly rank: number;
};

/**
 * Sites that were ranked before and fail a must now, in the order they stood; both rankings are of the same candidates.
 * Empty where the candidates are others.
 */
export function departedOf(before: Ranking, after: Ranking): readonly Departed[] {
  if (before.total !== after.total) return [];
  const ranks = new Map(before.ranked.map(({ index, rank = 0 }) => [index, rank]));
  return after.ruledOut
    .flatMap((standing) => {
      const rank = ranks.get(standing.index);
      return rank === undefined ? [] : [{ standing, rank }];
    })
    .toSorted((one, other) => one.rank - other.rank);
}

/** How many sites of a list stand elsewhere in it now. */
export function countMoved(before: Ranking, after: Ranking): number {
  const ranks = new Map(before.ranked.map(({ index, rank }) => [index, rank]));
  return after.ranked.filter(({ index, rank }) => ranks.has(index) && ranks.get(index) !== rank)
    .length;
}
