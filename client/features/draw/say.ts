import { LEAST_CORNERS, type Sketch, type SketchShape } from '#client/state/sketch.ts';
import { figuresOf } from '#client/state/sketch-figures.ts';
import { sayArea, sayBearing, sayLength, type Units } from '#client/state/units.ts';

/** What a shape is called. */
export const SHAPE_NAMES: Readonly<Record<SketchShape, string>> = {
  polygon: 'Area',
  rectangle: 'Rectangle',
  circle: 'Circle',
  line: 'Line',
  point: 'Point',
};

/** How a shape is begun and gone on with, by pointer and by keys. */
const NEXT_STEPS: Readonly<Record<SketchShape, readonly string[]>> = {
  polygon: ['Place the first corner', 'Place the next corner'],
  rectangle: ['Place one corner', 'Place the opposite corner'],
  circle: ['Place the centre', 'Place a point on its edge'],
  line: ['Place where it begins', 'Place where it goes'],
  point: ['Place it'],
};

/** How a shape of any number of corners is gone on with, or ended. */
const OR_FINISH = 'Place the next corner, or finish: double click, or Enter';

/** What to do next, in a few words. */
export function nextStep({ shape, corners, isFinished }: Sketch): string {
  if (isFinished) return '';
  const isOpenEnded = shape === 'polygon' || shape === 'line';
  if (isOpenEnded && corners.length >= LEAST_CORNERS[shape]) return OR_FINISH;
  const steps = NEXT_STEPS[shape];
  return steps[corners.length] ?? steps.at(-1) ?? '';
}

/** `8 corners`, `12 points`; nothing for a point and a circle. */
export function countCorners({ shape, corners }: Sketch): string {
  if (shape === 'point' || shape === 'circle' || corners.length === 0) return '';
  return corners.length === 1 ? '1 corner' : `${corners.length} corners`;
}

/** The figures of a drawing in one line: `418.4 ha · edge 7.48 km`, `412 m · 123°`. */
export function sayFigures(sketch: Sketch, units: Units): string {
  const { areaM2, lengthM, radiusM, sides } = figuresOf(sketch);
  if (lengthM === undefined) return '';
  const [side] = sides;
  if (radiusM !== undefined) {
    return `radius ${sayLength(radiusM, units)} · ${sayArea(areaM2 ?? 0, units)}`;
  }
  if (areaM2 !== undefined) {
    return `${sayArea(areaM2, units)} · edge ${sayLength(lengthM, units)}`;
  }
  const bearing = sides.length === 1 && side ? ` · ${sayBearing(side.bearing)}` : '';
  return `${sayLength(lengthM, units)}${bearing}`;
}

/** What to say of a change; undefined: nothing that is not seen to by whoever made it. */
export function sayChange(
  before: Sketch | undefined,
  after: Sketch | undefined,
  units: Units,
): string | undefined {
  if (after === undefined) return before && 'Drawing closed.';
  if (before === undefined) return after.isFinished ? 'Drawing opened.' : `${nextStep(after)}.`;
  const isSame = before.corners === after.corners && before.isFinished === after.isFinished;
  if (isSame && before.shape === after.shape) return undefined;
  if (before.corners.length === 0 && after.corners.length === 0) return `${nextStep(after)}.`;
  return sayStep(before, after, units);
}

/** What a step did, for those who do not see it. */
export function sayStep(before: Sketch, after: Sketch, units: Units): string {
  if (after.isFinished && !before.isFinished) {
    return sentence(
      `${SHAPE_NAMES[after.shape]} finished`,
      countCorners(after),
      sayFigures(after, units),
    );
  }
  const figures = sayFigures(after, units);
  const added = after.corners.length - before.corners.length;
  if (added === 0) return sentence('Corner moved', figures);
  if (added < 0)
    return sentence(
      after.corners.length === 0 ? 'Drawing cleared' : 'Corner removed',
      countCorners(after),
      figures,
    );
  const last = figuresOf({ ...after, shape: 'line' }).sides.at(-1);
  const step = last && `${sayLength(last.lengthM, units)} from the last`;
  return sentence(
    `Corner ${after.corners.length} placed`,
    step ?? '',
    figures && `${figures} so far`,
  );
}

const sentence = (...parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join(', ')}.`;
