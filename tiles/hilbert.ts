/** Deepest zoom whose Hilbert positions fit an unsigned 32-bit integer. */
export const DEEPEST_ZOOM = 16;

/**
 * Position of a tile on the Hilbert curve of its zoom: the curve PMTiles numbers tiles by.
 * The position at a lower zoom is this one without its last two bits for each zoom between.
 *
 * @param zoom 0–16
 * @returns 0 … 4^zoom − 1
 */
export function hilbertOf(zoom: number, x: number, y: number): number {
  let position = 0;
  let column = x;
  let row = y;
  for (let side = (1 << zoom) >> 1; side > 0; side >>= 1) {
    const right = column & side ? 1 : 0;
    const down = row & side ? 1 : 0;
    position = position * 4 + ((3 * right) ^ down);
    column &= side - 1;
    row &= side - 1;
    if (down) continue;
    const turned = right ? side - 1 - row : row;
    row = right ? side - 1 - column : column;
    column = turned;
  }
  return position;
}

/** The tile at a position of the curve: the inverse of `hilbertOf`. */
export function tileAt(zoom: number, position: number): readonly [x: number, y: number] {
  let x = 0;
  let y = 0;
  let rest = position;
  for (let level = 0; level < zoom; level++) {
    const side = 2 ** level;
    const quarter = rest % 4;
    rest = Math.floor(rest / 4);
    const right = quarter >> 1;
    const down = (quarter ^ right) & 1;
    if (!down) {
      const turned = right ? side - 1 - y : y;
      y = right ? side - 1 - x : x;
      x = turned;
    }
    x += side * right;
    y += side * down;
  }
  return [x, y];
}

/** PMTiles id of the first tile of a zoom: all tiles of the zooms above come before it. */
export const firstTileId = (zoom: number): number => (4 ** zoom - 1) / 3;

/** PMTiles id of a tile. Source: PMTiles specification v3, §4.1. */
export const tileIdOf = (zoom: number, x: number, y: number): number =>
  firstTileId(zoom) + hilbertOf(zoom, x, y);
