import type { Position } from 'geojson';
import type { Edge } from './noding.ts';

type Node = { readonly x: number; readonly y: number };
type Ring = readonly Node[];

/** A boundary edge as seen from one of its ends. */
type Spoke = { readonly edge: number; readonly leaves: boolean; readonly angle: number };

/**
 * Walk a noded boundary into polygons valid by the OGC's simple features: the inside on the left, rings parted
 * wherever they touch themselves, outlines counter-clockwise, each with its holes.
 *
 * @param boundary every edge once, the inside on its left
 * @param write a node as a position
 */
export function traceRings(
  boundary: readonly Edge[],
  write: (x: number, y: number) => Position,
): Position[][][] {
  const loops = walk(boundary).flatMap(partAtTouches);
  const measured = loops.map((ring) => ({ ring, area: areaOf(ring) }));
  const outlines = measured.filter(({ area }) => area > 0).sort((a, b) => a.area - b.area);
  const polygons = outlines.map(({ ring }) => [ring]);
  for (const { ring, area } of measured) {
    if (area >= 0) continue;
    // the smallest outline around it
    const home = outlines.findIndex((outline) => -area < outline.area && holds(outline.ring, ring));
    polygons[home]?.push(ring);
  }
  const close = (ring: Ring): Position[] => {
    const positions = ring.map(({ x, y }) => write(x, y));
    return [...positions, [...(positions[0] ?? [])]];
  };
  return polygons.reverse().map((rings) => rings.map(close));
}

/** Walk every edge once, turning at each node into the same wedge of the inside. */
function walk(boundary: readonly Edge[]): readonly Ring[] {
  const spokes = spokesOf(boundary);
  const walked = new Set<number>();
  const loops: Ring[] = [];
  for (const first of boundary.keys()) {
    const loop: Node[] = [];
    let along: number | undefined = first;
    while (along !== undefined && !walked.has(along)) {
      walked.add(along);
      const { ax, ay, bx, by } = boundary[along] as Edge;
      loop.push({ x: ax, y: ay });
      along = nextEdge(spokes.get(`${bx},${by}`) ?? [], along);
    }
    if (loop.length > 2) loops.push(loop);
  }
  return loops;
}

function spokesOf(boundary: readonly Edge[]): ReadonlyMap<string, readonly Spoke[]> {
  const spokes = new Map<string, Spoke[]>();
  const add = (x: number, y: number, spoke: Spoke): void => {
    const around = spokes.get(`${x},${y}`);
    if (around) around.push(spoke);
    else spokes.set(`${x},${y}`, [spoke]);
  };
  for (const [edge, { ax, ay, bx, by }] of boundary.entries()) {
    add(ax, ay, { edge, leaves: true, angle: Math.atan2(by - ay, bx - ax) });
    add(bx, by, { edge, leaves: false, angle: Math.atan2(ay - by, ax - bx) });
  }
  for (const around of spokes.values()) around.sort((a, b) => a.angle - b.angle);
  return spokes;
}

/** Arriving with the inside on the left: the next spoke clockwise bounds the same wedge of it. */
function nextEdge(around: readonly Spoke[], arriving: number): number | undefined {
  const back = around.findIndex(({ edge, leaves }) => edge === arriving && !leaves);
  const next = around[(back + around.length - 1) % around.length];
  return next?.leaves ? next.edge : undefined;
}

/** Cut a loop into rings wherever it comes back to a node. */
function partAtTouches(loop: Ring): readonly Ring[] {
  const rings: Ring[] = [];
  const trail: Node[] = [];
  const seen = new Map<string, number>();
  for (const node of loop) {
    const name = `${node.x},${node.y}`;
    const at = seen.get(name);
    if (at !== undefined) {
      const ring = trail.splice(at);
      for (const { x, y } of ring) seen.delete(`${x},${y}`);
      rings.push(ring);
    }
    seen.set(name, trail.length);
    trail.push(node);
  }
  rings.push(trail);
  return rings.filter((ring) => ring.length > 2);
}

/** Twice the area of an open ring; positive when counter-clockwise. */
function areaOf(ring: Ring): number {
  const [{ x: x0, y: y0 } = { x: 0, y: 0 }] = ring;
  let sum = 0;
  let last = ring.at(-1);
  for (const node of ring) {
    if (last) sum += (last.x - x0) * (node.y - y0) - (node.x - x0) * (last.y - y0);
    last = node;
  }
  return sum;
}

/** Whether a hole lies in an outline it may touch at nodes: judged by the middle of an edge. */
function holds(outline: Ring, hole: Ring): boolean {
  const [a, b] = [hole[0] as Node, hole[1] as Node];
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  let inside = false;
  let from = outline.at(-1) as Node;
  for (const to of outline) {
    const crosses = from.y > y !== to.y > y;
    if (crosses && x < from.x + ((to.x - from.x) * (y - from.y)) / (to.y - from.y)) {
      inside = !inside;
    }
    from = to;
  }
  return inside;
}
