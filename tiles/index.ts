import { availableParallelism } from 'node:os';
import { arrange } from './choose/arrange.ts'; //     flat arrays in Hilbert order
import { shareBorders } from './choose/borders.ts'; // neighbours simplify together
import { type FlatLayer, inPrivate, inShared } from './choose/flat-layer.ts';
import { Flattener } from './choose/flatten.ts'; //   features → world units, numbered values
import { type Crew, hireCrew } from './crew.ts'; //   threads
import { type FeatureSource, feedAll, feederOf } from './feeder.ts';
import { finish } from './finish.ts'; //               tiles → PMTiles v3
import { type BuildOptions, type BuildStats, checkOptions } from './options.ts';
import { memorySink, type Sink } from './pack/writer.ts';
import { planOf } from './plan.ts';
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
  const flat = new Flattener(options.everyAttribute ? undefined : options.layer.attributes);
  await feedAll(feederOf(features), flat, options.signal);
  const { unplaced } = flat;
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
    return { ...finish(layer, built, options, sink), unplaced };
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
