import type { SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from '../palette.ts';
import type { Banded } from './bands.ts';
import { type BasemapFile, sourceName } from './basemap-files.ts';
import { FONTS } from './fonts.ts';
import { inkOf } from './name-layers.ts';

type Words = Pick<SymbolLayerSpecification, 'id' | 'minzoom' | 'maxzoom' | 'filter' | 'layout'> & {
  readonly band: Banded['band'];
  readonly file: BasemapFile;
  readonly colour: string;
};

function words(palette: Palette, { band, file, colour, layout, ...rest }: Words): Banded {
  return {
    band,
    layer: {
      ...rest,
      type: 'symbol',
      source: sourceName(file),
      layout: { 'text-field': ['get', 'name'], 'text-padding': 4, ...layout },
      paint: inkOf(palette, colour),
    },
  };
}

/** Stations and stops stand in for the localities they are named after, until their own layer is on. */
const STOPS = [
  { kind: 'airport', minzoom: 9.5, font: FONTS.medium },
  { kind: 'rail-station', minzoom: 11.2, font: FONTS.regular },
  { kind: 'tram-stop', minzoom: 12.6, font: FONTS.regular },
] as const;

/** Feature types whose own layer replaces the basemap's labels of a kind. */
export const REPLACED_BY: Readonly<Record<string, string>> = {
  'transport/airport': 'airport',
  'transport/rail-station': 'rail-station',
  'transport/tram-stop': 'tram-stop',
};

function stops(palette: Palette, hidden: readonly string[]): Banded[] {
  return STOPS.filter(({ kind }) => !hidden.includes(kind)).map(({ kind, minzoom, font }) =>
    words(palette, {
      id: `${kind}-label`,
      band: 'stop-labels',
      file: 'places',
      colour: palette.ground.label,
      minzoom,
      filter: ['==', ['get', 'kind'], kind],
      layout: {
        'text-font': [...font],
        'text-size': ['interpolate', ['linear'], ['zoom'], 11, 11.5, 14, 13],
        'text-max-width': 8,
        'text-line-height': 1.1,
        'text-padding': 10,
      },
    }),
  );
}

/**
 * Names of districts, waters, stations and grid lines.
 *
 * @param hidden kinds of place a layer of its own shows
 */
export function placeLabels(palette: Palette, hidden: readonly string[]): Banded[] {
  return [...townLabels(palette), ...labels(palette), ...stops(palette, hidden)];
}

function labels(palette: Palette): Banded[] {
  const { ground } = palette;
  return [
    words(palette, {
      id: 'grid-label',
      band: 'grid-labels',
      file: 'grid',
      colour: ground.labelNet,
      minzoom: 12.4,
      filter: ['!', ['in', ['geometry-type'], ['literal', ['Point']]]],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 760,
        'text-font': [...FONTS.regular],
        'text-size': 10,
        'text-padding': 12,
      },
    }),
    words(palette, {
      id: 'water-label',
      band: 'water-labels',
      file: 'watercourses',
      colour: ground.labelWater,
      minzoom: 10,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 480,
        'text-font': [...FONTS.italic],
        'text-size': ['interpolate', ['linear'], ['zoom'], 10, 11, 13, 12.5],
        'text-letter-spacing': 0.03,
        'text-max-angle': 30,
      },
    }),
    words(palette, {
      id: 'lake-label',
      band: 'water-labels',
      file: 'places',
      colour: ground.labelWater,
      minzoom: 11,
      filter: ['==', ['get', 'kind'], 'lake'],
      layout: { 'text-font': [...FONTS.italic], 'text-size': 11.5, 'text-max-width': 7 },
    }),
  ];
}

/** Up to this zoom the ten names orient the reader, and marks give way to them; from it, marks come first. */
const TOWNS_FIRST_TO_ZOOM = 11.2;

function townLabels(palette: Palette): Banded[] {
  const town = (
    id: string,
    band: Banded['band'],
    zooms: Pick<Words, 'minzoom' | 'maxzoom'>,
  ): Banded =>
    words(palette, {
      id,
      band,
      file: 'places',
      colour: palette.ground.labelStrong,
      ...zooms,
      filter: ['==', ['get', 'kind'], 'district'],
      layout: {
        'text-font': [...FONTS.bold],
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 12.5, 10.5, 17, 13, 21],
        'text-padding': 8,
        'text-variable-anchor': ['center', 'top', 'bottom'],
        'text-radial-offset': 0.6,
      },
    });
  return [
    town('district-label-far', 'front-labels', { maxzoom: TOWNS_FIRST_TO_ZOOM }),
    town('district-label', 'town-labels', { minzoom: TOWNS_FIRST_TO_ZOOM, maxzoom: 13.5 }),
  ];
}
