import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import { metresBetween } from '#server/harmonise/geometry/area.ts';

/** What a part of the world is called when something lands there that should not. Boxes, smallest first. */
const WATERS: readonly (readonly [name: string, box: Bounds])[] = [
  ['the Bristol Channel', [-5.2, 51.0, -3.0, 51.6]],
  ['the English Channel', [-6.2, 49.0, 1.6, 50.55]],
  ['the Irish Sea', [-6.2, 52.0, -3.2, 54.9]],
  ['the North Sea', [-0.6, 51.4, 8.6, 61.0]],
  ['the Celtic Sea', [-11, 48.0, -5.3, 52.0]],
  ['the Gulf of Guinea', [-8, -5, 9, 5]],
  ['the Mediterranean Sea', [-5, 31, 36, 44]],
  ['the Bay of Biscay', [-10, 43.4, -1.2, 48]],
  ['the Atlantic Ocean', [-60, -55, -6, 65]],
  ['the Indian Ocean', [45, -45, 95, 20]],
];

/** Towns by which the desk says where on land something is: about the middle of each, to a twentieth of a degree. */
const TOWNS: readonly (readonly [name: string, lng: number, lat: number])[] = [
  ['Aberdeen', -2.1, 57.15],
  ['Aberystwyth', -4.1, 52.4],
  ['Bath', -2.35, 51.4],
  ['Belfast', -5.95, 54.6],
  ['Birmingham', -1.9, 52.5],
  ['Blackpool', -3.05, 53.8],
  ['Bradford', -1.75, 53.8],
  ['Brighton', -0.15, 50.8],
  ['Bristol', -2.6, 51.45],
  ['Cambridge', 0.1, 52.2],
  ['Cardiff', -3.2, 51.5],
  ['Carlisle', -2.95, 54.9],
  ['Chester', -2.9, 53.2],
  ['Coventry', -1.5, 52.4],
  ['Derby', -1.5, 52.9],
  ['Dover', 1.3, 51.1],
  ['Dublin', -6.25, 53.35],
  ['Dumfries', -3.6, 55.05],
  ['Dundee', -2.95, 56.45],
  ['Edinburgh', -3.2, 55.95],
  ['Exeter', -3.55, 50.7],
  ['Fort William', -5.1, 56.8],
  ['Glasgow', -4.25, 55.85],
  ['Gloucester', -2.25, 51.85],
  ['Great Yarmouth', 1.7, 52.6],
  ['Hereford', -2.7, 52.05],
  ['Holyhead', -4.65, 53.3],
  ['Hull', -0.35, 53.75],
  ['Inverness', -4.25, 57.5],
  ['Ipswich', 1.15, 52.05],
  ['Kendal', -2.75, 54.35],
  ['Kirkwall', -2.95, 58.95],
  ['Lancaster', -2.8, 54.05],
  ['Leeds', -1.55, 53.8],
  ['Leicester', -1.15, 52.65],
  ['Lerwick', -1.15, 60.15],
  ['Lincoln', -0.55, 53.25],
  ['Liverpool', -2.95, 53.4],
  ['London', -0.1, 51.5],
  ['Manchester', -2.25, 53.5],
  ['Middlesbrough', -1.25, 54.55],
  ['Newcastle upon Tyne', -1.6, 54.95],
  ['Northampton', -0.9, 52.25],
  ['Norwich', 1.3, 52.65],
  ['Nottingham', -1.15, 52.95],
  ['Oxford', -1.25, 51.75],
  ['Penzance', -5.55, 50.1],
  ['Perth', -3.45, 56.4],
  ['Peterborough', -0.25, 52.55],
  ['Plymouth', -4.15, 50.4],
  ['Portsmouth', -1.1, 50.8],
  ['Preston', -2.7, 53.75],
  ['Reading', -0.95, 51.45],
  ['Scarborough', -0.4, 54.3],
  ['Sheffield', -1.45, 53.4],
  ['Shrewsbury', -2.75, 52.7],
  ['Skegness', 0.35, 53.15],
  ['Southampton', -1.4, 50.9],
  ['Stoke-on-Trent', -2.2, 53.0],
  ['Stornoway', -6.4, 58.2],
  ['Stranraer', -5.0, 54.9],
  ['Swansea', -3.95, 51.6],
  ['Thurso', -3.5, 58.6],
  ['Warrington', -2.6, 53.4],
  ['Worcester', -2.2, 52.2],
  ['York', -1.1, 53.95],
] as const;

/** A town farther away than this tells nobody anything, metres. */
const NEAR_M = 45_000;

/** How the desk knows where something is. */
export type Atlas = {
  /** District of the deployment a position is in. */
  readonly districtAt: (lng: number, lat: number) => string | undefined;
  /** True where the country may have land. */
  readonly mayBeLand: (lng: number, lat: number) => boolean;
};

/** `Bury`, `the English Channel`, `near Stranraer`, `the Atlantic Ocean`. */
export function whereabouts([lng, lat]: LngLat, { districtAt, mayBeLand }: Atlas): string {
  const district = districtAt(lng, lat);
  if (district !== undefined) return district;
  const town = mayBeLand(lng, lat) ? nearestTown(lng, lat) : undefined;
  return town === undefined ? waterAt(lng, lat) : `near ${town}`;
}

/** `3.7° N 3.5° E`. */
export const degreesText = ([lng, lat]: LngLat): string =>
  `${Math.abs(lat).toFixed(1)}° ${lat < 0 ? 'S' : 'N'} ${Math.abs(lng).toFixed(1)}° ${lng < 0 ? 'W' : 'E'}`;

function nearestTown(lng: number, lat: number): string | undefined {
  let best: { name: string; metres: number } | undefined;
  for (const [name, townLng, townLat] of TOWNS) {
    const metres = metresBetween([lng, lat], [townLng, townLat]);
    if (metres < (best?.metres ?? NEAR_M)) best = { name, metres };
  }
  return best?.name;
}

function waterAt(lng: number, lat: number): string {
  const found = WATERS.find(
    ([, [west, south, east, north]]) => lng >= west && lat >= south && lng <= east && lat <= north,
  );
  return found?.[0] ?? 'another part of the world';
}

/** True for a name that stands after “in”: a district or a sea. */
export const inPlace = (place: string): string =>
  place.startsWith('near ') ? place : `in ${place}`;
