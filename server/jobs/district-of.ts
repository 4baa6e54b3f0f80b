import type { Position } from 'geojson';
import { type Bounds, boundsOf, type LngLat, type Wgs84Geometry } from '#data/schema/geometry.ts';

/** An area with a name. */
export type Area = { readonly gssCode: string; readonly geometry: Wgs84Geometry };

/**
 * Which district a position is in, for many positions.
 *
 * @returns a function from position to GSS code; undefined outside all of them
 */
export function districtFinder(areas: readonly Area[]): (point: LngLat) => string | undefined {
  const boxed = areas.flatMap(({ gssCode, geometry }) => {
    const bounds = boundsOf(geometry);
    return bounds ? [{ gssCode, bounds, rings: ringsOf(geometry) }] : [];
  });
  return (point) =>
    boxed.find(({ bounds, rings }) => inBox(bounds, point) && inRings(rings, point))?.gssCode;
}

function ringsOf(geometry: Wgs84Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

const inBox = ([west, south, east, north]: Bounds, [lng, lat]: LngLat): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

/** Even-odd rule over every ring, so holes and separate parts need no telling apart. */
function inRings(rings: readonly Position[][], [lng, lat]: LngLat): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
      const [x1 = 0, y1 = 0] = ring[index] ?? [];
      const [x2 = 0, y2 = 0] = ring[before] ?? [];
      if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) {
        inside = !inside;
      }
    }
  }
  return inside;
}
