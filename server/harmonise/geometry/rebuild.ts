import type Flatbush from 'flatbush';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { type Edge, indexEdges, nodeEdges } from './noding.ts';
import { traceRings } from './trace.ts';

/** Nodes of the grid in a degree and in a metre: a tenth of a millimetre and a whole one, finer than any survey. */
export const NODES_A_UNIT = { geographic: 1e9, projected: 1e3 } as const;
/** Edges beyond which a shape is left as it is. */
const MOST_EDGES = 400_000;

/** Which rings make up one part: an outline and its holes, by number. */
type Part = { readonly outer: number; readonly holes: readonly number[] };

/**
 * Build a valid geometry out of any rings: within each part what the outline encloses (even-odd) and no hole does;
 * then all parts together. Holes that cross their outline or one another are cut and joined, parts that overlap become
 * one. Vertices keep their published figures; crossings get one on the grid.
 *
 * @param geometry as published, where lines that were drawn to touch still do
 * @param nodes of the grid in a unit of its coordinates: see `NODES_A_UNIT`
 * @returns undefined when nothing has an area, or there are too many edges
 */
export function rebuild(
  geometry: Polygon | MultiPolygon,
  nodes: number,
): Polygon | MultiPolygon | undefined {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const sheet: Sheet = { nodes, published: new Map(), edges: [] };
  const parts: Part[] = [];
  let rings = 0;
  for (const [outer = [], ...holes] of polygons) {
    const first = rings;
    for (const ring of [outer, ...holes]) addEdges(sheet, ring, rings++);
    parts.push({ outer: first, holes: holes.map((_, i) => first + 1 + i) });
  }
  const noded = nodeEdges(sheet.edges, MOST_EDGES);
  const boundary = noded && boundaryOf(noded, parts);
  const coordinates = boundary && traceRings(boundary, (x, y) => positionOf(sheet, x, y));
  if (!coordinates || coordinates.length === 0) return undefined;
  const [only = []] = coordinates;
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates };
}

/** The grid everything is drawn on. */
type Sheet = {
  readonly nodes: number;
  /** Nodes that are published vertices. */
  readonly published: Map<string, Position>;
  readonly edges: Edge[];
};

function addEdges(sheet: Sheet, ring: readonly Position[], number: number): void {
  const nodeOf = ([x = 0, y = 0]: Position) =>
    [Math.round(x * sheet.nodes), Math.round(y * sheet.nodes)] as const;
  for (let i = 0; i < ring.length; i++) {
    const at = ring[i] as Position;
    const [ax, ay] = nodeOf(at);
    const [bx, by] = nodeOf(ring[i + 1 === ring.length ? 0 : i + 1] as Position);
    if (!sheet.published.has(`${ax},${ay}`)) sheet.published.set(`${ax},${ay}`, at.slice(0, 2));
    sheet.edges.push({ ax, ay, bx, by, ring: number });
  }
}

const positionOf = ({ nodes, published }: Sheet, x: number, y: number): Position => [
  ...(published.get(`${x},${y}`) ?? [x / nodes, y / nodes]),
];

/** Edges with the inside on one side only, run so that it is on their left. */
function boundaryOf(noded: readonly Edge[], parts: readonly Part[]): readonly Edge[] {
  const index = indexEdges(noded);
  const degrees = degreesOf(noded);
  const boundary: Edge[] = [];
  let before: Sided | undefined;
  for (const stack of stackEdges(noded).values()) {
    const sided: Sided = follow(before, stack, degrees) ?? lookAround(stack, noded, index);
    before = sided;
    const { edge, left, right } = sided;
    const [leftIn, rightIn] = [isInside(left, parts), isInside(right, parts)];
    if (leftIn === rightIn) continue;
    const { ax, ay, bx, by, ring } = edge;
    boundary.push(leftIn ? edge : { ax: bx, ay: by, bx: ax, by: ay, ring });
  }
  return boundary;
}

/** A stack of edges with the rings that enclose what is on either side. */
type Sided = {
  readonly edge: Edge;
  readonly alone: boolean;
  readonly left: ReadonlySet<number>;
  readonly right: ReadonlySet<number>;
};

/** What is beside an edge that goes on from another, where nothing else meets them, is beside both. */
function follow(
  before: Sided | undefined,
  stack: readonly Edge[],
  degrees: ReadonlyMap<string, number>,
): Sided | undefined {
  const [edge] = stack;
  if (!edge || !before?.alone || stack.length > 1 || before.edge.ring !== edge.ring)
    return undefined;
  const { left, right } = before;
  const isJoint = (x: number, y: number) => degrees.get(`${x},${y}`) === 2;
  const { ax, ay, bx, by } = before.edge;
  const onward =
    (bx === edge.ax && by === edge.ay && isJoint(bx, by)) ||
    (ax === edge.bx && ay === edge.by && isJoint(ax, ay));
  if (onward) return { edge, alone: true, left, right };
  const turned =
    (bx === edge.bx && by === edge.by && isJoint(bx, by)) ||
    (ax === edge.ax && ay === edge.ay && isJoint(ax, ay));
  return turned ? { edge, alone: true, left: right, right: left } : undefined;
}

function lookAround(stack: readonly Edge[], noded: readonly Edge[], index: Flatbush): Sided {
  const [edge] = stack;
  if (!edge) throw new TypeError('Cannot look around: no edge');
  const right = ringsRightOf(edge, noded, index);
  const left = new Set(right);
  for (const { ring } of stack) toggle(left, ring);
  return { edge, alone: stack.length === 1, left, right };
}

/** How many edges meet at each node. */
function degreesOf(noded: readonly Edge[]): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const { ax, ay, bx, by } of noded) {
    for (const name of [`${ax},${ay}`, `${bx},${by}`]) {
      degrees.set(name, (degrees.get(name) ?? 0) + 1);
    }
  }
  return degrees;
}

/** Edges that lie on one another, under one name whichever way they run. They run upwards, or else eastwards. */
function stackEdges(noded: readonly Edge[]): ReadonlyMap<string, Edge[]> {
  const stacks = new Map<string, Edge[]>();
  for (const { ax, ay, bx, by, ring } of noded) {
    const up = ay < by || (ay === by && ax < bx);
    const edge = up ? { ax, ay, bx, by, ring } : { ax: bx, ay: by, bx: ax, by: ay, ring };
    const name = `${edge.ax},${edge.ay},${edge.bx},${edge.by}`;
    const stack = stacks.get(name);
    if (stack) stack.push(edge);
    else stacks.set(name, [edge]);
  }
  return stacks;
}

/**
 * The rings that enclose what is just right of an upward edge (below a level one): those with an odd number of
 * edges beyond its middle. All are noded, so that no edge but those on it comes near the middle.
 */
function ringsRightOf(edge: Edge, noded: readonly Edge[], index: Flatbush): Set<number> {
  const level = edge.ay === edge.by;
  const [mx, my] = [edge.ax + (edge.bx - edge.ax) / 2, edge.ay + (edge.by - edge.ay) / 2];
  const box = level
    ? ([mx, Number.NEGATIVE_INFINITY, mx, my] as const)
    : ([mx, my, Number.POSITIVE_INFINITY, my] as const);
  const rings = new Set<number>();
  for (const at of index.search(...box)) {
    const other = noded[at] as Edge;
    if (isSame(edge, other)) continue;
    const beyond = level ? passesBelow(other, edge, mx) : passesRight(other, edge, my);
    if (beyond) toggle(rings, other.ring);
  }
  return rings;
}

const isSame = (e: Edge, f: Edge): boolean =>
  (e.ax === f.ax && e.ay === f.ay && e.bx === f.bx && e.by === f.by) ||
  (e.ax === f.bx && e.ay === f.by && e.bx === f.ax && e.by === f.ay);

function passesRight({ ax, ay, bx, by }: Edge, edge: Edge, y: number): boolean {
  if (ay > y === by > y) return false;
  return ax - edge.ax + ((y - ay) / (by - ay)) * (bx - ax) > (edge.bx - edge.ax) / 2;
}

function passesBelow({ ax, ay, bx, by }: Edge, edge: Edge, x: number): boolean {
  if (ax > x === bx > x) return false;
  return ay - edge.ay + ((x - ax) / (bx - ax)) * (by - ay) < 0;
}

function toggle(rings: Set<number>, ring: number): void {
  if (!rings.delete(ring)) rings.add(ring);
}

const isInside = (rings: ReadonlySet<number>, parts: readonly Part[]): boolean =>
  rings.size > 0 &&
  parts.some(({ outer, holes }) => rings.has(outer) && !holes.some((hole) => rings.has(hole)));
