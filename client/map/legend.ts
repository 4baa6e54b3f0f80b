import type { LayerSummary } from '#data/schema/api.ts';
import type { MapMode } from './map-controller.ts';
import { type Palette, paletteOf } from './palette.ts';
import { EDGE_DASHES } from './style/area-layers.ts';
import { DASHES } from './style/line-layers.ts';
import type { AreaStyle, LineStyle, Pattern, PointStyle, TypeStyle } from './style/type-style.ts';
import { styleOf } from './style/type-styles.ts';

/** A small picture of how something is drawn; `drawSwatch()` paints it. */
export type Swatch = {
  readonly kind: 'point' | 'line' | 'area';
  /** Main colour in the mode asked for: `#c63645`. */
  readonly colour: string;
  /** Line width, area edge width or mark size, as on the map at zoom 14. */
  readonly widthPx: number;
  /** Dash and gap lengths in units of the line's width. */
  readonly dash?: readonly number[];
  readonly pattern?: Pattern;
  /** Name of the mark's silhouette. */
  readonly icon?: string;
  /** Land shown round a line or a mark. */
  readonly casing: string;
  /** The figure on a mark's plate. */
  readonly glyph: string;
  /** Colour of the line's inner core (railways), or of a ringed disc (stops). */
  readonly core?: string;
  /** 0 to 1: how strongly an area is filled. */
  readonly fillOpacity?: number;
};

/** One line of a legend. */
export type LegendEntry = { readonly label: string; readonly swatch: Swatch };

/**
 * What every sign of a layer means, from the scales the map is drawn with.
 *
 * A scale of one step takes the layer's title as its words; steps for "not stated" come last.
 */
export function legendOf(summary: LayerSummary, mode: MapMode): LegendEntry[] {
  const style = styleOf(summary);
  const palette = paletteOf(mode);
  const { shapes, title } = summary;
  const entries = [
    ...(style.point !== undefined && shapes.includes('point')
      ? pointEntries(style, style.point, palette)
      : []),
    ...(style.line !== undefined && shapes.includes('line')
      ? lineEntries(style, style.line, palette)
      : []),
    ...(style.area !== undefined && shapes.includes('polygon')
      ? areaEntries(style, style.area, palette)
      : []),
  ];
  return entries.map(({ label, swatch }) => ({ label: label === '' ? title : label, swatch }));
}

/** The one swatch that stands for a layer in lists: its first sign, points before lines before areas. */
export const swatchOf = (summary: LayerSummary, mode: MapMode): Swatch | undefined =>
  legendOf(summary, mode)[0]?.swatch;

const signs = ({ ground, glyph }: Palette) => ({ casing: ground.land, glyph });

function pointEntries(style: TypeStyle, point: PointStyle, palette: Palette): LegendEntry[] {
  return point.steps.map(({ label, hue = style.hue, icon, sizePx }) => ({
    label,
    swatch: {
      kind: 'point',
      colour: palette.hue[hue],
      widthPx: sizePx,
      icon,
      ...signs(palette),
      ...(point.ring ? { core: palette.ground.paper } : {}),
    },
  }));
}

function lineEntries(style: TypeStyle, line: LineStyle, palette: Palette): LegendEntry[] {
  const { underground, form = 'solid' } = line;
  const buried = underground === true;
  const formDash = form === 'dotted' || form === 'chain' ? DASHES[form] : undefined;
  const dash = buried ? DASHES.underground : formDash;
  const entries = line.steps.map(
    ({ label, hue = style.hue, widthPx }): LegendEntry => ({
      label,
      swatch: {
        kind: 'line',
        colour: palette.hue[hue],
        widthPx: widthPx[2] * palette.weight,
        ...signs(palette),
        ...(dash === undefined ? {} : { dash }),
        ...(form === 'rail' ? { core: palette.ground.paper } : {}),
      },
    }),
  );
  return underground === undefined || buried ? entries : [...entries, ...undergroundEntry(entries)];
}

/** Where only some lines lie underground, one more entry says how those are drawn. */
function undergroundEntry(entries: readonly LegendEntry[]): LegendEntry[] {
  const middle = entries[Math.floor(entries.length / 2)];
  if (middle === undefined) return [];
  return [{ label: 'Dashed: underground', swatch: { ...middle.swatch, dash: DASHES.underground } }];
}

function areaEntries(style: TypeStyle, area: AreaStyle, palette: Palette): LegendEntry[] {
  return area.steps.map(({ label, hue = style.hue, fill, pattern, edge = 'solid', edgePx }) => ({
    label,
    swatch: {
      kind: 'area',
      colour: palette.hue[hue],
      widthPx: edgePx[2] * palette.weight,
      fillOpacity: palette.mode === 'contrast' ? 0 : fill,
      ...signs(palette),
      ...(pattern === undefined ? {} : { pattern }),
      ...(edge === 'solid' ? {} : { dash: EDGE_DASHES[edge] }),
    },
  }));
}
