import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SiteEvidence, SitesAnswer } from '#data/schema/sites.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { writeSearch } from '#data/siting/search-text.ts';
import { writeWhat } from '#data/siting/what-text.ts';
import { getJson } from './client.ts';

/** Level of the hexagons a surface is made of. */
export const SURFACE_LEVEL = 8;

/** The field every route takes a search by. */
export const searchField = (search: SiteSearch): string =>
  `search=${encodeURIComponent(writeSearch(search))}`;

/** Everything a server measures for a search: its ground and its measures, whatever they are worth. */
export const measuresOf = ({ ground, must, prefer }: SiteSearch): string =>
  JSON.stringify([
    ground,
    [...new Set([...must, ...prefer].map(({ what }) => writeWhat(what)))].toSorted(),
  ]);

/**
 * Candidates and what is measured of them. Asked again when the ground or a measure changes, never for a weight or
 * a threshold; the answer before stays until the next has come.
 */
export function useSites(search: SiteSearch | undefined) {
  return useQuery({
    queryKey: ['sites', search && measuresOf(search)],
    queryFn: ({ signal }) =>
      getJson<SitesAnswer>(`/api/sites?${search ? searchField(search) : ''}`, signal),
    enabled: search !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** The same of hexagons over the whole region. */
export function useSurface(search: SiteSearch | undefined) {
  return useQuery({
    queryKey: ['sites', 'surface', search && measuresOf(search)],
    queryFn: ({ signal }) =>
      getJson<SitesAnswer>(
        `/api/sites/surface?${search ? searchField(search) : ''}&level=${SURFACE_LEVEL}`,
        signal,
      ),
    enabled: search !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** The shape of one candidate, and the lines to what it was measured to. */
export function useSiteEvidence(search: SiteSearch | undefined, key: string | undefined) {
  const isAsked = search !== undefined && key !== undefined;
  return useQuery({
    queryKey: ['sites', 'evidence', search && measuresOf(search), key],
    queryFn: ({ signal }) =>
      getJson<SiteEvidence>(
        `/api/sites/evidence?${search ? searchField(search) : ''}&site=${encodeURIComponent(key ?? '')}`,
        signal,
      ),
    enabled: isAsked,
    staleTime: 60_000,
  });
}
