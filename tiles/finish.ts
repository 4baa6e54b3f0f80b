import type { FlatLayer } from './choose/flat-layer.ts';
import { TILE_BYTES } from './choose/thin.ts';
import { firstTileId } from './hilbert.ts';
import type { BuildOptions } from './options.ts';
import { packRuns } from './pack/archive.ts'; //      tiles → PMTiles v3
import { type KeptTiles, writeKept } from './pack/kept-layer.ts';
import { describe } from './pack/metadata.ts'; //     what the archive says about itself
import type { Packed, Sink } from './pack/writer.ts';
import { type Content, contentOf, fieldsOf, type Summary, summarise } from './summary.ts';
import type { Built } from './zooms.ts';

/** What an archive came to. */
export type Finished = Packed & Summary & { readonly largestTileBytes: number };

/** Pack the tiles of a layer as an archive, and keep beside it what a rebuild starts from. */
export function finish(
  layer: FlatLayer,
  built: Built,
  options: BuildOptions,
  sink: Sink,
): Finished {
  const finished = pack({ ...contentOf(layer), ...layer }, built, options, sink);
  const { keep } = options;
  if (keep && hasDistinctKeys(layer)) {
    const { maxZoom, drops } = built;
    const tiles = tilesOf(built, options.layer.minZoom);
    writeKept(
      { stamp: stampOf(options), note: keep.note, maxZoom, layer, tiles, drops },
      keep.sink,
    );
  }
  options.onProgress?.({ stage: 'pack', share: 1 });
  return finished;
}

/** Pack the tiles of a layer as an archive. */
export function pack(
  layer: Content & Pick<FlatLayer, 'attributes' | 'fieldTypes'>,
  built: Omit<Built, 'drops'>,
  options: BuildOptions,
  sink: Sink,
): Finished {
  const { features, bounds, drawn } = layer;
  const summary = summarise({ features, bounds, drawn }, built, options.layer.minZoom);
  const { extent, metadata } = describe(options, { ...summary, fields: fieldsOf(layer) });
  return { ...packRuns(built.runs, { extent, metadata, sink }), ...summary };
}

/** Version of what is kept and of how it is made to be. */
const KEPT_VERSION = 2;

/** Names the options that decide what tiles hold. */
export function stampOf(options: BuildOptions): string {
  const { layer, thinning = true, everyAttribute = false, tileBytes = TILE_BYTES } = options;
  const { id, minZoom, maxZoom, attributes } = layer;
  const { below, last } = options.tolerance ?? {};
  const parts = [id, minZoom, maxZoom, attributes, thinning, everyAttribute, tileBytes];
  return JSON.stringify([KEPT_VERSION, ...parts, below, last]);
}

/** Whether a key and a shape name one feature: only then can it be told what has changed. */
function hasDistinctKeys({ keys, shapes, count }: FlatLayer): boolean {
  const sorted = Float64Array.from(keys).sort();
  if (count > 0 && (sorted[0] as number) < 0) return false;
  const repeated = new Set(sorted.filter((key, i) => i > 0 && key === sorted[i - 1]));
  if (repeated.size === 0) return true;
  const seen = new Set<string>();
  for (let feature = 0; feature < count; feature++) {
    if (!repeated.has(keys[feature] as number)) continue;
    const name = `${keys[feature]}/${shapes[feature]}`;
    if (seen.has(name)) return false;
    seen.add(name);
  }
  return true;
}

/** Zoom → its tiles in order. */
function tilesOf({ runs, maxZoom }: Built, minZoom: number): Map<number, KeptTiles> {
  const tiles = new Map<number, KeptTiles>();
  const inOrder = runs.toSorted((a, b) => (a.tileIds[0] ?? 0) - (b.tileIds[0] ?? 0));
  const ids = inOrder.flatMap((run) => run.tileIds);
  const homes = inOrder.flatMap((run) => run.homes);
  let from = 0;
  for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
    const end = firstTileId(zoom + 1);
    let to = from;
    while (to < ids.length && (ids[to] as number) < end) to++;
    tiles.set(zoom, {
      positions: Uint32Array.from(ids.slice(from, to), (id) => id - firstTileId(zoom)),
      homes: Uint32Array.from(homes.slice(from, to)),
    });
    from = to;
  }
  return tiles;
}
