import type { SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from '../palette.ts';
import type { Banded } from './bands.ts';
import { type Drawn, filterOf, sourceOf } from './drawing-context.ts';
import { both, type Expression, pick, withUnit } from './expressions.ts';
import { FONTS } from './fonts.ts';
import { sizeOf } from './point-layers.ts';
import type { LineLabel, NameStyle } from './type-style.ts';

/** Labels keep this far from marks and from each other. */
const PADDING_PX = 2;
/** A zone is cut into tiles and named in each: near to, where one fills the screen, the names keep further apart. */
const ZONE_PADDING = ['interpolate', ['linear'], ['zoom'], 13, 24, 16, 90];

/** Ink and halo of a label on this ground. */
export const inkOf = (palette: Palette, colour: string | Expression) => ({
  'text-color': colour,
  'text-halo-color': palette.ground.halo,
  // patterns in black need more room round letters
  'text-halo-width': palette.lettered ? 2.4 : 1.7,
  'text-halo-blur': 0.4,
});

/** Names beside marks and in areas, and what is written along lines. */
export function nameLayers(drawn: Drawn): Banded[] {
  const { line, point, area, name } = drawn.style;
  const { shapes } = drawn.summary;
  const layers: Banded[] = [];
  if (
    area !== undefined &&
    shapes.includes('polygon') &&
    name !== undefined &&
    drawn.only === undefined
  ) {
    layers.push({ band: 'area-names', layer: areaNames(drawn, name) });
  }
  if (line?.letter && drawn.palette.lettered && shapes.includes('line') && !drawn.only) {
    layers.push({ band: 'line-labels', layer: lineLetters(drawn, line.letter) });
  }
  if (line?.label !== undefined && shapes.includes('line') && drawn.only === undefined) {
    layers.push({ band: 'line-labels', layer: lineLabels(drawn, line.label) });
  }
  if (point !== undefined && shapes.includes('point') && name !== undefined) {
    layers.push({
      band: drawn.only === undefined ? 'point-names' : 'selection',
      layer: pointNames(drawn, name),
    });
  }
  return layers;
}

/** What is invented says so beside every label. */
function marked({ summary }: Drawn, text: Expression): Expression {
  if (!summary.synthetic) return text;
  return [
    'case',
    ['==', text, ''],
    '',
    // many a demonstration file says so in the name already
    ['in', 'synthetic', ['downcase', text]],
    text,
    [
      'format',
      text,
      {},
      ' synthetic',
      { 'font-scale': 0.84, 'text-font': ['literal', [...FONTS.italic]] },
    ],
  ] as unknown as Expression;
}

function textOf({ otherwise }: NameStyle): Expression {
  const unnamed = otherwise === undefined ? '' : withUnit(otherwise.attribute, otherwise.suffix);
  return ['coalesce', ['get', 'name'], unnamed] as unknown as Expression;
}

function pointNames(drawn: Drawn, name: NameStyle): SymbolLayerSpecification {
  const { palette, only } = drawn;
  const sizePx = name.sizePx ?? 12.5;
  return {
    ...sourceOf(drawn, 'name'),
    ...filterOf(drawn, 'point', exceptOf(drawn)),
    type: 'symbol',
    ...(only === undefined ? { minzoom: name.minZoom } : {}),
    layout: {
      'text-field': marked(drawn, textOf(name)),
      'text-font': [...(only === undefined ? FONTS.medium : FONTS.bold)],
      'text-size': only === undefined ? sizePx : sizePx + 0.5,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'bottom-left', 'top-right'],
      'text-radial-offset': offsetOf(drawn, sizePx),
      'text-justify': 'auto',
      'text-max-width': 9,
      'text-line-height': 1.12,
      'text-padding': PADDING_PX,
    },
    paint: { ...inkOf(palette, palette.ground.labelStrong), 'text-opacity': drawn.opacity },
  };
}

function areaNames(drawn: Drawn, name: NameStyle): SymbolLayerSpecification {
  const { palette, style } = drawn;
  return {
    ...sourceOf(drawn, 'area-name'),
    ...filterOf(drawn, 'polygon'),
    type: 'symbol',
    minzoom: name.minZoom,
    layout: {
      'text-field': marked(drawn, textOf(name)),
      'text-font': [...FONTS.medium],
      'text-size': name.sizePx ?? 11.5,
      'text-max-width': 8,
      'text-line-height': 1.12,
      'text-padding':
        style.area?.reach === 'wide' ? (ZONE_PADDING as unknown as Expression) : PADDING_PX,
    },
    paint: { ...inkOf(palette, palette.label[style.hue]), 'text-opacity': drawn.opacity },
  };
}

function lineLabels(drawn: Drawn, label: LineLabel): SymbolLayerSpecification {
  const { palette } = drawn;
  const enough: Expression | undefined =
    label.atLeast === undefined
      ? undefined
      : ['>=', ['coalesce', ['get', label.attribute], -1], label.atLeast];
  return {
    ...sourceOf(drawn, 'label'),
    ...filterOf(drawn, 'line', both(['has', label.attribute], enough)),
    type: 'symbol',
    minzoom: label.minZoom,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 380,
      'text-field': marked(drawn, withUnit(label.attribute, label.suffix)),
      'text-font': [...FONTS.bold],
      'text-size': 12,
      'text-max-angle': 28,
      'text-padding': PADDING_PX,
    },
    paint: {
      ...inkOf(palette, labelColour(drawn)),
      'text-opacity': drawn.opacity,
    },
  };
}

/** What a line carries, between its labels: a line crossing others is followed by it. */
function lineLetters(drawn: Drawn, letter: string): SymbolLayerSpecification {
  return {
    ...sourceOf(drawn, 'letter'),
    ...filterOf(drawn, 'line'),
    type: 'symbol',
    minzoom: 10.5,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 150,
      'text-field': letter,
      // upright, whichever way the line goes
      'text-rotation-alignment': 'viewport',
      'text-font': [...FONTS.bold],
      'text-size': 11,
      'text-padding': PADDING_PX,
    },
    paint: { ...inkOf(drawn.palette, labelColour(drawn)), 'text-opacity': drawn.opacity },
  };
}

/** A line's label takes the ink of its own step's hue. */
const labelColour = ({ style, palette }: Drawn): string | Expression =>
  style.line === undefined
    ? palette.label[style.hue]
    : pick(style.line.steps, ({ hue = style.hue }) => palette.label[hue]);

const exceptOf = ({ except }: Drawn): Expression | undefined =>
  except === undefined ? undefined : ['!=', ['id'], except];

/** Half a mark with its halo at the largest it is drawn, as a share of its size. */
const HALF_MARK = 0.66;
/** Radius of the ring round a selected mark, and a little air. */
const RING_PX = 25;

/** How far from the middle of a mark its name begins, in ems: nearer, and the mark would push it away. */
function offsetOf({ style, only }: Drawn, sizePx: number): number | Expression {
  const { point } = style;
  if (only !== undefined || point === undefined) return RING_PX / sizePx;
  if (point.ring) return 10 / sizePx;
  return sizeOf(point, HALF_MARK / sizePx, (PADDING_PX + 1) / sizePx);
}
