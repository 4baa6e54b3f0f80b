import { availableParallelism } from 'node:os';
import type { TileFeature } from '#data/schema/tile.ts';
import { arrange } from '../choose/arrange.ts';
import { type FlatLayer, inPrivate, inShared } from '../choose/flat-layer.ts';
import { Flattener } from '../choose/flatten.ts';
import { type Crew, hireCrew } from '../crew.ts';
import { finish } from '../finish.ts';
import { type BuildOptions, type BuildStats, checkOptions } from '../options.ts';
import { memorySink, type Sink } from '../pack/writer.ts';
import { planOf } from '../plan.ts';
import { boundOf } from '../spans.ts';
import { type Built, buildZooms, lastZoom, type Plan } from '../zooms.ts';
import { assemble } from './assemble.ts'; //          tiles as they were + tiles made anew
import { type Change, changeOf, touchedTiles } from './change.ts';
import { costOf, MOST_SHARE } from './cost.ts'; //     is it worth it?
import { bytesOfTile, type Former } from './former.ts'; // the archive before and what was kept of it
import { walkZooms } from './walk.ts'; //             encode what changed, zoom by zoom

/** What is different from the features an archive was built of. */
export type Diff = {
  /** Keys of features that are gone. */
  readonly removed: Iterable<number>;
  /** Features that are new or not as they were, whole; former ones of the same keys go. */
  readonly changed: Iterable<TileFeature>;
};

/** How to rebuild: as to build, and when it pays. */
export type RebuildOptions = BuildOptions & {
  /** Share of a full build's work up to which only changed tiles are made; 0.6 when left out. */
  readonly mostShare?: number;
};

/** How an archive was made: the tiles that changed, or all of them. */
export type Rebuilt = BuildStats & {
  readonly way: 'changed tiles' | 'all tiles';
  /** Share of a full build's work that the changed tiles were reckoned to be, 0–1. */
  readonly share: number;
};

/**
 * Build the archive of a layer that was built before, from what has changed.
 *
 * The bytes, and what is kept, are those `buildArchive` gives for the features as they are now.
 * Only tiles that hold something else are encoded; where that is most of the work, all are.
 *
 * @throws RangeError when two changed features have one key, or one has none
 */
export async function rebuildArchive(
  former: Former,
  diff: Diff,
  options: RebuildOptions,
): Promise<{ bytes: Uint8Array; stats: Rebuilt }> {
  const sink = memorySink();
  const stats = await writeRebuilt(former, diff, { ...options, sink });
  return { bytes: sink.bytes(), stats };
}

/** The same into a sink. */
export async function writeRebuilt(
  former: Former,
  diff: Diff,
  options: RebuildOptions & { readonly sink: Sink },
): Promise<Rebuilt> {
  checkOptions(options);
  const { keys, fresh, unplaced } = flatten(diff, options);
  const threads = threadsFor(former.kept.layer, fresh, options);
  const allocate = threads > 1 ? inShared : inPrivate;
  const { minZoom } = options.layer;
  const change = changeOf(former.kept, { keys, fresh }, { minZoom, allocate });
  options.onProgress?.({ stage: 'choose', share: 1 });
  const share = costOf(former, change);
  const pays = share <= (options.mostShare ?? MOST_SHARE);
  const { layer } = change;
  const brief = { layer, name: options.layer.id, tolerance: options.tolerance };
  const alone = pays && share * layer.xs.length < SOLO_VERTICES;
  const crew = hireCrew(brief, alone ? 1 : threads, options.signal);
  try {
    const plan = planOf(options, layer.count, allocate);
    const some = pays ? await changedTiles(former, change, crew, plan) : undefined;
    const built = some ?? (await buildZooms(layer, crew, plan));
    const way = some ? 'changed tiles' : 'all tiles';
    return { ...finish(layer, built, options, options.sink), unplaced, way, share };
  } finally {
    await crew.dismiss();
  }
}

/** Features and vertices up to which starting threads takes longer than doing without. */
const SOLO_VERTICES = 150_000;
const SOLO_FEATURES = 15_000;

function threadsFor(before: FlatLayer, fresh: FlatLayer, { threads }: BuildOptions): number {
  const vertices = before.xs.length + fresh.xs.length;
  const small = vertices < SOLO_VERTICES && before.count + fresh.count < SOLO_FEATURES;
  return small ? 1 : (threads ?? availableParallelism());
}

/** The layer's tiles, only those made anew that changed; undefined when its last zoom is another now. */
async function changedTiles(
  former: Former,
  change: Change,
  crew: Crew,
  plan: Plan,
): Promise<Built | undefined> {
  const { maxZoom } = former.kept;
  const last = plan.thinning
    ? await lastZoom(change.layer, crew, { ...plan, ...probes(former, change) })
    : plan.maxZoom;
  if (last !== maxZoom) return undefined;
  const walked = await walkZooms(change, former.kept, crew, { ...plan, maxZoom });
  return assemble(former, walked, maxZoom);
}

/** Keys of what goes, and what comes as a layer of its own. */
function flatten(
  { removed, changed }: Diff,
  { layer }: BuildOptions,
): { keys: ReadonlySet<number>; fresh: FlatLayer; unplaced: number } {
  const flat = new Flattener(layer.attributes);
  const own = new Set<number>();
  for (const feature of changed) {
    const { key } = feature;
    if (!Number.isSafeInteger(key) || key < 0 || own.has(key)) {
      throw new RangeError(`Cannot rebuild: want a key for each changed feature, got ${key} again`);
    }
    own.add(key);
    flat.add(feature);
  }
  const { unplaced } = flat;
  const fresh = arrange(flat, layer.minZoom, inPrivate);
  for (const key of removed) own.add(key);
  return { keys: own, fresh, unplaced };
}

/** What tells the last zoom: tiles of it that have not changed are as large as they were. */
function probes(former: Former, change: Change) {
  const touched = touchedTiles(change, former.kept.maxZoom);
  return {
    bounds: boundOf(change.layer),
    bytesOf: (zoom: number, tile: number): number | undefined =>
      zoom === former.kept.maxZoom && !touched.has(tile)
        ? bytesOfTile(former, zoom, tile)
        : undefined,
  };
}
