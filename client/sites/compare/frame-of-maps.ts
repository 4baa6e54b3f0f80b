import type { Bounds, LngLat } from '#data/schema/geometry.ts';

/** What a small map of the comparison shows at the least: a site, and the ends of its lines. */
export type MapContent = { readonly at: LngLat; readonly ends: readonly LngLat[] };

/** Where a small map looks: centre in degrees, and the zoom all of them share. */
export type MapFrame = { readonly lng: number; readonly lat: number; readonly zoom: number };

/** Beyond this an end is not waited for: its line runs out of the picture. Degrees of latitude, about 5 km. */
const FAR = 0.045;

/** Closest a map looks: land in a view of a few fields says nothing of where it lies. */
const NEAREST_ZOOM = 14;
const FARTHEST_ZOOM = 9;

/** Room round what is shown, px: names stand beside ends. */
const MARGIN_PX = { along: 64, up: 36 };

/** Side of the world at zoom 0, px. */
const WORLD_PX = 512;

/** Frames of maps of one size at one scale, so that what is longer on one is longer on the ground. */
export function framesOf(
  contents: readonly MapContent[],
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): MapFrame[] {
  const boxes = contents.map(boxOf);
  const zoom = Math.min(
    NEAREST_ZOOM,
    ...boxes.map((box) => zoomFor(box, widthPx - 2 * MARGIN_PX.along, heightPx - 2 * MARGIN_PX.up)),
  );
  return boxes.map(([west, south, east, north]) => ({
    lng: (west + east) / 2,
    lat: (south + north) / 2,
    zoom: Math.max(FARTHEST_ZOOM, zoom),
  }));
}

function boxOf({ at, ends }: MapContent): Bounds {
  const near = ends.filter(
    ([lng, lat]) =>
      Math.hypot((lng - at[0]) * Math.cos((at[1] * Math.PI) / 180), lat - at[1]) <= FAR,
  );
  const places = [at, ...near];
  const [lngs, lats] = [places.map(([lng]) => lng), places.map(([, lat]) => lat)];
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** Zoom of Web Mercator at which a box fills so many pixels. */
function zoomFor([west, south, east, north]: Bounds, widthPx: number, heightPx: number): number {
  const along = Math.max((east - west) / 360, 1e-9);
  const up = Math.max(mercator(north) - mercator(south), 1e-9);
  return Math.log2(Math.min(widthPx / (along * WORLD_PX), heightPx / (up * WORLD_PX)));
}

/** Height in the square of Web Mercator, 0 to 1. */
const mercator = (lat: number): number =>
  Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
