import type {
  LayerSpecification,
  SourceSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { HostedBase } from '../picture.ts';
import type { Banded } from './bands.ts';
import { FONTS } from './fonts.ts';

/** Names of what a hosted base map brings begin with it: they meet none of ours. */
export const HOSTED = 'hosted:';

/** Sources of a base map others host. */
export function hostedSources(base: HostedBase): Record<string, SourceSpecification> {
  if ('tiles' in base) {
    const { tiles, tileSize, minZoom, maxZoom } = base;
    const picture = { tiles: [...tiles], tileSize, minzoom: minZoom, maxzoom: maxZoom };
    return { [`${HOSTED}tiles`]: { type: 'raster', ...picture } };
  }
  return Object.fromEntries(
    Object.entries(base.style.sources).map(([id, source]) => [HOSTED + id, source]),
  );
}

/** Its layers, under everything of ours; its words in our letters, so that no others are loaded. */
export function hostedLayers(base: HostedBase): Banded[] {
  const layers: LayerSpecification[] =
    'tiles' in base
      ? [{ id: 'tiles', type: 'raster', source: 'tiles', paint: { 'raster-fade-duration': 0 } }]
      : base.style.layers;
  return layers.map((layer) => ({ band: 'land', layer: renamed(layer) }));
}

function renamed(layer: LayerSpecification): LayerSpecification {
  const id = HOSTED + layer.id;
  if (layer.type === 'background') return { ...layer, id };
  const moved = { ...layer, id, source: HOSTED + layer.source } as LayerSpecification;
  return moved.type === 'symbol' ? inOurLetters(moved) : moved;
}

/** The style names no `glyphs`: MapLibre draws the families registered in the page. */
function inOurLetters(layer: SymbolLayerSpecification): SymbolLayerSpecification {
  const font = fontLike(JSON.stringify(layer.layout?.['text-font'] ?? ''));
  return { ...layer, layout: { ...layer.layout, 'text-font': [...font] } };
}

function fontLike(name: string): readonly string[] {
  if (/italic|oblique/i.test(name)) return FONTS.italic;
  if (/bold|black|heavy/i.test(name)) return FONTS.bold;
  return /medium/i.test(name) ? FONTS.medium : FONTS.regular;
}
