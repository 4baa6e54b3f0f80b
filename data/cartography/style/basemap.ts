import type {
  ExpressionSpecification,
  SourceSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { gapName } from '../marks/patterns.ts';
import type { Palette } from '../palette.ts';
import type { Banded } from './bands.ts';
import { BASEMAP_FILES, sourceName } from './basemap-files.ts';
import { byZoom } from './expressions.ts';
import { DASHES } from './line-layers.ts';
import { placeLabels } from './place-labels.ts';

/** Credits of the basemap's files. */
export const BASEMAP_ATTRIBUTION =
  'Contains OS data © Crown copyright and database right 2023. Source: Office for National Statistics licensed under the Open Government Licence v3.0';

/** GeoJSON sources of the basemap. */
export function basemapSources(origin: string): Record<string, SourceSpecification> {
  return Object.fromEntries(
    BASEMAP_FILES.map((file): [string, SourceSpecification] => [
      sourceName(file),
      { type: 'geojson', data: new URL(`/basemap/${file}.json`, origin).href },
    ]),
  );
}

/**
 * Land, net, water, districts and their labels. Source: cartography table of the design.
 *
 * @param hidden kinds of place a layer of its own shows
 */
export function basemapLayers(palette: Palette, hidden: readonly string[] = []): Banded[] {
  return [
    ...land(palette),
    ...grid(palette),
    ...water(palette),
    ...districtLayers(palette),
    ...placeLabels(palette, hidden),
  ];
}

function land({ ground, mode }: Palette): Banded[] {
  return [
    {
      band: 'land',
      layer: { id: 'land', type: 'background', paint: { 'background-color': ground.outside } },
    },
    {
      band: 'land',
      layer: {
        id: 'land-shade',
        type: 'line',
        source: sourceName('districts'),
        paint: {
          'line-color': mode === 'dark' ? '#000000' : '#6b675c',
          'line-width': ['interpolate', ['linear'], ['zoom'], 7, 4, 11, 14, 14, 26],
          'line-blur': ['interpolate', ['linear'], ['zoom'], 7, 4, 11, 14, 14, 26],
          'line-opacity': mode === 'contrast' || mode === 'print' ? 0 : 0.22,
        },
      },
    },
    {
      band: 'land',
      layer: {
        id: 'land-inside',
        type: 'fill',
        source: sourceName('districts'),
        paint: { 'fill-color': ground.land, 'fill-antialias': false },
      },
    },
  ];
}

/** The National Grid as an ordnance sheet prints it: kilometre lines, heavier every ten. */
function grid({ ground, mode }: Palette): Banded[] {
  const line = (
    id: string,
    step: number,
    minzoom: number,
    width: ExpressionSpecification,
  ): Banded => ({
    band: 'land',
    layer: {
      id,
      type: 'line',
      source: sourceName('grid'),
      filter: ['==', ['get', 'stepKm'], step],
      minzoom,
      paint: {
        'line-color': ground.net,
        'line-width': width,
        'line-opacity': mode === 'dark' ? 0.75 : 1,
      },
    },
  });
  return [
    line('grid-1', 1, 11, ['interpolate', ['linear'], ['zoom'], 11, 0.4, 13, 1, 16, 1.6]),
    line('grid-10', 10, 7, ['interpolate', ['linear'], ['zoom'], 7, 0.5, 11, 1.4, 14, 2]),
  ];
}

function water({ ground, mode, weight }: Palette): Banded[] {
  const river: ExpressionSpecification = ['==', ['get', 'kind'], 'river'];
  const width = (extraPx: number): ExpressionSpecification =>
    byZoom((stop, factor) => [
      'case',
      river,
      ([2.4, 5.3, 11][stop] ?? 0) * factor * (mode === 'contrast' ? 0.7 : 1) + extraPx,
      ([1, 2.4, 5.2][stop] ?? 0) * factor + extraPx,
    ]);
  const line = (id: string, colour: string, extraPx: number): Banded => ({
    band: 'water',
    layer: {
      id,
      type: 'line',
      source: sourceName('watercourses'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': width(extraPx) },
    },
  });
  return [
    line('water-casing', ground.waterEdge, 1.6 * weight),
    line('water', mode === 'contrast' ? '#ffffff' : ground.water, 0),
  ];
}

/** Borders of the districts: they are ours whatever the map stands on. */
export function districtLayers({ ground, mode, hue }: Palette): Banded[] {
  const line = (id: string, paint: object): Banded => ({
    band: 'districts',
    layer: {
      id,
      type: 'line',
      source: sourceName('districts'),
      layout: { 'line-join': 'round' },
      paint,
    },
  });
  const contrast = mode === 'contrast';
  return [
    line('district-casing', {
      'line-color': contrast ? '#c4c4c4' : ground.land,
      'line-width': contrast ? 8 : ['interpolate', ['linear'], ['zoom'], 8, 2, 12, 3.7, 14, 4.2],
      'line-opacity': 0.9,
    }),
    line('district', {
      'line-color': hue.admin,
      'line-opacity': contrast ? 1 : 0.55,
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.7, 10, 1, 12, 1.3, 14, 1.8],
      'line-dasharray': [...DASHES.chain],
    }),
  ];
}

/** Grey stripes over districts that supplied nothing: an absence that can be told from "none here". */
export const gapLayers = ({ mode }: Palette, gssCodes: readonly string[]): Banded[] =>
  gssCodes.length === 0
    ? []
    : [
        {
          band: 'gaps',
          layer: {
            id: 'gaps',
            type: 'fill',
            source: sourceName('districts'),
            filter: ['in', ['get', 'gssCode'], ['literal', [...gssCodes]]],
            paint: { 'fill-pattern': gapName(mode) },
          },
        },
      ];
