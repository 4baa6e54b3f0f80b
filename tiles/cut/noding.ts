/** An edge of tile units without direction. */
export type Edge = {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
};
type Point = { readonly x: number; readonly y: number };

/** Rounds after which rounding has always settled, with room to spare. */
const MOST_ROUNDS = 24;

/**
 * Split edges wherever they meet, at whole tile units, and take out those that lie twice on each
 * other: what remains meets only at ends, and bounds the same area by the even-odd rule.
 *
 * Rounding a crossing moves its edges a little, which may make new crossings: hence the rounds.
 *
 * @returns undefined when the edges did not settle
 */
export function nodeEdges(edges: readonly Edge[]): Edge[] | undefined {
  let current = cancelPairs(edges);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const cuts = findCuts(current);
    if (cuts.size === 0) return current;
    current = cancelPairs(current.flatMap((edge) => splitEdge(edge, cuts.get(edge))));
  }
  return undefined;
}

/** Vertices of a tile and its buffer, from −SHIFT on, have room in this many bits an axis. */
const AXIS = 2 ** 13;
const SHIFT = 2 ** 11;

/** A number for each vertex between −2,048 and 6,143 on both axes: a tile and its buffer lie within. */
export const vertexNumber = (x: number, y: number): number => (x + SHIFT) * AXIS + y + SHIFT;

/** Keep one of each edge that is there an odd number of times. */
function cancelPairs(edges: readonly Edge[]): Edge[] {
  const odd = new Map<number, Edge>();
  for (const { ax, ay, bx, by } of edges) {
    if (ax === bx && ay === by) continue;
    const forward = ax < bx || (ax === bx && ay < by);
    const edge = forward ? { ax, ay, bx, by } : { ax: bx, ay: by, bx: ax, by: ay };
    const from = vertexNumber(edge.ax, edge.ay);
    // two numbers of 26 bits fit a double exactly
    const name = from * AXIS * AXIS + vertexNumber(edge.bx, edge.by);
    if (!odd.delete(name)) odd.set(name, edge);
  }
  return [...odd.values()];
}

/** Where each edge must be split. Edges run left to right (see `cancelPairs`). */
function findCuts(edges: readonly Edge[]): Map<Edge, Point[]> {
  const cuts = new Map<Edge, Point[]>();
  const cut = (edge: Edge, point: Point): void => {
    if (isEnd(edge, point)) return;
    const list = cuts.get(edge);
    if (list) list.push(point);
    else cuts.set(edge, [point]);
  };
  const sorted = edges.toSorted((e, f) => e.ax - f.ax);
  for (const [index, e] of sorted.entries()) {
    for (let other = index + 1; other < sorted.length; other++) {
      const f = sorted[other] as Edge;
      if (f.ax > e.bx) break;
      for (const point of meetings(e, f)) {
        cut(e, point);
        cut(f, point);
      }
    }
  }
  return cuts;
}

const isEnd = ({ ax, ay, bx, by }: Edge, { x, y }: Point): boolean =>
  (ax === x && ay === y) || (bx === x && by === y);

/** Points two edges have in common: their crossing, rounded, or the ends that lie on the other. */
function meetings(e: Edge, f: Edge): Point[] {
  if (Math.max(e.ay, e.by) < Math.min(f.ay, f.by)) return [];
  if (Math.max(f.ay, f.by) < Math.min(e.ay, e.by)) return [];
  const fa = side(e, f.ax, f.ay);
  const fb = side(e, f.bx, f.by);
  const ea = side(f, e.ax, e.ay);
  const eb = side(f, e.bx, e.by);
  if (fa * fb < 0 && ea * eb < 0) {
    const along = ea / (ea - eb);
    const x = Math.round(e.ax + (e.bx - e.ax) * along);
    const y = Math.round(e.ay + (e.by - e.ay) * along);
    return [{ x, y }];
  }
  const found: Point[] = [];
  if (fa === 0 && within(e, f.ax, f.ay)) found.push({ x: f.ax, y: f.ay });
  if (fb === 0 && within(e, f.bx, f.by)) found.push({ x: f.bx, y: f.by });
  if (ea === 0 && within(f, e.ax, e.ay)) found.push({ x: e.ax, y: e.ay });
  if (eb === 0 && within(f, e.bx, e.by)) found.push({ x: e.bx, y: e.by });
  return found;
}

/** Which side of an edge a point is on: 0 on its line. */
const side = ({ ax, ay, bx, by }: Edge, x: number, y: number): number =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax);

const within = ({ ax, ay, bx, by }: Edge, x: number, y: number): boolean =>
  x >= ax && x <= bx && y >= Math.min(ay, by) && y <= Math.max(ay, by);

function splitEdge(edge: Edge, points: Point[] | undefined): Edge[] {
  if (!points) return [edge];
  const { ax, ay, bx, by } = edge;
  const along = ({ x, y }: Point): number => (x - ax) * (bx - ax) + (y - ay) * (by - ay);
  const stops = [...points.toSorted((p, q) => along(p) - along(q)), { x: bx, y: by }];
  let from: Point = { x: ax, y: ay };
  return stops.map((to) => {
    const piece = { ax: from.x, ay: from.y, bx: to.x, by: to.y };
    from = to;
    return piece;
  });
}
