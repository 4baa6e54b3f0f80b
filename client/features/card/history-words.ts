import { countOf } from '#client/ui/format.ts';
import type { FeatureHistory } from '#data/schema/feature-history.ts';
import { dateText } from '#data/words/dates.ts';

/** Since when it is known, and whether anything became of it: `First seen in edition 1 (4 March 2026)`. */
export function sayFirst({ first, live, steps, uncompared }: FeatureHistory): string {
  const day = dateText(first.publishedAt);
  if (first.edition === live.edition) {
    return `First seen in edition ${first.edition} (${day}), the one on the map.`;
  }
  const isSame = steps.every(({ kinds }) => kinds.includes('added')) && uncompared.length === 0;
  const since = isSame
    ? `; the same in all ${countOf(live.edition - first.edition + 1, 'edition')} since`
    : '';
  return `First seen in edition ${first.edition} (${day})${since}.`;
}

/** Which editions nobody knows about; undefined when there are none. */
export function sayUncompared({ uncompared }: FeatureHistory): string | undefined {
  const [only, ...more] = uncompared;
  if (only === undefined) return undefined;
  return more.length === 0
    ? `Edition ${only} was not compared with the one before it.`
    : `Editions ${uncompared.toSorted((a, b) => a - b).join(', ')} were not compared with those before them.`;
}
