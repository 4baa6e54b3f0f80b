import { isInside } from './inside.ts';
import { type Outlines, POLYGONS } from './outlines.ts';

/** Area of a polygon with its holes taken off, m² of the plane; 0 of lines and points. */
export function areaM2Of(of: Outlines, at: number): number {
  if (of.kinds[at] !== POLYGONS) return 0;
  let area = 0;
  for (let ring = of.firstRing[at] as number; ring < (of.firstRing[at + 1] as number); ring++) {
    const enclosed = Math.abs(momentsOf(of, ring).twice) / 2;
    area += of.opensPart[ring] === 1 ? enclosed : -enclosed;
  }
  return area;
}

/**
 * A position in the middle of a shape: of a polygon its centre of area where that lies inside it, else the middle of
 * the widest stretch inside it at the height of its box's middle; of others the middle of their box.
 */
export function middleOf(of: Outlines, at: number): readonly [easting: number, northing: number] {
  const [west = 0, south = 0, east = 0, north = 0] = of.boxes.subarray(4 * at, 4 * at + 4);
  const box = [(west + east) / 2, (south + north) / 2] as const;
  if (of.kinds[at] !== POLYGONS) return box;
  const centre = centreOf(of, at);
  if (centre && isInside(of, at, centre[0], centre[1])) return centre;
  return widestAt(of, at, box[1]) ?? box;
}

/** Twice a ring's area, and that times its centre, from its first corner. */
function momentsOf(of: Outlines, ring: number): { twice: number; e: number; n: number } {
  const { edges } = of;
  const from = 4 * (of.ringEdge[ring] as number);
  const to = 4 * (of.ringEdge[ring + 1] as number);
  const [e0, n0] = [edges[from] as number, edges[from + 1] as number];
  let [twice, e, n] = [0, 0, 0];
  for (let edge = from; edge < to; edge += 4) {
    const e1 = (edges[edge] as number) - e0;
    const n1 = (edges[edge + 1] as number) - n0;
    const e2 = (edges[edge + 2] as number) - e0;
    const n2 = (edges[edge + 3] as number) - n0;
    const cross = e1 * n2 - e2 * n1;
    twice += cross;
    e += (cross * (e1 + e2)) / 3;
    n += (cross * (n1 + n2)) / 3;
  }
  return { twice, e: e + twice * e0, n: n + twice * n0 };
}

function centreOf(of: Outlines, at: number): readonly [number, number] | undefined {
  let [area, e, n] = [0, 0, 0];
  for (let ring = of.firstRing[at] as number; ring < (of.firstRing[at + 1] as number); ring++) {
    const moments = momentsOf(of, ring);
    // whichever way a ring is drawn, what it encloses counts, and what a hole encloses does not
    const sign = moments.twice < 0 === (of.opensPart[ring] === 1) ? -1 : 1;
    area += sign * moments.twice;
    e += sign * moments.e;
    n += sign * moments.n;
  }
  return area > 0 ? [e / area, n / area] : undefined;
}

/** Middle of the widest stretch of a polygon at a northing. */
function widestAt(of: Outlines, at: number, n: number): readonly [number, number] | undefined {
  const { edges } = of;
  const crossings: number[] = [];
  for (let edge = of.firstEdge[at] as number; edge < (of.firstEdge[at + 1] as number); edge++) {
    const [e1 = 0, n1 = 0, e2 = 0, n2 = 0] = edges.subarray(4 * edge, 4 * edge + 4);
    if (n1 > n !== n2 > n) crossings.push(e1 + ((n - n1) / (n2 - n1)) * (e2 - e1));
  }
  crossings.sort((one, other) => one - other);
  let [best, middle] = [0, Number.NaN];
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [from = 0, to = 0] = crossings.slice(at, at + 2);
    if (to - from > best) [best, middle] = [to - from, (from + to) / 2];
  }
  return best > 0 ? [middle, n] : undefined;
}
