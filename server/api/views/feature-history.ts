import type { FeatureHistory, HistoryStep } from '#data/schema/feature-history.ts';
import type { ChangeRow } from '#server/store/compare-rows.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { toldFields } from './told-fields.ts';

/**
 * A feature through the editions of its dataset, up to the one on the map.
 *
 * @param editions of its dataset, newest first
 * @param changes what each edition did to it, in any order
 */
export function featureHistory(
  id: string,
  live: EditionRow,
  editions: readonly EditionRow[],
  changes: readonly (ChangeRow & { readonly edition: number })[],
): FeatureHistory {
  const shown = editions.filter(
    ({ status, number }) => (status === 'live' || status === 'superseded') && number <= live.number,
  );
  const oldest = shown.at(-1) ?? live;
  const steps = shown.flatMap((edition): HistoryStep[] => {
    const change = changes.find((each) => each.edition === edition.row);
    if (!change) return [];
    const { kinds, fields, move } = change;
    const stamp = { edition: edition.number, publishedAt: edition.publishedAt };
    return [
      {
        ...stamp,
        kinds: [...kinds],
        fields: toldFields(fields, live.source.type),
        ...(move ? { move } : {}),
      },
    ];
  });
  const added = steps.findLast(({ kinds }) => kinds.includes('added'));
  return {
    id,
    dataset: live.dataset,
    first: added
      ? { edition: added.edition, publishedAt: added.publishedAt }
      : { edition: oldest.number, publishedAt: oldest.publishedAt },
    live: { edition: live.number, publishedAt: live.publishedAt },
    editions: shown.length,
    steps,
    uncompared: shown
      .filter((edition) => edition !== oldest && edition.comparison === undefined)
      .map(({ number }) => number),
  };
}
