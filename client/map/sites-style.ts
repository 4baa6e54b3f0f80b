import type {
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import { paletteOf } from '#data/cartography/palettes.ts';
import type { MapLayer } from '#data/cartography/picture.ts';
import { compileStyle } from '#data/cartography/style/compile-style.ts';
import { cellLayers } from './sites-cell-style.ts';
import { discs, siteLayers } from './sites-marker-style.ts';
import { SITES, type SitesPicture } from './sites-sources.ts';

/** The basemap's first layer above the ground: hexagons lie under it. */
export const OVER_GROUND = 'water-casing';

/** The whole style of the finder's map: the product's own base and layers, with sites or hexagons over them. */
export function sitesStyle(picture: SitesPicture): StyleSpecification {
  const { mode, origin, isSurface, data } = picture;
  const palette = paletteOf(mode);
  const base = compileStyle({ layers: drawnOf(picture), mode, origin });
  const named = new Set(picture.named);
  const bare = new Set(picture.ground.map(({ id }) => id));
  const kept = base.layers.filter((layer) => !isSignOf(layer, bare) && !isNameOf(layer, named));
  const ground = kept.findIndex(({ id }) => id === OVER_GROUND);
  return {
    ...base,
    sources: {
      ...base.sources,
      ...Object.fromEntries(
        Object.entries(SITES).map(([part, id]) => [id, geojson(data[part as keyof typeof SITES])]),
      ),
    },
    layers: isSurface
      ? [
          ...kept.slice(0, ground),
          ...cellLayers(picture, palette),
          ...kept.slice(ground),
          ...discs(picture),
        ]
      : [...kept, ...siteLayers(picture, palette)],
  };
}

/** Layers as the explorer draws them: none under hexagons. */
export const drawnOf = ({ isSurface, context, ground }: SitesPicture): MapLayer[] =>
  isSurface
    ? []
    : [...context, ...ground].map((summary) => ({ summary, visible: true, opacity: 1 }));

const geojson = (data: FeatureCollection): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data,
});

/** Signs and names of sites are the finder's own. */
const isSignOf = (layer: LayerSpecification, layers: ReadonlySet<string>): boolean =>
  'source' in layer && layers.has(layer.source) && !['fill', 'line'].includes(layer.type);

const isNameOf = (layer: LayerSpecification, layers: ReadonlySet<string>): boolean =>
  'source' in layer && layers.has(layer.source) && layer.id.endsWith(':name');
