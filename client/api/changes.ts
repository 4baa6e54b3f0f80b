import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LayerChanges } from '#data/schema/layer-changes.ts';
import { getJson } from './client.ts';

/** What became of a layer since a day; since the edition before the present one where none is named. */
export function useLayerChanges(layer: string, since: string | undefined) {
  const query = since === undefined ? '' : `?since=${since}`;
  return useQuery({
    queryKey: ['changes', layer, since],
    queryFn: ({ signal }) =>
      getJson<LayerChanges>(`/api/layers/${encodeURIComponent(layer)}/changes${query}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
