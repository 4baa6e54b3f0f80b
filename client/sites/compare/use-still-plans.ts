import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getJson } from '#client/api/client.ts';
import { useLayers } from '#client/api/queries.ts';
import { searchField } from '#client/api/sites.ts';
import type { SiteMark } from '#client/map/sites-map-controller.ts';
import type { SiteStill } from '#client/map/sites-still.ts';
import type { SiteEvidence } from '#data/schema/sites.ts';
import { contextOf } from '../map/context.ts';
import { isRange, linesOf } from '../map/marks.ts';
import type { Compared } from './compared.ts';
import { framesOf } from './frame-of-maps.ts';
import type { Comparison } from './use-comparison.ts';

/** CSS pixels of a small map. Source: the picture of the design. */
export const MAP_PX = { widthPx: 344, heightPx: 216 } as const;

/** What the small maps show, all at one scale; undefined until every site's lines are known. */
export function useStillPlans({
  search,
  answer,
  sites,
}: Comparison): readonly SiteStill[] | undefined {
  const { data: layers } = useLayers();
  const evidence = useQueries({
    queries: sites.map(({ site: { key } }) => ({
      queryKey: ['sites', 'evidence', 'compared', searchField(search), key],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        getJson<SiteEvidence>(
          `/api/sites/evidence?${searchField(search)}&site=${encodeURIComponent(key)}`,
          signal,
        ),
      staleTime: 60_000,
    })),
    combine: gather,
  });
  return useMemo(() => {
    if (layers === undefined || evidence === undefined) return undefined;
    const lines = evidence.map((each) => each && linesOf(each, answer));
    const { context } = contextOf(search, layers);
    const contents = sites.map(({ site: { at } }, place) => ({
      at,
      ends: lines[place]?.lines.map(({ to }) => to) ?? [],
    }));
    return framesOf(contents, MAP_PX).flatMap((view, place): SiteStill[] => {
      const compared = sites[place];
      if (compared === undefined) return [];
      return [{ context, mark: markOf(compared), lines: lines[place], view }];
    });
  }, [layers, evidence, answer, sites, search]);
}

type Result = { readonly data: SiteEvidence | undefined; readonly isPending: boolean };

/** Every answer, those that failed missing; undefined while any is awaited. */
const gather = (results: readonly Result[]): readonly (SiteEvidence | undefined)[] | undefined =>
  results.some(({ isPending }) => isPending) ? undefined : results.map(({ data }) => data);

const markOf = ({ site, standing }: Compared): SiteMark => ({
  key: site.key,
  at: site.at,
  form: isRange(standing) ? 'range' : 'ring',
  rank: standing.rank ?? 0,
  ...(site.outline === 'point' && site.errorM > 0 ? { radiusM: site.errorM } : {}),
});
