import type { LngLat } from '#data/schema/geometry.ts';

/** Mean length of a degree of latitude, metres (WGS 84). */
export const DEGREE_M = 111_195;

/** Way between two positions, metres, on a plane that touches the earth between them: 0.5 % within a county. */
export function distanceM([lng, lat]: LngLat, [otherLng, otherLat]: LngLat): number {
  const squeeze = Math.cos((((lat + otherLat) / 2) * Math.PI) / 180);
  return Math.hypot((otherLng - lng) * squeeze, otherLat - lat) * DEGREE_M;
}
