import { hilbertOf } from '../hilbert.ts';
import { radixSort, type Sorted } from '../radix.ts';
import { DustCounter } from './dust.ts';
import { type Allocate, blankColumns, type FlatLayer } from './flat-layer.ts';
import type { Flattener } from './flatten.ts';
import { released } from './growing.ts';
import type { Outlines } from './outlines.ts';
import { scoresOf } from './score.ts';
import { WORLD_BITS } from './world.ts';

const POSITION_BITS = 16;

/**
 * Lay what was flattened out in Hilbert order, so that what is near on the map is near in memory
 * and the features of a tile come one after the other.
 *
 * The order does not depend on the order of arrival, but for features with one key at one place.
 * The flattener is used up.
 */
export function arrange(flat: Flattener, minZoom: number, allocate: Allocate): FlatLayer {
  const layer = layOut(flat, minZoom, allocate);
  scoresOf(layer, layer.scores);
  new DustCounter().count(layer);
  return layer;
}

/** The same without `scores` and `motes`, which take a whole layer. */
export function layOut(flat: Flattener, minZoom: number, allocate: Allocate): FlatLayer {
  const { outlines, count } = flat;
  flat.featureParts.push(outlines.partStarts.length);
  flat.featureTags.push(flat.tagCount);
  outlines.partStarts.push(outlines.vertices);
  const boxes = boxesOf(flat, count);
  const order = hilbertOrder(boxes, flat.keys.array.subarray(0, count));
  const values = flat.dictionary.sort(allocate);
  const room = {
    features: count,
    parts: outlines.holes.length,
    vertices: outlines.vertices,
    tags: flat.tagCount,
  };
  const layer: FlatLayer = {
    ...blankColumns(room, allocate),
    valueBytes: values.valueBytes,
    valueStarts: values.valueStarts,
    attributes: flat.attributes,
    fieldTypes: flat.fieldTypes(),
  };
  layer.shownFrom.fill(minZoom);
  order.values.forEach((from, to) => {
    layer.shapes[to] = flat.shapes.array[from] as number;
    layer.keys[to] = flat.keys.array[from] as number;
    layer.sizes[to] = flat.sizes.array[from] as number;
    layer.ranks[to] = flat.ranks.array[from] as number;
    layer.positions[to] = order.keys[to] as number;
    for (let side = 0; side < 4; side++) {
      layer.boxes[4 * to + side] = boxes[4 * from + side] as number;
    }
  });
  copyParts(flat, layer, order.values);
  copyTags(flat, layer, { order: order.values, places: values.places });
  return layer;
}

/** West, north, east, south of every feature, holes left out: those of bad data may lie elsewhere. */
function boxesOf(flat: Flattener, count: number): Int32Array {
  const { outlines } = flat;
  const featureParts = flat.featureParts.array;
  const partStarts = outlines.partStarts.array;
  const holes = outlines.holes.array;
  const boxes = new Int32Array(4 * count);
  for (let feature = 0; feature < count; feature++) {
    boxes.set([2 ** 30, 2 ** 30, 0, 0], 4 * feature);
    const last = featureParts[feature + 1] as number;
    for (let part = featureParts[feature] as number; part < last; part++) {
      if (holes[part]) continue;
      const span = { start: partStarts[part] as number, end: partStarts[part + 1] as number };
      widen(boxes, 4 * feature, outlines, span);
    }
  }
  return boxes;
}

/** Make the box at `at` hold vertices `start` … `end` too. */
function widen(
  boxes: Int32Array,
  at: number,
  { xs, ys }: Outlines,
  { start, end }: { start: number; end: number },
): void {
  let west = boxes[at] as number;
  let north = boxes[at + 1] as number;
  let east = boxes[at + 2] as number;
  let south = boxes[at + 3] as number;
  for (let i = start; i < end; i++) {
    const x = xs[i] as number;
    const y = ys[i] as number;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  boxes[at] = west;
  boxes[at + 1] = north;
  boxes[at + 2] = east;
  boxes[at + 3] = south;
}

function hilbertOrder(boxes: Int32Array, keys: Float64Array) {
  const shift = WORLD_BITS - POSITION_BITS;
  const positions = Uint32Array.from(keys, (_, feature) => {
    const x = ((boxes[4 * feature] as number) + (boxes[4 * feature + 2] as number)) >>> 1;
    const y = ((boxes[4 * feature + 1] as number) + (boxes[4 * feature + 3] as number)) >>> 1;
    return hilbertOf(POSITION_BITS, x >>> shift, y >>> shift);
  });
  return layerOrder(positions, keys);
}

/** Features by position, then by key, then as they came. */
export function layerOrder(positions: Uint32Array, keys: Float64Array): Sorted {
  const order = radixSort(
    positions,
    Uint32Array.from(keys, (_, feature) => feature),
  );
  orderTies(order.keys, order.values, keys);
  return order;
}

/** Within one position, order by key. */
function orderTies(positions: Uint32Array, order: Uint32Array, keys: Float64Array): void {
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && positions[to] === positions[from]) to++;
    if (to - from > 1) {
      const tied = Array.from(order.subarray(from, to));
      order.set(
        tied.sort((a, b) => (keys[a] as number) - (keys[b] as number)),
        from,
      );
    }
    from = to;
  }
}

function copyParts(flat: Flattener, layer: FlatLayer, order: Uint32Array): void {
  const { xs, ys, partStarts, holes } = flat.outlines;
  let vertex = 0;
  let part = 0;
  for (let to = 0; to < order.length; to++) {
    const from = order[to] as number;
    layer.featureParts[to] = part;
    const last = flat.featureParts.array[from + 1] as number;
    for (let p = flat.featureParts.array[from] as number; p < last; p++) {
      const end = partStarts.array[p + 1] as number;
      layer.partStarts[part] = vertex;
      layer.holes[part++] = holes.array[p] as number;
      for (let i = partStarts.array[p] as number; i < end; i++) {
        layer.xs[vertex] = xs[i] as number;
        layer.ys[vertex++] = ys[i] as number;
      }
    }
  }
  layer.featureParts[order.length] = part;
  layer.partStarts[part] = vertex;
  flat.outlines.free();
}

function copyTags(
  flat: Flattener,
  layer: FlatLayer,
  by: { order: Uint32Array; places: Uint32Array },
): void {
  const { tags } = flat;
  const featureTags = flat.featureTags.array;
  let tag = 0;
  for (let to = 0; to < by.order.length; to++) {
    const from = by.order[to] as number;
    layer.featureTags[to] = tag;
    const last = featureTags[from + 1] as number;
    for (let i = featureTags[from] as number; i < last; i += 2) {
      layer.tags[tag++] = tags[i] as number;
      layer.tags[tag++] = by.places[tags[i + 1] as number] as number;
    }
  }
  layer.featureTags[by.order.length] = tag;
  flat.tags = released(flat.tags);
}
