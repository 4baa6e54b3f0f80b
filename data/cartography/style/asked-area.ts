import type {
  FilterSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  LineLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Palette } from '../palette.ts';
import type { Banded } from './bands.ts';
import { FONTS } from './fonts.ts';

/** Source and id prefix of the area asked about, or being drawn. */
export const ASKED = 'odin-asked';

/**
 * What a shape of the source stands for: the area itself, the strip round it that is asked too, a side still
 * following the pointer, or a line that only carries a `label`.
 */
export type AskedRole = 'area' | 'reach' | 'guide' | 'side';

/** Nothing asked about. */
export const NOTHING_ASKED: FeatureCollection = { type: 'FeatureCollection', features: [] };

export const askedSources = (
  asked: FeatureCollection = NOTHING_ASKED,
): Record<string, GeoJSONSourceSpecification> => ({ [ASKED]: { type: 'geojson', data: asked } });

/** Outline widths, pixels. Source: the pictures of the design, ink 2 on a casing. */
const EDGE_PX = 2;
const CASING_PX = 5;

/** Ink lines on a land-colour casing under the rings; never a hue, which would say a theme. */
export function askedLayers({ ring, mode, ground }: Palette): Banded[] {
  const layers: LayerSpecification[] = [
    {
      id: `${ASKED}:fill`,
      source: ASKED,
      type: 'fill',
      filter: inRole('area', 'Polygon', 'MultiPolygon'),
      paint: { 'fill-color': ring.inner, 'fill-opacity': mode === 'contrast' ? 0 : 0.05 },
    },
    line('casing', inRole('area'), { 'line-color': ring.outer, 'line-width': CASING_PX }),
    line('edge', inRole('area'), { 'line-color': ring.inner, 'line-width': EDGE_PX }),
    line('reach', inRole('reach'), {
      'line-color': ring.inner,
      'line-width': 1.4,
      'line-dasharray': [4, 3],
    }),
    line('guide', inRole('guide'), {
      'line-color': ring.inner,
      'line-width': EDGE_PX,
      'line-dasharray': [2, 2],
    }),
    {
      id: `${ASKED}:point`,
      source: ASKED,
      type: 'circle',
      filter: inRole('area', 'Point', 'MultiPoint'),
      paint: {
        'circle-radius': 5,
        'circle-color': ring.inner,
        'circle-stroke-color': ring.outer,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: `${ASKED}:label`,
      source: ASKED,
      type: 'symbol',
      filter: inRole('side'),
      layout: {
        'symbol-placement': 'line-center',
        'text-field': ['get', 'label'],
        'text-font': [...FONTS.bold],
        'text-size': 13,
        'text-offset': [0, -0.9],
        'text-allow-overlap': true,
      },
      paint: {
        'text-color': ring.inner,
        'text-halo-color': mode === 'dark' ? ground.land : ring.outer,
        'text-halo-width': 2.2,
      },
    },
  ];
  return layers.map((layer) => ({ band: 'drawn', layer }));
}

function inRole(role: AskedRole, ...types: readonly string[]): FilterSpecification {
  const isRole: FilterSpecification = ['==', ['get', 'role'], role];
  if (types.length === 0) return isRole;
  return ['all', isRole, ['in', ['geometry-type'], ['literal', [...types]]]];
}

const line = (
  role: string,
  filter: FilterSpecification,
  paint: NonNullable<LineLayerSpecification['paint']>,
): LayerSpecification => ({
  id: `${ASKED}:${role}`,
  source: ASKED,
  type: 'line',
  filter,
  layout: { 'line-join': 'round', 'line-cap': 'round' },
  paint,
});
