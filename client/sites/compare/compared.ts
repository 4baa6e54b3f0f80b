import type { SiteCandidate, SitesAnswer } from '#data/schema/sites.ts';
import type { Ranking, Standing } from '#data/siting/ranking.ts';

/** One site beside others. */
export type Compared = { readonly site: SiteCandidate; readonly standing: Standing };

/** The sites of some keys, in the order asked, and the keys no site of the answer has. */
export function comparedOf(
  keys: readonly string[],
  { sites }: Pick<SitesAnswer, 'sites'>,
  { ranked, ruledOut }: Pick<Ranking, 'ranked' | 'ruledOut'>,
): { readonly found: readonly Compared[]; readonly lost: readonly string[] } {
  const byKey = new Map(
    [...ranked, ...ruledOut].flatMap((standing): [string, Compared][] => {
      const site = sites[standing.index];
      return site === undefined ? [] : [[site.key, { site, standing }]];
    }),
  );
  return {
    found: keys.flatMap((key) => byKey.get(key) ?? []),
    lost: keys.filter((key) => !byKey.has(key)),
  };
}
