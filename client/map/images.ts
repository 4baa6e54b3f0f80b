import type { Map as MapLibre } from 'maplibre-gl';
import type { Drawing } from '#data/cartography/marks/drawing.ts';
import { drawMark, readMarkName } from '#data/cartography/marks/mark.ts';
import { readPatternName } from '#data/cartography/marks/patterns.ts';
import { rasterise } from './marks/rasterise.ts';

/** Marks are drawn finer than the screen: they shrink at low zooms and grow when selected. */
const MARK_DETAIL = 1.5;

/** Draws what a map of one app alone asks for by name; any other name is left. */
export type ImageSupply = (map: MapLibre, name: string, pixelRatio: number) => Promise<void>;

/**
 * Draw each mark and pattern when the style first asks for it, at the screen's resolution
 * unless a finer one is asked for.
 */
export function supplyImages(
  map: MapLibre,
  pixels = globalThis.devicePixelRatio,
  more?: ImageSupply,
): void {
  const screen = Math.max(1, pixels);
  const add = (name: string, drawing: Drawing, pixelRatio: number) =>
    map.addImage(name, rasterise(drawing, pixelRatio), { pixelRatio });
  map.setMissingStyleImageResolver(async (name) => {
    const wanted = readMarkName(name);
    const pattern = readPatternName(name);
    if (wanted) add(name, drawMark(wanted.mark, wanted.mode), screen * MARK_DETAIL);
    // a pattern repeats without a seam only when its side is a whole number of pixels
    else if (pattern) add(name, pattern, Math.ceil(screen));
    else await more?.(map, name, screen);
  });
}
