import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { type Palette, THEME_HUES } from '#data/cartography/palette.ts';
import { FONTS } from '#data/cartography/style/fonts.ts';
import { THEMES } from '#data/schema/theme.ts';
import { SITES } from './sites-sources.ts';

const is = (name: string, value: string): ExpressionSpecification => ['==', ['get', name], value];

/** Straight lines from an opened site, with their lengths. */
export function lineLayers({ ring: { inner, outer } }: Palette): LayerSpecification[] {
  const line = (id: string, paint: object): LayerSpecification => ({
    id,
    type: 'line',
    source: SITES.lines,
    filter: is('role', 'line'),
    paint,
  });
  return [
    {
      id: 'sites-ground-casing',
      type: 'line',
      source: SITES.lines,
      filter: is('role', 'ground'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': outer, 'line-width': 5 },
    },
    {
      id: 'sites-ground',
      type: 'line',
      source: SITES.lines,
      filter: is('role', 'ground'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': inner, 'line-width': 2 },
    },
    line('sites-line-casing', { 'line-color': outer, 'line-width': 4, 'line-opacity': 0.75 }),
    line('sites-line', { 'line-color': inner, 'line-width': 1.5, 'line-dasharray': [5, 3.5] }),
    {
      id: 'sites-line-end',
      type: 'circle',
      source: SITES.lines,
      filter: is('role', 'end'),
      paint: {
        'circle-radius': 3,
        'circle-color': inner,
        'circle-stroke-color': outer,
        'circle-stroke-width': 1.5,
      },
    },
  ];
}

/** From this zoom what sites take figures from is named: farther out names would hide the sites. */
const THINGS_ZOOM = 10.4;

const inkByTheme = (label: Palette['label']): ExpressionSpecification =>
  [
    'match',
    ['get', 'theme'],
    ...THEMES.flatMap((theme) => [theme, label[THEME_HUES[theme]]]),
    label.admin,
  ] as unknown as ExpressionSpecification;

/** Words beside what sites were measured to. */
export function thingLayers({ ground, label, lettered }: Palette): LayerSpecification[] {
  const halo = { 'text-halo-color': ground.halo, 'text-halo-width': lettered ? 2.6 : 2 };
  const words = (id: string, source: string): LayerSpecification & { type: 'symbol' } => ({
    id,
    type: 'symbol',
    source,
    layout: {
      'text-field': ['concat', ['get', 'title'], '\n', ['get', 'note']],
      'text-font': [...FONTS.medium],
      'text-size': 12.5,
      'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
      'text-radial-offset': 1.1,
      'text-justify': 'auto',
      'text-max-width': 14,
    },
    paint: { 'text-color': inkByTheme(label), ...halo },
  });
  return [
    { ...words('sites-thing', SITES.things), minzoom: THINGS_ZOOM },
    { ...words('sites-end', SITES.lines), filter: is('role', 'end') },
  ];
}

/** Lengths along the lines, over everything: of a short line the figure is all that is seen. */
export const lengthLayers = ({ ground, lettered }: Palette): LayerSpecification[] => [
  {
    id: 'sites-length',
    type: 'symbol',
    source: SITES.lines,
    filter: is('role', 'length'),
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [...FONTS.medium],
      'text-size': 13,
      'text-allow-overlap': true,
    },
    paint: {
      'text-color': ground.ink,
      'text-halo-color': ground.halo,
      'text-halo-width': lettered ? 2.6 : 2,
    },
  },
];
