import type { FlatLayer } from '../choose/flat-layer.ts';
import { eachTileOf, Grid } from '../cut/bin.ts';
import type { Drop, KeptLayer } from '../pack/kept-layer.ts';
import { reweigh } from './reweigh.ts';
import { GONE, type Spliced, splice } from './splice.ts';

/** How a layer differs from the one its archive was built of. */
export type Change = {
  /** The layer as it is now. */
  readonly layer: FlatLayer;
  /** The layer as it was. */
  readonly former: FlatLayer;
  /** Feature as it was → feature, or GONE. */
  readonly places: Uint32Array;
  /** Features as they were that are gone. */
  readonly gone: readonly number[];
  /** Features that are new or are drawn otherwise. */
  readonly touched: readonly number[];
  /** Feature → the zoom it was shown from; NEW for what was not there. */
  readonly before: Uint8Array;
  /** Feature → its `motes` as they were; 0 for what was not there. */
  readonly motesBefore: Uint16Array;
};

/** Marks what was not there before. */
export const NEW = 255;

/**
 * Find out how a layer changes.
 *
 * @param keys features that go
 * @param fresh what comes, arranged as a layer of its own; features of the same keys go too
 */
export function changeOf(
  kept: KeptLayer,
  by: { readonly keys: ReadonlySet<number>; readonly fresh: FlatLayer },
  options: Parameters<typeof splice>[2],
): Change {
  const { layer: former } = kept;
  const removed = new Uint8Array(former.count);
  const gone: number[] = [];
  for (let feature = 0; feature < former.count; feature++) {
    if (!by.keys.has(former.keys[feature] as number)) continue;
    removed[feature] = 1;
    gone.push(feature);
  }
  const spliced = splice(former, { removed, fresh: by.fresh }, options);
  const redrawn = reweigh(former, spliced);
  const { layer, places } = spliced;
  return {
    ...{ layer, former, places, gone },
    touched: [...spliced.fresh, ...redrawn],
    before: beforeOf(former, spliced),
    motesBefore: motesBefore(former, spliced),
  };
}

function beforeOf(former: FlatLayer, { layer, places }: Spliced): Uint8Array {
  const before = new Uint8Array(layer.count).fill(NEW);
  places.forEach((place, feature) => {
    if (place !== GONE) before[place] = former.shownFrom[feature] as number;
  });
  return before;
}

function motesBefore(former: FlatLayer, { layer, places }: Spliced): Uint16Array {
  const before = new Uint16Array(layer.count);
  places.forEach((place, feature) => {
    if (place !== GONE) before[place] = former.motes[feature] as number;
  });
  return before;
}

/** Tiles of a zoom that hold a feature that changes, when nothing is thinned. */
export function touchedTiles({ layer, former, gone, touched }: Change, zoom: number): Set<number> {
  const tiles = new Set<number>();
  const grid = new Grid(zoom);
  const add = (tile: number): unknown => tiles.add(tile);
  for (const feature of gone) eachTileOf(former, feature, grid, add);
  for (const feature of touched) eachTileOf(layer, feature, grid, add);
  return tiles;
}

/** What tiles of a zoom had no room for, in features as they are now; those that are gone left out. */
export function formerDrops(kept: KeptLayer, { places }: Change, zoom: number): Drop[] {
  return kept.drops
    .filter((drop) => drop.zoom === zoom)
    .map((drop) => ({
      ...drop,
      features: drop.features
        .map((feature) => places[feature] as number)
        .filter((place) => place !== GONE),
    }));
}
