/** How far the panel is out: on a phone the three stops of the bottom sheet, elsewhere closed or full. */
export const STOPS = ['peek', 'half', 'full'] as const;
export type Stop = (typeof STOPS)[number];

/** Visible height of the sheet at its lowest stop, px: handle, tabs and one line. */
export const PEEK_PX = 132;

/** Height left for the search box above a full sheet, px. */
const SEARCH_PX = 72;

/** In a space this low (a phone on its side, text at 400 %) a full sheet takes all of it, and a low one less, px. */
const LOW_PX = 420;

/** Lowest stop of a sheet in a low space, px: handle and tabs, so that the map keeps a strip. */
const LOW_PEEK_PX = 66;

/** Height of the sheet at a stop, px, in a space of `availablePx`. */
export function heightOf(stop: Stop, availablePx: number): number {
  const isLow = availablePx < LOW_PX;
  const peekPx = Math.min(isLow ? LOW_PEEK_PX : PEEK_PX, availablePx);
  if (stop === 'peek') return peekPx;
  if (stop === 'half') return Math.max(peekPx, Math.round(availablePx * 0.54));
  return isLow ? availablePx : availablePx - SEARCH_PX;
}

/** One stop up or down; stays at the ends. */
export function nextStop(stop: Stop, by: 1 | -1): Stop {
  return STOPS[Math.min(STOPS.length - 1, Math.max(0, STOPS.indexOf(stop) + by))] ?? stop;
}

/** Speed over which letting go of the sheet counts as a flick, px/ms. */
const FLICK_PX_PER_MS = 0.5;

/**
 * Where the sheet settles when let go.
 *
 * @param heightPx height as dragged
 * @param speed px/ms, upwards positive: a flick goes one stop on in its direction
 */
export function settle(heightPx: number, availablePx: number, speed: number): Stop {
  const nearest = STOPS.toSorted(
    (one, other) =>
      Math.abs(heightOf(one, availablePx) - heightPx) -
      Math.abs(heightOf(other, availablePx) - heightPx),
  )[0];
  const stop = nearest ?? 'half';
  if (Math.abs(speed) < FLICK_PX_PER_MS) return stop;
  const target = heightOf(stop, availablePx);
  const passed = speed > 0 ? target > heightPx : target < heightPx;
  return passed ? stop : nextStop(stop, speed > 0 ? 1 : -1);
}
