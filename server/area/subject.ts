import { scaleFactor } from '#data/geodesy/ground.ts';
import type { Bounds, Shape } from '#data/schema/geometry.ts';
import type { HeldShape } from '#server/measure/held.ts';
import type { Measure } from '#server/measure/measure.ts';
import type { PlaneShape } from '#server/measure/plane-shape.ts';

/** What is asked about, held in the plane with its figures on the ground. */
export type Subject = {
  readonly held: HeldShape;
  /** Before the buffer. */
  readonly drawn: HeldShape;
  readonly kind: Shape;
  /** Plane metres a ground metre is drawn as, at its middle. */
  readonly scale: number;
  /** On the ground. */
  readonly areaM2: number;
  /** On the ground: along lines, round polygons. */
  readonly lengthM: number;
};

/** Largest area answered for: 100 km², a fourteenth of Greater Manchester. */
export const MOST_AREA_M2 = 100e6;

/** An area narrower than this is a line that was closed: positions are kept to a tenth of a metre. */
const LEAST_WIDTH_M = 0.25;

/** Longest line, metres. */
export const MOST_LENGTH_M = 200_000;

/** How far round the area things are told of, metres. */
export const REACH_M = 500;

/**
 * Hold what is asked about, its buffer round it.
 *
 * @param bufferM metres on the ground; 0: none
 * @param lat latitude of its middle, degrees
 */
export function openSubject(
  measure: Measure,
  shape: PlaneShape,
  { bufferM, lat }: { readonly bufferM: number; readonly lat: number },
): Subject {
  const drawn = measure.shape(shape);
  const scale = scaleFactor(middleOf(drawn.bounds)[0], lat);
  const held = bufferM > 0 ? measure.buffer(drawn, bufferM * scale) : drawn;
  return {
    held,
    drawn,
    kind: held.kind,
    scale,
    areaM2: measure.areaM2(held) / scale ** 2,
    lengthM: measure.lengthM(held) / scale,
  };
}

/** Middle of a box, metres. */
export const middleOf = ([west, south, east, north]: Bounds): readonly [number, number] => [
  (west + east) / 2,
  (south + north) / 2,
];

/** Why an area is not answered for, as a sentence; undefined when it is. */
export function refusalOf({ held, areaM2, lengthM, kind }: Subject): string | undefined {
  if (held.isEmpty || (kind === 'polygon' && (2 * areaM2) / lengthM < LEAST_WIDTH_M)) {
    return 'The area encloses nothing: its corners lie on one line. Move a corner, or ask about a line.';
  }
  if (kind === 'polygon' && areaM2 > MOST_AREA_M2) {
    return `The area is ${hectares(areaM2)}; ODIN answers for at most ${hectares(MOST_AREA_M2)} at once. Draw a smaller one, or part it.`;
  }
  if (kind === 'line' && lengthM > MOST_LENGTH_M) {
    return `The line is ${Math.round(lengthM / 1_000)} km long; ODIN answers for at most ${MOST_LENGTH_M / 1_000} km at once. Ask about a part of it.`;
  }
  return undefined;
}

const hectares = (m2: number): string => `${Math.round(m2 / 10_000).toLocaleString('en-GB')} ha`;
