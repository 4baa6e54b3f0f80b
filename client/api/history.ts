import { useQuery } from '@tanstack/react-query';
import type { FeatureHistory } from '#data/schema/feature-history.ts';
import { getJson } from './client.ts';

/** What each edition of its dataset did to a feature. */
export function useHistory(id: string) {
  const path = id.split('/').map(encodeURIComponent).join('/');
  return useQuery({
    queryKey: ['history', id],
    queryFn: ({ signal }) => getJson<FeatureHistory>(`/api/features/${path}/history`, signal),
    staleTime: 60_000,
  });
}
