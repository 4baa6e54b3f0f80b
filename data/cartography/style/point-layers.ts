import type {
  CircleLayerSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { type Mark, markName } from '../marks/mark.ts';
import type { Band, Banded } from './bands.ts';
import { type Drawn, filterOf, sourceOf } from './drawing-context.ts';
import { type Expression, fade, IS_APPROXIMATE, IS_PLANNED, pick } from './expressions.ts';
import type { PointStyle } from './type-style.ts';

/** A mark's own box in its picture, in pixels: sizes of the style are measured against it. */
const BOX_PX = 24;

/** A selected mark is drawn larger. Source: cartography of the design. */
const SELECTED_SCALE = 1.2;

/** Dots have no room for two edges: what is planned and what is placed by its postcode look alike. */
const IS_HOLLOW: Expression = ['any', IS_PLANNED, IS_APPROXIMATE];

/** A layer's points: dots while they are many and small, marks once there is room. */
export function pointLayers(drawn: Drawn): Banded[] {
  const { point, area } = drawn.style;
  if (point === undefined) return [];
  const { shapes } = drawn.summary;
  const sites: Banded[] =
    shapes.includes('polygon') && area?.reach === 'local' && drawn.only === undefined
      ? [{ band: bandOf(drawn, 'marks'), layer: siteMarks(drawn, point) }]
      : [];
  return shapes.includes('point') ? [...sites, ...pointsOf(drawn, point)] : sites;
}

function pointsOf(drawn: Drawn, point: PointStyle): Banded[] {
  if (point.ring) return [{ band: bandOf(drawn, 'dots'), layer: rings(drawn, point) }];
  const layers: Banded[] = [{ band: bandOf(drawn, 'marks'), layer: marks(drawn, point) }];
  if (point.iconFrom > 0)
    layers.unshift({ band: bandOf(drawn, 'dots'), layer: dots(drawn, point) });
  return layers;
}

const bandOf = ({ only }: Drawn, band: 'dots' | 'marks'): Band =>
  only === undefined ? band : 'selection';

function marks(drawn: Drawn, point: PointStyle): SymbolLayerSpecification {
  return {
    ...sourceOf(drawn, 'mark'),
    ...filterOf(drawn, 'point'),
    type: 'symbol',
    ...(point.iconFrom > 0 ? { minzoom: point.iconFrom } : {}),
    ...markLook(drawn, point),
  };
}

/** A site too small to be seen as an area is shown by its mark until it is some 20 px wide. */
const AREA_FROM_ZOOM = 13;

function siteMarks(drawn: Drawn, point: PointStyle): SymbolLayerSpecification {
  return {
    ...sourceOf(drawn, 'site-mark'),
    ...filterOf(drawn, 'polygon'),
    type: 'symbol',
    minzoom: Math.min(point.iconFrom, AREA_FROM_ZOOM - 2),
    maxzoom: AREA_FROM_ZOOM,
    ...markLook(drawn, point),
  };
}

function markLook(
  drawn: Drawn,
  point: PointStyle,
): Pick<SymbolLayerSpecification, 'layout' | 'paint'> {
  const { palette, style } = drawn;
  const names = (form: Mark['form']) =>
    pick(point.steps, ({ icon, hue = style.hue }) => markName({ icon, hue, form }, palette.mode));
  return {
    layout: {
      'icon-image': [
        'case',
        IS_PLANNED,
        names('hollow'),
        IS_APPROXIMATE,
        names('approximate'),
        names('solid'),
      ],
      'icon-size': iconSize(drawn, point),
      'icon-allow-overlap': true,
      'icon-padding': 1,
      'symbol-z-order': 'viewport-y',
    },
    paint: { 'icon-opacity': fade(drawn.opacity) },
  };
}

/** Marks shrink to two thirds as the city region comes into view. */
function iconSize({ only }: Drawn, point: PointStyle): Expression {
  const scale = only === undefined ? 1 : SELECTED_SCALE;
  const at = (share: number) => sizeOf(point, (share * scale) / BOX_PX);
  return [
    'interpolate',
    ['linear'],
    ['zoom'],
    8,
    at(0.5),
    11,
    at(0.78),
    13,
    at(1),
    17,
    at(1.15),
  ] as unknown as Expression;
}

/** A mark's size times `scale`, plus `extra`: what its picture, or the room its name must leave, is measured by. */
export function sizeOf(
  { steps, growBy }: PointStyle,
  scale: number,
  extra = 0,
): number | Expression {
  const base = pick(steps, ({ sizePx }) => sizePx * scale + extra);
  if (growBy === undefined) return base;
  return [
    'interpolate',
    ['linear'],
    ['sqrt', ['max', 0, ['coalesce', ['get', growBy.attribute], 0]]],
    Math.sqrt(growBy.from),
    base,
    Math.sqrt(growBy.to),
    growBy.toPx * scale + extra,
  ] as unknown as Expression;
}

function dots(drawn: Drawn, point: PointStyle): CircleLayerSpecification {
  const { palette, style } = drawn;
  const colour = pick(point.steps, ({ hue }) => palette.hue[hue ?? style.hue]);
  return {
    ...sourceOf(drawn, 'dot'),
    ...filterOf(drawn, 'point'),
    type: 'circle',
    maxzoom: point.iconFrom,
    paint: {
      'circle-radius': radiusOf([1.7, 2.6, 3.8, 5]),
      'circle-color': ['case', IS_HOLLOW, palette.ground.paper, colour],
      'circle-stroke-color': ['case', IS_HOLLOW, colour, palette.ground.land],
      'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 13, 1.1],
      'circle-opacity': fade(drawn.opacity),
      'circle-stroke-opacity': fade(drawn.opacity),
    },
  };
}

/** Stops on a line: a land-coloured disc in a ring. Source: cartography of the design, radius 3.6. */
function rings(drawn: Drawn, point: PointStyle): CircleLayerSpecification {
  const { palette, style } = drawn;
  return {
    ...sourceOf(drawn, 'ring'),
    ...filterOf(drawn, 'point'),
    type: 'circle',
    paint: {
      'circle-radius': radiusOf([1.5, 2.4, 3.6, 5.2]),
      'circle-color': palette.ground.paper,
      'circle-stroke-color': pick(point.steps, ({ hue }) => palette.hue[hue ?? style.hue]),
      'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 9, 1, 12, 2, 15, 2.6],
      'circle-opacity': fade(drawn.opacity),
      'circle-stroke-opacity': fade(drawn.opacity),
    },
  };
}

/** Radius at zooms 8, 10.5, 13 and 16. */
function radiusOf([far, middle, near, close]: readonly [
  number,
  number,
  number,
  number,
]): Expression {
  return ['interpolate', ['linear'], ['zoom'], 8, far, 10.5, middle, 13, near, 16, close];
}
