/** One shape of a drawing: SVG path data with its paint. */
export type Stroke = {
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly widthPx?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
};

/** A picture of paths, painted in order; drawn on a canvas for the map and as SVG for swatches. */
export type Drawing = {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Room kept on every side of the paths' own box. */
  readonly marginPx?: number;
  readonly strokes: readonly Stroke[];
};

const attribute = (name: string, value: string | number | undefined): string =>
  value === undefined ? '' : ` ${name}="${value}"`;

/** One shape as an SVG element. Every value comes from our own tables, so nothing needs escaping. */
export function pathOf(stroke: Stroke): string {
  return [
    `<path d="${stroke.d}" fill="${stroke.fill ?? 'none'}"`,
    attribute('stroke', stroke.stroke),
    attribute('stroke-width', stroke.stroke === undefined ? undefined : (stroke.widthPx ?? 1)),
    attribute('stroke-dasharray', stroke.dash?.join(' ')),
    attribute('opacity', stroke.opacity),
    ' stroke-linecap="round" stroke-linejoin="round"/>',
  ].join('');
}
