import { useMemo, useSyncExternalStore } from 'react';
import type { MapPadding } from '#client/map/map-controller.ts';
import { heightOf, type Stop } from '#client/state/sheet.ts';
import { useMedia } from '#client/ui/use-media.ts';

/** `wide`: criteria, map and ranking side by side; `one`: one of the panels at a time; `phone`: a sheet over the map. */
export type LayoutKind = 'wide' | 'one' | 'phone';

export type Layout = {
  readonly kind: LayoutKind;
  /** Height of the window less the bottom bar of a phone, px. */
  readonly roomPx: number;
};

/** The bottom bar of a phone, px; `--bar` in `frame.css`. */
const BAR_PX = 64;

const onResize = (listener: () => void) => {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
};

/** How the finder is laid out, followed as the window changes. */
export function useLayout(): Layout {
  const isPhone = useMedia('(width < 720px)');
  const isNarrow = useMedia('(width < 1200px)');
  const heightPx = useSyncExternalStore(onResize, () => innerHeight);
  const kind = isPhone ? 'phone' : isNarrow ? 'one' : 'wide';
  const roomPx = isPhone ? heightPx - BAR_PX : heightPx;
  return useMemo(() => ({ kind, roomPx }), [kind, roomPx]);
}

/** Chips over the map of a phone, px. */
const CHIPS_PX = 64;

/** With less of the map than this left free, nothing is gained by making room, px. */
const LEAST_FREE_PX = 80;

const NONE: MapPadding = { top: 0, right: 0, bottom: 0, left: 0 };

/** Tallest a sheet over the lower map grows, px, and its share of the window; `--under` in `frame.css`. */
const UNDER_PX = 638;
const UNDER_SHARE = 0.71;

/** What lies over the map, for the camera to centre on the rest. */
export function usePadding(
  { kind, roomPx }: Layout,
  { hasUnder, stop }: { readonly hasUnder: boolean; readonly stop: Stop },
): MapPadding {
  return useMemo(() => {
    if (kind === 'phone') {
      const bottom = heightOf(stop === 'peek' ? 'peek' : 'half', roomPx);
      const isRoom = roomPx - bottom - CHIPS_PX >= LEAST_FREE_PX;
      return isRoom ? { ...NONE, top: CHIPS_PX, bottom } : NONE;
    }
    if (!hasUnder) return NONE;
    return { ...NONE, bottom: Math.min(UNDER_PX, Math.round(roomPx * UNDER_SHARE)) };
  }, [kind, roomPx, hasUnder, stop]);
}
