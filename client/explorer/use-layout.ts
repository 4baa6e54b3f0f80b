import { useMemo, useSyncExternalStore } from 'react';
import type { MapPadding } from '#client/map/map-controller.ts';
import type { ListWidth } from '#client/state/columns.ts';
import type { Explore } from '#client/state/explore.ts';
import { heightOf, type Stop } from '#client/state/sheet.ts';
import { useMedia } from '#client/ui/use-media.ts';

/** How the page is laid out. Widths are those of `app.css`. */
export type Layout = {
  /** `bare`: the map alone, nothing over it. */
  readonly kind: 'phone' | 'tablet' | 'desktop' | 'bare';
  /** Height a sheet may take, px: the window less the bottom bar. */
  readonly availablePx: number;
};

/** The bottom bar of a phone, px; `--bar` in `app.css`. */
const BAR_PX = 64;

const onResize = (listener: () => void) => {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
};

/** The page's layout, followed as the window changes. */
export function useLayout(): Layout {
  const isPhone = useMedia('(width < 720px)');
  const isTablet = useMedia('(width < 1024px)');
  const heightPx = useSyncExternalStore(onResize, () => innerHeight);
  const kind = isPhone ? 'phone' : isTablet ? 'tablet' : 'desktop';
  return useMemo(() => ({ kind, availablePx: heightPx - BAR_PX }), [kind, heightPx]);
}

/** Height of the map that is free, px: all of the window, or what a phone's sheet leaves. */
export const roomPx = ({ kind, availablePx }: Layout, stop: Stop): number =>
  kind === 'phone' ? availablePx - heightOf(stop, availablePx) : availablePx + BAR_PX;

/** Panel, card and their gap, px; `--panel` and `--card` in `tokens.css`. */
const PANEL_PX = 372;
const WIDE_PX = 744;
const CARD_PX = 416;

/** Search box above the map of a phone, px. */
const SEARCH_PX = 68;

/** With less of the map than this between search box and sheet, nothing is gained by making room, px. */
const LEAST_FREE_PX = 80;

const NO_PADDING: MapPadding = { top: 0, right: 0, bottom: 0, left: 0 };

/** What panels cover of the map, for the camera to centre on the rest. */
export function usePadding(
  layout: Layout,
  { stop, selection }: Pick<Explore, 'stop' | 'selection'>,
  listWidth: ListWidth,
): MapPadding {
  const hasCard = selection !== undefined;
  // a list that hides the map leaves the camera where it was beside a wide one
  const isWide = layout.kind === 'desktop' && listWidth !== 'narrow';
  return useMemo(
    () => paddingOf(layout, stop, { hasCard, isWide }),
    [layout, stop, hasCard, isWide],
  );
}

function paddingOf(
  { kind, availablePx }: Layout,
  stop: Stop,
  { hasCard, isWide }: { readonly hasCard: boolean; readonly isWide: boolean },
): MapPadding {
  if (kind === 'bare') return NO_PADDING;
  if (kind === 'phone') return phonePadding(availablePx, stop);
  const panelPx = isWide ? WIDE_PX : PANEL_PX;
  const left = kind === 'tablet' && hasCard ? 0 : panelPx;
  return { ...NO_PADDING, left, right: hasCard ? CARD_PX : 0 };
}

/** A full sheet hides the map: the camera keeps the place it had at half. */
function phonePadding(availablePx: number, stop: Stop): MapPadding {
  const sheetPx = heightOf(stop === 'peek' ? 'peek' : 'half', availablePx);
  const freePx = availablePx - SEARCH_PX - sheetPx;
  return freePx < LEAST_FREE_PX ? NO_PADDING : { ...NO_PADDING, top: SEARCH_PX, bottom: sheetPx };
}
