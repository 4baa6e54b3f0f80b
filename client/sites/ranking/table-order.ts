import type { SitesAnswer } from '#data/schema/sites.ts';
import { columnFor } from '#data/siting/prepared.ts';
import type { Ranking, Standing } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';

/** What rows stand in order of: `rank`, `site`, `area`, or the id of a preferred criterion. */
export type TableSort = { readonly by: string; readonly descending: boolean };

export const BY_RANK: TableSort = { by: 'rank', descending: false };

/** The order after a press on a head: another column ascends, the same turns. */
export const turned = (sort: TableSort, by: string): TableSort =>
  sort.by === by ? { by, descending: !sort.descending } : { by, descending: false };

type Table = {
  readonly answer: SitesAnswer;
  readonly ranking: Ranking;
  readonly search: SiteSearch;
};

/** Rows in order; those of which the value is not known come last, whichever way it goes. */
export function tableOrder({ answer, ranking, search }: Table, sort: TableSort): Standing[] {
  const turn = sort.descending ? -1 : 1;
  if (sort.by === 'rank') {
    return turn === 1 ? [...ranking.ranked] : ranking.ranked.toReversed();
  }
  if (sort.by === 'site') {
    const title = ({ index }: Standing): string => answer.sites[index]?.title ?? '';
    return ranking.ranked.toSorted(
      (one, other) => turn * title(one).localeCompare(title(other), 'en-GB', { numeric: true }),
    );
  }
  const value = valueBy(answer, search, sort.by);
  return ranking.ranked.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined);
    return turn * (a < b ? -1 : a > b ? 1 : 0);
  });
}

function valueBy(
  answer: SitesAnswer,
  search: SiteSearch,
  by: string,
): (standing: Standing) => number | string | undefined {
  if (by === 'area') return ({ index }) => answer.sites[index]?.areaHa;
  const prefer = search.prefer.find(({ id }) => id === by);
  const column = prefer && columnFor(answer, prefer);
  if (column === undefined) return () => undefined;
  if (column.kind === 'text') return ({ index }) => column.text[index] ?? undefined;
  return ({ index }) => {
    const [low, high] = [column.low[index] ?? undefined, column.high[index] ?? undefined];
    if (low === undefined || high === undefined) return undefined;
    return (low + high) / 2;
  };
}
