import Flatbush from 'flatbush';
import type { Position } from 'geojson';

/** Edges in one stretch: neighbours lie together, so that whole stretches are passed over at once. */
export const STRETCH = 16;
/** Edges of all rings of one polygon, without those of no length. */
export type Edges = {
  readonly count: number;
  /** `x1, y1, x2, y2 …` */
  readonly ends: Float64Array;
  /** `west, south, east, north …` */
  readonly boxes: Float64Array;
  /** Ring of each edge. */
  readonly ring: Int32Array;
  /** First and last edge of each ring. */
  readonly first: readonly number[];
  readonly last: readonly number[];
};

/** The edges of the rings of one polygon, in flat arrays. */
export function edgesOf(rings: readonly Position[][]): Edges {
  const most = rings.reduce((sum, ring) => sum + ring.length, 0);
  const ends = new Float64Array(4 * most);
  const ringOf = new Int32Array(most);
  const first: number[] = [];
  const last: number[] = [];
  let count = 0;
  for (const [r, ring] of rings.entries()) {
    first.push(count);
    for (let i = 0; i < ring.length; i++) {
      const from = ring[i] as Position;
      const to = ring[i + 1 === ring.length ? 0 : i + 1] as Position;
      const x1 = from[0] as number;
      const y1 = from[1] as number;
      const x2 = to[0] as number;
      const y2 = to[1] as number;
      if (x1 === x2 && y1 === y2) continue;
      const a = 4 * count;
      ends[a] = x1;
      ends[a + 1] = y1;
      ends[a + 2] = x2;
      ends[a + 3] = y2;
      ringOf[count++] = r;
    }
    last.push(count - 1);
  }
  return { count, ends, boxes: boxesOf(ends, count), ring: ringOf, first, last };
}

function boxesOf(ends: Float64Array, count: number): Float64Array {
  const boxes = new Float64Array(4 * count);
  for (let a = 0; a < boxes.length; a += 4) {
    boxes[a] = Math.min(ends[a] as number, ends[a + 2] as number);
    boxes[a + 1] = Math.min(ends[a + 1] as number, ends[a + 3] as number);
    boxes[a + 2] = Math.max(ends[a] as number, ends[a + 2] as number);
    boxes[a + 3] = Math.max(ends[a + 1] as number, ends[a + 3] as number);
  }
  return boxes;
}

/** Boxes of whole stretches of edges. */
export function stretchBoxes({ boxes, count }: Edges): Float64Array {
  const stretches = Math.ceil(count / STRETCH);
  const found = new Float64Array(4 * stretches);
  for (let s = 0; s < stretches; s++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let b = 4 * s * STRETCH; b < 4 * Math.min(count, (s + 1) * STRETCH); b += 4) {
      west = Math.min(west, boxes[b] as number);
      south = Math.min(south, boxes[b + 1] as number);
      east = Math.max(east, boxes[b + 2] as number);
      north = Math.max(north, boxes[b + 3] as number);
    }
    found[4 * s] = west;
    found[4 * s + 1] = south;
    found[4 * s + 2] = east;
    found[4 * s + 3] = north;
  }
  return found;
}

/** One box of an array of them. */
export const boxAt = (boxes: Float64Array, at: number): [number, number, number, number] => [
  boxes[4 * at] as number,
  boxes[4 * at + 1] as number,
  boxes[4 * at + 2] as number,
  boxes[4 * at + 3] as number,
];

/** An index of boxes. */
export function indexOf(boxes: Float64Array): Flatbush {
  const index = new Flatbush(boxes.length / 4);
  for (let at = 0; at < boxes.length / 4; at++) index.add(...boxAt(boxes, at));
  index.finish();
  return index;
}

/** True when the box at `a` and that at `b` have a point in common. */
export const boxesMeet = (boxes: Float64Array, a: number, b: number): boolean =>
  boxesMeetAcross(boxes, a, boxes, b);

/** The same for boxes of two arrays. */
export const boxesMeetAcross = (
  one: Float64Array,
  a: number,
  other: Float64Array,
  b: number,
): boolean =>
  (one[a] as number) <= (other[b + 2] as number) &&
  (other[b] as number) <= (one[a + 2] as number) &&
  (one[a + 1] as number) <= (other[b + 3] as number) &&
  (other[b + 1] as number) <= (one[a + 3] as number);
