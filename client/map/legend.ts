import type { Palette } from '#data/cartography/palette.ts';
import { paletteOf } from '#data/cartography/palettes.ts';
import type { MapMode } from '#data/cartography/picture.ts';
import { EDGE_DASHES } from '#data/cartography/style/area-layers.ts';
import { DASHES } from '#data/cartography/style/line-layers.ts';
import type {
  AreaStyle,
  LineStyle,
  Pattern,
  PointStyle,
  TypeStyle,
} from '#data/cartography/style/type-style.ts';
import { styleOf } from '#data/cartography/style/type-styles.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import type { Shape } from '#data/schema/geometry.ts';

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
  /** Colour of a hollow mark's plate: its edge and figure take the main colour. */
  readonly plate?: string;
  /** Dashes of a second line under the first: part of the layer lies underground. */
  readonly twin?: readonly number[];
  /** Letter on a line that says what it carries. */
  readonly letter?: string;
  /** 0 to 1: how strongly an area is filled. */
  readonly fillOpacity?: number;
};

/** One line of a legend. */
export type LegendEntry = { readonly label: string; readonly swatch: Swatch };

/**
 * What every sign of a layer means, from the scales the map is drawn with.
 *
 * A scale of one step takes the layer's title as its words; where a layer comes in several shapes, the
 * shape it is best known by stands first and the others say what they are. "Not stated" comes last in a scale.
 */
export function legendOf(summary: LayerSummary, mode: MapMode): LegendEntry[] {
  const style = styleOf(summary);
  const palette = paletteOf(mode);
  const groups = shapesInOrder(summary, style).map((shape) => entriesOf(shape, style, palette));
  const named = groups.flatMap((entries, index) =>
    entries.map(({ label, swatch }) => ({
      label: label === '' ? wordsFor(swatch.kind, index, summary.title) : label,
      swatch,
    })),
  );
  return [...named, ...approximateEntry(summary, named, palette)];
}

/** Where some features stand where their postcode does, one more entry says how those are drawn. */
function approximateEntry(
  { approximateCount = 0 }: LayerSummary,
  entries: readonly LegendEntry[],
  { ground }: Palette,
): LegendEntry[] {
  const mark = entries.find(({ swatch: { kind, core } }) => kind === 'point' && !core);
  if (approximateCount === 0 || mark === undefined) return [];
  const swatch = { ...mark.swatch, plate: ground.paper };
  return [{ label: 'Hollow: approximate, placed by postcode or UPRN', swatch }];
}

/** Zones are known by their areas, all else by marks, then lines, then extents. */
function shapesInOrder({ shapes }: LayerSummary, { area }: TypeStyle): Shape[] {
  const order: Shape[] =
    area?.reach === 'wide' ? ['polygon', 'line', 'point'] : ['point', 'line', 'polygon'];
  return order.filter((shape) => shapes.includes(shape));
}

const LATER_WORDS = { point: 'Position only', line: 'Line', area: 'Extent' } as const;

const wordsFor = (kind: Swatch['kind'], group: number, title: string): string =>
  group === 0 ? title : LATER_WORDS[kind];

function entriesOf(shape: Shape, style: TypeStyle, palette: Palette): LegendEntry[] {
  const { point, line, area } = style;
  if (shape === 'point') return point === undefined ? [] : pointEntries(style, point, palette);
  if (shape === 'line') return line === undefined ? [] : lineEntries(style, line, palette);
  return area === undefined ? [] : areaEntries(style, area, palette);
}

/** The one swatch that stands for a layer in lists: its largest first sign; lines partly underground show both ways. */
export function swatchOf(summary: LayerSummary, mode: MapMode): Swatch | undefined {
  const swatches = legendOf(summary, mode).map(({ swatch }) => swatch);
  const kind = swatches[0]?.kind;
  const widest = Math.max(...swatches.map((each) => (each.kind === kind ? each.widthPx : 0)));
  const swatch = swatches.find((each) => each.kind === kind && each.widthPx === widest);
  const buried = styleOf(summary).line?.underground;
  if (swatch?.kind !== 'line' || buried === undefined || buried === true) return swatch;
  return { ...swatch, widthPx: Math.min(swatch.widthPx, 3.4), twin: DASHES.underground };
}

const signs = ({ ground, glyph }: Palette) => ({ casing: ground.land, glyph });

function pointEntries(style: TypeStyle, point: PointStyle, palette: Palette): LegendEntry[] {
  return point.steps.map(({ label, hue = style.hue, icon, sizePx }) => ({
    label,
    swatch: {
      kind: 'point',
      colour: palette.hue[hue],
      // marks that grow are shown at a middling size
      widthPx: point.growBy === undefined ? sizePx : (sizePx + point.growBy.toPx) / 2,
      icon,
      ...signs(palette),
      ...(point.ring ? { core: palette.ground.paper } : {}),
    },
  }));
}

function lineEntries(style: TypeStyle, line: LineStyle, palette: Palette): LegendEntry[] {
  const { underground, form = 'solid', letter } = line;
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
        ...(letter && palette.lettered ? { letter } : {}),
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
      fillOpacity: fill * palette.fill,
      ...signs(palette),
      ...(pattern === undefined ? {} : { pattern }),
      ...(edge === 'solid' ? {} : { dash: EDGE_DASHES[edge] }),
    },
  }));
}
