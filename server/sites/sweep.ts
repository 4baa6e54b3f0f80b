import { type Outlines, POLYGONS } from './outlines.ts';

/** A polygon of some outlines. */
export type PolygonAt = { readonly of: Outlines; readonly at: number };

/** Most edges that are swept: crossings are looked for pair by pair. */
const MOST_EDGES = 600;

/** A strip of less height holds no ground worth counting, metres. */
const LEAST_HEIGHT_M = 1e-9;

/** An edge from south to north, from the south-west of what is swept; `of`: number of its polygon, 0 the first. */
type Edge = {
  readonly of: number;
  readonly e: number;
  readonly n: number;
  readonly top: number;
  /** Metres east a metre north. */
  readonly lean: number;
};

/**
 * Ground of the first polygon that any of the others covers, overlaps once, m².
 *
 * The plane is parted into strips between the northings of all corners and crossings; within a strip no edges cross,
 * so what lies between them is trapezoids, measured at half height. Exact for any number of polygons that do not
 * cross themselves, with holes and parts, sharing edges or not.
 *
 * @returns undefined where there are too many edges; GEOS is quicker then
 */
export function sweptM2(first: PolygonAt, others: readonly PolygonAt[]): number | undefined {
  const box = first.of.boxes.subarray(4 * first.at, 4 * first.at + 4);
  const edges: Edge[] = [];
  for (const [number, polygon] of [first, ...others].entries()) {
    addEdges(edges, polygon, number, box);
    if (edges.length > MOST_EDGES) return undefined;
  }
  const levels = levelsOf(edges);
  edges.sort((one, other) => one.n - other.n);
  let covered = 0;
  for (let at = 1; at < levels.length; at++) {
    const [south, north] = [levels[at - 1] as number, levels[at] as number];
    if (north - south < LEAST_HEIGHT_M) continue;
    covered += (north - south) * widthAt(edges, (south + north) / 2, others.length + 1);
  }
  return covered;
}

/** Add a polygon's edges in the strip of a box: those east of it bound nothing in it, those west stand at its side. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a kernel: one loop, and what it passes over
function addEdges(to: Edge[], { of, at }: PolygonAt, number: number, box: Float64Array): void {
  if (of.kinds[at] !== POLYGONS) return;
  const [west = 0, south = 0, east = 0, north = 0] = box;
  const [width, height] = [east - west, north - south];
  const { edges } = of;
  const end = of.firstEdge[at + 1] as number;
  for (let edge = of.firstEdge[at] as number; edge < end; edge++) {
    const rises = (edges[4 * edge + 1] as number) < (edges[4 * edge + 3] as number);
    const low = 4 * edge + (rises ? 0 : 2);
    const high = 4 * edge + (rises ? 2 : 0);
    const e1 = (edges[low] as number) - west;
    const n1 = (edges[low + 1] as number) - south;
    const e2 = (edges[high] as number) - west;
    const n2 = (edges[high + 1] as number) - south;
    if (n1 === n2 || n2 <= 0 || n1 >= height || (e1 > width && e2 > width)) continue;
    const isWest = e1 <= 0 && e2 <= 0;
    const lean = isWest ? 0 : (e2 - e1) / (n2 - n1);
    const n = Math.max(n1, 0);
    to.push({
      of: number,
      e: isWest ? 0 : e1 + lean * (n - n1),
      n,
      top: Math.min(n2, height),
      lean,
    });
  }
}

/** Northings between which no edges cross, end or begin, in order. */
function levelsOf(edges: readonly Edge[]): Float64Array {
  const levels: number[] = [];
  for (const [at, one] of edges.entries()) {
    levels.push(one.n, one.top);
    for (let next = at + 1; next < edges.length; next++) {
      const crossing = crossingOf(one, edges[next] as Edge);
      if (crossing !== undefined) levels.push(crossing);
    }
  }
  return Float64Array.from(levels).sort();
}

/** Northing at which two edges cross; undefined where they do not, or run along each other. */
function crossingOf(one: Edge, other: Edge): number | undefined {
  const from = Math.max(one.n, other.n);
  const to = Math.min(one.top, other.top);
  if (from >= to || one.lean === other.lean) return undefined;
  const apart = eastAt(one, from) - eastAt(other, from);
  const crossing = from - apart / (one.lean - other.lean);
  return crossing > from && crossing < to ? crossing : undefined;
}

const eastAt = ({ e, n, lean }: Edge, at: number): number => e + lean * (at - n);

/** Width of what is within the first and any of the others, at a northing. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a kernel: two loops over what a strip meets
function widthAt(edges: readonly Edge[], at: number, polygons: number): number {
  const met: { readonly of: number; readonly e: number }[] = [];
  for (const edge of edges) {
    if (edge.n > at) break;
    if (edge.top > at) met.push({ of: edge.of, e: eastAt(edge, at) });
  }
  met.sort((one, other) => one.e - other.e);
  const inside = new Uint8Array(polygons);
  let others = 0;
  let width = 0;
  for (const [index, { of, e }] of met.entries()) {
    const now = (inside[of] as number) ^ 1;
    inside[of] = now;
    if (of > 0) others += now === 1 ? 1 : -1;
    const next = met[index + 1];
    if (next && others > 0 && inside[0] === 1) width += next.e - e;
  }
  return width;
}
