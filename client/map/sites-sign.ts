import type { Drawing } from '#data/cartography/marks/drawing.ts';
import { paletteOf } from '#data/cartography/palettes.ts';
import type { MapMode } from '#data/cartography/picture.ts';
import { FONTS } from '#data/cartography/style/fonts.ts';

/** `ring` a site that meets every must, `range` one whose score is a range, `disc` a cell of the list. */
export type SiteSign = {
  readonly form: 'ring' | 'range' | 'disc';
  /** Absent: small and without a figure. */
  readonly figure?: string;
};

/** Sizes of the signs, px. Source: the design, "marker 28, ochre ring 3". */
const MARKER = { ring: 28, range: 28, disc: 22 } as const;
const BARE_PX = 14;
const HALO_PX = 1.5;

/** Dash and gap along a ring of radius 12.5 px with round ends: eleven dashes meet without a seam. */
const DASH = [1.6, (2 * Math.PI * 12.5) / 11 - 1.6];
const BARE_DASH = [0.9, (2 * Math.PI * 5.75) / 7 - 0.9];

/** The sign an image's name asks for, `site/<form>/<figure>/<mode>`; undefined when it names none. */
export function readSiteSign(name: string): { sign: SiteSign; mode: MapMode } | undefined {
  const [kind, form, figure = '', mode] = name.split('/');
  if (kind !== 'site' || (form !== 'ring' && form !== 'range' && form !== 'disc')) return undefined;
  return { sign: { form, ...(figure && { figure }) }, mode: mode as MapMode };
}

/** A sign's picture, without its figure. */
export function drawSiteSign({ form, figure }: SiteSign, mode: MapMode): Drawing {
  const { hue, ground, ring } = paletteOf(mode);
  const sizePx = figure === undefined ? BARE_PX : MARKER[form];
  const edgePx = form === 'disc' ? 2 : figure === undefined ? 2.5 : 3;
  const dash = form !== 'range' ? undefined : figure === undefined ? BARE_DASH : DASH;
  const middle = sizePx / 2;
  const radius = middle - edgePx / 2;
  const d = `M${middle - radius} ${middle}a${radius} ${radius} 0 1 1 ${2 * radius} 0a${radius} ${radius} 0 1 1 ${-2 * radius} 0z`;
  return {
    widthPx: sizePx + 2 * HALO_PX,
    heightPx: sizePx + 2 * HALO_PX,
    marginPx: HALO_PX,
    strokes: [
      { d, stroke: ground.paper, widthPx: edgePx + 2 * HALO_PX },
      { d, fill: ground.paper },
      {
        d,
        stroke: form === 'disc' ? ring.inner : hue.sites,
        widthPx: edgePx,
        ...(dash && { dash }),
      },
    ],
  };
}

/** Letters in the middle of a sign. */
export type Lettering = {
  readonly text: string;
  readonly colour: string;
  /** As CSS writes it. */
  readonly font: string;
};

/** What is written in a sign; undefined: nothing. Three figures are smaller than one. */
export function letteringOf({ form, figure }: SiteSign, mode: MapMode): Lettering | undefined {
  if (figure === undefined) return undefined;
  const sizePx = (form === 'disc' ? 12.5 : 13.5) - Math.max(0, figure.length - 2) * 2;
  const font = `700 ${sizePx}px "${FONTS.bold[0]}"`;
  return { text: figure, colour: paletteOf(mode).ground.ink, font };
}
