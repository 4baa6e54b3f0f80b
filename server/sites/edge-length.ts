import type { Outlines } from './outlines.ts';

/** Length of a shape's edges within a box, metres (Liang and Barsky). */
export function edgeInBoxM(of: Outlines, at: number, boxes: Float64Array, box: number): number {
  const { edges, firstEdge } = of;
  const end = 4 * (firstEdge[at + 1] as number);
  let lengthM = 0;
  for (let edge = 4 * (firstEdge[at] as number); edge < end; edge += 4) {
    const e = edges[edge] as number;
    const n = edges[edge + 1] as number;
    const east = (edges[edge + 2] as number) - e;
    const north = (edges[edge + 3] as number) - n;
    span[0] = 0;
    span[1] = 1;
    narrow(e, east, boxes[4 * box] as number, boxes[4 * box + 2] as number);
    narrow(n, north, boxes[4 * box + 1] as number, boxes[4 * box + 3] as number);
    const part = (span[1] as number) - (span[0] as number);
    if (part > 0) lengthM += part * Math.hypot(east, north);
  }
  return lengthM;
}

// from where to where along an edge it is within, 0–1
const span = new Float64Array(2);

/** Bring the span down to where an edge is between two sides. */
function narrow(from: number, by: number, low: number, high: number): void {
  if (by === 0) {
    if (from < low || from > high) span[1] = -1;
    return;
  }
  const [one, other] = [(low - from) / by, (high - from) / by];
  span[0] = Math.max(span[0] as number, Math.min(one, other));
  span[1] = Math.min(span[1] as number, Math.max(one, other));
}
