import type { FlatLayer } from './flat-layer.ts';
import { LINE, POINT } from './flat-layer.ts';

/**
 * Weigh every vertex of features `from` … `to`: how far (squared) the shape would move without it.
 *
 * Douglas–Peucker run once to the end for all zooms: a zoom then keeps what weighs at least its
 * tolerance. A vertex never weighs more than those it was split off from, so each zoom's choice
 * is what Douglas–Peucker would have chosen at that tolerance.
 */
export function weighVertices(layer: FlatLayer, from: number, to: number): void {
  const { shapes, featureParts, partStarts, importance } = layer;
  for (let feature = from; feature < to; feature++) {
    const shape = shapes[feature];
    const last = featureParts[feature + 1] as number;
    for (let part = featureParts[feature] as number; part < last; part++) {
      const start = partStarts[part] as number;
      const end = partStarts[part + 1] as number;
      if (shape === POINT) importance.fill(Infinity, start, end);
      else if (shape === LINE) weighLine(layer, start, end);
      else weighRing(layer, start, end);
    }
  }
}

function weighLine({ xs, ys, importance }: FlatLayer, start: number, end: number): void {
  importance[start] = Infinity;
  importance[end - 1] = Infinity;
  split({ xs, ys, weights: importance }, start, end - 1);
}

/** A ring is weighed as two lines, from its first vertex to the farthest one and back. */
function weighRing({ xs, ys, importance }: FlatLayer, start: number, end: number): void {
  const length = end - start;
  if (length < 4) {
    importance.fill(Infinity, start, end);
    return;
  }
  const closed = closedCopy(xs, ys, { start, end });
  const far = farthest(closed, length);
  closed.weights[0] = Infinity;
  closed.weights[far] = Infinity;
  closed.weights[length] = Infinity;
  split(closed, 0, far);
  split(closed, far, length);
  let third = far === 1 ? 2 : 1;
  for (let i = 1; i < length; i++) {
    if (i !== far && (closed.weights[i] as number) > (closed.weights[third] as number)) third = i;
  }
  // a ring that is large enough to be drawn keeps three corners at every zoom
  closed.weights[third] = Infinity;
  for (let i = 0; i < length; i++) importance[start + i] = closed.weights[i] as number;
}

type Path = { xs: Int32Array; ys: Int32Array; weights: Float32Array };

const pathOf = (length: number): Path => ({
  xs: new Int32Array(length),
  ys: new Int32Array(length),
  weights: new Float32Array(length),
});
let ring = pathOf(1 << 12);

function closedCopy(xs: Int32Array, ys: Int32Array, span: { start: number; end: number }): Path {
  const length = span.end - span.start;
  if (ring.xs.length <= length) ring = pathOf(length * 2);
  for (let i = 0; i < length; i++) {
    ring.xs[i] = xs[span.start + i] as number;
    ring.ys[i] = ys[span.start + i] as number;
    ring.weights[i] = 0;
  }
  ring.xs[length] = xs[span.start] as number;
  ring.ys[length] = ys[span.start] as number;
  return ring;
}

function farthest({ xs, ys }: Path, length: number): number {
  let found = 1;
  let most = -1;
  for (let i = 1; i < length; i++) {
    const dx = (xs[i] as number) - (xs[0] as number);
    const dy = (ys[i] as number) - (ys[0] as number);
    const distance = dx * dx + dy * dy;
    if (distance > most) {
      most = distance;
      found = i;
    }
  }
  return found;
}

let pending = new Int32Array(1 << 12);

/** Weigh what lies between two vertices that are kept, splitting at the farthest each time. */
function split(path: Path, first: number, last: number): void {
  const { weights } = path;
  // at most one pair waits for every vertex between
  if (pending.length < 2 * (last - first) + 4) pending = new Int32Array(4 * (last - first) + 8);
  let waiting = 0;
  pending[waiting++] = first;
  pending[waiting++] = last;
  while (waiting > 0) {
    const b = pending[--waiting] as number;
    const a = pending[--waiting] as number;
    const middle = outermost(path, a, b);
    if (middle < 0) continue;
    weights[middle] = Math.min(outermostDistance, weights[a] as number, weights[b] as number);
    if (middle - a > 1) {
      pending[waiting++] = a;
      pending[waiting++] = middle;
    }
    if (b - middle > 1) {
      pending[waiting++] = middle;
      pending[waiting++] = b;
    }
  }
}

let outermostDistance = 0;

/** The vertex farthest from segment a–b, the middlemost of equals; −1 when all lie on it. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: hot kernel, runs for every vertex of the layer
function outermost({ xs, ys }: Path, a: number, b: number): number {
  const ax = xs[a] as number;
  const ay = ys[a] as number;
  const dx = (xs[b] as number) - ax;
  const dy = (ys[b] as number) - ay;
  const inverse = dx || dy ? 1 / (dx * dx + dy * dy) : 0;
  let most = 0;
  let found = -1;
  let offCentre = Infinity;
  for (let i = a + 1; i < b; i++) {
    let px = (xs[i] as number) - ax;
    let py = (ys[i] as number) - ay;
    const along = (px * dx + py * dy) * inverse;
    if (along >= 1) {
      px -= dx;
      py -= dy;
    } else if (along > 0) {
      px -= dx * along;
      py -= dy * along;
    }
    const distance = px * px + py * py;
    if (distance < most || distance === 0) continue;
    const off = Math.abs(2 * i - a - b);
    if (distance === most && off >= offCentre) continue;
    most = distance;
    found = i;
    offCentre = off;
  }
  outermostDistance = most;
  return found;
}
