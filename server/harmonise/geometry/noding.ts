import Flatbush from 'flatbush';

/** An edge between two nodes of a whole-numbered grid, and which rings it belongs to how often. */
export type Edge = {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  /** The ring it is of. */
  readonly ring: number;
};

type Point = { readonly x: number; readonly y: number };

/** Rounds after which rounding has always settled, with room to spare. */
const MOST_ROUNDS = 24;

/**
 * Split edges wherever they meet, at nodes of the grid: what remains meets only at ends, or lies on one another.
 * Rounding a crossing moves its edges a little, which may make new crossings: hence the rounds.
 *
 * @param edges ends on whole numbers below 2^40
 * @param most edges before giving up
 * @returns undefined when the edges did not settle, or became too many
 */
export function nodeEdges(edges: readonly Edge[], most: number): readonly Edge[] | undefined {
  let current = edges.filter(({ ax, ay, bx, by }) => ax !== bx || ay !== by);
  let fresh: ReadonlySet<Edge> | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (current.length === 0 || current.length > most) return undefined;
    const cuts = findCuts(current, fresh);
    if (cuts.size === 0) return current;
    const pieces = new Set<Edge>();
    current = current.flatMap((edge, i) => {
      const points = cuts.get(i);
      if (!points) return [edge];
      const split = splitEdge(edge, points);
      for (const piece of split) pieces.add(piece);
      return split;
    });
    fresh = pieces;
  }
  return undefined;
}

/** An index of the boxes of edges. */
export function indexEdges(edges: readonly Edge[]): Flatbush {
  const index = new Flatbush(edges.length);
  for (const { ax, ay, bx, by } of edges) {
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return index;
}

/** @param fresh edges that were not looked at before; undefined: all */
function findCuts(
  edges: readonly Edge[],
  fresh: ReadonlySet<Edge> | undefined,
): ReadonlyMap<number, Point[]> {
  const cuts = new Map<number, Point[]>();
  const cut = (at: number, point: Point): void => {
    if (isEnd(edges[at] as Edge, point)) return;
    const list = cuts.get(at);
    if (list) list.push(point);
    else cuts.set(at, [point]);
  };
  const index = indexEdges(edges);
  const isNew = (at: number) => fresh === undefined || fresh.has(edges[at] as Edge);
  for (const [i, e] of edges.entries()) {
    if (!isNew(i)) continue;
    // each pair once: with those behind it, and with those that are not looked from
    const others = index.search(...around(e), (other) => other > i || !isNew(other));
    for (const j of others) {
      for (const point of meetings(e, edges[j] as Edge)) {
        cut(i, point);
        cut(j, point);
      }
    }
  }
  return cuts;
}

function around({ ax, ay, bx, by }: Edge): [number, number, number, number] {
  const [west, east] = ax < bx ? [ax, bx] : [bx, ax];
  const [south, north] = ay < by ? [ay, by] : [by, ay];
  return [west - TOUCHING, south - TOUCHING, east + TOUCHING, north + TOUCHING];
}

const isEnd = ({ ax, ay, bx, by }: Edge, { x, y }: Point): boolean =>
  (ax === x && ay === y) || (bx === x && by === y);

/** Points two edges have in common: their crossing, rounded, or the ends that lie on the other. */
function meetings(e: Edge, f: Edge): readonly Point[] {
  const fa = side(e, f.ax, f.ay);
  const fb = side(e, f.bx, f.by);
  if (fa * fb > 0) return [];
  const ea = side(f, e.ax, e.ay);
  const eb = side(f, e.bx, e.by);
  if (ea * eb > 0) return [];
  if (fa * fb < 0 && ea * eb < 0) return [crossingOf(e, f)];
  const found: Point[] = [];
  if (fa === 0 && isWithin(e, f.ax, f.ay)) found.push({ x: f.ax, y: f.ay });
  if (fb === 0 && isWithin(e, f.bx, f.by)) found.push({ x: f.bx, y: f.by });
  if (ea === 0 && isWithin(f, e.ax, e.ay)) found.push({ x: e.ax, y: e.ay });
  if (eb === 0 && isWithin(f, e.bx, e.by)) found.push({ x: e.bx, y: e.by });
  return found;
}

function crossingOf(e: Edge, f: Edge): Point {
  const [dx, dy] = [e.bx - e.ax, e.by - e.ay];
  const [fx, fy] = [f.bx - f.ax, f.by - f.ay];
  const along = ((f.ax - e.ax) * fy - (f.ay - e.ay) * fx) / (dx * fy - dy * fx);
  return { x: Math.round(e.ax + dx * along), y: Math.round(e.ay + dy * along) };
}

/** A node this near to an edge is on it: lines that were drawn to touch miss each other by a rounding, nodes. */
const TOUCHING = 1;

/** Which side of an edge a node is on: 1 left, −1 right, 0 on its line or within a node of it. */
function side({ ax, ay, bx, by }: Edge, x: number, y: number): -1 | 0 | 1 {
  const [dx, dy] = [bx - ax, by - ay];
  const across = dx * (y - ay) - dy * (x - ax);
  // twice the area of the triangle against the base: no product is rounded by nearly as much
  if (Math.abs(across) <= TOUCHING * Math.hypot(dx, dy)) return 0;
  return across > 0 ? 1 : -1;
}

const isWithin = ({ ax, ay, bx, by }: Edge, x: number, y: number): boolean =>
  x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by);

function splitEdge(edge: Edge, points: readonly Point[]): readonly Edge[] {
  const { ax, ay, bx, by, ring } = edge;
  const along = ({ x, y }: Point): number => (x - ax) * (bx - ax) + (y - ay) * (by - ay);
  const stops = [...points.toSorted((p, q) => along(p) - along(q)), { x: bx, y: by }];
  let from: Point = { x: ax, y: ay };
  const pieces: Edge[] = [];
  for (const to of stops) {
    if (to.x === from.x && to.y === from.y) continue;
    pieces.push({ ax: from.x, ay: from.y, bx: to.x, by: to.y, ring });
    from = to;
  }
  return pieces;
}
