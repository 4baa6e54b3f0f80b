import { availableParallelism } from 'node:os';
import type { ArchiveMetadata, TileFeature, TileLayer } from '#data/schema/tile.ts';
import { arrange } from './choose/arrange.ts'; //     flat arrays in Hilbert order
import { shareBorders } from './choose/borders.ts'; // neighbours simplify together
import { type FlatLayer, inPrivate, inShared } from './choose/flat-layer.ts';
import { Flattener } from './choose/flatten.ts'; //   features → world units, numbered values
import { TILE_BYTES } from './choose/thin.ts'; //     what a zoom has room for
import { type Crew, hireCrew } from './crew.ts'; //   threads
import type { Tolerance } from './cut/cutter.ts';
import { packRuns } from './pack/archive.ts'; //      tiles → PMTiles v3
import { describe } from './pack/metadata.ts'; //     what the archive says about itself
import { memorySink, type Packed, type Sink } from './pack/writer.ts';
import { fieldsOf, type Summary, summarise } from './summary.ts';
import { buildZooms } from './zooms.ts'; //           cut and encode, zoom by zoom

export type BuildOptions = {
  readonly layer: TileLayer;
  readonly metadata: ArchiveMetadata;
  /** Threads to use; 1: none is started. As many as the machine has, when left out; small layers need none. */
  readonly threads?: number;
  /** Thin tiles that grow too large, never at the last zoom (the default). */
  readonly thinning?: boolean;
  /** Keep every property, whatever `layer.attributes` says. */
  readonly everyAttribute?: boolean;
  /** Most bytes of a gzipped tile when thinning; 500,000 when left out. */
  readonly tileBytes?: number;
  /** How far a line may be moved when it is simplified, tile units. */
  readonly tolerance?: Tolerance;
  readonly onProgress?: (done: Progress) => void;
  /** Stops the build; the promise is rejected with its reason. */
  readonly signal?: AbortSignal;
};

/** How far one of the stages is, 0–1. */
export type Progress = { readonly stage: 'choose' | 'encode' | 'pack'; readonly share: number };

/** What was built. */
export type BuildStats = Packed &
  Summary & {
    /** Features without a position that can be drawn. */
    readonly unplaced: number;
    readonly largestTileBytes: number;
  };

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
  features: Iterable<TileFeature>,
  options: BuildOptions,
): Promise<{ bytes: Uint8Array; stats: BuildStats }> {
  const sink = memorySink();
  const stats = await writeArchive(features, options, sink);
  return { bytes: sink.bytes(), stats };
}

/** Build the tiles of one layer into a sink: for archives that need not be in memory whole. */
export async function writeArchive(
  features: Iterable<TileFeature>,
  options: BuildOptions,
  sink: Sink,
): Promise<BuildStats> {
  checkOptions(options);
  const flat = new Flattener(options.everyAttribute ? undefined : options.layer.attributes);
  for (const feature of features) flat.add(feature);
  const { unplaced } = flat;
  const small = flat.vertices < SOLO_VERTICES && flat.shapes.length < SOLO_FEATURES;
  const threads = small ? 1 : (options.threads ?? availableParallelism());
  const allocate = threads > 1 ? inShared : inPrivate;
  const layer = arrange(flat, options.layer.minZoom, allocate);
  const brief = { layer, name: options.layer.id, tolerance: options.tolerance };
  const crew = hireCrew(brief, threads, options.signal);
  try {
    await weigh(layer, crew);
    options.onProgress?.({ stage: 'choose', share: 1 });
    const { minZoom, maxZoom } = options.layer;
    const zooms = maxZoom - minZoom + 1;
    let pairs = 0;
    const built = await buildZooms(layer, crew, {
      minZoom,
      maxZoom,
      thinning: options.thinning ?? true,
      tileBytes: options.tileBytes ?? TILE_BYTES,
      allocate,
      onPairs: (done) => {
        pairs += done;
        const share = Math.min(1, pairs / (layer.count * zooms * 1.1));
        options.onProgress?.({ stage: 'encode', share });
      },
    });
    const summary = summarise(layer, built, minZoom);
    const { extent, metadata } = describe(options, { ...summary, fields: fieldsOf(layer) });
    const packed = packRuns(built.runs, { extent, metadata, sink });
    options.onProgress?.({ stage: 'pack', share: 1 });
    return { ...packed, ...summary, unplaced };
  } finally {
    await crew.dismiss();
  }
}

function checkOptions({ layer, threads }: BuildOptions): void {
  const { minZoom, maxZoom } = layer;
  const zooms = [minZoom, maxZoom].every(Number.isInteger) && minZoom >= 0 && minZoom <= maxZoom;
  if (!zooms || maxZoom > 14) {
    throw new RangeError(`Cannot build tiles: want zooms from 0 to 14, got ${minZoom}–${maxZoom}`);
  }
  if (threads !== undefined && !(Number.isInteger(threads) && threads > 0)) {
    throw new RangeError(`Cannot build tiles: want 1 thread or more, got ${threads}`);
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
