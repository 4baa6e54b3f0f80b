import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';

/**
 * What lies over what, from the ground up. Layers of the workbench keep their own order within a band.
 *
 * MapLibre places symbols from the top layer down, so marks stand above labels: a label then gives way to
 * every mark, and a mark is never covered. Labels are ordered the same way, the most useful last.
 */
export const BANDS = [
  'land',
  'gaps',
  'wide-fill',
  'local-fill',
  'wide-edge',
  'local-edge',
  'water',
  'districts',
  'underground',
  'above-ground',
  'grid-labels',
  'stop-labels',
  'water-labels',
  'area-names',
  'town-labels',
  'line-labels',
  'point-names',
  'dots',
  'marks',
  'front-labels',
  'drawn',
  'rings',
  'selection',
] as const;
export type Band = (typeof BANDS)[number];

/** A style layer and where it belongs. */
export type Banded = { readonly band: Band; readonly layer: LayerSpecification };

/** The layers in drawing order; those of one band stay in the order given. */
export function inOrder(layers: readonly Banded[]): LayerSpecification[] {
  return BANDS.flatMap((band) =>
    layers.filter((banded) => banded.band === band).map(({ layer }) => layer),
  );
}
