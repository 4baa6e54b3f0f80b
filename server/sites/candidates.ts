import { fromPlane, scaleFactor } from '#data/geodesy/ground.ts';
import type { Ruler } from '#server/measure/measure.ts';
import type { PlaneShape } from '#server/measure/plane-shape.ts';
import { sortAlong } from './box-tree.ts';
import type { Candidate, CandidateFigures } from './candidate.ts';
import type { Window } from './clip.ts';
import { areaM2Of, middleOf } from './middle.ts';
import { boxesOfShapes, layOutInSteps, type Outlines, POLYGONS } from './outlines.ts';
import { piecesOf } from './pieces.ts';
import { makeSoundInSteps } from './sound.ts';
import { atOnce, eachOf, type Steps } from './steps.ts';

/**
 * Candidates laid out once and measured against many layers. They are numbered along a curve on which neighbours
 * follow each other, so that what is measured next lies next in memory. Nothing of it needs freeing.
 */
export type Candidates = {
  /** Those of an empty shape last. */
  readonly all: readonly Candidate[];
  /** Number each was given by. */
  readonly given: Uint32Array;
  /** Number of each that was given: `given` the other way round. */
  readonly numbers: Uint32Array;
  readonly figures: readonly CandidateFigures[];
  /** What distances are measured from: the boundary, or the point. */
  readonly edge: Outlines;
  /** What shares are of: the boundary, or a circle of the stated area round the point; else empty. */
  readonly ground: Outlines;
  /** Plane area of the ground, m²; 0 where there is none. */
  readonly groundM2: Float64Array;
  /** Convex pieces of the ground; undefined where it is not parted. */
  readonly pieces: (at: number) => readonly Window[] | undefined;
};

const HECTARE_M2 = 10_000;

/** Sides of a circle that stands for a stated area; its corners lie out far enough for the area to be exact. */
const CIRCLE_SIDES = 64;

/** Lay candidates out at once: see `openCandidatesInSteps`. */
export const openCandidates = (ruler: Ruler, listed: readonly Candidate[]): Candidates =>
  atOnce(openCandidatesInSteps(ruler, listed));

/**
 * Lay candidates out. Boundaries that cross themselves are put right.
 *
 * @throws {TypeError} when a coordinate is no number
 */
export function* openCandidatesInSteps(
  ruler: Ruler,
  listed: readonly Candidate[],
): Steps<Candidates> {
  const given = alongCurveOf(listed);
  const numbers = new Uint32Array(given.length);
  for (const [at, number] of given.entries()) numbers[number] = at;
  const all = Array.from(given, (number) => listed[number] as Candidate);
  const shapes = yield* makeSoundInSteps(
    ruler,
    all.map(({ shape }) => shape),
  );
  const edge = yield* layOutInSteps(shapes);
  const figures: CandidateFigures[] = [];
  const grounds: PlaneShape[] = [];
  yield* eachOf(all.length, (from, to) => {
    for (const [step, shape] of shapes.slice(from, to).entries()) {
      const found = figuresOf(all[from + step], edge, from + step);
      figures.push(found);
      grounds.push(groundOf(shape, found));
    }
  });
  const drawn = figures.every(({ outline }) => outline === 'boundary');
  const ground = drawn ? edge : yield* layOutInSteps(grounds);
  const groundM2 = Float64Array.from(all, (_, at) => areaM2Of(ground, at));
  const pieces = new Array<readonly Window[] | null | undefined>(all.length).fill(undefined);
  return {
    ...{ all, given, numbers },
    figures,
    edge,
    ground,
    groundM2,
    pieces(at) {
      const known = pieces[at];
      if (known !== undefined) return known ?? undefined;
      const parted = piecesOf(ground, at);
      pieces[at] = parted ?? null;
      return parted;
    },
  };
}

/** Numbers of candidates along the curve; those of an empty shape follow. */
function alongCurveOf(listed: readonly Candidate[]): Uint32Array {
  const boxes = boxesOfShapes(listed.map(({ shape }) => shape));
  const inOrder = sortAlong(
    boxes,
    listed.map((_, at) => at),
  );
  const placed = new Set(inOrder);
  const others = listed.map((_, at) => at).filter((at) => !placed.has(at));
  return Uint32Array.from([...inOrder, ...others]);
}

function figuresOf(candidate: Candidate | undefined, edge: Outlines, at: number): CandidateFigures {
  const statedHa = candidate?.statedHa;
  const [west = 0, south = 0, east = 0, north = 0] = edge.boxes.subarray(4 * at, 4 * at + 4);
  const middle = middleOf(edge, at);
  const scale = scaleFactor(middle[0], fromPlane(middle)[1]);
  const where = { middle, scale, bounds: [west, south, east, north] as const };
  if (edge.kinds[at] === POLYGONS) {
    const areaHa = areaM2Of(edge, at) / scale ** 2 / HECTARE_M2;
    return { ...where, areaHa, areaBasis: 'measured', outline: 'boundary', errorM: 0 };
  }
  const isStated = statedHa !== undefined && statedHa > 0;
  return isStated
    ? {
        ...where,
        areaHa: statedHa,
        areaBasis: 'stated',
        outline: 'point',
        errorM: Math.sqrt((statedHa * HECTARE_M2) / Math.PI),
      }
    : { ...where, areaBasis: 'none', outline: 'point', errorM: 0 };
}

const NO_GROUND: PlaneShape = { kind: 'polygon', parts: [] };

function groundOf(shape: PlaneShape, figures: CandidateFigures): PlaneShape {
  if (shape.kind === 'polygon') return shape;
  if (shape.kind !== 'point' || !figures.areaHa) return NO_GROUND;
  const { areaHa, middle, scale } = figures;
  const turn = (2 * Math.PI) / CIRCLE_SIDES;
  const areaM2 = areaHa * HECTARE_M2 * scale ** 2;
  const radiusM = Math.sqrt((2 * areaM2) / (CIRCLE_SIDES * Math.sin(turn)));
  const ring = new Float64Array(2 * CIRCLE_SIDES);
  for (let corner = 0; corner < CIRCLE_SIDES; corner++) {
    ring[2 * corner] = middle[0] + radiusM * Math.cos(corner * turn);
    ring[2 * corner + 1] = middle[1] + radiusM * Math.sin(corner * turn);
  }
  return { kind: 'polygon', parts: [[ring]] };
}
