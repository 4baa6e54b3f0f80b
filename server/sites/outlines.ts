import type { Shape } from '#data/schema/geometry.ts';
import type { PlaneShape, Run } from '#server/measure/plane-shape.ts';
import { atOnce, eachOf, type Steps } from './steps.ts';

/**
 * Shapes laid out flat: every edge as four numbers, shape after shape, part after part, ring after ring, so that
 * measuring runs through memory in order and makes nothing. A point is an edge of no length.
 */
export type Outlines = {
  readonly count: number;
  /** What each shape is: 0 points, 1 lines, 2 polygons. */
  readonly kinds: Uint8Array;
  /** West, south, east, north of each shape; of an empty one infinite and the wrong way round. */
  readonly boxes: Float64Array;
  /** Easting and northing of the middle of each shape's box, and the radius of a circle round it that holds the shape. */
  readonly discs: Float64Array;
  /** Easting and northing of the beginning and of the end of each edge. */
  readonly edges: Float64Array;
  /** 1 by the square of each edge's length; 0 of an edge of no length. */
  readonly perM2: Float64Array;
  /** Length of each shape's edges, metres. */
  readonly lengthM: Float64Array;
  /** Whether there are lines among them, which have an end that no edge begins at. */
  readonly isOpen: boolean;
  /** First edge of each shape, and the number of all. */
  readonly firstEdge: Uint32Array;
  /** First ring of each shape, and the number of all. */
  readonly firstRing: Uint32Array;
  /** First edge of each ring, and the number of all. */
  readonly ringEdge: Uint32Array;
  /** 1 where a ring is the first of its part. */
  readonly opensPart: Uint8Array;
  /** First block of each shape, and the number of all. */
  readonly firstBlock: Uint32Array;
  /** Boxes of `BLOCK_EDGES` edges that follow each other within a shape. */
  readonly blocks: Float64Array;
};

export const POINTS = 0;
export const LINES = 1;
export const POLYGONS = 2;

const KIND: Readonly<Record<Shape, number>> = { point: POINTS, line: LINES, polygon: POLYGONS };

/** Edges of one block: few enough to run through, many enough to pass over at once. */
export const BLOCK_EDGES = 16;

/** Fewest edges that enclose anything. */
const LEAST_RING = 3;

/** Lay shapes out at once: see `layOutInSteps`. */
export const layOut = (shapes: readonly PlaneShape[]): Outlines => atOnce(layOutInSteps(shapes));

/**
 * Lay shapes out. Rings are closed; edges of no length, and rings of fewer than three edges, are left out.
 *
 * @throws {TypeError} when a coordinate is no number
 */
export function* layOutInSteps(shapes: readonly PlaneShape[]): Steps<Outlines> {
  const room = shapes.reduce((sum, shape) => sum + mostEdges(shape), 0);
  const edges = new Float64Array(4 * room);
  const kinds = Uint8Array.from(shapes, ({ kind }) => KIND[kind]);
  const firstEdge = new Uint32Array(shapes.length + 1);
  const firstRing = new Uint32Array(shapes.length + 1);
  const ringEdge: number[] = [];
  const opensPart: number[] = [];
  let filled = 0;
  const addPart = (runs: readonly Run[], kind: Shape) => {
    let opens = 1;
    for (const run of runs) {
      const end = addRun(edges, filled, run, kind);
      if (end === filled) continue;
      ringEdge.push(filled);
      opensPart.push(opens);
      opens = 0;
      filled = end;
    }
  };
  yield* eachOf(shapes.length, (from, to) => {
    for (const [step, { kind, parts }] of shapes.slice(from, to).entries()) {
      for (const runs of parts) addPart(runs, kind);
      firstEdge[from + step + 1] = filled;
      firstRing[from + step + 1] = ringEdge.length;
    }
  });
  ringEdge.push(filled);
  const laid = { count: shapes.length, kinds, edges: edges.subarray(0, 4 * filled), firstEdge };
  const boxed = boxesOf(laid);
  yield;
  const lengths = lengthsOf(laid);
  yield;
  return {
    ...{ ...laid, ...boxed, ...lengths, discs: discsOf(laid, boxed.boxes) },
    isOpen: kinds.includes(LINES),
    firstRing,
    ringEdge: Uint32Array.from(ringEdge),
    opensPart: Uint8Array.from(opensPart),
  };
}

function discsOf(
  { count, edges, firstEdge }: Pick<Outlines, 'count' | 'edges' | 'firstEdge'>,
  boxes: Float64Array,
): Float64Array {
  const discs = new Float64Array(3 * count);
  for (let at = 0; at < count; at++) {
    const e = ((boxes[4 * at] as number) + (boxes[4 * at + 2] as number)) / 2;
    const n = ((boxes[4 * at + 1] as number) + (boxes[4 * at + 3] as number)) / 2;
    let square = 0;
    const end = 4 * (firstEdge[at + 1] as number);
    for (let figure = 4 * (firstEdge[at] as number); figure < end; figure += 2) {
      const offE = (edges[figure] as number) - e;
      const offN = (edges[figure + 1] as number) - n;
      square = Math.max(square, offE * offE + offN * offN);
    }
    discs[3 * at] = e;
    discs[3 * at + 1] = n;
    discs[3 * at + 2] = Math.sqrt(square);
  }
  return discs;
}

function lengthsOf({
  count,
  edges,
  firstEdge,
}: Pick<Outlines, 'count' | 'edges' | 'firstEdge'>): Pick<Outlines, 'perM2' | 'lengthM'> {
  const perM2 = new Float64Array(edges.length / 4);
  const lengthM = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const end = firstEdge[at + 1] as number;
    let length = 0;
    for (let edge = firstEdge[at] as number; edge < end; edge++) {
      const e = (edges[4 * edge + 2] as number) - (edges[4 * edge] as number);
      const n = (edges[4 * edge + 3] as number) - (edges[4 * edge + 1] as number);
      const square = e * e + n * n;
      perM2[edge] = square > 0 ? 1 / square : 0;
      length += Math.sqrt(square);
    }
    lengthM[at] = length;
  }
  return { perM2, lengthM };
}

const mostEdges = ({ parts }: PlaneShape): number =>
  parts.reduce((sum, runs) => sum + runs.reduce((edges, run) => edges + run.length / 2, 0), 0);

function checkFinite(run: Run): void {
  for (const figure of run) {
    if (!Number.isFinite(figure)) throw new TypeError(`Cannot measure: ${figure} is no position`);
  }
}

/** Add the edges of a run from `begin` on; the number of edges then. */
function addRun(edges: Float64Array, begin: number, run: Run, kind: Shape): number {
  checkFinite(run);
  let to = begin;
  const add = (from: number, next: number) => {
    edges[4 * to] = run[from] as number;
    edges[4 * to + 1] = run[from + 1] as number;
    edges[4 * to + 2] = run[next] as number;
    edges[4 * to + 3] = run[next + 1] as number;
    to++;
  };
  const isSame = (from: number, next: number) =>
    run[from] === run[next] && run[from + 1] === run[next + 1];
  if (kind === 'point') {
    if (run.length >= 2) add(0, 0);
    return to;
  }
  for (let at = 2; at < run.length; at += 2) if (!isSame(at - 2, at)) add(at - 2, at);
  // a line that goes nowhere is a point of it
  if (kind === 'line' && to === begin && run.length >= 2) add(0, 0);
  if (kind === 'line') return to;
  const last = run.length - 2;
  if (last > 0 && !isSame(last, 0)) add(last, 0);
  return to - begin < LEAST_RING ? begin : to;
}

function boxesOf({
  count,
  edges,
  firstEdge,
}: Pick<Outlines, 'count' | 'edges' | 'firstEdge'>): Pick<
  Outlines,
  'boxes' | 'blocks' | 'firstBlock'
> {
  const firstBlock = new Uint32Array(count + 1);
  for (let at = 0; at < count; at++) {
    const has = (firstEdge[at + 1] as number) - (firstEdge[at] as number);
    firstBlock[at + 1] = (firstBlock[at] as number) + Math.ceil(has / BLOCK_EDGES);
  }
  const blocks = emptyBoxes(firstBlock[count] as number);
  const boxes = emptyBoxes(count);
  for (let at = 0; at < count; at++) {
    const end = firstEdge[at + 1] as number;
    let block = firstBlock[at] as number;
    for (let from = firstEdge[at] as number; from < end; from += BLOCK_EDGES, block++) {
      const to = Math.min(from + BLOCK_EDGES, end);
      for (let figure = 4 * from; figure < 4 * to; figure += 2) {
        widen(blocks, block, edges[figure] as number, edges[figure + 1] as number);
      }
      widen(boxes, at, blocks[4 * block] as number, blocks[4 * block + 1] as number);
      widen(boxes, at, blocks[4 * block + 2] as number, blocks[4 * block + 3] as number);
    }
  }
  return { boxes, blocks, firstBlock };
}

/** West, south, east, north of shapes, as in `Outlines`. */
export function boxesOfShapes(shapes: readonly PlaneShape[]): Float64Array {
  const boxes = emptyBoxes(shapes.length);
  for (const [at, { parts }] of shapes.entries()) {
    for (const run of parts.flat()) {
      for (let figure = 0; figure < run.length; figure += 2) {
        widen(boxes, at, run[figure] as number, run[figure + 1] as number);
      }
    }
  }
  return boxes;
}

function emptyBoxes(count: number): Float64Array {
  const boxes = new Float64Array(4 * count);
  for (let at = 0; at < boxes.length; at += 4) {
    boxes[at] = boxes[at + 1] = Infinity;
    boxes[at + 2] = boxes[at + 3] = -Infinity;
  }
  return boxes;
}

function widen(boxes: Float64Array, at: number, e: number, n: number): void {
  if (e < (boxes[4 * at] as number)) boxes[4 * at] = e;
  if (n < (boxes[4 * at + 1] as number)) boxes[4 * at + 1] = n;
  if (e > (boxes[4 * at + 2] as number)) boxes[4 * at + 2] = e;
  if (n > (boxes[4 * at + 3] as number)) boxes[4 * at + 3] = n;
}
