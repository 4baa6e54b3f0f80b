import type { ImageSupply } from './images.ts';
import { rasterise } from './marks/rasterise.ts';
import { drawSiteSign, type Lettering, letteringOf, readSiteSign } from './sites-sign.ts';

/** Draw markers of sites; their letters must be there before they can be written. */
export const supplySiteSigns: ImageSupply = async (map, name, pixelRatio) => {
  const wanted = readSiteSign(name);
  if (wanted === undefined) return;
  const { sign, mode } = wanted;
  const drawing = drawSiteSign(sign, mode);
  const lettering = letteringOf(sign, mode);
  if (lettering !== undefined) await document.fonts.load(lettering.font, lettering.text);
  if (map.hasImage(name)) return;
  const middlePx = drawing.widthPx / 2 - (drawing.marginPx ?? 0);
  const finish = (context: CanvasRenderingContext2D) => {
    if (lettering !== undefined) write(context, lettering, middlePx);
  };
  map.addImage(name, rasterise(drawing, pixelRatio, finish), { pixelRatio });
};

function write(
  context: CanvasRenderingContext2D,
  { text, colour, font }: Lettering,
  middlePx: number,
): void {
  context.globalAlpha = 1;
  context.fillStyle = colour;
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  // by its own height: what fonts call the middle is that of letters with tails
  const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = context.measureText(text);
  context.fillText(text, middlePx, middlePx + (up - down) / 2);
}
