import { type Change, touchedTiles } from './change.ts';
import { bytesOfTile, type Former } from './former.ts';

/** From this share of a full build's work on, all tiles are made: what is saved would not pay. */
export const MOST_SHARE = 0.6;

/** A tile that is thinned is encoded about so many times. */
const THINNED = 3;

/**
 * What encoding the tiles that change costs, as a share of encoding all: by their bytes so far.
 * Thinning may dirty a few more; what was empty before costs nothing in either.
 */
export function costOf(former: Former, change: Change): number {
  const { kept } = former;
  let dirty = 0;
  let whole = 0;
  for (const [zoom, { positions }] of kept.tiles) {
    const touched = touchedTiles(change, zoom);
    const thinned = new Set(
      kept.drops.filter((drop) => drop.zoom === zoom).map(({ tile }) => tile),
    );
    for (const tile of positions) {
      const cost = bytesOfTile(former, zoom, tile) * (thinned.has(tile) ? THINNED : 1);
      whole += cost;
      if (touched.has(tile)) dirty += cost;
    }
  }
  return whole === 0 ? 1 : dirty / whole;
}
