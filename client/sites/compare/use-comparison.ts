import { useMemo } from 'react';
import { useSites } from '#client/api/sites.ts';
import type { SitesAnswer } from '#data/schema/sites.ts';
import type { Ranking } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { isFault } from '#data/siting/search-fault.ts';
import { parseSearch } from '#data/siting/search-text.ts';
import { COMPARED_MOST } from '../state/finder.ts';
import { useRanking } from '../state/use-ranking.ts';
import { type Compared, comparedOf } from './compared.ts';
import { type Differences, differencesOf } from './differences.ts';

/** What the address asks to be compared. */
type Asked = { readonly search: SiteSearch | undefined; readonly keys: readonly string[] };

/** Sites beside each other, once they are measured. */
export type Comparison = {
  readonly search: SiteSearch;
  readonly answer: SitesAnswer;
  readonly ranking: Ranking;
  readonly sites: readonly Compared[];
  readonly differences: Differences;
};

export type ComparisonState = {
  readonly asked: Asked;
  readonly comparison: Comparison | undefined;
  /** Keys of sites the search has no longer. */
  readonly lost: readonly string[];
  /** Why there is none, in a sentence. */
  readonly problem: string | undefined;
  readonly askAgain: () => void;
};

/** Read `?search=…&sites=k1,k2`; what cannot be read is no search. Never throws. */
export function readAsked(query: string): Asked {
  const fields = new URLSearchParams(query);
  const read = parseSearch(fields.get('search') ?? '');
  const keys = (fields.get('sites') ?? '').split(',').filter((key) => key !== '');
  return {
    search: isFault(read) ? undefined : read,
    keys: [...new Set(keys)].slice(0, COMPARED_MOST),
  };
}

/** The comparison the address asks for: every site stands where the whole search puts it. */
export function useComparison(): ComparisonState {
  const asked = useMemo(() => readAsked(location.search), []);
  const { search, keys } = asked;
  const { data: answer, error, refetch } = useSites(search);
  const ranking = useRanking(answer, search ?? NO_SEARCH);
  const found = useMemo(
    () => (answer && ranking ? comparedOf(keys, answer, ranking) : undefined),
    [keys, answer, ranking],
  );
  const comparison = useMemo(() => {
    if (!search || !answer || !ranking || !found || found.found.length < 2) return undefined;
    const standings = found.found.map(({ standing }) => standing);
    const differences = differencesOf(standings, search.prefer, ranking);
    return { search, answer, ranking, sites: found.found, differences };
  }, [search, answer, ranking, found]);
  return {
    asked,
    comparison,
    lost: found?.lost ?? [],
    problem: error?.message,
    askAgain: () => void refetch(),
  };
}

const NO_SEARCH: SiteSearch = {
  profile: 'own',
  ground: { kind: 'sites', types: [] },
  must: [],
  prefer: [],
};
