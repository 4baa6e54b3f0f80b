import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from '#data/cartography/palette.ts';
import { FONTS } from '#data/cartography/style/fonts.ts';

/** Sources of the draft's map. */
export const DRAFT = { points: 'draft', marks: 'draft-marks', selected: 'draft-selected' } as const;

/** Things drawn as a mark. */
export const IN_POINTS: ExpressionSpecification = [
  'in',
  ['geometry-type'],
  ['literal', ['Point', 'MultiPoint']],
];
/** The sign of each change, as everywhere in the product: + added, − removed, ~ changed, → moved. */
const SIGN: ExpressionSpecification = [
  'match',
  ['get', 'change'],
  'added',
  '+',
  'removed',
  '−',
  'changed',
  '~',
  'moved',
  '→',
  '',
];

/** Points by what publishing does to them; what stays as it is steps back. */
export function changes(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'draft-point',
      type: 'circle',
      source: DRAFT.points,
      filter: ['all', IN_POINTS, ['!', ['has', 'change']]],
      paint: {
        'circle-color': palette.ground.label,
        'circle-opacity': 0.5,
        'circle-radius': 3,
      },
    },
    ...signs(DRAFT.points, ['all', IN_POINTS, ['has', 'change']], palette),
  ];
}

/** A disc with the sign of its change. */
export function signs(
  source: string,
  filter: ExpressionSpecification,
  { ring: { inner, outer } }: Palette,
): LayerSpecification[] {
  const suffix = source === DRAFT.points ? '' : '-mark';
  return [
    {
      id: `draft-sign${suffix}`,
      type: 'circle',
      source,
      filter,
      paint: {
        'circle-color': outer,
        'circle-radius': 7.5,
        'circle-stroke-color': inner,
        'circle-stroke-width': 1.6,
      },
    },
    {
      id: `draft-sign-word${suffix}`,
      type: 'symbol',
      source,
      filter,
      layout: {
        'text-field': SIGN,
        'text-font': [...FONTS.bold],
        'text-size': 13,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': inner },
    },
  ];
}
