import type { Hue, Palette } from '../palette.ts';
import { paletteOf } from '../palettes.ts';
import type { MapMode } from '../picture.ts';
import type { Drawing, Stroke } from './drawing.ts';
import { figureOf } from './silhouettes.ts';

/** A mark as named in the style: figure, hue, and whether the thing is there yet. */
export type Mark = {
  readonly icon: string;
  readonly hue: Hue;
  /** `hollow`: proposed or being built, with a dashed edge; `approximate`: placed by its postcode, hollow too. */
  readonly form: 'solid' | 'hollow' | 'approximate';
};

/** Side of a mark's picture in pixels: a 24 px box with 2 px round it for the halo. */
export const MARK_PX = 28;
const MARGIN_PX = 2;

/** Name of a mark's image in the style; it holds the mode, so that a new mode draws new images. */
export const markName = ({ icon, hue, form }: Mark, mode: MapMode): string =>
  ['mark', icon, hue, form, mode].join('/');

/** The mark an image's name asks for, or undefined when it names none. */
export function readMarkName(name: string): { mark: Mark; mode: MapMode } | undefined {
  const [kind, icon, hue, form, mode] = name.split('/');
  if (kind !== 'mark' || icon === undefined) return undefined;
  return { mark: { icon, hue: hue as Hue, form: form as Mark['form'] }, mode: mode as MapMode };
}

/** A mark's picture: plate on a halo, figure in the plate's contrary colour; the reverse when hollow. */
export function drawMark({ icon, hue, form }: Mark, mode: MapMode): Drawing {
  const { outline, fill, line } = figureOf(icon);
  const palette = paletteOf(mode);
  const colour = palette.hue[hue];
  const hollow = form !== 'solid';
  const ink = hollow ? colour : palette.glyph;
  const strokes: Stroke[] = [{ d: outline, stroke: haloOf(palette), widthPx: 3.4 }];
  strokes.push({ d: outline, fill: hollow ? palette.ground.paper : colour });
  const edge = form === 'hollow' ? { dash: [3.2, 2.4] } : {};
  if (hollow) strokes.push({ d: outline, stroke: colour, widthPx: 1.7, ...edge });
  if (fill !== undefined) strokes.push({ d: fill, fill: ink });
  if (line !== undefined) strokes.push({ d: line, stroke: ink, widthPx: 1.9 });
  return { widthPx: MARK_PX, heightPx: MARK_PX, marginPx: MARGIN_PX, strokes };
}

const haloOf = ({ ground, mode }: Palette): string => (mode === 'dark' ? ground.land : '#ffffff');
