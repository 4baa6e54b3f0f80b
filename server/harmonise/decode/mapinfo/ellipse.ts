import type { Position } from 'geojson';

/** Degrees of one step along an ellipse, as GDAL takes. Source: MITAB, TABGenerateArc. */
const STEP_DEG = 2;

/** The box an ellipse fills, by two opposite corners. */
export type Box = readonly [one: Position, other: Position];

/** A stretch of the ellipse in a box, anticlockwise between two angles in degrees from the x axis. */
export function ellipseArc([one, other]: Box, fromDeg: number, toDeg: number): Position[] {
  const [ax = 0, ay = 0] = one;
  const [bx = 0, by = 0] = other;
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
  const [width, height] = [Math.abs(bx - ax) / 2, Math.abs(by - ay) / 2];
  const turn = (((toDeg - fromDeg) % 360) + 360) % 360 || 360;
  const steps = Math.max(2, Math.ceil(turn / STEP_DEG));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = ((fromDeg + (turn * step) / steps) * Math.PI) / 180;
    return [x + width * Math.cos(angle), y + height * Math.sin(angle)];
  });
}

/** The whole ellipse in a box, as a ring. */
export function ellipseRing(box: Box): Position[] {
  const ring = ellipseArc(box, 0, 360).slice(0, -1);
  const [first] = ring;
  return first ? [...ring, first] : ring;
}
