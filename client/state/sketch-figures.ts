import {
  circleRing,
  gridBearing,
  groundLengthM,
  pathLengthM,
  ringAreaM2,
} from '#data/geodesy/ground.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import { boxOf, LEAST_CORNERS, type SketchShape } from './sketch.ts';

/** Corners of the ring a circle is drawn as. */
const CIRCLE_CORNERS = 96;

type Drawn = {
  readonly shape: SketchShape;
  readonly corners: readonly LngLat[];
  readonly isFinished: boolean;
};

/** One straight side. */
export type Side = {
  readonly from: LngLat;
  readonly to: LngLat;
  readonly lengthM: number;
  /** From grid north, degrees. */
  readonly bearing: number;
};

/** What a drawing measures on the ground; absent: it has no such measure, or not yet. */
export type Figures = {
  readonly areaM2?: number;
  /** Of a line: its length in straight lines; of an area: its edge. */
  readonly lengthM?: number;
  readonly radiusM?: number;
  readonly sides: readonly Side[];
};

/** The outline a drawing has so far: an area's is closed as soon as it can be. */
export function outlineOf({ shape, corners }: Drawn): readonly LngLat[] {
  const [one, other] = corners;
  if (one === undefined || other === undefined) return corners;
  if (shape === 'circle') return circleRing(one, groundLengthM(one, other), CIRCLE_CORNERS);
  if (shape === 'rectangle') return closeRing(boxOf(one, other));
  if (shape === 'polygon' && corners.length >= LEAST_CORNERS.polygon) return closeRing(corners);
  return corners;
}

const closeRing = (ring: readonly LngLat[]): readonly LngLat[] => [...ring, ...ring.slice(0, 1)];

/** Whether a shape encloses something. */
export const isArea = (shape: SketchShape): boolean => shape !== 'line' && shape !== 'point';

/** Measure a drawing as it stands. */
export function figuresOf(drawn: Drawn): Figures {
  const { shape, corners } = drawn;
  const [one, other] = corners;
  if (one === undefined || other === undefined) return { sides: [] };
  const outline = outlineOf(drawn);
  if (shape === 'circle') {
    const radiusM = groundLengthM(one, other);
    const turn = 2 * Math.PI * radiusM;
    return { areaM2: (turn * radiusM) / 2, lengthM: turn, radiusM, sides: sidesOf([one, other]) };
  }
  const encloses = isArea(shape) && outline.length > LEAST_CORNERS.polygon;
  return {
    ...(encloses ? { areaM2: ringAreaM2(outline) } : {}),
    lengthM: pathLengthM(outline),
    sides: sidesOf(outline),
  };
}

function sidesOf(path: readonly LngLat[]): Side[] {
  return path.slice(1).flatMap((to, index) => {
    const from = path[index];
    if (from === undefined) return [];
    return [{ from, to, lengthM: groundLengthM(from, to), bearing: gridBearing(from, to) }];
  });
}
