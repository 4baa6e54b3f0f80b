import { ArchiveWriter, type Extent, type Packed, type Sink } from './writer.ts';

/** Encoded tiles, one after the other. */
export type TileRun = {
  readonly tileIds: readonly number[];
  readonly lengths: readonly number[];
  readonly hashes: readonly string[];
  readonly bytes: Uint8Array;
};

type Target = {
  readonly extent: Extent;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly sink: Sink;
};

/** Write runs of tiles, in the order of their tiles, as one archive. */
export function packRuns(
  runs: readonly TileRun[],
  { extent, metadata, sink }: Target,
): Packed & { readonly largestTileBytes: number } {
  const writer = new ArchiveWriter(sink);
  const firstId = (run: TileRun): number => run.tileIds[0] ?? 0;
  let largestTileBytes = 0;
  for (const run of runs.toSorted((a, b) => firstId(a) - firstId(b))) {
    let at = 0;
    // fetched once: they may wait on disk
    const { bytes } = run;
    for (const [index, tileId] of run.tileIds.entries()) {
      const length = run.lengths[index] as number;
      writer.add(tileId, bytes.subarray(at, at + length), run.hashes[index] as string);
      largestTileBytes = Math.max(largestTileBytes, length);
      at += length;
    }
  }
  return { ...writer.finish(extent, metadata), largestTileBytes };
}
