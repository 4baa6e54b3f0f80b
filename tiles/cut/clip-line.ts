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
  for (let i = start + 1; i < vertices; i++) {
    const ax = xs[i - 1] as number;
    const ay = ys[i - 1] as number;
    const bx = xs[i] as number;
    const by = ys[i] as number;
    const found = insideSpan({ ax, ay, bx, by }, square);
    if (!found) {
      closeLine();
      continue;
    }
    const [enter, leave] = found;
    if (enter > 0) closeLine();
    addVertex(ax + (bx - ax) * enter, ay + (by - ay) * enter);
    addVertex(ax + (bx - ax) * leave, ay + (by - ay) * leave);
    if (leave < 1) closeLine();
  }
  closeLine();
  path.vertices = start;
  path.append(kept);
}

function closeLine(): void {
  if (kept.vertices - kept.startOf(kept.parts) > 1) kept.closePart();
  else kept.backTo(kept.parts);
}

function addVertex(exactX: number, exactY: number): void {
  const x = Math.round(exactX);
  const y = Math.round(exactY);
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
