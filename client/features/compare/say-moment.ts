import type { LayerMoment } from '#data/schema/layer-moments.ts';
import { dateText } from '#data/words/dates.ts';

/** Publishers named before the rest are counted. */
const FIRST = 2;

/**
 * A moment of a layer in a few words: `Edition 1, 3 March 2026` where a layer has one dataset, else
 * `Manchester edition 2, 3 March 2026`.
 */
export function sayMoment({ at, published }: LayerMoment, isOnlyDataset: boolean): string {
  const [first] = published;
  if (first === undefined) return dateText(at);
  if (isOnlyDataset) return `Edition ${first.edition}, ${dateText(at)}`;
  const named = published
    .slice(0, FIRST)
    .map((each) => `${each.publisher} edition ${each.edition}`);
  const more = published.length > FIRST ? ` and ${published.length - FIRST} more` : '';
  return `${named.join(', ')}${more}, ${dateText(at)}`;
}
