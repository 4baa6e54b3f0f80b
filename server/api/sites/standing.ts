import { gunzipSync, gzipSync } from 'node:zlib';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { rankSites } from '#data/siting/rank.ts';
import type { Ranking } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';

/** A site that meets every must, as it is remembered: key, title, rank, least and most of its points. */
export type Stood = readonly [key: string, title: string, rank: number, low: number, high: number];

/** A search carried out on what was measured. */
export type Carried = {
  readonly search: SiteSearch;
  readonly answer: SitesAnswer;
  readonly ranking: Ranking;
};

/** Carry a search out. */
export const carryOut = (search: SiteSearch, answer: SitesAnswer): Carried => ({
  search,
  answer,
  ranking: rankSites(answer, search),
});

/** The sites that meet it, best first. */
export const standingOf = ({ answer, ranking }: Pick<Carried, 'answer' | 'ranking'>): Stood[] =>
  ranking.ranked.map(({ index, rank = 0, low, high }) => {
    const site = answer.sites[index];
    if (!site) throw new RangeError(`Cannot find site ${index} of ${answer.sites.length}`);
    return [site.key, site.title, rank, hundredth(low), hundredth(high)];
  });

const hundredth = (points: number): number => Math.round(points * 100) / 100;

/** Write a standing down as the store keeps it. */
export const packStanding = (standing: readonly Stood[]): Uint8Array =>
  gzipSync(JSON.stringify(standing));

/** Read what `packStanding` wrote. */
export const readStanding = (packed: Uint8Array): Stood[] =>
  JSON.parse(gunzipSync(packed).toString('utf8')) as Stood[];
