import { attributesOf } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { TileLayer } from '#data/schema/tile.ts';

/** Zoom down to which tiles are built; the map enlarges them beyond. */
const LAST_ZOOM = 14;

/**
 * Attributes every layer carries: for labels, for telling the planned from the built, and where a thing stands from
 * where only its postcode or UPRN is known.
 */
const ALWAYS = ['name', 'lifecycle-status', 'approximate'];

/** What the tiles of a feature type hold: the tile builder, the map style and TileJSON read it here. */
export function tileLayerOf(type: FeatureType): TileLayer {
  const marked = attributesOf(type).filter((attribute) => attribute.inTiles);
  return {
    id: type.id.slice(type.id.indexOf('/') + 1),
    featureType: type.id,
    theme: type.theme,
    title: type.plural,
    shapes: type.shapes,
    minZoom: Math.min(type.minZoom, LAST_ZOOM),
    maxZoom: LAST_ZOOM,
    attributes: [...new Set([...ALWAYS, ...marked.map((attribute) => attribute.name)])],
  };
}
