import { type FlatLayer, POLYGON } from '../choose/flat-layer.ts';
import { weighVertices } from '../choose/importance.ts';
import { GONE, type Spliced } from './splice.ts';

/**
 * Weigh the vertices of what is new, and again those of the polygons it shares borders with or that
 * shared one with what is gone: at a place where rings meet, the greatest weight of those that are
 * there now counts (see `shareBorders`).
 *
 * @returns features that are not new and whose weights are no longer what they were, ascending
 */
export function reweigh(former: FlatLayer, { layer, places, fresh }: Spliced): number[] {
  for (const feature of fresh) weighVertices(layer, feature, feature + 1);
  const corners = cornersOf(former, layer, { places, fresh });
  if (corners.count === 0) return [];
  const isFresh = new Uint8Array(layer.count);
  for (const feature of fresh) isFresh[feature] = 1;
  const neighbours = neighboursAt(layer, corners, isFresh);
  const before = neighbours.map((feature) => layer.importance.slice(...verticesOf(layer, feature)));
  for (const feature of neighbours) weighVertices(layer, feature, feature + 1);
  const polygons = [...fresh].filter((feature) => layer.shapes[feature] === POLYGON);
  for (const feature of [...polygons, ...neighbours]) raise(layer, feature, corners);
  for (const feature of polygons) settle(layer, feature, corners);
  return neighbours.filter((feature, i) => settle(layer, feature, corners, before[i]));
}

/** Places where something has changed, each with the greatest weight found there: an open hash table. */
type Corners = {
  count: number;
  readonly mask: number;
  readonly taken: Uint8Array;
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  readonly weights: Float32Array;
};

/** Corners of the polygons that are gone and of those that are new. */
function cornersOf(
  former: FlatLayer,
  layer: FlatLayer,
  { places, fresh }: Pick<Spliced, 'places' | 'fresh'>,
): Corners {
  const gone: number[] = [];
  places.forEach((place, feature) => {
    if (place === GONE && former.shapes[feature] === POLYGON) gone.push(feature);
  });
  const come = [...fresh].filter((feature) => layer.shapes[feature] === POLYGON);
  let most = 0;
  for (const feature of gone) most += lengthOf(verticesOf(former, feature));
  for (const feature of come) most += lengthOf(verticesOf(layer, feature));
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, most * 3)));
  const corners: Corners = {
    count: 0,
    mask: size - 1,
    taken: new Uint8Array(size),
    xs: new Int32Array(size),
    ys: new Int32Array(size),
    weights: new Float32Array(size),
  };
  for (const feature of gone) enterAll(former, feature, corners);
  for (const feature of come) enterAll(layer, feature, corners);
  return corners;
}

const lengthOf = ([from, to]: readonly [number, number]): number => to - from;

function verticesOf({ featureParts, partStarts }: FlatLayer, feature: number): [number, number] {
  const from = partStarts[featureParts[feature] as number] as number;
  return [from, partStarts[featureParts[feature + 1] as number] as number];
}

function enterAll(layer: FlatLayer, feature: number, corners: Corners): void {
  const [from, to] = verticesOf(layer, feature);
  for (let i = from; i < to; i++) {
    const x = layer.xs[i] as number;
    const y = layer.ys[i] as number;
    const slot = slotOf(corners, x, y);
    if (corners.taken[slot]) continue;
    corners.taken[slot] = 1;
    corners.xs[slot] = x;
    corners.ys[slot] = y;
    corners.count++;
  }
}

/** The slot of a place, or the free one where it belongs. */
function slotOf({ mask, taken, xs, ys }: Corners, x: number, y: number): number {
  // multiplicative hashing, Knuth
  const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  let slot = (mixed ^ (mixed >>> 15)) & mask;
  while (taken[slot] && (xs[slot] !== x || ys[slot] !== y)) slot = (slot + 1) & mask;
  return slot;
}

/** Polygons that are not new and have a corner among these, ascending. */
function neighboursAt(layer: FlatLayer, corners: Corners, isFresh: Uint8Array): number[] {
  const { xs, ys, shapes, count } = layer;
  const found: number[] = [];
  for (let feature = 0; feature < count; feature++) {
    if (shapes[feature] !== POLYGON || isFresh[feature]) continue;
    const [from, to] = verticesOf(layer, feature);
    for (let i = from; i < to; i++) {
      if (!corners.taken[slotOf(corners, xs[i] as number, ys[i] as number)]) continue;
      found.push(feature);
      break;
    }
  }
  return found;
}

/** Let a feature's weights raise those of its corners. */
function raise(layer: FlatLayer, feature: number, corners: Corners): void {
  const [from, to] = verticesOf(layer, feature);
  for (let i = from; i < to; i++) {
    const slot = slotOf(corners, layer.xs[i] as number, layer.ys[i] as number);
    const weight = layer.importance[i] as number;
    if (corners.taken[slot] && weight > (corners.weights[slot] as number)) {
      corners.weights[slot] = weight;
    }
  }
}

/**
 * Give a feature's vertices the weights of their places, the others those they had.
 *
 * @param before weights it had; none when it is new
 * @returns whether any is another than before
 */
function settle(
  layer: FlatLayer,
  feature: number,
  corners: Corners,
  before?: Float32Array,
): boolean {
  const [from, to] = verticesOf(layer, feature);
  let changed = false;
  for (let i = from; i < to; i++) {
    const slot = slotOf(corners, layer.xs[i] as number, layer.ys[i] as number);
    const had = before?.[i - from];
    const weight = corners.taken[slot] ? (corners.weights[slot] as number) : had;
    layer.importance[i] = weight ?? (layer.importance[i] as number);
    if (layer.importance[i] !== had) changed = true;
  }
  return changed;
}
