import type { MapMode } from '#data/cartography/picture.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import type { SiteLines, SiteMark } from './sites-map-controller.ts';
import { circleShapes, lineShapes, markShapes, NOTHING } from './sites-shapes.ts';
import { sitesStyle } from './sites-style.ts';
import { drawOnce } from './still.ts';

/** One small picture of a site, its lines and what lies round it. */
export type SiteStill = {
  readonly mode: MapMode;
  readonly context: readonly LayerSummary[];
  readonly mark: SiteMark;
  readonly lines: SiteLines | undefined;
  readonly view: { readonly lng: number; readonly lat: number; readonly zoom: number };
  /** CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
};

/** The whole world: a single mark is never one of a crowd. */
const EVERYWHERE = [-180, -90, 180, 90] as const;

/**
 * Draw a site as the finder's map does, once and finer than the screen.
 *
 * @returns a PNG
 * @throws Error, in words for a person, when the browser cannot draw it
 */
export function drawSiteStill(still: SiteStill): Promise<Blob> {
  const { mode, context, mark, lines, view, widthPx, heightPx } = still;
  const style = sitesStyle({
    mode,
    origin: location.origin,
    context,
    ground: [],
    named: context.map(({ id }) => id),
    isSurface: false,
    paintsCells: false,
    selected: mark.key,
    isOpened: true,
    data: {
      marks: markShapes([mark], EVERYWHERE),
      circles: circleShapes([mark]),
      things: NOTHING,
      lines: lineShapes(lines),
      cells: NOTHING,
      best: NOTHING,
    },
  });
  return drawOnce(style, { view, widthPx, heightPx, pixelRatio: 2 });
}
