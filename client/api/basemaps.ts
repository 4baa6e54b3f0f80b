import { useQuery } from '@tanstack/react-query';
import type { Basemap } from '#data/schema/basemap.ts';
import { getJson } from './client.ts';

/** The base maps whoever runs ODIN offers beside its own; none until they have come. */
export function useBasemaps() {
  return useQuery({
    queryKey: ['basemaps'],
    queryFn: ({ signal }) =>
      getJson<{ readonly basemaps: readonly Basemap[] }>('/api/basemaps', signal),
    select: ({ basemaps }) => basemaps,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The style document of a base map, from whoever hosts it. */
export function useHostedStyle(url: string | undefined) {
  return useQuery({
    queryKey: ['hosted-style', url],
    queryFn: ({ signal }) => getJson<unknown>(url ?? '', signal),
    enabled: url !== undefined,
    retry: 1,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
