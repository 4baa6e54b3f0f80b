import type { Position } from 'geojson';
import { linearise } from '../geometry/arcs.ts';

/** Largest turn of one step along an ellipse, radians (4°, as elsewhere). */
const STEP_RAD = Math.PI / 45;
/** Steps along a spline for each of its control points, as GDAL takes. */
const SPLINE_STEPS = 8;
/** Control points of one spline, at most. */
const CONTROL_LIMIT = 100_000;

/** A vertex, and the bulge of the stretch to the next: the tangent of a quarter of its angle. */
export type Vertex = { readonly place: Position; readonly bulge: number };

/** A line through vertices, its bulges as arcs; closed ones end where they began. */
export function bulgedLine(vertices: readonly Vertex[], isClosed: boolean): Position[] {
  const [first] = vertices;
  if (!first) return [];
  const line: Position[] = [first.place];
  const ring = isClosed ? [...vertices, first] : vertices;
  for (const [index, { place }] of ring.entries()) {
    const before = ring[index - 1];
    if (before) for (const step of stretch(before, place)) line.push(step);
  }
  return line;
}

function stretch({ place, bulge }: Vertex, end: Position): Position[] {
  if (bulge === 0) return [end];
  const [ax = 0, ay = 0] = place;
  const [bx = 0, by = 0] = end;
  const middle = [(ax + bx) / 2 + ((by - ay) * bulge) / 2, (ay + by) / 2 - ((bx - ax) * bulge) / 2];
  return linearise([place, middle, end]).slice(1);
}

/** An arc of a circle, anticlockwise from one angle to another, in degrees from the x axis. */
export function circleArc(
  [x = 0, y = 0]: Position,
  radius: number,
  fromDeg: number,
  toDeg: number,
): Position[] {
  const turn = (((toDeg - fromDeg) % 360) + 360) % 360 || 360;
  const at = (degrees: number): Position => {
    const angle = (degrees * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  };
  const end = turn === 360 ? at(fromDeg) : at(fromDeg + turn);
  return linearise([at(fromDeg), at(fromDeg + turn / 2), end]);
}

/** An ellipse: its centre, the end of its long axis seen from there, and the ratio of the short one. */
export type Ellipse = {
  readonly centre: Position;
  readonly axis: Position;
  readonly ratio: number;
};

/** A stretch of an ellipse, anticlockwise between two parameters in radians. */
export function ellipseArc({ centre, axis, ratio }: Ellipse, from: number, to: number): Position[] {
  const [x = 0, y = 0] = centre;
  const [ax = 0, ay = 0] = axis;
  const full = 2 * Math.PI;
  const turn = (((to - from) % full) + full) % full || full;
  const steps = Math.max(2, Math.ceil(turn / STEP_RAD));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = from + (turn * step) / steps;
    const [along, across] = [Math.cos(angle), Math.sin(angle) * ratio];
    return [x + ax * along - ay * across, y + ay * along + ax * across];
  });
}

/** A B-spline: its degree, knots and control points, each with a weight where it is rational. */
export type Spline = {
  readonly degree: number;
  readonly knots: readonly number[];
  readonly controls: readonly Position[];
  readonly weights: readonly number[];
};

/** Points along a spline (de Boor); undefined when its figures do not fit one another. */
export function splineLine({ degree, knots, controls, weights }: Spline): Position[] | undefined {
  const count = controls.length;
  const isSound =
    Number.isInteger(degree) &&
    degree >= 1 &&
    degree <= 25 &&
    count > degree &&
    count <= CONTROL_LIMIT &&
    knots.length === count + degree + 1 &&
    knots.every((knot, at) => Number.isFinite(knot) && knot >= (knots[at - 1] ?? knot));
  const [start, end] = [knots[degree] ?? 0, knots[count] ?? 0];
  if (!isSound || !(end > start)) return undefined;
  const points = controls.map(([x = 0, y = 0], at) => {
    const weight = weights[at] ?? 1;
    return [x * weight, y * weight, weight];
  });
  const steps = count * SPLINE_STEPS;
  const line: Position[] = [];
  let span = degree;
  for (let step = 0; step <= steps; step += 1) {
    const at = start + ((end - start) * step) / steps;
    while (span < count - 1 && at >= (knots[span + 1] ?? 0)) span += 1;
    line.push(deBoor(points.slice(span - degree, span + 1), knots, { degree, span, at }));
  }
  return line;
}

type Where = { readonly degree: number; readonly span: number; readonly at: number };

function deBoor(near: number[][], knots: readonly number[], { degree, span, at }: Where): Position {
  for (let round = 1; round <= degree; round += 1) {
    for (let index = degree; index >= round; index -= 1) {
      const low = knots[span - degree + index] ?? 0;
      const high = knots[span + 1 + index - round] ?? 0;
      const share = high > low ? (at - low) / (high - low) : 0;
      const [one = [], other = []] = [near[index - 1], near[index]];
      near[index] = other.map((value, axis) => (1 - share) * (one[axis] ?? 0) + share * value);
    }
  }
  const [x = 0, y = 0, weight = 1] = near[degree] ?? [];
  return [x / weight, y / weight];
}
