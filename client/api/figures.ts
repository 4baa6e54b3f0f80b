import { queryOptions, useQuery } from '@tanstack/react-query';
import type { LayerFilter } from '#data/query/filter.ts';
import { writeFilter } from '#data/query/filter-text.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { LayerFigures, LayerKeys } from '#data/schema/layer-figures.ts';
import { getJson } from './client.ts';
import { joined } from './query-text.ts';

/** What is asked of one layer: where, and under which conditions. */
export type LayerQuestion = {
  readonly layerId: string;
  /** Absent: everywhere. */
  readonly bounds?: Bounds | undefined;
  /** In place of the box: an area as the address has it. */
  readonly area?: string | undefined;
  readonly filter?: LayerFilter | undefined;
};

const pathOf = ({ layerId, bounds, area, filter }: LayerQuestion, what: string): string => {
  const isInBox = area === undefined && bounds !== undefined;
  const fields = [
    ...(isInBox ? [`bbox=${joined(bounds)}`] : []),
    ...(area === undefined ? [] : [`area=${encodeURIComponent(area)}`]),
    ...(filter === undefined ? [] : [`filter=${encodeURIComponent(writeFilter(filter))}`]),
  ];
  const query = fields.length === 0 ? '' : `?${fields.join('&')}`;
  return `/api/layers/${encodeURIComponent(layerId)}/${what}${query}`;
};

/** What was known of another view stays until this one's has come; what was known of another layer does not. */
const sameLayer = <Answer>(
  { layerId }: LayerQuestion,
  before: Answer | undefined,
  query: { readonly queryKey: readonly unknown[] } | undefined,
): Answer | undefined => (query?.queryKey[1] === layerId ? before : undefined);

/** How a layer's attributes are spread over its features in view. */
export const figuresOf = (question: LayerQuestion) =>
  queryOptions<LayerFigures>({
    queryKey: ['figures', question.layerId, pathOf(question, 'summary')],
    queryFn: ({ signal }) => getJson<LayerFigures>(pathOf(question, 'summary'), signal),
    placeholderData: (before, query) => sameLayer(question, before, query),
    staleTime: 30_000,
  });

/** Figures of one layer; none while nothing is asked. */
export function useLayerFigures(question: LayerQuestion | undefined) {
  return useQuery({
    ...figuresOf(question ?? { layerId: '' }),
    enabled: question !== undefined,
  });
}

/** Keys of the features that match, for what the tiles cannot tell. */
export const keysOf = (question: LayerQuestion) =>
  queryOptions<LayerKeys>({
    queryKey: ['keys', question.layerId, pathOf(question, 'keys')],
    queryFn: ({ signal }) => getJson<LayerKeys>(pathOf(question, 'keys'), signal),
    placeholderData: (before, query) => sameLayer(question, before, query),
    staleTime: 30_000,
  });
