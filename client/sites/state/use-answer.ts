import { useRef } from 'react';
import { useSites } from '#client/api/sites.ts';
import type { SitesAnswer } from '#data/schema/sites.ts';
import type { SiteSearch } from '#data/siting/search.ts';

type Kept = { readonly answer: SitesAnswer; readonly of: string };

/**
 * What was measured for a search. While the next answer is awaited, or does not come, the last one stays: what it has
 * not measured is not known yet. One of another profile or of other ground says nothing of this search, and goes.
 */
export function useAnswer(search: SiteSearch) {
  const { data, isPlaceholderData, isFetching, error, refetch } = useSites(search);
  const kept = useRef<Kept>(undefined);
  const of = JSON.stringify([search.profile, search.title, search.ground]);
  const own = isPlaceholderData ? undefined : data;
  if (own !== undefined) kept.current = { answer: own, of };
  const last = kept.current?.of === of ? kept.current.answer : undefined;
  return { answer: own ?? last, isFetching, error, refetch };
}
