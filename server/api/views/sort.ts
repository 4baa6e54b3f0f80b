import type { LngLat } from '#data/schema/geometry.ts';
import type { Matched } from '#server/columns/ask.ts';
import { joinedTexts } from '#server/columns/joined.ts';
import { byDistance, keyOfColumn, type SortKeys } from '#server/columns/order.ts';
import type { Services } from '../services.ts';

/** By what a list is ordered: `distance`, `layer`, or the name of an attribute. */
export type Sort = { readonly by: string; readonly descending: boolean };

/** Read `-area-ha` as descending, `area-ha` as ascending. */
export const readSort = (text: string): Sort =>
  text.startsWith('-') ? { by: text.slice(1), descending: true } : { by: text, descending: false };

/** What puts matches in the order asked for; without anything to measure from, distance is the published order. */
export async function sortKeys(
  { editions, sifted }: Matched,
  { sort, near }: { readonly sort: Sort; readonly near: LngLat | undefined },
  { columns: shelf }: Pick<Services, 'columns'>,
): Promise<SortKeys> {
  const { by, descending } = sort;
  if (by === 'distance') {
    return near ? { ...byDistance(sifted, near), descending } : { of: () => () => 0 };
  }
  if (by === 'layer') {
    const layers = [...new Set(editions.map(({ layerId }) => layerId))].sort();
    return { of: (part) => () => layers.indexOf(editions[part]?.layerId ?? ''), descending };
  }
  const parts = sifted.map(({ columns }) => columns);
  const { ranks } = await joinedTexts(by, parts, shelf);
  return {
    of: (part) => keyOfColumn(parts[part]?.attributes.get(by), ranks[part]),
    descending,
  };
}
