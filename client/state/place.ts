import type { LngLat } from '#data/schema/geometry.ts';
import { distanceM } from './view.ts';

/** A named place of the basemap. */
export type Place = { readonly name: string; readonly point: LngLat; readonly rank: number };

/** Farther than this from every place, the view has no name, metres. */
const NEAR_M = 12_000;

/**
 * A view of this width, metres, or wider is named after the region; narrower after the places in it.
 * Source: Greater Manchester is about 55 km across.
 */
const REGION_M = 26_000;

/**
 * Name what a view shows: `Sale and Didsbury`, `Near Rochdale`, or the region when it is all in sight.
 *
 * @param widthM ground width of the view, metres
 */
export function nameView(
  places: readonly Place[],
  centre: LngLat,
  widthM: number,
  region: string,
): string {
  if (widthM >= REGION_M) return region;
  const near = places
    .map((place) => ({ place, away: distanceM(centre, place.point) }))
    .filter(({ away }) => away < NEAR_M)
    .toSorted((one, other) => one.away - other.away);
  const [first, second] = near.filter(({ away }) => away < widthM / 2);
  if (first === undefined) {
    const nearest = near[0];
    return nearest === undefined ? region : `Near ${nearest.place.name}`;
  }
  if (second === undefined || widthM < 3000 || second.away > first.away * 2 + 600) {
    return first.place.name;
  }
  return `${first.place.name} and ${second.place.name}`;
}
