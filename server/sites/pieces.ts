import type { Window } from './clip.ts';
import { type Outlines, POLYGONS } from './outlines.ts';

/** Longest ring that is parted, corners: parting takes the cube of them at worst. */
const MOST_CORNERS = 64;

/**
 * Convex pieces that a polygon without holes is made of: its rings where they are convex, else triangles cut off them
 * one by one (Meisters). Undefined of one that has holes or many corners, and of lines and points.
 */
export function piecesOf(of: Outlines, at: number): readonly Window[] | undefined {
  if (of.kinds[at] !== POLYGONS) return undefined;
  const pieces: Window[] = [];
  const end = of.firstRing[at + 1] as number;
  for (let ring = of.firstRing[at] as number; ring < end; ring++) {
    const count = (of.ringEdge[ring + 1] as number) - (of.ringEdge[ring] as number);
    if (of.opensPart[ring] === 0 || count > MOST_CORNERS) return undefined;
    const whole = turned(cornersOf(of, ring));
    if (isConvex(whole)) pieces.push(windowOf(whole));
    else if (!cutOff(whole, pieces)) return undefined;
  }
  return pieces;
}

/** Corners of a ring one after another, open. */
function cornersOf({ edges, ringEdge }: Outlines, ring: number): Float64Array {
  const from = ringEdge[ring] as number;
  const to = ringEdge[ring + 1] as number;
  const corners = new Float64Array(2 * (to - from));
  for (let edge = from; edge < to; edge++) {
    corners[2 * (edge - from)] = edges[4 * edge] as number;
    corners[2 * (edge - from) + 1] = edges[4 * edge + 1] as number;
  }
  return corners;
}

/** Counter-clockwise. */
function turned(corners: Float64Array): Float64Array {
  const count = corners.length / 2;
  let twice = 0;
  for (let at = 1; at + 1 < count; at++) twice += turn(corners, 0, at, at + 1);
  if (twice >= 0) return corners;
  const back = new Float64Array(corners.length);
  for (let at = 0; at < count; at++) {
    back[2 * at] = corners[2 * (count - 1 - at)] as number;
    back[2 * at + 1] = corners[2 * (count - 1 - at) + 1] as number;
  }
  return back;
}

/** Twice the area of the triangle of three corners: positive where it turns left. */
function turn(corners: Float64Array, a: number, b: number, c: number): number {
  const e = corners[2 * a] as number;
  const n = corners[2 * a + 1] as number;
  return (
    ((corners[2 * b] as number) - e) * ((corners[2 * c + 1] as number) - n) -
    ((corners[2 * b + 1] as number) - n) * ((corners[2 * c] as number) - e)
  );
}

/** Whether a ring that does not cross itself turns left at every corner. */
function isConvex(corners: Float64Array): boolean {
  const count = corners.length / 2;
  for (let at = 0; at < count; at++) {
    if (turn(corners, at, (at + 1) % count, (at + 2) % count) < 0) return false;
  }
  return true;
}

function windowOf(corners: Float64Array): Window {
  const box = new Float64Array([Infinity, Infinity, -Infinity, -Infinity]);
  for (let at = 0; at < corners.length; at += 2) {
    box[0] = Math.min(box[0] as number, corners[at] as number);
    box[1] = Math.min(box[1] as number, corners[at + 1] as number);
    box[2] = Math.max(box[2] as number, corners[at] as number);
    box[3] = Math.max(box[3] as number, corners[at + 1] as number);
  }
  return { corners, box };
}

/** Cut a ring into triangles; false where no corner can be cut off, which rounding may bring about. */
function cutOff(corners: Float64Array, into: Window[]): boolean {
  const rest = Array.from({ length: corners.length / 2 }, (_, at) => at);
  const triangle = (a: number, b: number, c: number) => {
    if (turn(corners, a, b, c) <= 0) return;
    const figures = [a, b, c].flatMap((at) => [
      corners[2 * at] as number,
      corners[2 * at + 1] as number,
    ]);
    into.push(windowOf(Float64Array.from(figures)));
  };
  while (rest.length > 3) {
    const ear = rest.findIndex((_, at) => isEar(corners, rest, at));
    if (ear === -1) return false;
    triangle(...threeFrom(rest, ear));
    rest.splice((ear + 1) % rest.length, 1);
  }
  triangle(...threeFrom(rest, 0));
  return true;
}

const threeFrom = (rest: readonly number[], at: number): [number, number, number] => [
  rest[at] as number,
  rest[(at + 1) % rest.length] as number,
  rest[(at + 2) % rest.length] as number,
];

/** Whether the corner after one can be cut off: it turns left, and no other corner lies in what is cut. */
function isEar(corners: Float64Array, rest: readonly number[], at: number): boolean {
  const [a, b, c] = threeFrom(rest, at);
  if (turn(corners, a, b, c) < 0) return false;
  for (const corner of rest) {
    if (corner === a || corner === b || corner === c) continue;
    const isOut =
      turn(corners, a, b, corner) < 0 ||
      turn(corners, b, c, corner) < 0 ||
      turn(corners, c, a, corner) < 0;
    if (!isOut) return false;
  }
  return true;
}
