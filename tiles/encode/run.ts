import { hash } from 'node:crypto';
import { constants, gzipSync } from 'node:zlib';
import type { FlatLayer } from '../choose/flat-layer.ts';
import { type Claims, overflow } from '../choose/share.ts';
import { blockSize } from '../choose/thin.ts';
import type { Bins } from '../cut/bin.ts';
import type { TileAddress } from '../cut/view.ts';
import { tileAt, tileIdOf } from '../hilbert.ts';
import type { RawTile, TileEncoder } from './tile-encoder.ts';

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

/**
 * Level 5 with zlib's usual memory: half a percent more bytes than level 6 for 40 % less time, and
 * a larger hash (memLevel 9) only makes blocks longer and tiles larger. docs/decisions/0006.
 */
export const GZIP = { level: 5, memLevel: 8, strategy: constants.Z_DEFAULT_STRATEGY };

/** How full a tile that must be thinned is to become, and from where on it is full enough. */
const AIM = 0.97;
const FULL = 0.9;
/** Attempts to fit a tile; after a few one that fits will do, full or not. */
const ATTEMPTS = 12;
const EARLY = 3;

/** Encode a run of tiles. */
export function encodeRun(layer: FlatLayer, encoder: TileEncoder, run: Run): Encoded {
  const { tiles, features, zoom } = run.bins;
  const tileIds: number[] = [];
  const packed: Buffer[] = [];
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
    packed.push(made.packed);
    homes.push(made.atHome);
    atHome += made.atHome;
    rawBytes += made.rawBytes;
    dropped.push(...(made.dropped ?? []));
  }
  return {
    tileIds,
    lengths: packed.map((tile) => tile.length),
    hashes: packed.map(hashOf),
    bytes: joined(packed),
    homes,
    atHome,
    rawBytes,
    dropped,
  };
}

/** What tiles are told apart by: SHA-256, hex. */
export const hashOf = (tile: Uint8Array): string => hash('sha256', tile, 'hex');

type Made = { packed: Buffer; atHome: number; rawBytes: number; dropped?: readonly number[] };

function packTile(raw: RawTile | undefined): Made | undefined {
  if (!raw) return undefined;
  const packed = gzipSync(raw.bytes, { ...GZIP, chunkSize: Math.max(4096, raw.bytes.length >> 1) });
  return { packed, atHome: raw.atHome, rawBytes: raw.bytes.length };
}

type Fit = {
  tile: TileAddress;
  features: Uint32Array;
  from: number;
  to: number;
  bytes: number;
};

/** What a tile gzips to, about, when it is far too large to be worth finding out. */
const USUAL_RATIO = 0.35;
/** No tile gzips to less of itself. */
const LEAST_RATIO = 0.15;

/** Encode a tile with as many of its features as fit: densest blocks give way first. */
function fitTile(layer: FlatLayer, encoder: TileEncoder, fit: Fit): Made | undefined {
  const raw = encoder.encode(fit.tile, fit.features, fit);
  if (!raw) return undefined;
  let ratio = USUAL_RATIO;
  if (raw.bytes.length * LEAST_RATIO <= fit.bytes) {
    const made = packTile(raw);
    if (!made || made.packed.length <= fit.bytes) return made;
    ratio = made.packed.length / made.rawBytes;
  }
  const claims = claimsOf(layer, encoder, fit.tile.zoom);
  const share = (fit.bytes * AIM) / (raw.bytes.length * ratio);
  return thinTile(encoder, fit, { claims, room: claims.weight * share });
}

/** Let claims on a tile's room go until it fits, and is full enough when it does. */
function thinTile(
  encoder: TileEncoder,
  fit: Fit,
  by: { claims: DrawnClaims; room: number },
): Made | undefined {
  let { room } = by;
  let best: Made | undefined;
  let last: Made | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const dropped = overflow(by.claims, room).map((i) => by.claims.features[i] as number);
    const going = new Set(dropped);
    const left = fit.features.subarray(fit.from, fit.to).filter((feature) => !going.has(feature));
    const made = packTile(encoder.encode(fit.tile, left, { from: 0, to: left.length }));
    if (!made) break;
    last = { ...made, dropped };
    const { length } = made.packed;
    if (length <= fit.bytes && length >= (best?.packed.length ?? 0)) best = last;
    if (best && (best.packed.length >= fit.bytes * FULL || attempt >= EARLY)) break;
    // what is left compresses a little better or worse than the whole: aim again
    room *= (fit.bytes * AIM) / length;
  }
  return best ?? last ?? packTile(encoder.encode(fit.tile, fit.features, fit));
}

/** Claims of the features of a tile. */
type DrawnClaims = Claims & {
  readonly features: readonly number[];
  /** Of all together. */
  readonly weight: number;
};

/** The features the encoder has just drawn, as they compete for the tile. */
function claimsOf(layer: FlatLayer, { drawn, weights }: TileEncoder, zoom: number): DrawnClaims {
  const block = blockSize(zoom);
  const features = drawn.slice();
  const bytes = weights.slice();
  return {
    features,
    weight: bytes.reduce((sum, weight) => sum + weight, 0),
    count: features.length,
    blockOf: (i) => Math.floor((layer.positions[features[i] as number] as number) / block),
    weightOf: (i) => bytes[i] as number,
    scoreOf: (i) => layer.scores[features[i] as number] as number,
  };
}

function joined(buffers: readonly Buffer[]): Uint8Array {
  const whole = new Uint8Array(buffers.reduce((sum, buffer) => sum + buffer.length, 0));
  let at = 0;
  for (const buffer of buffers) {
    whole.set(buffer, at);
    at += buffer.length;
  }
  return whole;
}
