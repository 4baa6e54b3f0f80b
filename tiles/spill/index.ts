import { isNeverSeen } from '../choose/dust.ts';
import { inPrivate } from '../choose/flat-layer.ts';
import type { Crew } from '../crew.ts';
import { spansMany } from '../cut/bin.ts';
import { TOLERANCE } from '../cut/cutter.ts';
import { viewOf } from '../cut/view.ts';
import type { Encoded } from '../encode/run.ts';
import { turn } from '../feeder.ts';
import type { BuildOptions, Room } from '../options.ts';
import { type Built, type Plan, putAway, sumUp } from '../zooms.ts';
import { Desk } from './desk.ts';
import { gather, Picks } from './gather.ts';
import { type Blocks, cutUp } from './intake.ts';
import { partInRanges } from './ranges.ts';
import { rangeBytes } from './shares.ts';
import { shelve } from './shelf.ts';
import { type Attributes, free, store } from './stored-layer.ts';
import { type Bench, buildZoom, lastZoomOf } from './zoom.ts';

/** Blocks what is carried up from one range is cut into. */
const CARRIED_BLOCKS = 16;

/** How to build what memory cannot hold. */
export type SpillOptions = BuildOptions & { readonly room: Room };

type Spilled = {
  readonly blocks: Blocks;
  readonly options: SpillOptions;
  readonly attributes: Attributes;
  readonly crew: Crew;
  readonly plan: Plan;
};

/**
 * Build a layer that was put away because memory cannot hold it: the same tiles, byte for byte.
 *
 * What a tile holds depends on nothing far from it, so the layer is parted along the Hilbert curve
 * into ranges that fit, and every zoom is made range by range. Further out, ranges are no longer
 * whole tiles: then what those zooms may still show (fewer features, of fewer vertices) is parted
 * anew, in larger ranges, until one holds all of it.
 */
export async function buildSpilled(spilled: Spilled): Promise<Omit<Built, 'drops'>> {
  const { options, plan } = spilled;
  const made: [number, Encoded][] = [];
  const keep = (zoom: number, encoded: Encoded): void => {
    made.push([zoom, putAway(encoded, plan.scratch)]);
  };
  let level = await levelOf(spilled.blocks, spilled, { deepest: plan.maxZoom, raw: true });
  const maxZoom = await lastZoomOf(level.bench);
  for (let zoom = maxZoom; zoom >= plan.minZoom; zoom--) {
    if (zoom < level.zoom) {
      const blocks = carryUp(level.bench, { zoom, options });
      level.close();
      level = await levelOf(blocks, spilled, { deepest: zoom, raw: false });
    }
    const last = zoom === maxZoom;
    await buildZoom(level.bench, { zoom, last, thins: plan.thinning && !last }, keep);
  }
  level.close();
  return { ...sumUp(made), maxZoom };
}

/** Zooms built from one parting: those from `zoom` on. */
type Level = { readonly zoom: number; readonly bench: Bench; readonly close: () => void };

/**
 * @param by `deepest`: the zoom its ranges must hold whole tiles of at the latest; `raw`: whether
 * borders and dust are still to be seen to
 */
async function levelOf(
  blocks: Blocks,
  { options, attributes, crew, plan }: Spilled,
  by: { readonly deepest: number; readonly raw: boolean },
): Promise<Level> {
  const { room } = options;
  const zooms = { first: plan.minZoom, last: by.deepest };
  const parting = partInRanges(blocks.stored, rangeBytes(room), zooms);
  const pause = async (): Promise<void> => {
    await turn();
    options.signal?.throwIfAborted();
  };
  const shelf = await shelve(blocks, { ...attributes, parting, room, raw: by.raw, pause });
  const desk = new Desk(shelf, crew, { ...attributes, allocate: plan.allocate });
  return { zoom: parting.zoom, bench: { desk, crew, plan }, close: shelf.file.close };
}

/** Take over what a zoom that is not the last, and those before it, may show, at the detail they show. */
function carryUp(
  { desk }: Bench,
  { zoom, options }: { readonly zoom: number; readonly options: SpillOptions },
): Blocks {
  const blocks: Blocks = { file: options.room.open(), stored: [] };
  const { least } = viewOf({ zoom, x: 0, y: 0 }, options.tolerance?.below ?? TOLERANCE.below, 0);
  desk.ranges.forEach((_, range) => {
    const stretch = desk.open(range);
    const { layer } = stretch;
    const picks = new Picks();
    picks.add(stretch, desk.home(range), (feature) => {
      if ((layer.shownFrom[feature] as number) > zoom) return false;
      return !isNeverSeen(layer, feature, { zoom, minZoom: options.layer.minZoom });
    });
    // large features meet tiles vertex by vertex, simplified or not
    const carried = gather(picks, inPrivate, (_, feature) =>
      spansMany(layer, feature, zoom) ? -Infinity : least,
    );
    for (const block of cutUp(carried, CARRIED_BLOCKS)) {
      blocks.stored.push(store(blocks.file, block));
      free(block);
    }
    free(carried);
  });
  return blocks;
}
