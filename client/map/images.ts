import type { Map as MapLibre } from 'maplibre-gl';
import { drawMark, readMarkName } from '#data/cartography/marks/mark.ts';
import { readPatternName } from '#data/cartography/marks/patterns.ts';
import { rasterise } from './marks/rasterise.ts';
import { drawSiteSign, letteringOf, readSiteSign } from './sites-sign.ts';

/** Marks are drawn finer than the screen: they shrink at low zooms and grow when selected. */
const MARK_DETAIL = 1.5;

/**
 * Draw each mark and pattern when the style first asks for it, at the screen's resolution
 * unless a finer one is asked for.
 */
export function supplyImages(map: MapLibre, pixels = globalThis.devicePixelRatio): void {
  map.setMissingStyleImageResolver(async (name) => {
    const screen = Math.max(1, pixels);
    const wanted = readMarkName(name);
    const pattern = wanted === undefined ? readPatternName(name) : undefined;
    if (wanted !== undefined) {
      const pixelRatio = screen * MARK_DETAIL;
      map.addImage(name, rasterise(drawMark(wanted.mark, wanted.mode), pixelRatio), { pixelRatio });
    } else if (pattern !== undefined) {
      // a pattern repeats without a seam only when its side is a whole number of pixels
      const pixelRatio = Math.ceil(screen);
      map.addImage(name, rasterise(pattern, pixelRatio), { pixelRatio });
    } else await supplySiteSign(map, name, screen);
  });
}

/** Markers of sites hold figures: their letters must be there before they can be written. */
async function supplySiteSign(map: MapLibre, name: string, pixelRatio: number): Promise<void> {
  const wanted = readSiteSign(name);
  if (wanted === undefined) return;
  const { sign, mode } = wanted;
  const lettering = letteringOf(sign, mode);
  if (lettering !== undefined) await document.fonts.load(lettering.font, lettering.text);
  if (map.hasImage(name)) return;
  map.addImage(name, rasterise(drawSiteSign(sign, mode), pixelRatio, lettering), { pixelRatio });
}
