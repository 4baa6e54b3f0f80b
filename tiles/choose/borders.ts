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
  if (!layer.shapes.includes(POLYGON)) return;
  const { importance } = layer;
  const firsts = firstsAt(layer);
  for (let i = 0; i < firsts.length; i++) {
    const first = firsts[i] as number;
    if ((importance[i] as number) > (importance[first] as number)) {
      importance[first] = importance[i] as number;
    }
  }
  for (let i = 0; i < firsts.length; i++) importance[i] = importance[firsts[i] as number] as number;
}

/** Vertex → the first vertex of a polygon at its place; what is of no polygon is its own first. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: hot kernel, looks every vertex of the layer up
function firstsAt({ xs, ys, partStarts, featureParts, shapes, count }: FlatLayer): Uint32Array {
  const firsts = new Uint32Array(xs.length);
  const mask = 2 ** Math.ceil(Math.log2(Math.max(16, xs.length * 1.6))) - 1;
  /** Slot → the first vertex seen at a place, plus one. */
  const slots = new Uint32Array(mask + 1);
  for (let feature = 0; feature < count; feature++) {
    const polygon = shapes[feature] === POLYGON;
    const end = partStarts[featureParts[feature + 1] as number] as number;
    for (let i = partStarts[featureParts[feature] as number] as number; i < end; i++) {
      firsts[i] = i;
      if (!polygon) continue;
      const x = xs[i] as number;
      const y = ys[i] as number;
      let slot = placeHash(x, y) & mask;
      let seen = slots[slot] as number;
      while (seen && (xs[seen - 1] !== x || ys[seen - 1] !== y)) {
        slot = (slot + 1) & mask;
        seen = slots[slot] as number;
      }
      if (seen) firsts[i] = seen - 1;
      else slots[slot] = i + 1;
    }
  }
  return firsts;
}

/** Spreads neighbouring places over the table (multiplicative hashing, Knuth). */
function placeHash(x: number, y: number): number {
  const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
