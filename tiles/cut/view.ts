import type { FlatLayer } from '../choose/flat-layer.ts';
import { BUFFER, EXTENT, EXTENT_BITS, WORLD_BITS } from '../choose/world.ts';
import type { Path } from './path.ts';

/** A tile to cut. */
export type TileAddress = {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  /** Whether its zoom is the last: nothing may be lost there. */
  readonly last: boolean;
};

/** A square of the map and how world coordinates become its tile units. */
export type View = {
  /** World units → units of this zoom: shift right after adding `half`. */
  readonly shift: number;
  readonly half: number;
  /** Corner in units of this zoom. */
  readonly originX: number;
  readonly originY: number;
  /** Least importance of a vertex that is kept. */
  readonly least: number;
  /** The square with its buffer, from the corner. */
  readonly low: number;
  readonly high: number;
};

/** How a part lies to a view: inside the square, outside it, or across its edge. */
export type Reach = 'inside' | 'outside' | 'across';

/**
 * View of a tile, or of the square of 2^up × 2^up tiles it is part of.
 *
 * @param tolerance tile units a line may move by
 */
export function viewOf(
  tile: { zoom: number; x: number; y: number },
  tolerance: number,
  up: number,
): View {
  const shift = WORLD_BITS - EXTENT_BITS - tile.zoom;
  const unit = 2 ** shift;
  return {
    shift,
    half: shift > 0 ? unit / 2 : 0,
    originX: (tile.x >> up) * EXTENT * 2 ** up,
    originY: (tile.y >> up) * EXTENT * 2 ** up,
    least: (tolerance * unit) ** 2,
    low: -BUFFER,
    high: EXTENT * 2 ** up + BUFFER,
  };
}

/** Add the vertices of a part a view keeps to the path's open part, those that fall on the last left out. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: hot kernel, runs for every vertex of every tile
export function project(
  layer: Pick<FlatLayer, 'xs' | 'ys' | 'importance'>,
  span: { start: number; end: number },
  view: View,
  path: Path,
): Reach {
  path.reserve(span.end - span.start);
  const { xs, ys, importance } = layer;
  const { shift, half, originX, originY, least, low, high } = view;
  const outX = path.xs;
  const outY = path.ys;
  let held = path.vertices;
  let lastX = 0x7fffffff;
  let lastY = 0;
  let [west, east, north, south] = [0x7fffffff, -0x7fffffff, 0x7fffffff, -0x7fffffff];
  for (let i = span.start; i < span.end; i++) {
    if ((importance[i] as number) < least) continue;
    const x = (((xs[i] as number) + half) >> shift) - originX;
    const y = (((ys[i] as number) + half) >> shift) - originY;
    if (x === lastX && y === lastY) continue;
    lastX = x;
    lastY = y;
    outX[held] = x;
    outY[held++] = y;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  path.vertices = held;
  if (west >= low && east <= high && north >= low && south <= high) return 'inside';
  return east < low || west > high || south < low || north > high ? 'outside' : 'across';
}

/** The same for a part cut before: it only moves. */
export function moveInto(
  piece: Path,
  part: number,
  by: { x: number; y: number; view: View },
  path: Path,
): Reach {
  const start = piece.startOf(part);
  const end = piece.endOf(part);
  path.reserve(end - start);
  const { low, high } = by.view;
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = start; i < end; i++) {
    const x = (piece.xs[i] as number) + by.x;
    const y = (piece.ys[i] as number) + by.y;
    path.xs[path.vertices] = x;
    path.ys[path.vertices++] = y;
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  if (west >= low && east <= high && north >= low && south <= high) return 'inside';
  return east < low || west > high || south < low || north > high ? 'outside' : 'across';
}
