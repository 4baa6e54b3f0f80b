import type { Bounds, Shape } from '#data/schema/geometry.ts';
import type { Geos, Pointer } from './geos.ts';

/** A geometry GEOS holds, good for as long as the scope it was made in is open. */
export type HeldShape = {
  readonly kind: Shape;
  /** Metres: least and greatest easting and northing. Infinite and the wrong way round where it is empty. */
  readonly bounds: Bounds;
  readonly isEmpty: boolean;
  /** True when it crossed itself or was otherwise no valid geometry, and was put right. */
  readonly repaired: boolean;
  /** GEOS's own; nobody else's business. */
  readonly pointer: Pointer;
};

/** How far two shapes are from each other, and which way. */
export type Separation = {
  /** Metres; 0 when they share a position. Infinite when one is empty. */
  readonly distanceM: number;
  /** From the first to the second at their nearest, metres east and north. */
  readonly east: number;
  readonly north: number;
};

/** A scope as its operations see it. */
export type Workings = {
  readonly geos: Geos;
  /** Take over a geometry: it is freed with the scope. */
  readonly adopt: (pointer: Pointer, kind: Shape, repaired?: boolean) => HeldShape;
  /** GEOS's prepared form of a shape, made at the first question and kept. */
  readonly prepared: (shape: HeldShape) => Pointer;
};

/** What GEOS answers to a question with yes. */
export const YES = 1;

/** Least and greatest easting and northing of a geometry; infinite and the wrong way round where it is empty. */
export function boundsOf({ api, outlet, take }: Geos, pointer: Pointer, isEmpty: boolean): Bounds {
  if (isEmpty) return [Infinity, Infinity, -Infinity, -Infinity];
  api.GEOSGeom_getExtent(pointer, outlet, outlet + 8, outlet + 16, outlet + 24);
  const [west = 0, south = 0, east = 0, north = 0] = take(4);
  return [west, south, east, north];
}

/** Whether two boxes share a position. */
export const boxesMeet = (one: Bounds, other: Bounds): boolean =>
  one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
