/** Square of the distance from an edge's box to a box. */
export function edgeToBoxM2(
  edges: Float64Array,
  edge: number,
  boxes: Float64Array,
  box: number,
): number {
  const e1 = edges[edge] as number;
  const n1 = edges[edge + 1] as number;
  const e2 = edges[edge + 2] as number;
  const n2 = edges[edge + 3] as number;
  const west = boxes[box] as number;
  const south = boxes[box + 1] as number;
  const east = boxes[box + 2] as number;
  const north = boxes[box + 3] as number;
  const e = gap(e1 + e2 - west - east, Math.abs(e2 - e1) + east - west);
  const n = gap(n1 + n2 - south - north, Math.abs(n2 - n1) + north - south);
  return e * e + n * n;
}

/**
 * How far two stretches of a line are apart; 0 where they meet. Without a branch: which way it went could not be
 * foreseen, and that costs more than all the rest.
 *
 * @param middles twice the distance of their middles, of either sign @param lengths of both together
 */
export function gap(middles: number, lengths: number): number {
  const between = Math.abs(middles) - lengths;
  return (between + Math.abs(between)) / 4;
}

/** Square of the distance between two boxes; not a number where one is empty. */
export function boxesApartM2(
  boxes: Float64Array,
  at: number,
  others: Float64Array,
  other: number,
): number {
  const w1 = boxes[4 * at] as number;
  const s1 = boxes[4 * at + 1] as number;
  const e1 = boxes[4 * at + 2] as number;
  const n1 = boxes[4 * at + 3] as number;
  const w2 = others[4 * other] as number;
  const s2 = others[4 * other + 1] as number;
  const e2 = others[4 * other + 2] as number;
  const n2 = others[4 * other + 3] as number;
  const e = gap(w1 + e1 - w2 - e2, e1 - w1 + e2 - w2);
  const n = gap(s1 + n1 - s2 - n2, n1 - s1 + n2 - s2);
  return e * e + n * n;
}
