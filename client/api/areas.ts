import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Area, AreaGeometry } from '#data/query/area.ts';
import { writeArea } from '#data/query/area-text.ts';
import type { AreaAnswer } from '#data/schema/area.ts';
import type { KeptArea } from '#data/schema/kept-area.ts';
import { getJson, postJson } from './client.ts';

/** The field every route takes an area by. */
export const areaField = (area: Area): string => `area=${encodeURIComponent(writeArea(area))}`;

/** Address of the same answer as a document that prints. */
export const reportAddress = (area: Area): string => `/area?${areaField(area)}`;

/** What is here; the answer for the area before stays until the next has come. */
export function useAreaAnswer(area: Area | undefined) {
  const path = area && `/api/area?${areaField(area)}`;
  return useQuery({
    queryKey: ['area', path],
    queryFn: ({ signal }) => getJson<AreaAnswer>(path ?? '', signal),
    enabled: path !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** Have the server keep a shape that is too long for an address. */
export const keepShape = (geometry: AreaGeometry): Promise<KeptArea> =>
  postJson('/api/areas', JSON.stringify({ geometry }), 'application/json');

/**
 * Have the server read a file that holds a red line, and keep what it found.
 *
 * @param apart each shape of the file is kept by itself as well
 */
export const sendRedLine = (file: File, apart = false): Promise<KeptArea> =>
  postJson(
    `/api/areas?name=${encodeURIComponent(file.name)}${apart ? '&apart=true' : ''}`,
    file,
    'application/octet-stream',
  );
