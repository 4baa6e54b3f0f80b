import type { FlatLayer } from './choose/flat-layer.ts';
import type { Bins } from './cut/bin.ts';

/** Pairs `from` … `to` of a zoom's bins, whole tiles. */
export type Span = {
  readonly from: number;
  readonly to: number;
  /** Most bytes they may come to. */
  readonly bound: number;
};

/** Bytes of tiles one run should about come to: small enough to spread over threads. */
const RUN_BYTES = 3_000_000;

/** Most bytes an MVT feature needs beside its vertices and values: tags, lengths, id. */
const FEATURE_BYTES = 32;
const PAIR_BYTES = 6;
/** Two deltas of at most 3 bytes. */
const VERTEX_BYTES = 6;
const PART_BYTES = 12;

/** Feature → most bytes it can add to a tile, before gzip. */
export function boundOf(layer: FlatLayer): Float32Array {
  const { featureParts, partStarts, featureTags, tags, valueStarts, count } = layer;
  const bounds = new Float32Array(count);
  for (let feature = 0; feature < count; feature++) {
    const firstPart = featureParts[feature] as number;
    const lastPart = featureParts[feature + 1] as number;
    const vertices = (partStarts[lastPart] as number) - (partStarts[firstPart] as number);
    const end = featureTags[feature + 1] as number;
    let bytes = FEATURE_BYTES + vertices * VERTEX_BYTES + (lastPart - firstPart) * PART_BYTES;
    for (let i = featureTags[feature] as number; i < end; i += 2) {
      const value = tags[i + 1] as number;
      bytes += PAIR_BYTES + (valueStarts[value + 1] as number) - (valueStarts[value] as number);
    }
    bounds[feature] = bytes;
  }
  return bounds;
}

/** Tiles that may come to more than `bytes`. */
export function heavyTiles(bins: Bins, bounds: Float32Array, bytes: number): Span[] {
  return [...tileSpans(bins, bounds)].filter((span) => span.bound > bytes);
}

/** All other tiles, in runs of about equal work. `heavy` in the order of the bins. */
export function lightRuns(bins: Bins, bounds: Float32Array, heavy: readonly Span[]): Span[] {
  const runs: Span[] = [];
  let skipped = 0;
  let open: { from: number; to: number; bound: number } | undefined;
  const close = (): void => {
    if (open) runs.push(open);
    open = undefined;
  };
  for (const span of tileSpans(bins, bounds)) {
    if (heavy[skipped]?.from === span.from) {
      skipped++;
      close();
      continue;
    }
    open ??= { from: span.from, to: span.from, bound: 0 };
    open.to = span.to;
    open.bound += span.bound;
    if (open.bound > RUN_BYTES) close();
  }
  close();
  return runs;
}

function* tileSpans({ tiles, features }: Bins, bounds: Float32Array): Generator<Span> {
  for (let from = 0; from < tiles.length; ) {
    let to = from;
    let bound = 0;
    for (; to < tiles.length && tiles[to] === tiles[from]; to++) {
      bound += bounds[features[to] as number] as number;
    }
    yield { from, to, bound };
    from = to;
  }
}
