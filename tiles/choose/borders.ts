import type { FlatLayer } from './flat-layer.ts';
import { POLYGON } from './flat-layer.ts';

/**
 * Make borders that polygons share simplify together.
 *
 * Where rings meet in a vertex, the vertex takes the greatest of the weights it has in them: every
 * zoom then keeps it in all of them or in none, and neighbours stay flush. A junction that goes is
 * within the tolerance of all its sides, so what opens there is thinner than the tolerance.
 */
export function shareBorders(layer: FlatLayer): void {
  const { xs, ys, importance, partStarts, featureParts, shapes, count } = layer;
  if (!shapes.includes(POLYGON)) return;
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, xs.length * 1.6)));
  /** Slot → the first vertex seen at a place, plus one. */
  const slots = new Uint32Array(size);
  const firsts = new Uint32Array(xs.length);
  const mask = size - 1;
  for (let feature = 0; feature < count; feature++) {
    if (shapes[feature] !== POLYGON) continue;
    const end = partStarts[featureParts[feature + 1] as number] as number;
    for (let i = partStarts[featureParts[feature] as number] as number; i < end; i++) {
      const x = xs[i] as number;
      const y = ys[i] as number;
      let slot = placeHash(x, y) & mask;
      let seen = slots[slot] as number;
      while (seen && (xs[seen - 1] !== x || ys[seen - 1] !== y)) {
        slot = (slot + 1) & mask;
        seen = slots[slot] as number;
      }
      if (!seen) {
        slots[slot] = i + 1;
        firsts[i] = i;
        continue;
      }
      firsts[i] = seen - 1;
      const weight = importance[i] as number;
      if (weight > (importance[seen - 1] as number)) importance[seen - 1] = weight;
    }
  }
  for (let feature = 0; feature < count; feature++) {
    if (shapes[feature] !== POLYGON) continue;
    const end = partStarts[featureParts[feature + 1] as number] as number;
    for (let i = partStarts[featureParts[feature] as number] as number; i < end; i++) {
      importance[i] = importance[firsts[i] as number] as number;
    }
  }
}

/** Spreads neighbouring places over the table (multiplicative hashing, Knuth). */
function placeHash(x: number, y: number): number {
  const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
