import type { Window } from './clip.ts';
import { type Outlines, POLYGONS } from './outlines.ts';

/** Longest ring that is parted: parting takes the cube of its corners at worst. */
const MOST_CORNERS = 64;

/**
 * Convex pieces that a polygon without holes is made of: itself where it is convex, else triangles cut off one by one
 * (Meisters). Undefined of one that has holes or many corners, and of lines and points.
 */
export function piecesOf(of: Outlines, at: number): readonly Window[] | undefined {
  if (of.kinds[at] !== POLYGONS) return undefined;
  const pieces: Window[] = [];
  const end = of.firstRing[at + 1] as number;
  for (let ring = of.firstRing[at] as number; ring < end; ring++) {
    const corners = of.opensPart[ring] === 1 ? turned(cornersOf(of, ring)) : undefined;
    const parted = corners && (isConvex(corners) ? [windowOf(corners)] : triangles(corners));
    if (!parted) return undefined;
    pieces.push(...parted);
  }
  return pieces;
}

type Corner = readonly [e: number, n: number];

function cornersOf({ edges, ringEdge }: Outlines, ring: number): Corner[] {
  const corners: Corner[] = [];
  for (let edge = ringEdge[ring] as number; edge < (ringEdge[ring + 1] as number); edge++) {
    corners.push([edges[4 * edge] as number, edges[4 * edge + 1] as number]);
  }
  return corners;
}

/** Counter-clockwise. */
function turned(corners: Corner[]): Corner[] {
  const [first] = corners;
  let twice = 0;
  for (const [at, corner] of corners.entries()) {
    if (first) twice += turn(first, corner, corners[(at + 1) % corners.length] ?? first);
  }
  return twice < 0 ? corners.reverse() : corners;
}

/** Twice the area of a triangle: positive where it turns left. */
const turn = ([e1, n1]: Corner, [e2, n2]: Corner, [e3, n3]: Corner): number =>
  (e2 - e1) * (n3 - n1) - (n2 - n1) * (e3 - e1);

/** Turns left at every corner, and once round in all: a star's ring of five turns left too, and goes round twice. */
function isConvex(corners: readonly Corner[]): boolean {
  let rises = 0;
  for (let at = 0; at < corners.length; at++) {
    const [one, two, three] = threeFrom(corners, at);
    if (turn(one, two, three) < 0) return false;
    const up = two[1] > one[1] || (two[1] === one[1] && two[0] > one[0]);
    const upNext = three[1] > two[1] || (three[1] === two[1] && three[0] > two[0]);
    if (!up && upNext) rises++;
  }
  return rises === 1;
}

const threeFrom = (corners: readonly Corner[], at: number): [Corner, Corner, Corner] => {
  const corner = (index: number) => corners[index % corners.length] as Corner;
  return [corner(at), corner(at + 1), corner(at + 2)];
};

function windowOf(corners: readonly Corner[]): Window {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [e, n] of corners) {
    box[0] = Math.min(box[0] as number, e);
    box[1] = Math.min(box[1] as number, n);
    box[2] = Math.max(box[2] as number, e);
    box[3] = Math.max(box[3] as number, n);
  }
  return { corners: Float64Array.from(corners.flat()), box: Float64Array.from(box) };
}

function triangles(ring: readonly Corner[]): Window[] | undefined {
  if (ring.length > MOST_CORNERS) return undefined;
  const rest = [...ring];
  const cut: Window[] = [];
  while (rest.length > 3) {
    const ear = rest.findIndex((_, at) => isEar(rest, at));
    if (ear === -1) return undefined;
    const triangle = threeFrom(rest, ear);
    if (turn(...triangle) > 0) cut.push(windowOf(triangle));
    rest.splice((ear + 1) % rest.length, 1);
  }
  cut.push(windowOf(rest));
  return cut;
}

/** Whether the corner after one can be cut off: it turns left, and no other corner lies in what is cut. */
function isEar(ring: readonly Corner[], at: number): boolean {
  const [one, two, three] = threeFrom(ring, at);
  if (turn(one, two, three) < 0) return false;
  return ring.every(
    (corner) =>
      corner === one ||
      corner === two ||
      corner === three ||
      turn(one, two, corner) < 0 ||
      turn(two, three, corner) < 0 ||
      turn(three, one, corner) < 0,
  );
}
