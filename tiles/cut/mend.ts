import { type Edge, nodeEdges, vertexNumber } from './noding.ts';
import type { Path } from './path.ts';

type Point = { readonly x: number; readonly y: number };
type Ring = readonly Point[];

/** An edge as seen from one of its ends. */
type Spoke = { readonly edge: number; readonly to: Point; readonly angle: number };

/**
 * Rebuild the rings from `firstPart` on (an exterior and its holes) into sound ones that bound the
 * same area by the even-odd rule: loops are taken apart where they cross or touch, spikes and
 * doubled edges go, exteriors are followed by their holes.
 */
export function mend(path: Path, firstPart: number): void {
  const rings = readRings(path, firstPart);
  path.backTo(firstPart);
  const edges = nodeEdges(rings.flatMap(edgesOf));
  const loops = edges ? traceLoops(edges).flatMap(splitAtTouches) : [hullOf(rings.flat())];
  const exteriors = loops.filter((ring) => areaOf(ring) > 0);
  const holes = loops.filter((ring) => areaOf(ring) < 0);
  for (const exterior of exteriors) {
    writeRing(path, exterior);
    const own = holes.filter((hole) => exteriors.length === 1 || holds(exterior, hole));
    for (const hole of own) writeRing(path, hole);
  }
}

function readRings(path: Path, firstPart: number): Ring[] {
  const rings: Ring[] = [];
  for (let part = firstPart; part < path.parts; part++) {
    const ring: Point[] = [];
    for (let i = path.startOf(part); i < path.endOf(part); i++) {
      ring.push({ x: path.xs[i] as number, y: path.ys[i] as number });
    }
    rings.push(ring);
  }
  return rings;
}

function writeRing(path: Path, ring: Ring): void {
  for (const { x, y } of ring) path.add(x, y);
  path.closePart();
}

const edgesOf = (ring: Ring): Edge[] =>
  ring.map(({ x, y }, i) => {
    const to = ring[(i + 1) % ring.length] as Point;
    return { ax: x, ay: y, bx: to.x, by: to.y };
  });

/** Walk every edge once, the area always on the right hand, turning right wherever edges meet. */
function traceLoops(edges: readonly Edge[]): Ring[] {
  const spokes = spokesOf(edges);
  const walked = new Set<number>();
  const loops: Ring[] = [];
  for (const [first, edge] of edges.entries()) {
    if (walked.has(first)) continue;
    const a = { x: edge.ax, y: edge.ay };
    const b = { x: edge.bx, y: edge.by };
    let [from, to] = areaIsRight(edge, edges) ? [a, b] : [b, a];
    let along = first;
    const loop: Point[] = [];
    do {
      walked.add(along);
      loop.push(from);
      const next = nextSpoke(spokes.get(nameOf(to)) as readonly Spoke[], along);
      [from, to, along] = [to, next.to, next.edge];
    } while (along !== first && !walked.has(along));
    loops.push(loop);
  }
  return loops;
}

const nameOf = ({ x, y }: Point): number => vertexNumber(x, y);

function spokesOf(edges: readonly Edge[]): Map<number, Spoke[]> {
  const spokes = new Map<number, Spoke[]>();
  const add = (edge: number, at: Point, to: Point): void => {
    const spoke = { edge, to, angle: Math.atan2(to.y - at.y, to.x - at.x) };
    const name = nameOf(at);
    const around = spokes.get(name);
    if (around) around.push(spoke);
    else spokes.set(name, [spoke]);
  };
  for (const [edge, { ax, ay, bx, by }] of edges.entries()) {
    add(edge, { x: ax, y: ay }, { x: bx, y: by });
    add(edge, { x: bx, y: by }, { x: ax, y: ay });
  }
  for (const around of spokes.values()) around.sort((s, t) => s.angle - t.angle);
  return spokes;
}

/** Arriving along an edge with the area on the right, the other side of that wedge of area. */
function nextSpoke(around: readonly Spoke[], arriving: number): Spoke {
  const back = around.findIndex((spoke) => spoke.edge === arriving);
  return around[(back + around.length - 1) % around.length] as Spoke;
}

/** Whether the area lies to the right of a → b (y runs down): count the edges on that side. */
function areaIsRight(edge: Edge, edges: readonly Edge[]): boolean {
  const dx = edge.bx - edge.ax;
  const dy = edge.by - edge.ay;
  const level = dy === 0;
  // look along +x, or along +y from a level edge
  const [along, across] = level
    ? [edge.ax + dx / 2, edge.ay]
    : [edge.ay + dy / 2, edge.ax + dx / 2];
  let beyond = 0;
  for (const other of edges) {
    if (other === edge) continue;
    const [a0, c0, a1, c1] = level
      ? [other.ax, other.ay, other.bx, other.by]
      : [other.ay, other.ax, other.by, other.bx];
    if (a0 > along === a1 > along) continue;
    if (c0 + ((c1 - c0) * (along - a0)) / (a1 - a0) > across) beyond++;
  }
  const areaBeyond = beyond % 2 === 1;
  return level ? dx > 0 === areaBeyond : dy > 0 !== areaBeyond;
}

/** Cut a loop into rings wherever it comes back to a vertex. */
function splitAtTouches(loop: Ring): Ring[] {
  const rings: Ring[] = [];
  const trail: Point[] = [];
  const seen = new Map<number, number>();
  for (const point of loop) {
    const name = nameOf(point);
    const at = seen.get(name);
    if (at !== undefined) {
      const ring = trail.splice(at);
      for (const left of ring) seen.delete(nameOf(left));
      rings.push(ring);
    }
    seen.set(name, trail.length);
    trail.push(point);
  }
  rings.push(trail);
  return rings.filter((ring) => ring.length > 2);
}

function areaOf(ring: Ring): number {
  let sum = 0;
  let last = ring.at(-1);
  for (const point of ring) {
    if (last) sum += last.x * point.y - point.x * last.y;
    last = point;
  }
  return sum / 2;
}

/** Whether a hole lies in an exterior it may touch at vertices: judged by the middle of an edge. */
function holds(exterior: Ring, hole: Ring): boolean {
  const [a, b] = [hole[0] as Point, hole[1] as Point];
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  let inside = false;
  let from = exterior.at(-1) as Point;
  for (const to of exterior) {
    const crosses = from.y > y !== to.y > y;
    if (crosses && x < from.x + ((to.x - from.x) * (y - from.y)) / (to.y - from.y))
      inside = !inside;
    from = to;
  }
  return inside;
}

/** Convex hull (Andrew's monotone chain): what is drawn where rounding would not settle. */
function hullOf(points: readonly Point[]): Ring {
  const sorted = points.toSorted((p, q) => p.x - q.x || p.y - q.y);
  const half = (row: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of row) {
      while (chain.length > 1 && turn(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0) {
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

const turn = (a: Point, b: Point, c: Point): number =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
