import { pathOf, type Stroke } from '#data/cartography/marks/drawing.ts';
import { drawPattern } from '#data/cartography/marks/patterns.ts';
import { figureOf } from '#data/cartography/marks/silhouettes.ts';
import { CORE_SHARE } from '#data/cartography/style/line-layers.ts';
import type { Swatch } from './legend.ts';

/** Size of a swatch in pixels. Source: the design, "swatch 30×20 from the live style". */
export const SWATCH_PX = { width: 30, height: 20 } as const;

const MIDDLE = SWATCH_PX.height / 2;

/** A swatch as an SVG picture, hidden from screen readers: words stand beside it. Holds nothing but our own tables. */
export function swatchSvg(swatch: Swatch): string {
  const { width, height } = SWATCH_PX;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${BODIES[swatch.kind](swatch)}</svg>`;
}

const BODIES: Readonly<Record<Swatch['kind'], (swatch: Swatch) => string>> = {
  point: pointBody,
  line: lineBody,
  area: areaBody,
};

function pointBody(swatch: Swatch): string {
  const { icon = 'dot', colour, casing, core, plate, widthPx } = swatch;
  if (core !== undefined) return ringBody(colour, core);
  const { outline, fill, line } = figureOf(icon);
  const ink = plate === undefined ? swatch.glyph : colour;
  const strokes: Stroke[] = [
    { d: outline, stroke: casing, widthPx: 2.4 },
    { d: outline, fill: plate ?? colour },
  ];
  if (plate !== undefined) strokes.push({ d: outline, stroke: colour, widthPx: 2 });
  if (fill !== undefined) strokes.push({ d: fill, fill: ink });
  if (line !== undefined) strokes.push({ d: line, stroke: ink, widthPx: 2 });
  const scale = Math.min(20, Math.max(9, widthPx * 0.82)) / 24;
  const left = SWATCH_PX.width / 2 - 12 * scale;
  const top = MIDDLE - 12 * scale;
  return `<g transform="translate(${left} ${top}) scale(${scale})">${strokes.map(pathOf).join('')}</g>`;
}

const ringBody = (colour: string, core: string): string =>
  pathOf({ d: `M0 ${MIDDLE}h30`, stroke: colour, widthPx: 1, opacity: 0.3 }) +
  pathOf({
    d: `M10.6 ${MIDDLE}a4.4 4.4 0 1 0 8.8 0a4.4 4.4 0 1 0 -8.8 0z`,
    fill: core,
    stroke: colour,
    widthPx: 2.2,
  });

function lineBody(swatch: Swatch): string {
  const { twin, widthPx } = swatch;
  const body =
    twin === undefined
      ? lineAt(swatch, MIDDLE)
      : lineAt(swatch, MIDDLE - 4) +
        lineAt({ ...swatch, dash: twin, widthPx: widthPx * 0.75 }, MIDDLE + 4);
  return body.replaceAll('stroke-linecap="round"', 'stroke-linecap="butt"') + letterOn(swatch);
}

/** The letter a line carries, on paper as on the map. */
const letterOn = ({ letter, colour, casing }: Swatch): string =>
  letter === undefined
    ? ''
    : `<text x="15" y="${MIDDLE + 4}" text-anchor="middle" font-family="sans-serif" font-size="11" font-weight="700" fill="${colour}" stroke="${casing}" stroke-width="3.4" paint-order="stroke">${letter}</text>`;

function lineAt({ colour, widthPx, dash, core, casing, letter }: Swatch, y: number): string {
  const width = Math.min(widthPx, 7);
  // to both sides of a letter alike
  const d = letter === undefined ? `M1 ${y}h28` : `M9.5 ${y}H0M20.5 ${y}H30`;
  const strokes: Stroke[] = [{ d, stroke: casing, widthPx: width + 2.4 }];
  strokes.push({
    d,
    stroke: colour,
    widthPx: width,
    ...(dash === undefined ? {} : { dash: dash.map((length) => length * width) }),
  });
  if (core !== undefined) strokes.push({ d, stroke: core, widthPx: width * CORE_SHARE });
  return strokes.map(pathOf).join('');
}

function areaBody({ colour, fillOpacity = 0, pattern, dash, widthPx }: Swatch): string {
  const d = 'M2 3h26v14H2z';
  const width = Math.min(Math.max(widthPx, 1), 2);
  const edge: Stroke = {
    d,
    stroke: colour,
    widthPx: width,
    ...(dash === undefined ? {} : { dash: dash.map((length) => length * width) }),
  };
  const filled = pathOf({ d, fill: colour, opacity: fillOpacity });
  return filled + (pattern === undefined ? '' : patternBody(pattern, colour, d)) + pathOf(edge);
}

/** Same name, same content: a page may hold one picture many times. */
function patternBody(pattern: NonNullable<Swatch['pattern']>, colour: string, d: string): string {
  const { widthPx, strokes } = drawPattern(pattern, colour);
  const id = `odin-${pattern}-${colour.slice(1)}`;
  return `<defs><pattern id="${id}" width="${widthPx}" height="${widthPx}" patternUnits="userSpaceOnUse">${strokes.map(pathOf).join('')}</pattern></defs><path d="${d}" fill="url(#${id})"/>`;
}
