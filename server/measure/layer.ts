import Flatbush from 'flatbush';
import type { Bounds } from '#data/schema/geometry.ts';
import type { HeldShape } from './held.ts';
import type { Measure, Ruler } from './measure.ts';
import type { PlaneShape } from './plane-shape.ts';

/** One shape against all those of a layer. */
export type LayerMeasure = {
  /** Ground of the subject that the layer's polygons cover, overlaps once, m². */
  readonly overlapM2: number;
  /** Length of the layer's lines within the subject, or of the subject's own within the layer; metres. */
  readonly lengthInsideM: number;
  /** Shapes of the layer that share a position with it. */
  readonly count: number;
  /** The nearest shape within reach: its number in the layer. */
  readonly nearest?: { readonly index: number; readonly distanceM: number };
};

/**
 * The shapes of a layer, held and indexed once, to be asked about many subjects: site measures ask 10,000
 * candidates about 20 layers, so index each layer once, then measure candidate by candidate, each in a scope of its
 * own (`ruler.measure`), and close the layers at the end. A question costs the shapes whose box comes near, no more.
 */
export type MeasuredLayer = {
  readonly size: number;
  /** Numbers of the shapes whose box comes within `reachM` metres of a box, in layer order. */
  readonly near: (bounds: Bounds, reachM?: number) => number[];
  readonly shapeAt: (index: number) => HeldShape;
  /**
   * @param measure of the scope the subject is in
   * @param reachM how far to look for the nearest, metres; 0: what it meets only
   */
  readonly about: (subject: HeldShape, measure: Measure, reachM?: number) => LayerMeasure;
  readonly close: () => void;
};

/** How the search for the nearest widens, metres; the last is the caller's reach. */
const FIRST_REACH_M = 100;
const GROWTH = 4;

/**
 * Hold and index the shapes of a layer.
 *
 * @throws {TypeError} when a coordinate is no number
 */
export function openLayer(ruler: Ruler, shapes: readonly PlaneShape[]): MeasuredLayer {
  const scope = ruler.open();
  const held = shapes.map((shape) => scope.measure.shape(shape));
  const index = indexOf(held);
  const near = (bounds: Bounds, reachM = 0) => {
    const [west, south, east, north] = bounds;
    const found = index?.search(west - reachM, south - reachM, east + reachM, north + reachM);
    return (found ?? []).sort((one, other) => one - other);
  };
  const shapeAt = (at: number): HeldShape => {
    const shape = held[at];
    if (!shape) throw new RangeError(`Cannot find shape ${at} of ${held.length}`);
    return shape;
  };
  return {
    size: held.length,
    near,
    shapeAt,
    about(subject, measure, reachM = 0) {
      const met = near(subject.bounds).filter((at) => measure.intersects(subject, shapeAt(at)));
      const figures = totals(subject, met.map(shapeAt), measure);
      const [first] = met;
      if (first !== undefined) return { ...figures, nearest: { index: first, distanceM: 0 } };
      const nearest = findNearest(subject, reachM, measure, { near, shapeAt });
      return nearest ? { ...figures, nearest } : figures;
    },
    close: scope.close,
  };
}

/** An index needs one box at least; empty shapes have a box nothing meets. */
function indexOf(held: readonly HeldShape[]): Flatbush | undefined {
  if (held.length === 0) return undefined;
  const index = new Flatbush(held.length);
  for (const { bounds } of held) index.add(...bounds);
  index.finish();
  return index;
}

function totals(
  subject: HeldShape,
  met: readonly HeldShape[],
  measure: Measure,
): Omit<LayerMeasure, 'nearest'> {
  const polygons = met.filter(({ kind }) => kind === 'polygon');
  const lines = met.filter(({ kind }) => kind === 'line');
  const inside = (line: HeldShape, area: HeldShape) => measure.lengthInsideM(line, area);
  const sum = (figures: readonly number[]) => figures.reduce((total, each) => total + each, 0);
  const [only] = polygons;
  const ground = polygons.length > 1 ? measure.union(polygons) : only;
  const lengthInsideM =
    subject.kind === 'line'
      ? ground
        ? inside(subject, ground)
        : 0
      : sum(lines.map((line) => inside(line, subject)));
  return {
    overlapM2: ground ? measure.overlapM2(subject, ground) : 0,
    lengthInsideM,
    count: met.length,
  };
}

type Shapes = Pick<MeasuredLayer, 'near' | 'shapeAt'>;

/** Looks ever wider, so that a near one is found among few. */
function findNearest(
  subject: HeldShape,
  reachM: number,
  measure: Measure,
  shapes: Shapes,
): LayerMeasure['nearest'] {
  if (subject.isEmpty) return undefined;
  for (let look = FIRST_REACH_M; ; look *= GROWTH) {
    const withinM = Math.min(look, reachM);
    const best = nearestWithin(subject, withinM, measure, shapes);
    if (best || withinM >= reachM) return best;
  }
}

function nearestWithin(
  subject: HeldShape,
  withinM: number,
  measure: Measure,
  { near, shapeAt }: Shapes,
): LayerMeasure['nearest'] {
  // by the distance of their boxes, which none can be nearer than
  const candidates = near(subject.bounds, withinM)
    .map((index) => ({ index, leastM: boxesApartM(subject.bounds, shapeAt(index).bounds) }))
    .sort((one, other) => one.leastM - other.leastM || one.index - other.index);
  let best: LayerMeasure['nearest'];
  for (const { index, leastM } of candidates) {
    if (leastM > (best?.distanceM ?? withinM)) break;
    const { distanceM } = measure.separation(subject, shapeAt(index));
    const isNearer = distanceM < (best?.distanceM ?? Infinity);
    if (distanceM <= withinM && isNearer) best = { index, distanceM };
  }
  return best;
}

function boxesApartM(one: Bounds, other: Bounds): number {
  const east = Math.max(one[0] - other[2], other[0] - one[2], 0);
  const north = Math.max(one[1] - other[3], other[1] - one[3], 0);
  return Math.hypot(east, north);
}
