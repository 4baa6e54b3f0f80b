import type { Position } from 'geojson';

/** Largest turn of one straight step, radians (4°, as GDAL's default). */
const STEP_RAD = Math.PI / 45;

/**
 * A string of circular arcs (start, through, end, through, end, …) as one line.
 * Three positions in a row, or an arc without a through position, give straight lines.
 */
export function linearise(arcs: readonly Position[]): Position[] {
  const [first] = arcs;
  if (!first) return [];
  const line: Position[] = [first];
  for (let at = 0; at + 2 < arcs.length; at += 2) {
    const [start, through, end] = [arcs[at], arcs[at + 1], arcs[at + 2]];
    if (start && through && end) line.push(...arcOf(start, through, end));
  }
  const last = arcs.at(-1);
  if (arcs.length % 2 === 0 && last) line.push(last);
  return line;
}

/** The steps of one arc after its start. */
function arcOf(start: Position, through: Position, end: Position): Position[] {
  const [ax = 0, ay = 0] = start;
  const [bx = 0, by = 0] = through;
  const [cx = 0, cy = 0] = end;
  // A full circle is written start, opposite, start.
  const isCircle = ax === cx && ay === cy;
  const centre = isCircle ? { x: (ax + bx) / 2, y: (ay + by) / 2 } : centreOf(start, through, end);
  if (!centre) return [through, end];
  const from = Math.atan2(ay - centre.y, ax - centre.x);
  const turnTo = (x: number, y: number) => positive(Math.atan2(y - centre.y, x - centre.x) - from);
  const [mid, whole] = [turnTo(bx, by), isCircle ? 2 * Math.PI : turnTo(cx, cy)];
  const turn = mid <= whole ? whole : whole - 2 * Math.PI;
  const radius = Math.hypot(ax - centre.x, ay - centre.y);
  const steps = Math.max(2, Math.ceil(Math.abs(turn) / STEP_RAD));
  const arc: Position[] = [];
  for (let step = 1; step < steps; step += 1) {
    const angle = from + (turn * step) / steps;
    arc.push([centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle)]);
  }
  arc.push(end);
  // A circle beyond all measure is a straight line.
  return arc.every((position) => position.every(Number.isFinite)) ? arc : [through, end];
}

const positive = (angle: number): number => (angle < 0 ? angle + 2 * Math.PI : angle);

/** The centre of the circle through three positions; undefined when they stand in a line. */
function centreOf(a: Position, b: Position, c: Position): { x: number; y: number } | undefined {
  const [x0 = 0, y0 = 0] = a;
  const [bx, by] = [(b[0] ?? 0) - x0, (b[1] ?? 0) - y0];
  const [cx, cy] = [(c[0] ?? 0) - x0, (c[1] ?? 0) - y0];
  const cross = 2 * (bx * cy - by * cx);
  if (Math.abs(cross) < 1e-12 * (bx * bx + by * by + cx * cx + cy * cy)) return undefined;
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy];
  return { x: x0 + (cy * bb - by * cc) / cross, y: y0 + (bx * cc - cx * bb) / cross };
}

/** The position opposite `a` on the circle through three; undefined when they stand in a line. */
export function oppositeOf(a: Position, b: Position, c: Position): Position | undefined {
  const centre = centreOf(a, b, c);
  return centre && [2 * centre.x - (a[0] ?? 0), 2 * centre.y - (a[1] ?? 0)];
}
