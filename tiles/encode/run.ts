import { hash } from 'node:crypto';
import type { FlatLayer } from '../choose/flat-layer.ts';
import { resized } from '../choose/growing.ts';
import type { Bins } from '../cut/bin.ts';
import { tileAt, tileIdOf } from '../hilbert.ts';
import type { Bytes } from './bytes.ts';
import { fitTile, packTile } from './fit.ts';
import type { TileEncoder } from './tile-encoder.ts';

/** Pairs `from` … `to` of a zoom's bins: whole tiles, to be encoded by one thread. */
export type Run = {
  readonly bins: Bins;
  readonly from: number;
  readonly to: number;
  /** Whether the zoom is the last: nothing may be lost there. */
  readonly last: boolean;
  /** Thin tiles of more than `bytes` gzipped. */
  readonly fit?: { readonly bytes: number };
};

/** The tiles of a run, in order. */
export type Encoded = {
  readonly tileIds: number[];
  readonly lengths: number[];
  /** SHA-256 of each tile, hex: equal tiles are stored once. */
  readonly hashes: string[];
  /** The gzipped tiles, one after the other. */
  readonly bytes: Uint8Array;
  /** Features at home in each tile. */
  readonly homes: number[];
  /** Features at home in one of the tiles. */
  readonly atHome: number;
  /** Bytes before gzip. */
  readonly rawBytes: number;
  /** Features that had to go for a tile to fit. */
  readonly dropped: number[];
};

/** Encode a run of tiles. */
export function encodeRun(layer: FlatLayer, encoder: TileEncoder, run: Run): Encoded {
  const { tiles, features, zoom } = run.bins;
  const { packed } = encoder;
  packed.length = 0;
  const tileIds: number[] = [];
  const hashes: string[] = [];
  const lengths: number[] = [];
  const dropped: number[] = [];
  const homes: number[] = [];
  let atHome = 0;
  let rawBytes = 0;
  for (let from = run.from; from < run.to; ) {
    let to = from + 1;
    while (to < run.to && tiles[to] === tiles[from]) to++;
    const [x, y] = tileAt(zoom, tiles[from] as number);
    const tile = { zoom, x, y, last: run.last };
    const made = run.fit
      ? fitTile(layer, encoder, { tile, features, from, to, ...run.fit })
      : packTile(encoder.encode(tile, features, { from, to }));
    from = to;
    if (!made) continue;
    tileIds.push(tileIdOf(zoom, x, y));
    lengths.push(made.packed.length);
    hashes.push(hashOf(made.packed));
    append(packed, made.packed);
    homes.push(made.atHome);
    atHome += made.atHome;
    rawBytes += made.rawBytes;
    dropped.push(...(made.dropped ?? []));
  }
  return {
    tileIds,
    lengths,
    hashes,
    bytes: packed.bytes.slice(0, packed.length),
    homes,
    atHome,
    rawBytes,
    dropped,
  };
}

/** What tiles are told apart by: SHA-256, hex. */
export const hashOf = (tile: Uint8Array): string => hash('sha256', tile, 'hex');

/** Add a tile to those of its run; memory of its own is given back at once, not when it is found to be garbage. */
function append(packed: Bytes, tile: Buffer): void {
  packed.reserve(tile.length);
  packed.copy(tile, 0, tile.length);
  // smaller ones share theirs with others
  if (tile.buffer.byteLength > Buffer.poolSize) resized(tile.buffer, 0);
}
