import type { LngLat } from '#data/schema/geometry.ts';

/** Where the map looks: centre in degrees and Web Mercator zoom (512 px tiles, as MapLibre counts). */
export type View = {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
};

/** Metres round the equator. Source: WGS 84 semi-major axis × 2π. */
const EQUATOR_M = 40_075_016.686;

/** Mean Earth radius, metres (IUGG). */
const EARTH_RADIUS_M = 6_371_008.8;

const RADIANS = Math.PI / 180;

/** Ground metres under one CSS pixel at a latitude and zoom. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (EQUATOR_M * Math.cos(lat * RADIANS)) / (512 * 2 ** zoom);
}

/** Great-circle distance between two positions, metres. */
export function distanceM(from: LngLat, to: LngLat): number {
  const [fromLng, fromLat] = from;
  const [toLng, toLat] = to;
  const halfLat = Math.sin(((toLat - fromLat) * RADIANS) / 2);
  const halfLng = Math.sin(((toLng - fromLng) * RADIANS) / 2);
  const chord =
    halfLat ** 2 + Math.cos(fromLat * RADIANS) * Math.cos(toLat * RADIANS) * halfLng ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)));
}
