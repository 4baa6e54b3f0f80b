import type {
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { LayerSummary } from '#data/schema/api.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { paletteOf } from '../palettes.ts';
import type { MapMode } from '../picture.ts';
import { inOrder } from './bands.ts';
import { BASEMAP_ATTRIBUTION, basemapLayers, basemapSources } from './basemap.ts';
import { compileLayers } from './compile-style.ts';
import { FONT_FILES } from './fonts.ts';

/** Who asks for a style document, and for what. */
export type DocumentOptions = {
  readonly name: string;
  /** Scheme and host the document's addresses begin with: `https://map.example.org`. */
  readonly origin: string;
  readonly mode: MapMode;
  /** Draw ODIN's own ground under the layers. */
  readonly basemap: boolean;
};

/**
 * A style for other maps: the layers as the explorer draws them, with absolute addresses of tiles, marks and
 * letters, none outside this server.
 *
 * @param layers first on top
 */
export function styleDocument(
  layers: readonly LayerSummary[],
  { name, origin, mode, basemap }: DocumentOptions,
): StyleSpecification {
  const palette = paletteOf(mode);
  const drawn = layers.map((summary) => ({ summary, visible: true, opacity: 1 }));
  const bounds = joined(layers.flatMap((layer) => (layer.bounds ? [layer.bounds] : [])));
  return {
    version: 8,
    name,
    metadata: { 'odin:layers': layers.map(termsOf) },
    ...(bounds ? cameraOver(bounds) : {}),
    // fill-in words of the addresses must stay as they are
    sprite: `${origin}/api/sprites/${mode}`,
    glyphs: `${origin}/api/fonts/{fontstack}/{range}.pbf`,
    sources: {
      ...(basemap ? creditedBasemap(origin) : {}),
      ...Object.fromEntries(layers.map(({ id }) => [id, sourceOf(id, origin)])),
    },
    layers: withFontFiles(
      inOrder([
        ...(basemap ? basemapLayers(palette) : []),
        ...compileLayers({ layers: drawn }, palette),
      ]),
    ),
  };
}

/** The ground and whose it is: elsewhere nobody prints ODIN's own credits. */
const creditedBasemap = (origin: string): Record<string, SourceSpecification> =>
  Object.fromEntries(
    Object.entries(basemapSources(origin)).map(([name, source]) => [
      name,
      { ...source, attribution: BASEMAP_ATTRIBUTION } as SourceSpecification,
    ]),
  );

/** By its TileJSON, so that a saved style finds the tiles of tomorrow's edition. */
const sourceOf = (id: string, origin: string): SourceSpecification => ({
  type: 'vector',
  url: `${origin}/api/layers/${id}/tilejson.json`,
});

const termsOf = ({ id, title, synthetic, licence }: LayerSummary) => ({
  id,
  title: synthetic ? `${title} (synthetic)` : title,
  synthetic,
  licence: licence.title,
  ...(licence.url === undefined ? {} : { licenceUrl: licence.url }),
  attribution: licence.attribution,
});

/** The page's own font families are unknown elsewhere: name the fonts the server has letters of. */
const withFontFiles = (layers: readonly LayerSpecification[]): LayerSpecification[] =>
  JSON.parse(
    JSON.stringify(layers, (_, value) =>
      typeof value === 'string' ? (FONT_FILES.get(value) ?? value) : value,
    ),
  );

const joined = (boxes: readonly Bounds[]): Bounds | undefined =>
  boxes.length === 0
    ? undefined
    : [
        Math.min(...boxes.map(([west]) => west)),
        Math.min(...boxes.map(([, south]) => south)),
        Math.max(...boxes.map(([, , east]) => east)),
        Math.max(...boxes.map(([, , , north]) => north)),
      ];

/** Middle, and the zoom at which the bounds are about as wide as two tiles of 512 pixels. */
function cameraOver([west, south, east, north]: Bounds): {
  center: [number, number];
  zoom: number;
} {
  const zoom = Math.log2(720 / Math.max(east - west, 2 * (north - south), 0.02));
  return { center: [(west + east) / 2, (south + north) / 2], zoom: Math.floor(zoom * 10) / 10 };
}

/** A picture's name in a style: `mark/pylon/energy/solid/light`, `pattern/hatch/flood/light`. */
const IMAGE = /^(?:mark|pattern)\//;

/** Names of the pictures a style asks for, in alphabetical order. */
export function imagesIn({ layers }: Pick<StyleSpecification, 'layers'>): string[] {
  const names = new Set<string>();
  JSON.stringify(layers, (_, value) => {
    if (typeof value === 'string' && IMAGE.test(value)) names.add(value);
    return value;
  });
  return [...names].sort();
}
