import { queryOptions } from '@tanstack/react-query';
import { getJson } from '#client/api/client.ts';
import type { DeskHome } from '#data/schema/desk-home.ts';
import { DESK_API } from './send.ts';

/** A publisher's task list; the first of those the account may publish for unless one is named. */
export const homeQuery = (publisher: string | undefined) =>
  queryOptions({
    queryKey: ['desk', 'home', publisher ?? ''],
    queryFn: ({ signal }) =>
      getJson<DeskHome>(
        publisher === undefined
          ? DESK_API
          : `${DESK_API}?publisher=${encodeURIComponent(publisher)}`,
        signal,
      ),
    refetchOnWindowFocus: true,
  });
