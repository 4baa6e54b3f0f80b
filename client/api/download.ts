import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LayerFilter } from '#data/query/filter.ts';
import { writeFilter } from '#data/query/filter-text.ts';
import type {
  DownloadCrs,
  DownloadForm,
  DownloadFormat,
  DownloadPlan,
} from '#data/schema/download.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { getJson } from './client.ts';

/** What somebody wants to take away. */
export type DownloadQuestion = {
  readonly layers: readonly string[];
  /** Absent: wherever they are. */
  readonly bounds?: Bounds;
  /** Text form of an area; absent: none. */
  readonly area?: string;
  readonly filters: readonly LayerFilter[];
  readonly format: DownloadFormat;
  readonly crs: DownloadCrs;
  readonly form: DownloadForm;
};

/** Decimals of a degree in an address: about 1 m. */
const DECIMALS = 5;

function queryOf({ layers, bounds, area, filters, format, crs, form }: DownloadQuestion): string {
  return new URLSearchParams([
    ['layers', layers.join(',')],
    ...(bounds ? [['bbox', bounds.map((side) => side.toFixed(DECIMALS)).join(',')]] : []),
    ...(area === undefined ? [] : [['area', area]]),
    ...filters
      .filter(({ layerId }) => layers.includes(layerId))
      .map((filter) => ['filter', writeFilter(filter)]),
    ['format', format],
    ['crs', crs],
    ...(form === 'merged' ? [['form', form]] : []),
  ]).toString();
}

/** Address of the zip. */
export const downloadAddress = (question: DownloadQuestion): string =>
  `/api/download?${queryOf(question)}`;

/** What the zip would hold and under what terms; the answer before stays until the next has come. */
export function useDownloadPlan(question: DownloadQuestion | undefined) {
  const path = question && `/api/download/plan?${queryOf(question)}`;
  return useQuery({
    queryKey: ['download', path],
    queryFn: ({ signal }) => getJson<DownloadPlan>(path ?? '', signal),
    enabled: path !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
