import type { SourceSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Palette } from '../palette.ts';
import { paletteOf } from '../palettes.ts';
import type { HostedBase, LayerMatch, MapLayer, MapMark, MapMode } from '../picture.ts';
import { areaLayers } from './area-layers.ts';
import { askedLayers, askedSources } from './asked-area.ts';
import { type Banded, inOrder } from './bands.ts';
import { basemapLayers, basemapSources, districtLayers, gapLayers } from './basemap.ts';
import { changeLayers, changeSources } from './change-marks.ts';
import type { Drawn } from './drawing-context.ts';
import { hostedLayers, hostedSources } from './hosted-base.ts';
import { lineLayers } from './line-layers.ts';
import { treatMisses } from './misses.ts';
import { nameLayers } from './name-layers.ts';
import { REPLACED_BY } from './place-labels.ts';
import { pointLayers } from './point-layers.ts';
import { selectionLayers, selectionSources } from './selection.ts';
import { styleOf } from './type-styles.ts';

/** Everything that decides the picture, apart from the camera. */
export type StyleState = {
  /** First on top. */
  readonly layers: readonly MapLayer[];
  readonly mode: MapMode;
  readonly selected?: MapMark | undefined;
  readonly ringed?: MapMark | undefined;
  /** The area asked about or being drawn; the role of each shape is its property `role`. */
  readonly asked?: FeatureCollection;
  /** GSS codes of districts hatched as "no data supplied". */
  readonly gaps?: readonly string[];
  /** What changed in a layer: a mark each, with its `sign`. */
  readonly changed?: FeatureCollection;
  /** What the map stands on; absent: our own base map. */
  readonly base?: HostedBase | undefined;
  /** Scheme and host tiles are asked from: a worker has no page to resolve `/tiles` against. */
  readonly origin: string;
};

/** The whole map style of a state; pure, so that two states can be compared layer by layer. */
export function compileStyle(state: StyleState): StyleSpecification {
  const palette = paletteOf(state.mode);
  const { base } = state;
  return {
    version: 8,
    name: `ODIN ${state.mode}`,
    sources: {
      ...basemapSources(state.origin),
      ...(base && hostedSources(base)),
      ...layerSources(state),
      ...askedSources(state.asked),
      ...changeSources(state.changed),
      ...selectionSources(state),
    },
    layers: inOrder([
      ...(base
        ? [...hostedLayers(base), ...districtLayers(palette)]
        : basemapLayers(palette, hiddenPlaces(state))),
      ...gapLayers(palette, state.gaps ?? []),
      ...compileLayers(state, palette),
      ...askedLayers(palette),
      ...changeLayers(palette),
      ...selectionLayers(state, palette),
    ]),
    ...(base && 'style' in base && base.style.sprite ? { sprite: base.style.sprite } : {}),
    transition: { duration: 0, delay: 0 },
  };
}

/** Kinds of place the basemap leaves to layers that show them better. */
const hiddenPlaces = ({ layers }: StyleState): string[] =>
  layers
    .filter(({ visible }) => visible)
    .flatMap(({ summary }) => REPLACED_BY[summary.featureType] ?? []);

function layerSources({ layers, origin }: StyleState): Record<string, SourceSpecification> {
  return Object.fromEntries(
    layers
      .filter(({ visible }) => visible)
      .map(({ summary }): [string, SourceSpecification] => [
        summary.id,
        {
          type: 'vector',
          tiles: [
            new URL(summary.tiles, origin).href.replaceAll('%7B', '{').replaceAll('%7D', '}'),
          ],
          minzoom: summary.minZoom,
          maxzoom: summary.maxZoom,
          ...(summary.bounds === undefined ? {} : { bounds: [...summary.bounds] }),
        },
      ]),
  );
}

/** Style layers of every visible workbench layer, the last of the list first, and of the selected feature. */
export function compileLayers(
  { layers, selected }: Pick<StyleState, 'layers' | 'selected'>,
  palette: Palette,
): Banded[] {
  const drawn = layers
    .filter(({ visible }) => visible)
    .map(
      ({ summary, opacity, match }): Matched => ({
        summary,
        style: styleOf(summary),
        palette,
        opacity,
        ...(match === undefined ? {} : { match }),
        ...(selected?.layerId === summary.id ? { except: selected.key } : {}),
      }),
    )
    .reverse();
  const alone = drawn
    .filter(({ except }) => except !== undefined)
    .map(({ except, ...rest }): Drawn => ({ ...rest, opacity: 1, only: except ?? 0 }));
  return [...drawn.flatMap(drawMatching), ...alone.flatMap(draw)];
}

type Matched = Drawn & { readonly match?: LayerMatch };

/** What is selected stays as it is, whether it matches or not. */
const drawMatching = ({ match, ...drawn }: Matched): Banded[] =>
  match === undefined ? draw(drawn) : treatMisses(draw(drawn), match);

const draw = (drawn: Drawn): Banded[] => [
  ...areaLayers(drawn),
  ...lineLayers(drawn),
  ...nameLayers(drawn),
  ...pointLayers(drawn),
];
