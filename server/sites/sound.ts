import type { Ruler } from '#server/measure/measure.ts';
import type { PlaneShape, Run } from '#server/measure/plane-shape.ts';
import { atOnce, eachOf, type Steps } from './steps.ts';

/** Longest ring that is looked through here, figures: every edge is held against every other. */
const MOST_FIGURES = 2 * 48;

/**
 * Shapes as they are measured: polygons that cross themselves are put right by GEOS, by the same rule as everywhere.
 *
 * @throws {TypeError} when a coordinate is no number
 */
export function* makeSoundInSteps(
  ruler: Ruler,
  shapes: readonly PlaneShape[],
): Steps<readonly PlaneShape[]> {
  const sound: PlaneShape[] = [];
  yield* eachOf(shapes.length, (from, to) => {
    for (const shape of shapes.slice(from, to)) {
      const isSound = shape.kind !== 'polygon' || isPlainlySound(shape);
      sound.push(isSound ? shape : soundOf(ruler, shape));
    }
  });
  return sound;
}

/** The same at once. */
export const makeSound = (ruler: Ruler, shapes: readonly PlaneShape[]): readonly PlaneShape[] =>
  atOnce(makeSoundInSteps(ruler, shapes));

const soundOf = (ruler: Ruler, shape: PlaneShape): PlaneShape =>
  ruler.measure((measure) => {
    const held = measure.shape(shape);
    return held.repaired ? measure.toPlane(held) : shape;
  });

/** Whether a polygon is one short ring whose edges meet nowhere but at their ends; of others GEOS is asked. */
function isPlainlySound({ parts }: PlaneShape): boolean {
  const [rings] = parts;
  const [ring] = rings ?? [];
  if (parts.length !== 1 || rings?.length !== 1 || !ring || ring.length > MOST_FIGURES)
    return false;
  const last = ring.length - 2;
  const isClosed = last > 0 && ring[0] === ring[last] && ring[1] === ring[last + 1];
  const corners = isClosed ? last / 2 : ring.length / 2;
  return corners >= 3 && isSimple(ring, corners);
}

function isSimple(ring: Run, corners: number): boolean {
  for (let one = 0; one < corners; one++) {
    const next = (one + 1) % corners;
    const after = (one + 2) % corners;
    // going straight back, or standing still, is left to GEOS
    if (turn(ring, one, next, after) === 0) return false;
    for (let other = one + 2; other < corners; other++) {
      if ((other + 1) % corners !== one && mayMeet(ring, one, next, other, (other + 1) % corners))
        return false;
    }
  }
  return true;
}

/** Whether the ends of each of two edges lie to both sides of the other, or on it; also where a figure is no number. */
// biome-ignore lint/complexity/useMaxParams: a kernel: an object for every pair would cost more than the comparing
function mayMeet(ring: Run, a: number, b: number, c: number, d: number): boolean {
  const parted = turn(ring, a, b, c) * turn(ring, a, b, d) > 0;
  return !parted && !(turn(ring, c, d, a) * turn(ring, c, d, b) > 0);
}

/** Twice the area of the triangle of three corners: positive where it turns left. */
function turn(ring: Run, a: number, b: number, c: number): number {
  const e = ring[2 * a] as number;
  const n = ring[2 * a + 1] as number;
  return (
    ((ring[2 * b] as number) - e) * ((ring[2 * c + 1] as number) - n) -
    ((ring[2 * b + 1] as number) - n) * ((ring[2 * c] as number) - e)
  );
}
