import { type FlatLayer, POINT } from '../choose/flat-layer.ts';
import { thinPoints } from '../choose/thin.ts';
import type { Crew } from '../crew.ts';
import { type Bins, binTiles, eachTileOf, Grid } from '../cut/bin.ts';
import type { Encoded } from '../encode/run.ts';
import { DEEPEST_ZOOM } from '../hilbert.ts';
import type { Drop, KeptLayer } from '../pack/kept-layer.ts';
import { boundOf, heavyTiles, lightRuns, type Span } from '../spans.ts';
import { dropsOf, encode, fitTiles, type Plan } from '../zooms.ts';
import { type Change, formerDrops, NEW } from './change.ts';

/** What a walk made anew; every other tile is as it was. */
export type Walked = {
  readonly runs: readonly Encoded[];
  /** Zoom → tiles that were looked at, by Hilbert position; those in no run are empty now. */
  readonly dirty: ReadonlyMap<number, ReadonlySet<number>>;
  readonly drops: readonly Drop[];
};

/**
 * Encode the tiles that changed, the last zoom first, as `buildZooms` would encode them.
 *
 * A feature is shown or not as before wherever nothing near it has changed; where a tile has room for
 * other features than it had, those that differ dirty the tiles of this zoom and of those before it.
 */
export async function walkZooms(
  change: Change,
  kept: KeptLayer,
  crew: Crew,
  plan: Plan,
): Promise<Walked> {
  const { layer } = change;
  const bounds = boundOf(layer);
  const dirty = new Map<number, ReadonlySet<number>>();
  const drops: Drop[] = [];
  const runs: Promise<Encoded>[] = [];
  for (let zoom = plan.maxZoom; zoom >= plan.minZoom; zoom--) {
    const last = zoom === plan.maxZoom;
    const view = { zoom, thins: plan.thinning && !last, former: formerDrops(kept, change, zoom) };
    if (view.thins) thinAgain(change, view);
    const first = differing(change, view);
    const bins = binTiles(layer, zoom, { only: first, allocate: plan.allocate });
    const heavy = view.thins ? heavyTiles(bins, bounds, plan.tileBytes) : [];
    const untouched = view.former.filter(({ tile }) => !first.has(tile));
    const elsewhere = untouched.flatMap(({ features }) => [...features]);
    const fitted = await fitTiles(layer, crew, { bins, heavy, bytes: plan.tileBytes, elsewhere });
    const own = dropsOf(fitted);
    drops.push(...[...own, ...untouched].sort((a, b) => a.tile - b.tile));
    for (const encoded of fitted.values()) runs.push(Promise.resolve(encoded));
    const begin = (from: Bins, span: Span): void => {
      const run = encode(crew, { bins: from, ...span, last });
      run.catch(() => undefined);
      runs.push(run);
    };
    for (const span of lightRuns(bins, bounds, heavy)) begin(bins, span);
    const more = hiddenOrShown(change, zoom, first);
    const rest = binTiles(layer, zoom, { only: more, allocate: plan.allocate });
    for (const span of lightRuns(rest, bounds, [])) begin(rest, span);
    dirty.set(zoom, new Set([...first, ...more]));
  }
  return { runs: await Promise.all(runs), dirty, drops };
}

/** A zoom, whether its tiles may be thinned, and what they had no room for before. */
type View = { readonly zoom: number; readonly thins: boolean; readonly former: readonly Drop[] };

/** Thin the points of tiles where one has changed; all others go as they went before. */
function thinAgain(change: Change, { zoom, former }: View): void {
  const { layer, before } = change;
  const { shapes, positions, shownFrom, count } = layer;
  if (!shapes.includes(POINT)) return;
  const size = 4 ** (DEEPEST_ZOOM - zoom);
  const tiles = tilesOfChangedPoints(change, zoom);
  if (tiles.size > 0) thinPoints(layer, zoom, tiles);
  const crowded = new Set(former.flatMap(({ features }) => [...features]));
  for (let feature = 0; feature < count; feature++) {
    if (before[feature] !== zoom + 1 || shapes[feature] !== POINT || crowded.has(feature)) continue;
    if (tiles.has(Math.floor((positions[feature] as number) / size))) continue;
    shownFrom[feature] = zoom + 1;
  }
}

/** Tiles of a zoom that are home to a point that has changed, come or gone, or is shown again, or no more. */
function tilesOfChangedPoints(change: Change, zoom: number): Set<number> {
  const { layer, former, gone, touched, before } = change;
  const { shapes, shownFrom, count } = layer;
  const size = 4 ** (DEEPEST_ZOOM - zoom);
  const tiles = new Set<number>();
  const add = ({ positions }: FlatLayer, feature: number): void => {
    tiles.add(Math.floor((positions[feature] as number) / size));
  };
  for (const feature of gone) if (former.shapes[feature] === POINT) add(former, feature);
  for (const feature of touched) if (shapes[feature] === POINT) add(layer, feature);
  for (let feature = 0; feature < count; feature++) {
    const is = (shownFrom[feature] as number) <= zoom;
    if (shapes[feature] === POINT && differs(before, feature, is, zoom + 1)) add(layer, feature);
  }
  return tiles;
}

/** Whether a feature that was there is shown now and was not shown from `zoom` on, or the reverse. */
const differs = (before: Uint8Array, feature: number, is: boolean, zoom: number): boolean =>
  before[feature] !== NEW && (before[feature] as number) <= zoom !== is;

/** Tiles that would hold something else than before if none were thinned to fit. */
function differing(change: Change, { zoom, former: drops }: View): Set<number> {
  const { layer, former, gone, touched, before } = change;
  const tiles = new Set<number>();
  const grid = new Grid(zoom);
  const add = (tile: number): unknown => tiles.add(tile);
  const crowded = new Set(drops.flatMap(({ features }) => [...features]));
  for (const feature of gone) {
    // what thinning dropped here was there before tiles were made to fit, or may have been
    if ((former.shownFrom[feature] as number) <= zoom + 1) eachTileOf(former, feature, grid, add);
  }
  const wasThere = (feature: number): boolean =>
    (before[feature] as number) <= zoom || (before[feature] === zoom + 1 && crowded.has(feature));
  const isThere = (feature: number): boolean => (layer.shownFrom[feature] as number) <= zoom;
  for (const feature of touched) {
    if (isThere(feature) || wasThere(feature)) eachTileOf(layer, feature, grid, add);
  }
  eachOther(change, { zoom, wasThere }, (feature) => eachTileOf(layer, feature, grid, add));
  return tiles;
}

/** Visit the features that were there before and are drawn otherwise at a zoom, or are no longer, or are again. */
function eachOther(
  { layer, before, motesBefore }: Change,
  at: { readonly zoom: number; readonly wasThere: (feature: number) => boolean },
  visit: (feature: number) => void,
): void {
  const { shownFrom, motes, count } = layer;
  const { zoom } = at;
  for (let feature = 0; feature < count; feature++) {
    const from = before[feature] as number;
    if (from === NEW) continue;
    const is = (shownFrom[feature] as number) <= zoom;
    const was = from <= zoom || (from === zoom + 1 && at.wasThere(feature));
    // dust adds up otherwise where polygons near by have changed
    const turned = ((motes[feature] as number) ^ (motesBefore[feature] as number)) >> zoom;
    if (is !== was || (is && turned & 1)) visit(feature);
  }
}

/** More tiles with a feature that is shown now and was not, or the other way round. */
function hiddenOrShown(
  { layer, before }: Change,
  zoom: number,
  known: ReadonlySet<number>,
): Set<number> {
  const tiles = new Set<number>();
  const grid = new Grid(zoom);
  for (let feature = 0; feature < layer.count; feature++) {
    const is = (layer.shownFrom[feature] as number) <= zoom;
    if (!differs(before, feature, is, zoom)) continue;
    eachTileOf(layer, feature, grid, (tile) => {
      if (!known.has(tile)) tiles.add(tile);
    });
  }
  return tiles;
}
