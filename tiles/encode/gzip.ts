import { constants, deflateRawSync, gzipSync } from 'node:zlib';

/**
 * Level 5 with zlib's usual memory: half a percent more bytes than level 6 for 40 % less time, and
 * a larger hash (memLevel 9) only makes blocks longer and tiles larger. docs/decisions/0006.
 */
export const GZIP = { level: 5, memLevel: 8, strategy: constants.Z_DEFAULT_STRATEGY };

/** Gzip a tile. */
export const gzip = (bytes: Uint8Array): Buffer =>
  gzipSync(bytes, { ...GZIP, chunkSize: Math.max(4096, bytes.length >> 1) });

/** Slices a guess looks at, from end to end; bytes of each, and of what stands before it, which gzip looks back at. */
const SLICES = 12;
const SLICE_BYTES = 1 << 14;
const BACK_BYTES = 1 << 15;

/** What share of itself a tile much larger than the slices gzips to, within some percent. */
export function guessRatio(bytes: Uint8Array): number {
  let packed = 0;
  for (let slice = 0; slice < SLICES; slice++) {
    const from = Math.round(((bytes.length - SLICE_BYTES) * (slice + 0.5)) / SLICES);
    const dictionary = bytes.subarray(Math.max(0, from - BACK_BYTES), from);
    const part = bytes.subarray(from, from + SLICE_BYTES);
    packed += deflateRawSync(part, { ...GZIP, dictionary }).length;
  }
  return packed / (SLICES * SLICE_BYTES);
}
