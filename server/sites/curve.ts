/** Cells a side of the curve's square is parted into. */
const SIDE = 1 << 15;

/**
 * How far along a Hilbert curve over a square a position is: what is near on the curve is near on the ground.
 * Source: Hacker's Delight, 2nd edition, figure 16-8, with the coordinates for bits.
 *
 * @param side of the square, metres, in whose south-west corner east and north are 0
 */
export function alongCurve(east: number, north: number, side: number): number {
  let x = cellOf(east, side);
  let y = cellOf(north, side);
  let along = 0;
  for (let half = SIDE / 2; half >= 1; half /= 2) {
    const right = (x & half) > 0 ? 1 : 0;
    const upper = (y & half) > 0 ? 1 : 0;
    along = along * 4 + ((3 * right) ^ upper);
    if (upper === 1) continue;
    if (right === 1) {
      x = SIDE - 1 - x;
      y = SIDE - 1 - y;
    }
    const turned = x;
    x = y;
    y = turned;
  }
  return along;
}

const cellOf = (metres: number, side: number): number =>
  side > 0 ? Math.min(Math.max(Math.floor((metres / side) * SIDE), 0), SIDE - 1) : 0;
