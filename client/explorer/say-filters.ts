import { sayCondition } from '#client/features/filter/words.ts';
import type { Explore } from '#client/state/explore.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';

/** What filters leave of each layer, in sentences: for whoever sees the map without its page. */
export function sayFilters(
  { filters = [], misses }: Pick<Explore, 'filters' | 'misses'>,
  layers: readonly WorkbenchLayer[],
): readonly string[] {
  const others = misses === 'hide' ? 'left out' : 'dimmed';
  return filters.flatMap(({ layerId, conditions }) => {
    const layer = layers.find(({ id }) => id === layerId);
    if (layer === undefined) return [];
    const asked = conditions.map((condition) => {
      const { attribute } = condition;
      return `${attribute.replaceAll('-', ' ')} ${sayCondition(condition, { name: attribute, title: attribute })}`;
    });
    return [`${layer.summary.title}: ${asked.join('; ')}; others are ${others}.`];
  });
}
