import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LayerFilter } from '#data/query/filter.ts';
import { writeFilter } from '#data/query/filter-text.ts';
import type { FeatureList } from '#data/schema/api.ts';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import { getJson } from './client.ts';
import { joined } from './query-text.ts';

/** Features a page of the list holds. */
export const PAGE_SIZE = 25;

/** What the list asks for. */
export type ListQuestion = {
  readonly layers: readonly string[];
  readonly bounds: Bounds;
  /** In place of the box: an area as the address has it. */
  readonly area?: string | undefined;
  /** Where distances are measured from. */
  readonly near: LngLat;
  /** Of the layers asked for; others are ignored. */
  readonly filters?: readonly LayerFilter[] | undefined;
  /** As the address has it: `-area-ha`. Absent: nearest first. */
  readonly sort?: string | undefined;
  /** Attributes whose values and totals are wanted. */
  readonly columns?: readonly string[] | undefined;
  /** From 0. */
  readonly page: number;
};

/** A page of the features in view; the page before stays until the next has come. */
export function useFeatureList(question: ListQuestion | undefined) {
  const path = question && listPath(question);
  return useQuery({
    queryKey: ['features', path],
    queryFn: ({ signal }) => getJson<FeatureList>(path ?? '', signal),
    enabled: path !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** The part of a question that says where: an area, else a box. */
const whereOf = ({ bounds, area }: Pick<ListQuestion, 'bounds' | 'area'>): string =>
  area === undefined ? `bbox=${joined(bounds)}` : `area=${encodeURIComponent(area)}`;

function listPath(question: ListQuestion): string {
  const { layers, near, filters = [], sort, columns = [], page } = question;
  const asked = filters.filter(({ layerId }) => layers.includes(layerId));
  const fields = [
    whereOf(question),
    `layers=${layers.map(encodeURIComponent).join(',')}`,
    `near=${joined(near)}`,
    ...asked.map((filter) => `filter=${encodeURIComponent(writeFilter(filter))}`),
    ...(sort === undefined ? [] : [`sort=${encodeURIComponent(sort)}`]),
    ...(columns.length === 0 ? [] : [`columns=${columns.map(encodeURIComponent).join(',')}`]),
    `limit=${PAGE_SIZE}`,
    ...(page > 0 ? [`offset=${page * PAGE_SIZE}`] : []),
  ];
  return `/api/features?${fields.join('&')}`;
}
