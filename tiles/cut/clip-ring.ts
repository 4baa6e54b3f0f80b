import { Path } from './path.ts';

/** A square both of whose axes run from `low` to `high`. */
export type Square = { readonly low: number; readonly high: number };

/** The four sides: which axis, which end. */
const SIDES = [
  { vertical: true, upper: false },
  { vertical: true, upper: true },
  { vertical: false, upper: false },
  { vertical: false, upper: true },
] as const;

let from = new Path();
let into = new Path();

/**
 * Clip the path's open part, a ring, to a square (Sutherland–Hodgman).
 *
 * Leaves nothing when the ring has no area inside. A ring that leaves the square and comes back
 * is joined along its side; `isSound` sees that and `mend` takes it apart.
 */
export function clipRing(path: Path, square: Square): void {
  const start = path.startOf(path.parts);
  from.clear();
  from.reserve(path.vertices - start);
  from.xs.set(path.xs.subarray(start, path.vertices));
  from.ys.set(path.ys.subarray(start, path.vertices));
  from.vertices = path.vertices - start;
  path.vertices = start;
  for (const { vertical, upper } of SIDES) {
    const bound = upper ? square.high : square.low;
    into.clear();
    into.reserve(2 * from.vertices);
    if (vertical) clipSide(from.xs, from.ys, { bound, upper });
    else clipSide(from.ys, from.xs, { bound, upper });
    if (!vertical) [into.xs, into.ys] = [into.ys, into.xs];
    [from, into] = [into, from];
    if (from.vertices < 3) return;
  }
  path.reserve(from.vertices);
  for (let i = 0; i < from.vertices; i++) addDifferent(path, start, i);
}

function addDifferent(path: Path, start: number, i: number): void {
  const x = from.xs[i] as number;
  const y = from.ys[i] as number;
  const last = path.vertices - 1;
  if (last >= start && path.xs[last] === x && path.ys[last] === y) return;
  path.xs[path.vertices] = x;
  path.ys[path.vertices++] = y;
}

/** Keep what is on the inner side of `bound` along `us`; the other axis follows. */
function clipSide(us: Int32Array, vs: Int32Array, side: { bound: number; upper: boolean }): void {
  const { bound, upper } = side;
  const outU = into.xs;
  const outV = into.ys;
  const length = from.vertices;
  let held = 0;
  let u0 = us[length - 1] as number;
  let v0 = vs[length - 1] as number;
  let inside0 = upper ? u0 <= bound : u0 >= bound;
  for (let i = 0; i < length; i++) {
    const u1 = us[i] as number;
    const v1 = vs[i] as number;
    const inside1 = upper ? u1 <= bound : u1 >= bound;
    if (inside0 !== inside1) {
      outU[held] = bound;
      outV[held++] = Math.round(v0 + ((v1 - v0) * (bound - u0)) / (u1 - u0));
    }
    if (inside1) {
      outU[held] = u1;
      outV[held++] = v1;
    }
    u0 = u1;
    v0 = v1;
    inside0 = inside1;
  }
  into.vertices = held;
}
