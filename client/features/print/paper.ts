import { metresPerPixel, type View } from '#client/state/view.ts';

/** Sheets a map is printed on, millimetres, the long side first. Source: ISO 216. */
export const PAPERS = {
  A4: { longMm: 297, shortMm: 210 },
  A3: { longMm: 420, shortMm: 297 },
} as const;
export type Paper = keyof typeof PAPERS;
export type Turn = 'landscape' | 'portrait';

/** CSS pixels in a millimetre. Source: CSS Values, 96 px to the inch. */
export const PX_PER_MM = 96 / 25.4;

/** White edge no printer needs to reach, mm. */
export const EDGE_MM = 10;

/** Room for the title above the map and for scale, credits and address under it, mm. */
const HEAD_MM = 14;
const FOOT_MM = 24;

/** Width of the legend beside the map, mm; it stands under the credits of a portrait sheet instead. */
const LEGEND_MM = 58;

/** Height the legend has on a portrait sheet, mm. */
const LEGEND_FOOT_MM = 52;

/** Sizes of a sheet and of its map, mm. */
export type Sheet = {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly mapWidthMm: number;
  readonly mapHeightMm: number;
};

/** How a sheet is divided; without a legend on it the map takes its room. */
export function sheetOf(paper: Paper, turn: Turn, hasLegend = true): Sheet {
  const { longMm, shortMm } = PAPERS[paper];
  const isWide = turn === 'landscape';
  const [widthMm, heightMm] = isWide ? [longMm, shortMm] : [shortMm, longMm];
  const inside = { width: widthMm - 2 * EDGE_MM, height: heightMm - 2 * EDGE_MM };
  return {
    widthMm,
    heightMm,
    mapWidthMm: inside.width - (isWide && hasLegend ? LEGEND_MM : 0),
    mapHeightMm: inside.height - HEAD_MM - FOOT_MM - (isWide || !hasLegend ? 0 : LEGEND_FOOT_MM),
  };
}

/** Heights of a heading, of an entry and of the last line of the legend, mm, as `print.css` sets them. */
const SIGNS_MM = 8;
const HEADING_MM = 6.4;
const ENTRY_MM = 5;

/**
 * Whether a legend fits beside the map; one that does not has a sheet of its own, so that no sign goes
 * unexplained.
 *
 * @param entries how many each layer has
 */
export function fitsBeside(
  entries: readonly number[],
  turn: Turn,
  { mapHeightMm }: Sheet,
): boolean {
  const heights = entries.map((count) => HEADING_MM + count * ENTRY_MM);
  const neededMm = heights.reduce((sum, height) => sum + height, SIGNS_MM);
  if (turn === 'landscape') return neededMm <= mapHeightMm;
  // three columns, and a layer is not torn apart: half a layer is lost in each
  return neededMm / 3 + Math.max(0, ...heights) / 2 <= LEGEND_FOOT_MM;
}

/** Scales planners print at, as `1 : n`. */
export const SCALES = [1_250, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000] as const;

/** Zoom at which one metre on the ground is 1/n metre of paper, at a latitude. */
export function zoomAtScale(lat: number, n: number): number {
  const groundPerPx = n / 1_000 / PX_PER_MM;
  return Math.log2(metresPerPixel(lat, 0) / groundPerPx);
}

/** The `n` of `1 : n` at a zoom, as it comes out on paper. */
export const scaleAtZoom = (lat: number, zoom: number): number =>
  metresPerPixel(lat, zoom) * PX_PER_MM * 1_000;

/** The view that shows on paper what a box of `widthM` metres shows on the screen. */
export function fitted(view: View, widthM: number, { mapWidthMm }: Sheet): View {
  return { ...view, zoom: zoomAtScale(view.lat, widthM / (mapWidthMm / 1_000)) };
}
