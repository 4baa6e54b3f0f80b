import { attributesOf } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { isApproximate } from '#data/schema/gazetteer.ts';
import type { TileFeature } from '#data/schema/tile.ts';
import type { FeatureShape } from '#server/store/rows.ts';

/** Makes what the store holds what tiles are built of: the attributes a type shows, lists as text, its rank. */
export function tileFeaturesOf(type: FeatureType): (feature: FeatureShape) => TileFeature {
  const kept = attributesOf(type)
    .filter(({ inTiles }) => inTiles)
    .map(({ name }) => name);
  return (feature) => toTileFeature(feature, kept, type.rankBy);
}

function toTileFeature(
  { key, geometry, attributes, name, lifecycle }: FeatureShape,
  kept: readonly string[],
  rankBy: string | undefined,
): TileFeature {
  const properties: Record<string, string | number | boolean | undefined> = {
    name,
    'lifecycle-status': lifecycle,
    ...(isApproximate(attributes) ? { approximate: true } : {}),
  };
  for (const attribute of kept) {
    const value = attributes[attribute];
    if (value !== undefined)
      properties[attribute] = typeof value === 'object' ? value.join(', ') : value;
  }
  const rank = rankBy === undefined ? 0 : attributes[rankBy];
  return { key, geometry, properties, rank: typeof rank === 'number' ? rank : 0 };
}
