import type { LayerSummary } from '#data/schema/api.ts';
import type { ActiveLayer } from './layers.ts';

/** A layer of the map with what the catalogue says of it. */
export type WorkbenchLayer = ActiveLayer & {
  readonly summary: LayerSummary;
  /** Why it may not be used as the reader wants, when it may not: it is hidden. */
  readonly barred?: string;
};

/** The layers of the map that the catalogue knows, and the ids of those it no longer holds. */
export function joinLayers(
  active: readonly ActiveLayer[],
  catalogue: readonly LayerSummary[],
): { readonly layers: readonly WorkbenchLayer[]; readonly missing: readonly string[] } {
  const summaries = new Map(catalogue.map((summary) => [summary.id, summary]));
  const layers = active.flatMap((layer) => {
    const summary = summaries.get(layer.id);
    return summary === undefined ? [] : [{ ...layer, summary }];
  });
  return { layers, missing: active.filter(({ id }) => !summaries.has(id)).map(({ id }) => id) };
}

/** Publishers of a layer in a few words: `Bury`, `Bury and Oldham`, `Bury, Oldham and 3 more`. */
export function nameLayerPublishers(summary: LayerSummary): string {
  const [first, second, ...others] = summary.publishers.map(({ shortName }) => shortName);
  if (first === undefined) return 'Publisher not stated';
  if (second === undefined) return first;
  return others.length === 0
    ? `${first} and ${second}`
    : `${first}, ${second} and ${others.length} more`;
}

/** Whether a licence lets the data be handed out. Source: the tiers of the licence catalogue. */
export function mayDownload(summary: LayerSummary): boolean {
  return ['open', 'attribution', 'share-alike'].includes(summary.licence.chip);
}
