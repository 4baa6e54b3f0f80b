import { availableParallelism } from 'node:os';
import { arrange } from './choose/arrange.ts'; //     flat arrays in Hilbert order
import type { AttributeTable } from './choose/attribute-table.ts';
import { shareBorders } from './choose/borders.ts'; // neighbours simplify together
import { emptyLayer, type FlatLayer, inPrivate, inShared } from './choose/flat-layer.ts';
import type { Flattener } from './choose/flatten.ts';
import { type Crew, hireCrew } from './crew.ts'; //   threads
import { type FeatureSource, feedAll, feederOf } from './feeder.ts';
import { type Finished, finish, pack } from './finish.ts'; // tiles → PMTiles v3
import { type BuildOptions, type BuildStats, checkOptions } from './options.ts';
import { memorySink, type Sink } from './pack/writer.ts';
import { planOf } from './plan.ts';
import { buildSpilled, type SpillOptions } from './spill/index.ts'; //    what memory cannot hold
import { Intake, type TakenIn } from './spill/intake.ts'; // features → world units, numbered values
import { scratchIn, tidied } from './spill/tidy-room.ts';
import { buildZooms } from './zooms.ts'; //           cut and encode, zoom by zoom

export type { BuildOptions, BuildStats, Progress } from './options.ts';

/** Vertices and features up to which starting threads takes longer than doing without. */
const SOLO_VERTICES = 150_000;
const SOLO_FEATURES = 15_000;
/** Parts the weighing of vertices is cut into. */
const WEIGH_PARTS = 16;

/**
 * Build the tiles of one layer.
 *
 * The same features and options give the same bytes, whatever the number of threads.
 *
 * @returns a PMTiles v3 archive and what is in it
 * @throws TypeError or RangeError for options that make no sense; the signal's reason when stopped
 */
export async function buildArchive(
  features: FeatureSource,
  options: BuildOptions,
): Promise<{ bytes: Uint8Array; stats: BuildStats }> {
  const sink = memorySink();
  const stats = await writeArchive(features, options, sink);
  return { bytes: sink.bytes(), stats };
}

/** Build the tiles of one layer into a sink: for archives that need not be in memory whole. */
export async function writeArchive(
  features: FeatureSource,
  options: BuildOptions,
  sink: Sink,
): Promise<BuildStats> {
  checkOptions(options);
  const room = options.room && tidied(options.room);
  try {
    const intake = new Intake({ ...options, room });
    await feedAll(feederOf(features), () => intake.taker(), options.signal);
    const taken = intake.finish();
    const built =
      taken && room
        ? await buildAway(taken, intake.attributes, { ...options, room }, sink)
        : await buildWhole(intake.flat, options, sink);
    return { ...built, unplaced: intake.unplaced + intake.flat.unplaced };
  } finally {
    room?.closeAll();
  }
}

/** Build what fits into memory. */
async function buildWhole(flat: Flattener, options: BuildOptions, sink: Sink): Promise<Finished> {
  const small = flat.outlines.vertices < SOLO_VERTICES && flat.count < SOLO_FEATURES;
  const threads = small ? 1 : (options.threads ?? availableParallelism());
  const allocate = threads > 1 ? inShared : inPrivate;
  const layer = arrange(flat, options.layer.minZoom, allocate);
  const brief = { layer, name: options.layer.id, tolerance: options.tolerance };
  const crew = hireCrew(brief, threads, options.signal);
  try {
    await weigh(layer, crew);
    options.onProgress?.({ stage: 'choose', share: 1 });
    const built = await buildZooms(layer, crew, planOf(options, layer.count, allocate));
    return finish(layer, built, options, sink);
  } finally {
    await crew.dismiss();
  }
}

/** Build what was put away. Nothing is kept of it: a rebuild would not fit into memory either. */
async function buildAway(
  { blocks, content }: TakenIn,
  table: AttributeTable,
  options: SpillOptions,
  sink: Sink,
): Promise<Finished> {
  const { room, tolerance } = options;
  const threads = options.threads ?? availableParallelism();
  const allocate = threads > 1 ? inShared : inPrivate;
  const brief = { layer: emptyLayer(), name: options.layer.id, tolerance };
  const crew = hireCrew(brief, threads, options.signal);
  const attributes = { attributes: table.names, fieldTypes: table.fieldTypes() };
  try {
    options.onProgress?.({ stage: 'choose', share: 1 });
    const scratch = options.scratch ?? scratchIn(room);
    const plan = planOf({ ...options, scratch }, content.features, allocate);
    const built = await buildSpilled({ blocks, options, attributes, crew, plan });
    const finished = pack({ ...content, ...attributes }, built, options, sink);
    options.onProgress?.({ stage: 'pack', share: 1 });
    return finished;
  } finally {
    await crew.dismiss();
  }
}

async function weigh(layer: FlatLayer, crew: Crew): Promise<void> {
  const step = Math.max(1024, Math.ceil(layer.count / WEIGH_PARTS));
  const parts: Promise<unknown>[] = [];
  for (let from = 0; from < layer.count; from += step) {
    parts.push(crew.do({ kind: 'weigh', from, to: Math.min(layer.count, from + step) }));
  }
  await Promise.all(parts);
  shareBorders(layer);
}
