import { TOUCH_M } from '#server/area/relation.ts';
import type { Ruler } from '#server/measure/measure.ts';
import type { PlaneShape, Run } from '#server/measure/plane-shape.ts';
import type { Candidates } from './candidates.ts';
import { coveredM2 } from './clip.ts';
import { edgeInBoxM } from './edge-length.ts';
import { LINES, type Outlines, POINTS } from './outlines.ts';
import { type PolygonAt, sweptM2 } from './sweep.ts';

/** Share of the ground beyond which a polygon is taken to cover all of it: rounding, no ground. */
const WHOLE = 1 - 1e-12;

/**
 * Ground of a candidate that a polygon covers, m² of the plane. It is clipped to convex pieces; a candidate with holes
 * or many corners is swept, and where there are too many edges for that, GEOS is asked.
 */
export function overlapM2(
  ruler: Ruler,
  candidates: Candidates,
  at: number,
  polygon: PolygonAt,
): number {
  const pieces = candidates.pieces(at);
  if (pieces) {
    let covered = 0;
    for (const piece of pieces) covered += piece.sign * coveredM2(piece, polygon.of, polygon.at);
    return Math.max(covered, 0);
  }
  const self = { of: candidates.ground, at };
  return sweptM2(self, [polygon]) ?? unitedM2(ruler, self, [polygon]);
}

/** A polygon and the ground of the candidate it covers, m² of the plane. */
export type Overlap = PolygonAt & { readonly areaM2: number };

/** Ground of a candidate that any of some polygons covers, overlaps once; m² of the plane. */
export function jointM2(
  ruler: Ruler,
  { ground, groundM2 }: Candidates,
  at: number,
  overlaps: readonly Overlap[],
): number {
  let [most, sum] = [0, 0];
  for (const { areaM2 } of overlaps) {
    most = Math.max(most, areaM2);
    sum += areaM2;
  }
  if (overlaps.length < 2 || most >= (groundM2[at] as number) * WHOLE) return most;
  if (areApart(ground.boxes.subarray(4 * at, 4 * at + 4), overlaps)) return sum;
  const self = { of: ground, at };
  return sweptM2(self, overlaps) ?? unitedM2(ruler, self, overlaps);
}

/** Ground that rounding leaves where there is none, m². */
const LEAST_M2 = 1e-4;

/**
 * Whether an overlap is too thin to be ground: neighbours that share an edge overlap by what positions are rounded
 * to. The same rule as in “what is here” (`TOUCH_M`), of twice the area by the length round it.
 */
export function isSliver(
  ruler: Ruler,
  { ground, figures }: Candidates,
  at: number,
  { of, at: polygon, areaM2 }: Overlap,
): boolean {
  if (areaM2 < LEAST_M2) return true;
  const thinM = TOUCH_M * (figures[at]?.scale ?? 1);
  // most is so wide that the lengths of both tell it
  const lengthsM = (ground.lengthM[at] as number) + (of.lengthM[polygon] as number);
  if (2 * areaM2 > thinM * lengthsM) return false;
  // what bounds the overlap is the edges of either within the other, and no more than those within its box
  const mostM =
    edgeInBoxM(ground, at, of.boxes, polygon) + edgeInBoxM(of, polygon, ground.boxes, at);
  if (2 * areaM2 > thinM * mostM) return false;
  return ruler.measure((measure) => {
    const common = measure.intersection(
      measure.shape(planeOf(ground, at)),
      measure.shape(planeOf(of, polygon)),
    );
    const edgeM = measure.lengthM(common);
    return edgeM === 0 || (2 * measure.areaM2(common)) / edgeM < thinM;
  });
}

/** Whether no two boxes meet within a box. */
function areApart(within: Float64Array, polygons: readonly PolygonAt[]): boolean {
  const boxes = polygons.map(({ of, at }) => [
    Math.max(of.boxes[4 * at] as number, within[0] as number),
    Math.max(of.boxes[4 * at + 1] as number, within[1] as number),
    Math.min(of.boxes[4 * at + 2] as number, within[2] as number),
    Math.min(of.boxes[4 * at + 3] as number, within[3] as number),
  ]);
  return boxes.every(([w = 0, s = 0, e = 0, n = 0], one) =>
    boxes
      .slice(one + 1)
      .every(([w2 = 0, s2 = 0, e2 = 0, n2 = 0]) => w >= e2 || w2 >= e || s >= n2 || s2 >= n),
  );
}

const unitedM2 = (ruler: Ruler, one: PolygonAt, others: readonly PolygonAt[]): number =>
  ruler.measure((measure) => {
    const held = others.map(({ of, at }) => measure.shape(planeOf(of, at)));
    const [only] = held;
    const ground = held.length === 1 && only ? only : measure.union(held);
    return measure.overlapM2(measure.shape(planeOf(one.of, one.at)), ground);
  });

/** A shape as the rest of the server holds it. */
export function planeOf(of: Outlines, at: number): PlaneShape {
  const kind = of.kinds[at] === POINTS ? 'point' : of.kinds[at] === LINES ? 'line' : 'polygon';
  const parts: Run[][] = [];
  for (let ring = of.firstRing[at] as number; ring < (of.firstRing[at + 1] as number); ring++) {
    const run = runOf(of, of.ringEdge[ring] as number, of.ringEdge[ring + 1] as number);
    if (of.opensPart[ring] === 1) parts.push([run]);
    else parts.at(-1)?.push(run);
  }
  return { kind, parts };
}

function runOf({ edges }: Outlines, from: number, to: number): Run {
  const run = new Float64Array(2 * (to - from) + 2);
  for (let edge = from; edge < to; edge++) {
    run[2 * (edge - from)] = edges[4 * edge] as number;
    run[2 * (edge - from) + 1] = edges[4 * edge + 1] as number;
  }
  run[run.length - 2] = edges[4 * to - 2] as number;
  run[run.length - 1] = edges[4 * to - 1] as number;
  return run;
}
