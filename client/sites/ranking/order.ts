import type { Ranking, Standing } from '#data/siting/ranking.ts';
import type { Departed } from '../state/departed.ts';

/** One row of the list: a site that is ranked, or one that the last edit put out. */
export type ListRow =
  | { readonly kind: 'ranked'; readonly standing: Standing }
  | { readonly kind: 'left'; readonly standing: Standing; readonly rank: number };

/**
 * The order rows are shown in: best first; while it is held, as it stood, with those that are new at the end.
 *
 * @param held numbers of candidates in the order shown before; undefined: not held
 */
export function orderOf({ ranked }: Ranking, held: readonly number[] | undefined): Standing[] {
  if (held === undefined) return [...ranked];
  const byIndex = new Map(ranked.map((standing) => [standing.index, standing]));
  const kept = held.flatMap((index) => {
    const standing = byIndex.get(index);
    byIndex.delete(index);
    return standing === undefined ? [] : [standing];
  });
  return [...kept, ...byIndex.values()];
}

/** Rows that left, shown at most. */
const LEFT_MOST = 5;

/** The rows of the list, those that left where they stood. */
export function rowsOf(
  order: readonly Standing[],
  departed: readonly Departed[],
): readonly ListRow[] {
  const rows: ListRow[] = order.map((standing) => ({ kind: 'ranked', standing }));
  // in the order they stood: the old places counted those that left before them
  for (const { standing, rank } of departed.slice(0, LEFT_MOST)) {
    rows.splice(Math.min(rank - 1, rows.length), 0, { kind: 'left', standing, rank });
  }
  return rows;
}

/** How many left besides those shown. */
export const countUnshown = (departed: readonly Departed[]): number =>
  Math.max(0, departed.length - LEFT_MOST);
