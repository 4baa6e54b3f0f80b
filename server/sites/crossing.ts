/** Whether any of some edges crosses an edge. */
// biome-ignore lint/complexity/useMaxParams: a kernel: an object for every edge would cost more than the comparing
export function crossesAny(
  edges: Float64Array,
  from: number,
  to: number,
  others: Float64Array,
  other: number,
): boolean {
  for (let edge = 4 * from; edge < 4 * to; edge += 4) {
    if (doCross(edges, edge, others, other)) return true;
  }
  return false;
}

/** Whether two edges pass through each other; those that merely touch are no distance apart anyway. */
function doCross(ones: Float64Array, one: number, others: Float64Array, other: number): boolean {
  const ax = ones[one] as number;
  const ay = ones[one + 1] as number;
  const bx = ones[one + 2] as number;
  const by = ones[one + 3] as number;
  const cx = others[other] as number;
  const cy = others[other + 1] as number;
  const dx = others[other + 2] as number;
  const dy = others[other + 3] as number;
  const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if (c > 0 === d > 0) return false;
  const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  return a > 0 !== b > 0;
}
