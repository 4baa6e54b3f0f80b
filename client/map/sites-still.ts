import type { MapMode } from '#data/cartography/picture.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import { supplySiteSigns } from './sites-images.ts';
import type { SiteLines, SiteMark } from './sites-map-controller.ts';
import { circleShapes, lineShapes, markShapes, NOTHING } from './sites-shapes.ts';
import { sitesStyle } from './sites-style.ts';
import { openStill } from './still.ts';

/** One small picture of a site, its lines and what lies round it. */
export type SiteStill = {
  readonly context: readonly LayerSummary[];
  readonly mark: SiteMark;
  readonly lines: SiteLines | undefined;
  readonly view: { readonly lng: number; readonly lat: number; readonly zoom: number };
};

/** How every picture is made. */
export type StillSheet = {
  readonly mode: MapMode;
  /** CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
};

/** The whole world: a single mark is never one of a crowd. */
const EVERYWHERE = [-180, -90, 180, 90] as const;

/**
 * Draw sites as the finder's map does, one after another on one map, finer than the screen.
 *
 * @returns PNGs, each as soon as it is drawn; whoever stops asking ends the drawing
 * @throws Error, in words for a person, when the browser cannot draw it
 */
export async function* drawSiteStills(
  stills: readonly SiteStill[],
  { mode, ...size }: StillSheet,
): AsyncGenerator<Blob> {
  const plates = stills.map((still) => ({ style: styleOf(still, mode), view: still.view }));
  const [first] = plates;
  if (first === undefined) return;
  const map = openStill(first.style, {
    ...size,
    view: first.view,
    pixelRatio: 2,
    images: supplySiteSigns,
  });
  try {
    for (const { style, view } of plates) yield await map.draw(style, view);
  } finally {
    map.end();
  }
}

const styleOf = ({ context, mark, lines }: SiteStill, mode: MapMode) =>
  sitesStyle({
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
