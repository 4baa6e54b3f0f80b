import type { LngLat } from '#data/schema/geometry.ts';
import { distanceM } from './view.ts';

/** A named point of the basemap. */
export type Place = { readonly name: string; readonly point: LngLat };

/** A named area of the basemap; rings as in GeoJSON, holes ignored. */
export type Area = { readonly name: string; readonly rings: readonly (readonly LngLat[])[] };

/** What a view can be named after. */
export type Gazetteer = {
  readonly region: string;
  readonly areas: readonly Area[];
  readonly places: readonly Place[];
};

/** A view this wide, metres, shows most of the region and is named after it. Greater Manchester is about 55 km across. */
const REGION_M = 30_000;

/** A view this wide, metres, shows a part of a district: the nearest place is named too. */
const LOCAL_M = 12_000;

/**
 * Name what a view shows: `Greater Manchester`, `Trafford`, or `Sale Water Park, Trafford` when close.
 *
 * @param widthM ground width of the view, metres
 */
export function nameView(gazetteer: Gazetteer, centre: LngLat, widthM: number): string {
  if (widthM >= REGION_M) return gazetteer.region;
  const area = gazetteer.areas.find(({ rings }) => rings.some((ring) => holds(ring, centre)));
  const place = widthM < LOCAL_M ? nearest(gazetteer.places, centre, widthM / 2) : undefined;
  const names = [place?.name, area?.name].filter((name) => name !== undefined);
  return names.length === 0 ? `Outside ${gazetteer.region}` : [...new Set(names)].join(', ');
}

function nearest(places: readonly Place[], centre: LngLat, withinM: number): Place | undefined {
  return places
    .map((place) => ({ place, away: distanceM(centre, place.point) }))
    .filter(({ away }) => away <= withinM)
    .toSorted((one, other) => one.away - other.away)[0]?.place;
}

/** Whether a ring holds a position, by counting the edges west of it. */
function holds(ring: readonly LngLat[], [lng, lat]: LngLat): boolean {
  let inside = false;
  let before = ring.at(-1);
  for (const corner of ring) {
    if (before !== undefined && crosses(before, corner, lng, lat)) inside = !inside;
    before = corner;
  }
  return inside;
}

function crosses([ax, ay]: LngLat, [bx, by]: LngLat, lng: number, lat: number): boolean {
  return ay > lat !== by > lat && lng < ((bx - ax) * (lat - ay)) / (by - ay) + ax;
}
