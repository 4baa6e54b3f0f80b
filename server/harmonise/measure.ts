import type { Position } from 'geojson';
import type { Wgs84Geometry } from '#data/schema/geometry.ts';

/** Semi-major axis of WGS 84, metres, and the square of its first eccentricity. Source: NIMA TR8350.2. */
const AXIS_M = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14;

/** Metres of one degree of longitude and latitude at a latitude. */
function metresPerDegree(latitude: number): readonly [number, number] {
  const sine = Math.sin((latitude * Math.PI) / 180);
  const root = Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
  const meridian = (AXIS_M * (1 - ECCENTRICITY_SQUARED)) / root ** 3;
  const parallel = (AXIS_M / root) * Math.cos((latitude * Math.PI) / 180);
  return [(parallel * Math.PI) / 180, (meridian * Math.PI) / 180];
}

/** Area of polygons on the ellipsoid, square metres, to about 0.1 % for anything smaller than a county; 0 for others. */
export function areaM2(geometry: Wgs84Geometry): number {
  if (geometry.type === 'Polygon') return polygonAreaM2(geometry.coordinates);
  if (geometry.type !== 'MultiPolygon') return 0;
  return geometry.coordinates.reduce((sum, rings) => sum + polygonAreaM2(rings), 0);
}

function polygonAreaM2([outer = [], ...holes]: readonly Position[][]): number {
  return holes.reduce((rest, hole) => rest - ringAreaM2(hole), ringAreaM2(outer));
}

function ringAreaM2(ring: readonly Position[]): number {
  const [originLng = 0, originLat = 0] = ring[0] ?? [];
  let twice = 0;
  let latitudes = 0;
  let [x0, y0] = [0, 0];
  for (const [lng = 0, lat = 0] of ring) {
    const [x, y] = [lng - originLng, lat - originLat];
    twice += x0 * y - x * y0;
    [x0, y0] = [x, y];
    latitudes += lat;
  }
  if (ring.length === 0) return 0;
  const [perLng, perLat] = metresPerDegree(latitudes / ring.length);
  return Math.abs(twice / 2) * perLng * perLat;
}

/** Length of lines on the ellipsoid, metres, to about 0.1 % between close vertices; 0 for others. */
export function lengthM(geometry: Wgs84Geometry): number {
  if (geometry.type === 'LineString') return lineLengthM(geometry.coordinates);
  if (geometry.type !== 'MultiLineString') return 0;
  return geometry.coordinates.reduce((sum, line) => sum + lineLengthM(line), 0);
}

function lineLengthM(line: readonly Position[]): number {
  let length = 0;
  for (let index = 1; index < line.length; index++) {
    const [lng0 = 0, lat0 = 0] = line[index - 1] ?? [];
    const [lng1 = 0, lat1 = 0] = line[index] ?? [];
    const [perLng, perLat] = metresPerDegree((lat0 + lat1) / 2);
    length += Math.hypot((lng1 - lng0) * perLng, (lat1 - lat0) * perLat);
  }
  return length;
}
