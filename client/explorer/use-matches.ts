import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { figuresOf, keysOf } from '#client/api/figures.ts';
import type { Explore } from '#client/state/explore.ts';
import { metresPerPixel, type View } from '#client/state/view.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import type { LayerMatch } from '#data/cartography/picture.ts';
import type { LayerFilter } from '#data/query/filter.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { LayerFigures, LayerKeys } from '#data/schema/layer-figures.ts';

/** A layer as the map draws it: with what its filter lets through. */
export type MatchedLayer = WorkbenchLayer & { readonly match?: LayerMatch };

/** Of a layer this small the keys of all matches are asked for once; of a larger one, those round the view. */
const WHOLE_LAYER = 50_000;

/**
 * The layers with what their filters let through: by attributes where the tiles hold all that is asked for, else
 * by keys from the server.
 *
 * @returns also the layers whose matches here are more than the server names: those are drawn whole
 */
export function useMatches(
  layers: readonly WorkbenchLayer[],
  { filters, misses: chosen, view }: Pick<Explore, 'filters' | 'misses' | 'view'>,
) {
  const misses = chosen ?? 'dim';
  const asked = useMemo(() => askedOf(layers, filters ?? []), [layers, filters]);
  const figures = useQueries({
    queries: asked.map(({ layerId }) => figuresOf({ layerId })),
    combine: dataOf<LayerFigures>,
  });
  const keys = useQueries({
    queries: asked.map((filter, index) => ({
      ...keysOf({ layerId: filter.layerId, filter, bounds: boundsFor(layers, filter, view) }),
      enabled: needsKeys(filter, figures[index]),
    })),
    combine: dataOf<LayerKeys>,
  });
  return useMemo(() => {
    const matches = new Map(
      asked.flatMap((filter, index) => {
        const part = partOf(filter, figures[index], keys[index]);
        return part === undefined ? [] : [[filter.layerId, { misses, ...part }] as const];
      }),
    );
    const matched = layers.map((layer): MatchedLayer => {
      const match = matches.get(layer.id);
      return match === undefined ? layer : { ...layer, match };
    });
    const unsure = new Set(
      asked.flatMap(({ layerId }, index) => (keys[index]?.truncated ? [layerId] : [])),
    );
    return { layers: matched, unsure, filtered: asked.map(({ layerId }) => layerId) };
  }, [layers, asked, figures, keys, misses]);
}

const dataOf = <Answer>(results: readonly { readonly data: Answer | undefined }[]) =>
  results.map(({ data }) => data);

/** Filters of the layers that are drawn, in the order of the layers. */
const askedOf = (
  layers: readonly WorkbenchLayer[],
  filters: readonly LayerFilter[],
): readonly LayerFilter[] =>
  layers.flatMap(({ id, visible }) =>
    visible ? filters.filter(({ layerId }) => layerId === id) : [],
  );

/** Tiles hold some attributes only, and lists as one text. */
function needsKeys({ conditions }: LayerFilter, figures: LayerFigures | undefined): boolean {
  if (figures === undefined) return false;
  const known = new Map(figures.attributes.map((attribute) => [attribute.name, attribute]));
  return !conditions.every(({ attribute }) => {
    const { inTiles, type } = known.get(attribute) ?? { inTiles: false, type: 'text' };
    return inTiles && type !== 'list';
  });
}

type MatchPart = { readonly conditions: LayerFilter['conditions'] } | Pick<LayerKeys, 'keys'>;

/** Undefined while nobody can tell. */
function partOf(
  filter: LayerFilter,
  figures: LayerFigures | undefined,
  keys: LayerKeys | undefined,
): MatchPart | undefined {
  if (figures === undefined) return undefined;
  if (!needsKeys(filter, figures)) return { conditions: filter.conditions };
  return keys === undefined || keys.truncated ? undefined : { keys: keys.keys };
}

function boundsFor(
  layers: readonly WorkbenchLayer[],
  { layerId }: LayerFilter,
  view: View | undefined,
): Bounds | undefined {
  const count = layers.find(({ id }) => id === layerId)?.summary.featureCount ?? 0;
  return count <= WHOLE_LAYER || view === undefined ? undefined : boxRound(view);
}

/** Half the side of the box asked for, px: wider than most screens. */
const HALF_PX = 1_536;

/** Metres in a degree of latitude. */
const DEGREE_M = 111_320;

/** A box wider than the screen round a view, the same for views near each other. */
export function boxRound({ lng, lat, zoom }: View): Bounds {
  const level = Math.floor(zoom);
  const halfLat = (metresPerPixel(0, level) * HALF_PX) / DEGREE_M;
  const step = halfLat / 2;
  const [x, y] = [Math.round(lng / step) * step, Math.round(lat / step) * step];
  return [x - halfLat - step, y - halfLat - step, x + halfLat + step, y + halfLat + step];
}
