import type { LineLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Band, Banded } from './bands.ts';
import { type Drawn, filterOf, sourceOf } from './drawing-context.ts';
import {
  both,
  type Expression,
  fade,
  IS_PLANNED,
  not,
  pick,
  testOf,
  widthOf,
} from './expressions.ts';
import type { LineStyle } from './type-style.ts';

/** Dash and gap in line widths. Source: cartography table of the design; dots stand for what is planned. */
export const DASHES = {
  underground: [3, 2],
  planned: [0.1, 2],
  dotted: [1, 1.8],
  chain: [5, 2, 1, 2],
} as const;

/** Land shown on both sides of a line, together, so that crossings read. */
export const CASING_PX = 2.4;

/** Land shown in the middle of a railway, as a share of its width. */
export const CORE_SHARE = 0.46;

type Part = {
  readonly role: string;
  readonly band: Band;
  readonly where?: Expression;
  readonly dash?: readonly number[];
};

/** A layer's lines: underground below, dashed; then above ground; each on its casing, planned ones dotted. */
export function lineLayers(drawn: Drawn): Banded[] {
  const { line } = drawn.style;
  if (line === undefined || !drawn.summary.shapes.includes('line')) return [];
  return partsOf(line).flatMap((part) => drawPart(drawn, line, part));
}

function partsOf(line: LineStyle): Part[] {
  const below = line.underground === true ? undefined : line.underground;
  const isBelow = below === undefined ? undefined : testOf(below);
  const planned: Part = {
    role: 'planned',
    band: 'above-ground',
    where: IS_PLANNED,
    dash: DASHES.planned,
  };
  const standing = not(IS_PLANNED);
  const buried: Part = {
    role: 'underground',
    band: 'underground',
    where: isBelow === undefined ? standing : (both(isBelow, standing) ?? standing),
    dash: DASHES.underground,
  };
  if (line.underground === true) return [buried, planned];
  const open: Part = {
    role: 'line',
    band: 'above-ground',
    where: isBelow === undefined ? standing : (both(not(isBelow), standing) ?? standing),
    ...dashOf(line),
  };
  return isBelow === undefined ? [open, planned] : [buried, open, planned];
}

function dashOf({ form }: LineStyle): { dash?: readonly number[] } {
  return form === 'dotted' || form === 'chain' ? { dash: DASHES[form] } : {};
}

function drawPart(drawn: Drawn, line: LineStyle, part: Part): Banded[] {
  const { palette, opacity } = drawn;
  const base = (role: string, paint: LineLayerSpecification['paint']): Banded => ({
    band: drawn.only === undefined ? part.band : 'selection',
    layer: {
      ...sourceOf(drawn, role),
      ...filterOf(drawn, 'line', part.where),
      type: 'line',
      layout: { 'line-cap': part.role === 'planned' ? 'round' : 'butt', 'line-join': 'round' },
      paint: { 'line-opacity': fade(opacity), ...paint },
    },
  });
  const width = (extraPx: number, share = 1): Expression =>
    widthOf(line.steps, (step) => step.widthPx, { extraPx, weight: palette.weight * share });
  const colour = pick(line.steps, ({ hue }) => palette.hue[hue ?? drawn.style.hue]);
  const layers = [
    base(`${part.role}-casing`, {
      'line-color': palette.ground.land,
      'line-width': width(CASING_PX),
      'line-opacity': 0.9 * opacity,
    }),
    base(part.role, {
      'line-color': colour,
      'line-width': width(0),
      ...(part.dash === undefined ? {} : { 'line-dasharray': [...part.dash] }),
    }),
  ];
  if (line.form === 'rail' && part.dash === undefined) {
    layers.push(
      base(`${part.role}-core`, {
        'line-color': palette.ground.paper,
        'line-width': width(0, CORE_SHARE),
      }),
    );
  }
  return drawn.only === undefined ? layers : layers.slice(1);
}
