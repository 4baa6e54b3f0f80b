import { useQuery } from '@tanstack/react-query';
import type { LayerMoments } from '#data/schema/layer-moments.ts';
import { getJson } from './client.ts';

/** How a layer stood after each publish, newest first; asked for when there is a layer. */
export function useLayerMoments(layer: string | undefined) {
  return useQuery({
    queryKey: ['moments', layer],
    queryFn: ({ signal }) =>
      getJson<LayerMoments>(`/api/layers/${encodeURIComponent(layer ?? '')}/moments`, signal),
    enabled: layer !== undefined,
    staleTime: 60_000,
  });
}
