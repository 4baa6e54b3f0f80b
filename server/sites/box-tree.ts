import { apartM2 } from './apart.ts';
import { gap } from './boxes-apart.ts';
import { alongCurve } from './curve.ts';
import type { Outlines } from './outlines.ts';

/**
 * Boxes in a tree of sixteen to a node, packed in the order of a Hilbert curve. Source of the layout: flatbush
 * (ISC); it is our own here because the search for the nearest measures as it goes and makes nothing.
 */
export type BoxTree = {
  /** West, south, east, north of every node: those of the items first, then level by level up to the root. */
  readonly boxes: Float64Array;
  /** Of an item's node its number; of another the first of its nodes below. */
  readonly below: Uint32Array;
  readonly items: number;
  /** Where each level ends among the nodes. */
  readonly levelEnds: readonly number[];
};

const NODE = 16;

/** Most nodes a search has waiting: fifteen brothers on each of eight levels, which are four thousand million boxes. */
const MOST_WAITING = 8 * NODE;

/**
 * Pack boxes.
 *
 * @param boxes west, south, east, north of each
 * @param items numbers of those to pack; empty boxes among them are left out
 */
export function packBoxes(boxes: Float64Array, items: readonly number[] | Uint32Array): BoxTree {
  const inOrder = sortAlong(boxes, items);
  const levelEnds = [inOrder.length];
  let [nodes, level] = [inOrder.length, inOrder.length];
  while (level > 1) {
    level = Math.ceil(level / NODE);
    nodes += level;
    levelEnds.push(nodes);
  }
  const packed = new Float64Array(4 * nodes);
  const below = new Uint32Array(nodes);
  for (const [at, item] of inOrder.entries()) {
    below[at] = item;
    packed.set(boxes.subarray(4 * item, 4 * item + 4), 4 * at);
  }
  let [from, to] = [0, inOrder.length];
  for (const end of levelEnds.slice(0, -1)) {
    while (from < end) {
      below[to] = from;
      const last = Math.min(from + NODE, end);
      packed.set(boxRound(packed, from, last), 4 * to);
      from = last;
      to++;
    }
  }
  return { boxes: packed, below, items: inOrder.length, levelEnds };
}

function boxRound(boxes: Float64Array, from: number, to: number): number[] {
  const round = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = from; at < to; at++) {
    round[0] = Math.min(round[0] as number, boxes[4 * at] as number);
    round[1] = Math.min(round[1] as number, boxes[4 * at + 1] as number);
    round[2] = Math.max(round[2] as number, boxes[4 * at + 2] as number);
    round[3] = Math.max(round[3] as number, boxes[4 * at + 3] as number);
  }
  return round;
}

/** Numbers of the boxes that are any, in the order of the curve through their middles. */
export function sortAlong(
  boxes: Float64Array,
  items: readonly number[] | Uint32Array,
): Uint32Array {
  const some = Array.from(items).filter(
    (item) => (boxes[4 * item] as number) <= (boxes[4 * item + 2] as number),
  );
  const middle = (item: number, axis: number) =>
    ((boxes[4 * item + axis] as number) + (boxes[4 * item + axis + 2] as number)) / 2;
  let [west, south, side] = [Infinity, Infinity, 0];
  for (const item of some) {
    west = Math.min(west, middle(item, 0));
    south = Math.min(south, middle(item, 1));
  }
  for (const item of some) side = Math.max(side, middle(item, 0) - west, middle(item, 1) - south);
  const along = new Float64Array(boxes.length / 4);
  for (const item of some) {
    along[item] = alongCurve(middle(item, 0) - west, middle(item, 1) - south, side);
  }
  return Uint32Array.from(some).sort(
    (one, other) => (along[one] as number) - (along[other] as number) || one - other,
  );
}

// nodes a search has still to look into, and how near their boxes are
const waiting = new Int32Array(MOST_WAITING);
const waitingM2 = new Float64Array(MOST_WAITING);

/**
 * Numbers of the items whose box meets a box, in no order, into `found` from its beginning.
 *
 * @returns how many
 */
// biome-ignore lint/complexity/useMaxParams: a kernel: an object for every question would cost more than the search
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop, and calls would cost more than what they do
export function searchBoxes(
  tree: BoxTree,
  west: number,
  south: number,
  east: number,
  north: number,
  found: number[],
): number {
  const { boxes, below, items, levelEnds } = tree;
  if (items === 0) return 0;
  let count = 0;
  let top = 0;
  waiting[top++] = below.length - 1;
  while (top > 0) {
    const node = waiting[--top] as number;
    const isItem = node < items;
    const from = isItem ? node : (below[node] as number);
    const to = isItem ? node + 1 : Math.min(from + NODE, endOfLevel(levelEnds, from));
    for (let at = from; at < to; at++) {
      if (
        (boxes[4 * at] as number) > east ||
        (boxes[4 * at + 1] as number) > north ||
        (boxes[4 * at + 2] as number) < west ||
        (boxes[4 * at + 3] as number) < south
      )
        continue;
      if (at < items) found[count++] = below[at] as number;
      else waiting[top++] = at;
    }
  }
  return count;
}

function endOfLevel(levelEnds: readonly number[], node: number): number {
  let level = 0;
  while ((levelEnds[level] as number) <= node) level++;
  return levelEnds[level] as number;
}

/** The nearest of a search: its number, -1 where there is none; square of its distance. */
export const nearestFound = { item: -1, apartM2: Infinity };

/**
 * Find the nearest of the shapes in a tree, and leave it in `nearestFound`. Boxes are looked into nearest first, as
 * far as they tell, until none left can be nearer than the best.
 *
 * @param one shapes that is measured from, the one `at`
 * @param other shapes of the tree's items
 * @param best square of a distance; only what is nearer is wanted
 * @param passed an item that is passed over; -1: none
 * @param accept which items count; absent: all
 */
// biome-ignore lint/complexity/useMaxParams: as above
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop, and calls would cost more than what they do
export function findNearest(
  tree: BoxTree,
  one: Outlines,
  at: number,
  other: Outlines,
  best: number,
  passed: number,
  accept?: (item: number) => boolean,
): void {
  const { boxes, below, items, levelEnds } = tree;
  // read once: this is where the time goes
  const westEast = (one.boxes[4 * at] as number) + (one.boxes[4 * at + 2] as number);
  const southNorth = (one.boxes[4 * at + 1] as number) + (one.boxes[4 * at + 3] as number);
  const wide = (one.boxes[4 * at + 2] as number) - (one.boxes[4 * at] as number);
  const high = (one.boxes[4 * at + 3] as number) - (one.boxes[4 * at + 1] as number);
  let least = best;
  let nearest = -1;
  let top = 0;
  if (items > 0) {
    waiting[0] = below.length - 1;
    waitingM2[0] = 0;
    top = 1;
  }
  while (top > 0) {
    top--;
    const node = waiting[top] as number;
    if ((waitingM2[top] as number) >= least) continue;
    if (node < items) {
      const item = below[node] as number;
      if (item === passed || (accept && !accept(item))) continue;
      const measured = apartM2(one, at, other, item, least);
      if (measured >= least) continue;
      least = measured;
      nearest = item;
      continue;
    }
    const from = below[node] as number;
    const to = Math.min(from + NODE, endOfLevel(levelEnds, from));
    const base = top;
    for (let child = from; child < to; child++) {
      const box = 4 * child;
      const e = gap(
        westEast - (boxes[box] as number) - (boxes[box + 2] as number),
        wide + (boxes[box + 2] as number) - (boxes[box] as number),
      );
      const n = gap(
        southNorth - (boxes[box + 1] as number) - (boxes[box + 3] as number),
        high + (boxes[box + 3] as number) - (boxes[box + 1] as number),
      );
      const apart = e * e + n * n;
      if (apart >= least) continue;
      // the furthest at the bottom, so that the nearest is taken next
      let slot = top++;
      while (slot > base && (waitingM2[slot - 1] as number) < apart) {
        waiting[slot] = waiting[slot - 1] as number;
        waitingM2[slot] = waitingM2[slot - 1] as number;
        slot--;
      }
      waiting[slot] = child;
      waitingM2[slot] = apart;
    }
  }
  nearestFound.item = nearest;
  nearestFound.apartM2 = least;
}
