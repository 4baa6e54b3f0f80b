import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getJson } from '#client/api/client.ts';
import type { Draft, DraftProgress } from '#data/schema/desk.ts';
import { DESK_API } from './send.ts';

/** How often it is asked how far a draft is, ms. */
const PROGRESS_MS = 1_000;

/** Address of a draft, or of something below it. */
export const draftPath = (id: string, below = ''): string =>
  `${DESK_API}/drafts/${encodeURIComponent(id)}${below === '' ? '' : `/${below}`}`;

const draftKey = (id: string) => ['desk', 'draft', id] as const;

const draftQuery = (id: string) =>
  queryOptions({
    queryKey: draftKey(id),
    queryFn: ({ signal }) => getJson<Draft>(draftPath(id), signal),
    // a colleague may have gone on with it
    refetchOnWindowFocus: true,
  });

/** A draft as the server last told of it. */
export const holdDraft = (client: QueryClient, draft: Draft): void => {
  client.setQueryData(draftKey(draft.id), draft);
};

/** Ask for a draft anew: what is known of it no longer holds. */
export const dropDraft = (client: QueryClient, id: string): void => {
  void client.invalidateQueries({ queryKey: draftKey(id) });
};

/** Whether a draft is being worked on by the server, and screens wait. */
export const isBusy = ({ state }: DraftProgress): boolean =>
  state === 'reading' || state === 'comparing' || state === 'publishing';

/** A draft; while the server works on it, how far it is is asked again and again. */
export function useDraftQuery(id: string) {
  const draft = useQuery(draftQuery(id));
  const { refetch } = draft;
  const isWorking = draft.data !== undefined && isBusy(draft.data.progress);
  const progress = useQuery({
    queryKey: ['desk', 'progress', id],
    queryFn: ({ signal }) => getJson<DraftProgress>(draftPath(id, 'progress'), signal),
    enabled: isWorking,
    refetchInterval: PROGRESS_MS,
    // a reading that ended before must not be taken for the one that begins
    gcTime: 0,
  });
  const told = isWorking ? progress.data : undefined;
  const hasChanged = told !== undefined && told.state !== draft.data?.progress.state;
  useEffect(() => {
    if (hasChanged) void refetch();
  }, [hasChanged, refetch]);
  return { ...draft, progress: told ?? draft.data?.progress };
}

/**
 * Something below a draft, asked anew with every reading.
 *
 * @param below address below the draft, with its query: `columns`, `issues?band=blocks`
 */
export const partQuery = <Answer>(draft: Pick<Draft, 'id' | 'progress'>, below: string) =>
  queryOptions({
    queryKey: ['desk', 'part', draft.id, below, draft.progress.reading],
    queryFn: ({ signal }) => getJson<Answer>(draftPath(draft.id, below), signal),
    staleTime: 60_000,
  });
