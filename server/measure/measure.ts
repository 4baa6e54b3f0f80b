import type { HeldShape, Separation } from './held.ts';
import type { PlaneShape } from './plane-shape.ts';

/** A position in the plane, metres. */
export type GridPosition = readonly [easting: number, northing: number];

/**
 * Measuring in the plane of the National Grid (EPSG:27700): metres in, metres and square metres out. The plane
 * draws Greater Manchester 0.04 % short: divide what a person reads by `scaleFactor` of `data/geodesy`.
 *
 * Shapes and whatever is made of them are freed together when their scope ends. Nothing of a scope may be used
 * after it. Invalid geometry is repaired as it comes in (`GEOSMakeValid`, structure method: what any ring of a
 * part encloses counts, what its holes do does not).
 */
export type Measure = {
  readonly shape: (shape: PlaneShape) => HeldShape;
  readonly toPlane: (shape: HeldShape) => PlaneShape;

  /** Square metres; 0 of lines and points. */
  readonly areaM2: (shape: HeldShape) => number;
  /** Metres along lines, or round polygons with their holes; 0 of points. */
  readonly lengthM: (shape: HeldShape) => number;
  /** Ground both cover, m². */
  readonly overlapM2: (one: HeldShape, other: HeldShape) => number;
  /** Length of a line (or of the edge of a polygon) within a polygon, its edge included; metres. */
  readonly lengthInsideM: (line: HeldShape, area: HeldShape) => number;
  readonly separation: (one: HeldShape, other: HeldShape) => Separation;
  /** A position of each where they are nearest; undefined where one is empty. */
  readonly nearestPositions: (
    one: HeldShape,
    other: HeldShape,
  ) => readonly [from: GridPosition, to: GridPosition] | undefined;
  /** Whether they are no further apart; quicker than measuring. */
  readonly isWithin: (one: HeldShape, other: HeldShape, metres: number) => boolean;

  /** They share at least a position. */
  readonly intersects: (one: HeldShape, other: HeldShape) => boolean;
  /** All of the other is in the one, edge included. */
  readonly contains: (one: HeldShape, other: HeldShape) => boolean;
  /** They share positions, and none inside either. */
  readonly touches: (one: HeldShape, other: HeldShape) => boolean;
  /** A line passes from inside to outside, or two lines through each other. */
  readonly crosses: (one: HeldShape, other: HeldShape) => boolean;

  /** Everything within so many metres, round corners of 64 sides a turn. */
  readonly buffer: (shape: HeldShape, metres: number) => HeldShape;
  /** What any of them covers, overlaps once; of one kind. An empty list makes an empty polygon. */
  readonly union: (shapes: readonly HeldShape[]) => HeldShape;
  /** What both have in common, as far as it is of the lesser kind of the two. */
  readonly intersection: (one: HeldShape, other: HeldShape) => HeldShape;
  /** What the one has and the other has not. */
  readonly difference: (one: HeldShape, other: HeldShape) => HeldShape;
};

/** Measuring whose shapes live until it is closed. */
export type MeasureScope = { readonly measure: Measure; readonly close: () => void };

/** Where measuring is opened. One GEOS serves the whole process; scopes are independent of each other. */
export type Ruler = {
  /** Open a scope for shapes that are kept: layers, districts. */
  readonly open: () => MeasureScope;
  /** Measure, then free everything that was made for it, whatever comes of it. `work` must not be asynchronous. */
  readonly measure: <T>(work: (measure: Measure) => T) => T;
  /** Geometries held by all open scopes. */
  readonly held: () => number;
  /** GEOS's memory; it grows with what is held and does not shrink. */
  readonly bytes: () => number;
};
