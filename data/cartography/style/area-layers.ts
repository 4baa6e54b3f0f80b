import type { LineLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { patternName } from '../marks/patterns.ts';
import type { Banded } from './bands.ts';
import { anyOf, type Drawn, filterOf, sourceOf, stepApplies } from './drawing-context.ts';
import {
  both,
  type Expression,
  fade,
  IS_PLANNED,
  insideOf,
  not,
  pick,
  widthOf,
} from './expressions.ts';
import { DASHES } from './line-layers.ts';
import type { AreaStep, AreaStyle } from './type-style.ts';

/** Dash and gap of area edges in edge widths. */
export const EDGE_DASHES = {
  dashed: [4, 2],
  chain: DASHES.chain,
  dotted: [1, 1.6],
} as const;

const PLANNED_EDGE = [2, 2];

/** A layer's areas: fill, then pattern and edge above every fill of their reach. */
export function areaLayers(drawn: Drawn): Banded[] {
  const { area } = drawn.style;
  if (area === undefined || !drawn.summary.shapes.includes('polygon')) return [];
  if (drawn.only !== undefined) return [];
  return [...fills(drawn, area), ...patterns(drawn, area), ...edges(drawn, area)];
}

function fills(drawn: Drawn, { steps, reach }: AreaStyle): Banded[] {
  const { palette, opacity } = drawn;
  // a fill of no strength is still drawn, so that a click inside finds the area
  const strength = palette.fill * opacity;
  return [
    {
      band: `${reach}-fill`,
      layer: {
        ...sourceOf(drawn, 'fill'),
        ...filterOf(drawn, 'polygon'),
        type: 'fill',
        paint: {
          'fill-color': colourOf(drawn, steps),
          'fill-opacity': insideOf(
            pick(steps, ({ fill }) => Math.round(fill * strength * 1_000) / 1_000),
          ),
          'fill-antialias': false,
        },
      },
    },
  ];
}

function patterns(drawn: Drawn, { steps, reach }: AreaStyle): Banded[] {
  return steps.flatMap(({ pattern, hue }, index): Banded[] => {
    if (pattern === undefined) return [];
    return [
      {
        band: `${reach}-edge`,
        layer: {
          ...sourceOf(drawn, `pattern-${index}`),
          ...filterOf(drawn, 'polygon', stepApplies(steps, index)),
          type: 'fill',
          paint: {
            'fill-pattern': patternName(pattern, hue ?? drawn.style.hue, drawn.palette.mode),
            'fill-opacity': insideOf(drawn.opacity * drawn.palette.pattern),
          },
        },
      },
    ];
  });
}

function edges(drawn: Drawn, { steps, reach }: AreaStyle): Banded[] {
  const kinds = [...new Set(steps.map(({ edge = 'solid' }) => edge))];
  const standing = kinds.map((kind) => {
    const where = anyOf(
      steps.flatMap((step, index) =>
        (step.edge ?? 'solid') === kind ? [stepApplies(steps, index)] : [],
      ),
    );
    const dash = kind === 'solid' ? undefined : EDGE_DASHES[kind];
    return edgeLayer(drawn, steps, {
      role: `edge-${kind}`,
      where: both(where, not(IS_PLANNED)),
      dash,
    });
  });
  const planned = edgeLayer(drawn, steps, {
    role: 'edge-planned',
    where: IS_PLANNED,
    dash: PLANNED_EDGE,
  });
  return [...standing, planned].map((layer) => ({ band: `${reach}-edge`, layer }));
}

function edgeLayer(
  drawn: Drawn,
  steps: readonly AreaStep[],
  part: { role: string; where: Expression | undefined; dash: readonly number[] | undefined },
): LineLayerSpecification {
  return {
    ...sourceOf(drawn, part.role),
    ...filterOf(drawn, 'polygon', part.where),
    type: 'line',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colourOf(drawn, steps),
      'line-width': widthOf(steps, ({ edgePx }) => edgePx, { weight: drawn.palette.weight }),
      'line-opacity': fade(drawn.opacity),
      ...(part.dash === undefined ? {} : { 'line-dasharray': [...part.dash] }),
    },
  };
}

const colourOf = ({ style, palette }: Drawn, steps: readonly AreaStep[]) =>
  pick(steps, ({ hue }) => palette.hue[hue ?? style.hue]);
