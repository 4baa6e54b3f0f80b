import { DEEPEST_ZOOM } from '../hilbert.ts';
import { type FlatLayer, POINT } from './flat-layer.ts';
import { overflow } from './share.ts';

/** Most bytes of a tile as served. Source: tippecanoe's and Mapbox's limit for a tile of the web. */
export const TILE_BYTES = 500_000;

/** Most points of a tile below the last zoom: one for every 8 × 8 pixels of its 512 × 512. */
const TILE_POINTS = 4096;

/** A tile is shared among 16 × 16 blocks. */
const BLOCK_ZOOMS = 4;

/** The part of `positions` (zoom 16) that tells blocks of a tile of this zoom apart. */
export const blockSize = (zoom: number): number =>
  4 ** (DEEPEST_ZOOM - Math.min(DEEPEST_ZOOM, zoom + BLOCK_ZOOMS));

/**
 * Let points go that a zoom has no room to show, the least important of the densest blocks first.
 * What is not shown at a zoom is not shown at those before it either.
 *
 * @param only tiles to look at, by Hilbert position; all when left out
 */
export function thinPoints(
  layer: FlatLayer,
  zoom: number,
  only?: Pick<ReadonlySet<number>, 'has'>,
): void {
  const { positions, shapes, shownFrom, count } = layer;
  const tileSize = 4 ** (DEEPEST_ZOOM - zoom);
  for (let from = 0; from < count; ) {
    const tile = Math.floor((positions[from] as number) / tileSize);
    const points: number[] = [];
    let to = from;
    for (; to < count && Math.floor((positions[to] as number) / tileSize) === tile; to++) {
      if (shapes[to] === POINT && (shownFrom[to] as number) <= zoom) points.push(to);
    }
    from = to;
    if (only?.has(tile) === false) continue;
    for (const i of overflowing(layer, points, zoom)) shownFrom[points[i] as number] = zoom + 1;
  }
}

/** Those of a tile's points that it has no room for, by their place in the list. */
function overflowing(
  { positions, scores }: FlatLayer,
  points: readonly number[],
  zoom: number,
): number[] {
  if (points.length <= TILE_POINTS) return [];
  const block = blockSize(zoom);
  const claims = {
    count: points.length,
    blockOf: (i: number) => Math.floor((positions[points[i] as number] as number) / block),
    weightOf: () => 1,
    scoreOf: (i: number) => scores[points[i] as number] as number,
  };
  return overflow(claims, TILE_POINTS);
}
