import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { patternName } from '#data/cartography/marks/patterns.ts';
import type { Palette } from '#data/cartography/palette.ts';
import { rampOf, STEP_POINTS } from './sites-ramp.ts';
import type { SitesPicture } from './sites-sources.ts';

const SOURCE = 'sites-cells';

const is = (name: string, value: string): ExpressionSpecification => ['==', ['get', name], value];

/** Where deck.gl puts its layer: under the selection's ring, over the hatch. */
export const UNDER_RING = 'sites-cell-ring-edge';

/**
 * Hexagons by what is known of them: hatched where nobody can tell, an outline where a must rules them out; those with
 * a score too, where nothing else paints them. The layer that answers to clicks covers all of them and shows nothing.
 */
export function cellLayers(
  { paintsCells, selected = '', mode }: Pick<SitesPicture, 'paintsCells' | 'selected' | 'mode'>,
  { ground, ring }: Palette,
): LayerSpecification[] {
  const outline = (
    id: string,
    filter: ExpressionSpecification,
    paint: object,
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: SOURCE,
    filter,
    layout: { 'line-join': 'round' },
    paint,
  });
  return [
    {
      id: 'sites-cell',
      type: 'fill',
      source: SOURCE,
      paint: { 'fill-color': ground.paper, 'fill-opacity': 0.001 },
    },
    {
      id: 'sites-cell-unknown',
      type: 'fill',
      source: SOURCE,
      filter: is('form', 'unknown'),
      paint: {
        'fill-pattern': patternName('hatch', 'admin', mode),
        'fill-opacity': mode === 'contrast' ? 1 : 0.42,
      },
    },
    outline('sites-cell-outline', ['!=', ['get', 'form'], 'scored'], {
      'line-color': ground.gap,
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.4, 12, 1],
      'line-opacity': mode === 'contrast' ? 1 : 0.32,
    }),
    ...(paintsCells ? scored(mode, ground.paper) : []),
    outline(UNDER_RING, is('key', selected), { 'line-color': ring.inner, 'line-width': 9 }),
    outline('sites-cell-ring', is('key', selected), { 'line-color': ring.outer, 'line-width': 6 }),
    outline('sites-cell-ring-core', is('key', selected), {
      'line-color': ring.inner,
      'line-width': 2,
    }),
  ];
}

function scored(mode: SitesPicture['mode'], edge: string): LayerSpecification[] {
  const [least = edge, ...more] = rampOf(mode);
  const steps = more.flatMap((colour, index) => [(index + 1) * STEP_POINTS, colour]);
  return [
    {
      id: 'sites-cell-scored',
      type: 'fill',
      source: SOURCE,
      filter: is('form', 'scored'),
      paint: {
        'fill-color': [
          'step',
          ['get', 'score'],
          least,
          ...steps,
        ] as unknown as ExpressionSpecification,
        'fill-outline-color': edge,
      },
    },
  ];
}
