import type { Hue } from '../palette.ts';
import { paletteOf } from '../palettes.ts';
import type { MapMode } from '../picture.ts';
import type { Pattern } from '../style/type-style.ts';
import type { Drawing, Stroke } from './drawing.ts';

/** One repeat of a pattern: a square of `sizePx` whose edges meet, drawn in one ink. */
type Tile = {
  readonly sizePx: number;
  readonly line?: string;
  readonly fill?: string;
  readonly widthPx?: number;
};

const dot = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** Sizes from the cartography table of the design: hatch 8 px, dots 7 px. */
const TILES: Readonly<Record<Pattern, Tile>> = {
  // the corner strokes make the diagonal meet itself across the edges
  hatch: { sizePx: 8, line: 'M0 8 8 0M-2 2 2 -2M6 10 10 6', widthPx: 1.1 },
  'back-hatch': { sizePx: 8, line: 'M0 0 8 8M-2 6 2 10M6 -2 10 2', widthPx: 1.1 },
  cross: {
    sizePx: 10,
    line: 'M0 10 10 0M-2 2 2 -2M8 12 12 8M0 0 10 10M-2 8 2 12M8 -2 12 2',
    widthPx: 0.8,
  },
  dots: { sizePx: 7, fill: dot(1.75, 1.75, 1.05) + dot(5.25, 5.25, 1.05) },
  rings: { sizePx: 10, line: dot(2.5, 2.5, 1.5) + dot(7.5, 7.5, 1.5), widthPx: 0.9 },
  ticks: { sizePx: 9, line: 'M2.25 1v3M6.75 5.5v3', widthPx: 1.1 },
  wave: { sizePx: 8, line: 'M0 4c1.4-2 2.6-2 4 0s2.6 2 4 0', widthPx: 1 },
};

/** The stripes of "no data supplied": 5 px wide, 22 px apart, falling to the right. */
const GAP: Tile = { sizePx: 22, line: 'M-4 -4 26 26M-4 18 4 26M18 -4 26 4', widthPx: 5 };

/** Name of a pattern's image in the style. */
export const patternName = (pattern: Pattern, hue: Hue, mode: MapMode): string =>
  ['pattern', pattern, hue, mode].join('/');

/** Name of the image of "no data supplied". */
export const gapName = (mode: MapMode): string => `gap/${mode}`;

/** The drawing an image's name asks for, or undefined when it names no pattern. */
export function readPatternName(name: string): Drawing | undefined {
  const [kind, pattern, hue, mode] = name.split('/');
  if (kind === 'gap') return drawTile(GAP, paletteOf(pattern as MapMode).ground.gap, 0.26);
  if (kind !== 'pattern' || pattern === undefined) return undefined;
  return drawPattern(pattern as Pattern, paletteOf(mode as MapMode).hue[hue as Hue]);
}

/** One repeat of a pattern in a colour. */
export const drawPattern = (pattern: Pattern, colour: string): Drawing =>
  drawTile(TILES[pattern], colour, 1);

function drawTile(
  { sizePx, line, fill, widthPx = 1 }: Tile,
  colour: string,
  opacity: number,
): Drawing {
  const strokes: Stroke[] = [];
  if (line !== undefined) strokes.push({ d: line, stroke: colour, widthPx, opacity });
  if (fill !== undefined) strokes.push({ d: fill, fill: colour, opacity });
  return { widthPx: sizePx, heightPx: sizePx, strokes };
}
