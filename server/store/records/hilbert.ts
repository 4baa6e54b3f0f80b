/** Bits of each coordinate: cells of 20 to 40 m. */
const BITS = 20;
const CELLS = 2 ** BITS;

/**
 * How far along a Hilbert curve over the earth a position is: what is near on the curve is near on the ground.
 * Source: Hacker's Delight, 2nd edition, figure 16-8, with the coordinates for bits.
 */
export function alongHilbert(lng: number, lat: number): number {
  let x = cellOf((lng + 180) / 360);
  let y = cellOf((lat + 90) / 180);
  let along = 0;
  for (let side = CELLS / 2; side >= 1; side /= 2) {
    const [right, upper] = [(x & side) > 0 ? 1 : 0, (y & side) > 0 ? 1 : 0];
    along = along * 4 + ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) [x, y] = [CELLS - 1 - x, CELLS - 1 - y];
      [x, y] = [y, x];
    }
  }
  return along;
}

const cellOf = (share: number): number =>
  Math.min(Math.max(Math.floor(share * CELLS), 0), CELLS - 1);
