import type { LngLat } from '#data/schema/geometry.ts';

/** Where positions stand in a small picture, px; y grows downwards. */
export type MiniFrame = (at: LngLat) => readonly [x: number, y: number];

const METRES_A_DEGREE = 111_320;

/**
 * Fit positions into a picture with north up and one scale in both directions.
 *
 * @param leastM width and height never fall below this, so that a lone point has surroundings
 */
export function frameFor(
  positions: readonly LngLat[],
  size: { readonly widthPx: number; readonly heightPx: number; readonly marginPx: number },
  leastM: number,
): MiniFrame {
  const [west, south, east, north] = boundsOf(positions);
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  const squeeze = Math.cos((middle[1] * Math.PI) / 180);
  const wide = Math.max((east - west) * squeeze * METRES_A_DEGREE, leastM);
  const high = Math.max((north - south) * METRES_A_DEGREE, leastM);
  const { widthPx, heightPx, marginPx } = size;
  const pxAMetre = Math.min((widthPx - 2 * marginPx) / wide, (heightPx - 2 * marginPx) / high);
  const pxADegree = pxAMetre * METRES_A_DEGREE;
  return ([lng, lat]) => [
    widthPx / 2 + (lng - middle[0]) * squeeze * pxADegree,
    heightPx / 2 - (lat - middle[1]) * pxADegree,
  ];
}

function boundsOf(positions: readonly LngLat[]): [number, number, number, number] {
  if (positions.length === 0) return [0, 0, 0, 0];
  const lngs = positions.map(([lng]) => lng);
  const lats = positions.map(([, lat]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}
