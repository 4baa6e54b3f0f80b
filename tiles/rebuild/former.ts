import { stampOf } from '../finish.ts';
import { firstTileId } from '../hilbert.ts';
import type { BuildOptions } from '../options.ts';
import { type KeptLayer, readKept } from '../pack/kept-layer.ts';
import { type Archive, openArchive, type ReadBytes } from '../pack/reader.ts';

/** An archive and what was kept of its layer. */
export type Former = {
  readonly kept: KeptLayer;
  readonly archive: Archive;
  readonly read: ReadBytes;
};

/**
 * Open what a rebuild starts from.
 *
 * @returns undefined when it was made by other options, is damaged, or archive and layer are not of one build
 */
export function openFormer(
  bytes: { readonly archive: Uint8Array; readonly kept: Uint8Array },
  options: BuildOptions,
): Former | undefined {
  if (options.everyAttribute) return undefined;
  const read: ReadBytes = (offset, length) => bytes.archive.subarray(offset, offset + length);
  try {
    const kept = readKept(bytes.kept);
    const archive = openArchive(read);
    const tiles = [...kept.tiles.values()].reduce(
      (sum, { positions }) => sum + positions.length,
      0,
    );
    const same = kept.stamp === stampOf(options) && archive.header.addressed === tiles;
    return same ? { kept, archive, read } : undefined;
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/** Size of a tile of the archive, gzipped; 0 where there is none. */
export const bytesOfTile = ({ archive }: Former, zoom: number, tile: number): number =>
  archive.locateId(firstTileId(zoom) + tile)?.length ?? 0;
