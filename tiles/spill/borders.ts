import { shareBorders } from '../choose/borders.ts';
import { type FlatLayer, POLYGON } from '../choose/flat-layer.ts';
import { Growing } from '../choose/growing.ts';
import { WORLD_BITS } from '../choose/world.ts';
import { hilbertOf } from '../hilbert.ts';
import type { Parting } from './ranges.ts';

/** Vertices of polygons that stand in another range than the polygons do. */
export class Strangers {
  readonly xs = new Growing(new Int32Array(64));
  readonly ys = new Growing(new Int32Array(64));
  readonly weights = new Growing(new Float32Array(64));
  /** Number of the vertex in its own range. */
  readonly vertices = new Growing(new Uint32Array(64));
}

/** Position → its range. */
export type RangeOf = (tile: number) => number;

/** Find vertices of polygons that stand in other ranges; range → those that stand there. */
export function strangersOf(
  layer: FlatLayer,
  home: number,
  { zoom, rangeOf }: Pick<Parting, 'zoom'> & { readonly rangeOf: RangeOf },
): Map<number, Strangers> {
  const found = new Map<number, Strangers>();
  const shift = WORLD_BITS - zoom;
  const add = (vertex: number): void => {
    const x = layer.xs[vertex] as number;
    const y = layer.ys[vertex] as number;
    const range = rangeOf(hilbertOf(zoom, x >> shift, y >> shift));
    if (range === home) return;
    const strangers = found.get(range) ?? new Strangers();
    found.set(range, strangers);
    strangers.xs.push(x);
    strangers.ys.push(y);
    strangers.weights.push(layer.importance[vertex] as number);
    strangers.vertices.push(vertex);
  };
  const { shapes, featureParts, partStarts, count } = layer;
  for (let feature = 0; feature < count; feature++) {
    if (shapes[feature] !== POLYGON) continue;
    const end = partStarts[featureParts[feature + 1] as number] as number;
    for (let i = partStarts[featureParts[feature] as number] as number; i < end; i++) add(i);
  }
  return found;
}

/** Let polygons of a range and strangers in it share their borders: all take the greatest weights. */
export function shareWith(layer: FlatLayer, strangers: readonly Strangers[]): void {
  const own = layer.xs.length;
  const length = strangers.reduce((sum, { xs }) => sum + xs.length, own);
  const joined = {
    ...layer,
    count: layer.count + 1,
    xs: extended(layer.xs, length),
    ys: extended(layer.ys, length),
    importance: extended(layer.importance, length),
    // as far as borders go, strangers are one more polygon of one ring
    shapes: extended(layer.shapes, layer.count + 1).fill(POLYGON, layer.count),
    partStarts: extended(layer.partStarts, layer.holes.length + 2).fill(length, -1),
    featureParts: extended(layer.featureParts, layer.count + 2).fill(layer.holes.length + 1, -1),
  };
  let at = own;
  for (const { xs, ys, weights } of strangers) {
    joined.xs.set(xs.array.subarray(0, xs.length), at);
    joined.ys.set(ys.array.subarray(0, xs.length), at);
    joined.importance.set(weights.array.subarray(0, xs.length), at);
    at += xs.length;
  }
  shareBorders(joined);
  layer.importance.set(joined.importance.subarray(0, own));
  at = own;
  for (const { weights } of strangers) {
    weights.array.set(joined.importance.subarray(at, at + weights.length));
    at += weights.length;
  }
}

function extended<Numbers extends Int32Array | Uint32Array | Uint8Array | Float32Array>(
  numbers: Numbers,
  length: number,
): Numbers {
  const Numbers = numbers.constructor as new (length: number) => Numbers;
  const longer = new Numbers(length);
  longer.set(numbers);
  return longer;
}

/** Give strangers their weights at home. */
export function bringHome(layer: FlatLayer, { weights, vertices }: Strangers): void {
  for (let i = 0; i < vertices.length; i++) {
    const vertex = vertices.array[i] as number;
    const weight = weights.array[i] as number;
    if (weight > (layer.importance[vertex] as number)) layer.importance[vertex] = weight;
  }
}
