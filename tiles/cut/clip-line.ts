import type { Square } from './clip-ring.ts';
import { Path } from './path.ts';

const kept = new Path();

/**
 * Clip the path's open part, a line, to a square (Liang–Barsky).
 * What is left takes its place as closed parts: none, one, or one for each time it comes back.
 */
export function clipLine(path: Path, square: Square): void {
  const start = path.startOf(path.parts);
  const { xs, ys, vertices } = path;
  kept.clear();
  kept.reserve(2 * (vertices - start));
  let ax = xs[start] as number;
  let ay = ys[start] as number;
  let insideA = isInside(ax, ay, square);
  if (insideA) kept.add(ax, ay);
  for (let i = start + 1; i < vertices; i++) {
    const bx = xs[i] as number;
    const by = ys[i] as number;
    const insideB = isInside(bx, by, square);
    if (insideA && insideB) addVertex(bx, by);
    else if (insideA || insideB || !isBeside({ ax, ay, bx, by }, square)) {
      addSegment({ ax, ay, bx, by }, square);
    }
    ax = bx;
    ay = by;
    insideA = insideB;
  }
  closeLine();
  path.vertices = start;
  path.append(kept);
}

const isInside = (x: number, y: number, { low, high }: Square): boolean =>
  x >= low && x <= high && y >= low && y <= high;

/** Whether a segment lies wholly beyond one side of the square. */
const isBeside = ({ ax, ay, bx, by }: Segment, { low, high }: Square): boolean =>
  (ax < low && bx < low) ||
  (ax > high && bx > high) ||
  (ay < low && by < low) ||
  (ay > high && by > high);

/** Add what is inside of a segment that crosses the square's edge, or may. */
function addSegment(segment: Segment, square: Square): void {
  const found = insideSpan(segment, square);
  if (!found) return;
  const { ax, ay, bx, by } = segment;
  const [enter, leave] = found;
  if (enter > 0) closeLine();
  addVertex(Math.round(ax + (bx - ax) * enter), Math.round(ay + (by - ay) * enter));
  addVertex(Math.round(ax + (bx - ax) * leave), Math.round(ay + (by - ay) * leave));
  if (leave < 1) closeLine();
}

function closeLine(): void {
  if (kept.vertices - kept.startOf(kept.parts) > 1) kept.closePart();
  else kept.backTo(kept.parts);
}

function addVertex(x: number, y: number): void {
  const last = kept.vertices - 1;
  const repeated = last >= kept.startOf(kept.parts) && kept.xs[last] === x && kept.ys[last] === y;
  if (!repeated) kept.add(x, y);
}

type Segment = { ax: number; ay: number; bx: number; by: number };

/** From where to where (0–1) a segment is inside the square; undefined when it never is. */
function insideSpan(
  segment: Segment,
  { low, high }: Square,
): readonly [number, number] | undefined {
  const { ax, ay, bx, by } = segment;
  let enter = 0;
  let leave = 1;
  for (const [at, along] of [
    [ax, bx - ax],
    [ay, by - ay],
  ] as const) {
    if (along === 0) {
      if (at < low || at > high) return undefined;
      continue;
    }
    const toLow = (low - at) / along;
    const toHigh = (high - at) / along;
    enter = Math.max(enter, Math.min(toLow, toHigh));
    leave = Math.min(leave, Math.max(toLow, toHigh));
  }
  return enter <= leave ? [enter, leave] : undefined;
}
