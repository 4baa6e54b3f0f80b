import type { LayerSummary, LayerTask } from '#data/schema/api.ts';
import { THEME_TITLES, THEMES, type Theme } from '#data/schema/theme.ts';

/** How the tree of layers is grouped. */
export type Grouping = 'theme' | 'publisher' | 'task';

/** One branch of the tree. */
export type CatalogueGroup = {
  readonly id: string;
  readonly title: string;
  /** Set when the branch is a theme: its hue is shown. */
  readonly theme?: Theme;
  /** Set when its layers are looked at together: they can be put on the map at once. */
  readonly isTask?: true;
  readonly layers: readonly LayerSummary[];
};

/**
 * Group layers under themes in display order, under publishers by name, or under what they are looked at together
 * for; empty branches are left out.
 */
export function groupLayers(
  catalogue: readonly LayerSummary[],
  grouping: Grouping,
  tasks: readonly LayerTask[] = [],
): readonly CatalogueGroup[] {
  if (grouping === 'task') return byTask(catalogue, tasks);
  return grouping === 'theme' ? byTheme(catalogue) : byPublisher(catalogue);
}

/** In the task's own order: the most telling first. */
function byTask(
  catalogue: readonly LayerSummary[],
  tasks: readonly LayerTask[],
): readonly CatalogueGroup[] {
  return tasks
    .map(({ id, title, layers }) => ({
      id,
      title,
      isTask: true as const,
      layers: layers.flatMap((layerId) => catalogue.find((layer) => layer.id === layerId) ?? []),
    }))
    .filter((group) => group.layers.length > 0);
}

function byTheme(catalogue: readonly LayerSummary[]): readonly CatalogueGroup[] {
  return THEMES.map((theme) => ({
    id: theme,
    title: THEME_TITLES[theme],
    theme,
    layers: sorted(catalogue.filter((layer) => layer.theme === theme)),
  })).filter((group) => group.layers.length > 0);
}

function byPublisher(catalogue: readonly LayerSummary[]): readonly CatalogueGroup[] {
  const names = new Map(
    catalogue.flatMap((layer) => layer.publishers.map(({ id, name }) => [id, name] as const)),
  );
  return [...names]
    .toSorted(([, one], [, other]) => one.localeCompare(other, 'en-GB'))
    .map(([id, title]) => ({
      id,
      title,
      layers: sorted(
        catalogue.filter((layer) => layer.publishers.some((publisher) => publisher.id === id)),
      ),
    }));
}

function sorted(layers: readonly LayerSummary[]): readonly LayerSummary[] {
  return layers.toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'));
}

/**
 * Layers that hold every word of `text` in their title, synonyms, theme, licence or publisher, any case.
 *
 * @returns the whole catalogue when the text is blank
 */
export function filterLayers(
  catalogue: readonly LayerSummary[],
  text: string,
): readonly LayerSummary[] {
  const words = text.toLocaleLowerCase('en-GB').split(/\s+/u).filter(Boolean);
  if (words.length === 0) return catalogue;
  return catalogue.filter((layer) => {
    const haystack = searchable(layer);
    return words.every((word) => haystack.includes(word));
  });
}

function searchable(layer: LayerSummary): string {
  const publishers = layer.publishers.flatMap(({ name, shortName }) => [name, shortName]);
  const words = [layer.title, ...layer.synonyms, THEME_TITLES[layer.theme], layer.licence.title];
  return [...words, ...publishers, layer.synthetic ? 'synthetic' : '']
    .join('\n')
    .toLocaleLowerCase('en-GB');
}
