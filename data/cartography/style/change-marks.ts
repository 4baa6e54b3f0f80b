import type {
  GeoJSONSourceSpecification,
  LayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Palette } from '../palette.ts';
import type { Banded } from './bands.ts';
import { FONTS } from './fonts.ts';

/** Source and id prefix of the marks that say what changed. */
export const CHANGED = 'odin-changed';

/** No change told. */
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

export const changeSources = (
  changed: FeatureCollection = NOTHING,
): Record<string, GeoJSONSourceSpecification> => ({
  [CHANGED]: { type: 'geojson', data: changed },
});

/**
 * A disc with a sign for each change, and a line from where a thing was to where it is. The sign is the property
 * `sign`: + added, − removed, ~ changed, → moved. Ink and paper only: a hue would say a theme.
 */
export function changeLayers({ ring }: Palette): Banded[] {
  const layers: LayerSpecification[] = [
    {
      id: `${CHANGED}:way`,
      source: CHANGED,
      type: 'line',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': ring.inner, 'line-width': 1.6, 'line-dasharray': [2, 1.5] },
    },
    {
      id: `${CHANGED}:disc`,
      source: CHANGED,
      type: 'circle',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 10,
        'circle-color': ring.outer,
        'circle-stroke-color': ring.inner,
        'circle-stroke-width': 2,
      },
    },
    {
      id: `${CHANGED}:sign`,
      source: CHANGED,
      type: 'symbol',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['get', 'sign'],
        'text-font': [...FONTS.bold],
        'text-size': 16,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': ring.inner },
    },
  ];
  return layers.map((layer) => ({ band: 'drawn', layer }));
}
