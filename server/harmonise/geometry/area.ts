import type { Position } from 'geojson';
import type { Bounds, Wgs84Geometry } from '#data/schema/geometry.ts';
import type { DistrictBoundary } from './locator.ts';

/** A part of the country, asked whether positions lie in it. */
export type Area = {
  /** `Trafford`, `Trafford and Salford`, `the 10 districts`. */
  readonly name: string;
  readonly contains: (lng: number, lat: number) => boolean;
  /** Metres to the area: 0 inside; only a lower bound beyond 20 km. */
  readonly distanceM: (lng: number, lat: number) => number;
};

const METRES_A_DEGREE = 111_320;
/** Farther from an area than this its distance is only estimated by its box, metres. */
const ESTIMATE_BEYOND_M = 20_000;

/**
 * The United Kingdom with its seas: what no position of an infrastructure map may lie outside.
 * Source: outer limits of the UK continental shelf's energy areas, rounded outward.
 */
const COUNTRY: Bounds = [-14, 49.7, 3.6, 61.5];
/** The Channel Islands, which lie south of it among French waters. */
const CHANNEL_ISLANDS: Bounds = [-2.9, 48.8, -1.8, 49.8];

/** True for positions within the box of the United Kingdom, its seas and the Crown Dependencies. */
export const inCountry = (lng: number, lat: number): boolean =>
  isWithin(COUNTRY, lng, lat) || isWithin(CHANNEL_ISLANDS, lng, lat);

const isWithin = ([west, south, east, north]: Bounds, lng: number, lat: number): boolean =>
  lng >= west && lat >= south && lng <= east && lat <= north;

/** One district as flat edges: `x1, y1, x2, y2 …`. */
type Outline = { readonly bounds: Bounds; readonly edges: Float64Array };

const outlines = new WeakMap<DistrictBoundary, Outline>();

/**
 * The area of some districts.
 *
 * @param codes GSS codes; undefined: all districts
 * @returns undefined when there are none, or a code is not among the districts
 */
export function findArea(
  districts: readonly DistrictBoundary[],
  codes?: readonly string[],
): Area | undefined {
  const chosen = codes
    ? districts.filter(({ gssCode }) => codes.includes(gssCode))
    : districts.slice();
  if (chosen.length === 0 || (codes && chosen.length < new Set(codes).size)) return undefined;
  const parts = chosen.map(outlineOf);
  return {
    name: nameOf(chosen),
    contains: (lng, lat) => parts.some((part) => contains(part, lng, lat)),
    distanceM: (lng, lat) => {
      // Nearly every position lies in some part, and asking that is far cheaper than any distance.
      if (parts.some((part) => contains(part, lng, lat))) return 0;
      let least = Number.POSITIVE_INFINITY;
      for (const part of parts) least = Math.min(least, distanceM(part, lng, lat, least));
      return least;
    },
  };
}

function nameOf(districts: readonly DistrictBoundary[]): string {
  const names = districts.map(({ name }) => name);
  return names.length > 3 ? `the ${names.length} districts` : names.join(' and ');
}

function outlineOf(district: DistrictBoundary): Outline {
  const known = outlines.get(district);
  if (known) return known;
  const flat: number[] = [];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of ringsOf(district.geometry)) {
    for (let i = 0; i < ring.length; i++) {
      const [x = 0, y = 0] = ring[i] ?? [];
      const [x2 = 0, y2 = 0] = ring[(i + 1) % ring.length] ?? [];
      flat.push(x, y, x2, y2);
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  }
  const outline: Outline = { bounds: [west, south, east, north], edges: Float64Array.from(flat) };
  outlines.set(district, outline);
  return outline;
}

function ringsOf(geometry: Wgs84Geometry): readonly Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** Even-odd rule over all rings, so that holes and islands need no thought. */
function contains({ bounds, edges }: Outline, lng: number, lat: number): boolean {
  if (!(lng >= bounds[0] && lat >= bounds[1] && lng <= bounds[2] && lat <= bounds[3])) return false;
  let inside = false;
  for (let i = 0; i < edges.length; i += 4) {
    const y1 = edges[i + 1] as number;
    const y2 = edges[i + 3] as number;
    if (y1 > lat === y2 > lat) continue;
    const x1 = edges[i] as number;
    const x2 = edges[i + 2] as number;
    if (lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** Metres to the nearest edge on a flat map about the position; by the box when far away or beyond `limitM`. */
function distanceM({ bounds, edges }: Outline, lng: number, lat: number, limitM: number): number {
  const scaleX = METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180);
  const boxX = Math.max(bounds[0] - lng, lng - bounds[2], 0) * scaleX;
  const boxY = Math.max(bounds[1] - lat, lat - bounds[3], 0) * METRES_A_DEGREE;
  const box = Math.hypot(boxX, boxY);
  if (box > ESTIMATE_BEYOND_M || box >= limitM) return box;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < edges.length; i += 4) {
    const ax = ((edges[i] as number) - lng) * scaleX;
    const ay = ((edges[i + 1] as number) - lat) * METRES_A_DEGREE;
    const dx = ((edges[i + 2] as number) - lng) * scaleX - ax;
    const dy = ((edges[i + 3] as number) - lat) * METRES_A_DEGREE - ay;
    const along = dx * dx + dy * dy;
    const t = along === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / along));
    least = Math.min(least, (ax + t * dx) ** 2 + (ay + t * dy) ** 2);
  }
  return Math.sqrt(least);
}

/** Metres between two WGS 84 positions on a flat map about them: true to 0.5 % within a county. */
export function metresBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const middle = ((a[1] + b[1]) / 2) * (Math.PI / 180);
  const x = (a[0] - b[0]) * Math.cos(middle);
  const y = a[1] - b[1];
  // `Math.hypot` guards against figures that no degrees have, at ten times the price.
  return Math.sqrt(x * x + y * y) * METRES_A_DEGREE;
}
