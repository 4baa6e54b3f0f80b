import { projected, projectGrs80, unprojectGrs80 } from './transverse-mercator.ts';

/**
 * Lengths and areas as they are on the ground.
 *
 * The National Grid's plane is a map: at Manchester it draws everything 0.04 % short (0.08 % in area), off
 * Norfolk 0.03 % long. Here the plane's figures are divided by its scale, which leaves the ellipsoid's own:
 * within 1 part in 100,000 of a geodesic anywhere in Great Britain. Edges are straight in the plane.
 */

type LngLat = readonly [lng: number, lat: number];

/** A position in the plane, metres: the National Grid's projection of ETRS89, without OSGB36's own distortion. */
export type PlanePoint = readonly [easting: number, northing: number];

/** Scale on the central meridian and its easting, metres. Source: Ordnance Survey, the National Grid. */
const F0 = 0.999_601_271_7;
const E0 = 400_000;

/** GRS80: semi-major axis, metres, and eccentricity squared. */
const A = 6_378_137;
const E2 = 0.006_694_380_022_9;

const DEGREE = Math.PI / 180;
const FULL_TURN = 360;

/** WGS 84 to the plane. */
export function toPlane([lng, lat]: LngLat): PlanePoint {
  projectGrs80(lng, lat);
  return [projected[0] as number, projected[1] as number];
}

/** The plane to WGS 84. */
export function fromPlane([easting, northing]: PlanePoint): LngLat {
  unprojectGrs80(easting, northing);
  return [projected[0] as number, projected[1] as number];
}

/** Radius of the sphere that fits the ellipsoid at a latitude (√ρν), metres. */
function radiusAt(lat: number): number {
  const w = 1 - E2 * Math.sin(lat * DEGREE) ** 2;
  return (A * Math.sqrt(1 - E2)) / w;
}

/**
 * How many plane metres one ground metre is drawn as: 0.9996 on the 2° W meridian, 1 some 180 km from it.
 *
 * @param easting metres @param lat degrees, for the Earth's radius there
 */
export const scaleFactor = (easting: number, lat: number): number =>
  F0 * Math.cosh((easting - E0) / (F0 * radiusAt(lat)));

/** Straight distance between two positions on the ground, metres. */
export function groundLengthM(from: LngLat, to: LngLat): number {
  const [e1, n1] = toPlane(from);
  const [e2, n2] = toPlane(to);
  const lat = (from[1] + to[1]) / 2;
  // Simpson's rule over the scale along the line
  const scale =
    (scaleFactor(e1, lat) + 4 * scaleFactor((e1 + e2) / 2, lat) + scaleFactor(e2, lat)) / 6;
  return Math.hypot(e2 - e1, n2 - n1) / scale;
}

/** Length of a path on the ground, metres. */
export function pathLengthM(path: readonly LngLat[]): number {
  let lengthM = 0;
  for (const [index, to] of path.entries()) {
    const from = path[index - 1];
    if (from !== undefined) lengthM += groundLengthM(from, to);
  }
  return lengthM;
}

/**
 * Area inside a ring on the ground, square metres; whether its end repeats its beginning or not, whichever
 * way it turns. A ring that crosses itself counts the parts turned the other way as less than nothing.
 */
export function ringAreaM2(ring: readonly LngLat[]): number {
  const points = ring.map(toPlane);
  let area = 0;
  for (const [index, [e1, n1]] of points.entries()) {
    const next = (index + 1) % points.length;
    const [e2, n2] = points[next] ?? [e1, n1];
    const lat = ((ring[index]?.[1] ?? 0) + (ring[next]?.[1] ?? 0)) / 2;
    const middle = equalArea((e1 + e2) / 2, lat);
    area += ((equalArea(e1, lat) + 4 * middle + equalArea(e2, lat)) / 6) * (n2 - n1);
  }
  return Math.abs(area) / F0;
}

/**
 * Distance from the central meridian such that strips of the plane keep their ground area: the plane is drawn
 * cosh u too large each way, and ∫ sech² u is tanh u.
 */
function equalArea(easting: number, lat: number): number {
  const radiusM = radiusAt(lat);
  return radiusM * Math.tanh((easting - E0) / (F0 * radiusM));
}

/** Direction from grid north, degrees 0–360, clockwise; 0 between two positions that are one. */
export function gridBearing(from: LngLat, to: LngLat): number {
  const [e1, n1] = toPlane(from);
  const [e2, n2] = toPlane(to);
  return (Math.atan2(e2 - e1, n2 - n1) / DEGREE + FULL_TURN) % FULL_TURN;
}

/** The position so many ground metres towards grid east. */
export function pointEastOf(from: LngLat, metres: number): LngLat {
  const [easting, northing] = toPlane(from);
  return fromPlane([easting + metres * scaleFactor(easting, from[1]), northing]);
}

/**
 * A circle on the ground, as a closed ring.
 *
 * @param radiusM metres @param corners of the ring that stands for it
 */
export function circleRing(centre: LngLat, radiusM: number, corners = 64): LngLat[] {
  const [easting, northing] = toPlane(centre);
  const plane = radiusM * scaleFactor(easting, centre[1]);
  const ring = Array.from({ length: corners }, (_, index): LngLat => {
    const turn = (index / corners) * 2 * Math.PI;
    return fromPlane([easting + plane * Math.sin(turn), northing + plane * Math.cos(turn)]);
  });
  return [...ring, ...ring.slice(0, 1)];
}
