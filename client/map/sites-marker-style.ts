import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from '#data/cartography/palette.ts';
import type { MapMode } from '#data/cartography/picture.ts';
import { lengthLayers, lineLayers, thingLayers } from './sites-line-style.ts';
import { SITES, type SitesPicture } from './sites-sources.ts';

const is = (name: string, value: string): ExpressionSpecification => ['==', ['get', name], value];

/** Sites, their ground and lines, and what they were measured to; the selected one on top. */
export function siteLayers(picture: SitesPicture, palette: Palette): LayerSpecification[] {
  const { selected = '' } = picture;
  const isChosen = is('key', selected);
  return [
    ...stated(palette, isChosen),
    ...ruledOut(palette, isChosen),
    ...lineLayers(palette),
    ...thingLayers(palette),
    {
      ...marker(picture.mode, 'sites-mark'),
      filter: ['all', ['!=', ['get', 'form'], 'out'], ['!', isChosen]],
    },
    ...(picture.isOpened ? target(palette, isChosen) : chosen(picture.mode, palette, isChosen)),
    ...lengthLayers(palette),
  ];
}

/** The best stands on top; its picture keeps names of the map away. */
const marker = (mode: MapMode, id: string): LayerSpecification & { readonly type: 'symbol' } => ({
  id,
  type: 'symbol',
  source: id === 'sites-best' ? SITES.best : SITES.marks,
  layout: {
    'icon-image': ['concat', 'site/', ['get', 'sign'], `/${mode}`],
    'icon-allow-overlap': true,
    'symbol-sort-key': ['-', 0, ['get', 'rank']],
    'symbol-z-order': 'auto',
  },
});

/** Cells of the list, by their places in it. */
export const discs = ({ mode }: SitesPicture): LayerSpecification[] => [marker(mode, 'sites-best')];

/** Sites that fail a must: 6 px, hollow. */
const ruledOut = (palette: Palette, isChosen: ExpressionSpecification): LayerSpecification[] => [
  hollow(palette, 'sites-out', ['all', is('form', 'out'), ['!', isChosen]]),
];

const hollow = (
  { hue, ground, weight }: Palette,
  id: string,
  filter: ExpressionSpecification,
): LayerSpecification => ({
  id,
  type: 'circle',
  source: SITES.marks,
  filter,
  paint: {
    'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 2, 12, 2.7],
    'circle-color': ground.paper,
    'circle-stroke-color': hue.sites,
    'circle-stroke-width': 1.2 * weight,
  },
});

/** Ground that is stated by its size alone: dashed, for nobody drew it; of the selected site in ink. */
function stated(
  { hue, weight, ring: { inner, outer } }: Palette,
  isChosen: ExpressionSpecification,
): LayerSpecification[] {
  const circle = (
    id: string,
    filter: ExpressionSpecification,
    paint: object,
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: SITES.circles,
    filter,
    minzoom: 12.5,
    paint: { 'line-width': 1.6 * weight, 'line-dasharray': [3, 2.4], ...paint },
  });
  return [
    circle('sites-circle', ['!', isChosen], {
      'line-color': hue.sites,
      'line-opacity': ['case', is('form', 'out'), 0.6, 1],
    }),
    circle('sites-circle-casing', isChosen, {
      'line-color': outer,
      'line-width': 5,
      'line-dasharray': [1, 0],
    }),
    circle('sites-circle-chosen', isChosen, { 'line-color': inner, 'line-width': 2.2 }),
  ];
}

/** The selected marker in its ring. */
const chosen = (
  mode: MapMode,
  palette: Palette,
  isChosen: ExpressionSpecification,
): LayerSpecification[] => [
  ...ring(palette, isChosen),
  {
    ...marker(mode, 'sites-chosen'),
    filter: ['all', ['!=', ['get', 'form'], 'out'], isChosen],
  },
  hollow(palette, 'sites-chosen-out', ['all', is('form', 'out'), isChosen]),
];

/** A dot in a ring: where the lines begin. */
function target(
  { ring: { inner, outer } }: Palette,
  isChosen: ExpressionSpecification,
): LayerSpecification[] {
  const circle = (id: string, radius: number, paint: object): LayerSpecification => ({
    id,
    type: 'circle',
    source: SITES.marks,
    filter: isChosen,
    paint: { 'circle-radius': radius, ...paint },
  });
  return [
    circle('sites-target', 8.5, {
      'circle-color': outer,
      'circle-stroke-color': inner,
      'circle-stroke-width': 2,
    }),
    circle('sites-chosen', 4.5, { 'circle-color': inner }),
  ];
}

/** White 6 px and ink 2 px round what is selected. Source: the design language. */
function ring(
  { ring: { inner, outer } }: Palette,
  isChosen: ExpressionSpecification,
): LayerSpecification[] {
  const circle = (id: string, radius: number, paint: object): LayerSpecification => ({
    id,
    type: 'circle',
    source: SITES.marks,
    filter: isChosen,
    paint: { 'circle-radius': radius, 'circle-color': 'rgba(0, 0, 0, 0)', ...paint },
  });
  return [
    circle('sites-ring', 15, {
      'circle-color': outer,
      'circle-stroke-color': outer,
      'circle-stroke-width': 6,
    }),
    circle('sites-ring-edge', 21, { 'circle-stroke-color': inner, 'circle-stroke-width': 2 }),
  ];
}
