import type { Geometry, Polygon } from 'geojson';
import type { Measure } from './measure.ts';
import { onGrid } from './plane-shape.ts';

/** Shapes for tests, in metres of the National Grid. */

/** A square by its south-west corner. */
export const square = (west: number, south: number, side: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});

/** A polygon less another. */
export const hole = (outer: Polygon, inner: Polygon): Polygon => ({
  type: 'Polygon',
  coordinates: [...outer.coordinates, ...inner.coordinates],
});

export const line = (...coordinates: [number, number][]): Geometry => ({
  type: 'LineString',
  coordinates,
});
export const point = (e: number, n: number): Geometry => ({ type: 'Point', coordinates: [e, n] });

/** A star of as many corners, seeded by its radii. */
export const star = (e: number, n: number, radii: readonly number[]): Polygon => {
  const ring = radii.map((radius, at) => {
    const turn = (2 * Math.PI * at) / radii.length;
    return [e + radius * Math.cos(turn), n + radius * Math.sin(turn)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] };
};

export const E = 380_000;
export const N = 392_000;

/** Hold several geometries. */
export const shapes = <const Many extends readonly Geometry[]>(measure: Measure, ...many: Many) =>
  many.map((each) => measure.shape(onGrid(each))) as {
    -readonly [Key in keyof Many]: ReturnType<Measure['shape']>;
  };
