import { readCoordinate } from './coordinate.ts';
import type { Column, PositionSource } from './position-source.ts';

/** WGS 84: semi-major axis in metres, and the square of the first eccentricity. Source: NIMA TR8350.2. */
const AXIS_M = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14;
const DEGREES = 180 / Math.PI;

/** Everything on land is this far from the centre of the earth, metres. */
const LEAST_M = 6_350_000;
const MOST_M = 6_390_000;

/** True for three coordinates from the centre of the earth to its surface (EPSG:4978). */
export const isGeocentric = (x: number, y: number, z: number): boolean => {
  const distanceM = Math.hypot(x, y, z);
  return distanceM > LEAST_M && distanceM < MOST_M;
};

/**
 * Longitude and latitude of a geocentric position, degrees; heights are left out.
 * Bowring's formula: true to a tenth of a millimetre at the surface.
 */
export function toDegrees(x: number, y: number, z: number): [lng: number, lat: number] {
  const minorM = AXIS_M * Math.sqrt(1 - ECCENTRICITY_SQUARED);
  const p = Math.hypot(x, y);
  const theta = Math.atan2(z * AXIS_M, p * minorM);
  const second = ECCENTRICITY_SQUARED / (1 - ECCENTRICITY_SQUARED);
  const lat = Math.atan2(
    z + second * minorM * Math.sin(theta) ** 3,
    p - ECCENTRICITY_SQUARED * AXIS_M * Math.cos(theta) ** 3,
  );
  return [Math.atan2(y, x) * DEGREES, lat * DEGREES];
}

/** Three columns of a geocentric position; `sight` gives WGS 84 degrees. */
export function geocentricSource(columns: readonly [Column, Column, Column]): PositionSource {
  const names = columns.map(({ name }) => name);
  return {
    kind: 'columns',
    columns: names,
    from: names.join(', '),
    stated: {
      id: 'EPSG:4326',
      axis: 'xy',
      by: 'distances from the centre of the earth (EPSG:4978)',
    },
    sight: ({ values }) => {
      const read = columns.map(({ index }) => readCoordinate(values[index]));
      if (read.every((value) => value === undefined)) return { kind: 'nothing' };
      const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = read;
      if (!isGeocentric(x, y, z)) {
        const value = values[columns[0].index] ?? null;
        return { kind: 'unreadable', code: 'geom.parse-failed', column: columns[0].name, value };
      }
      return { kind: 'geometry', geometry: { type: 'Point', coordinates: toDegrees(x, y, z) } };
    },
  };
}
