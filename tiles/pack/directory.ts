import { gunzipSync, gzipSync } from 'node:zlib';
import { HEADER_BYTES, ROOT_END } from './header.ts';

/** Where a tile, or a run of equal tiles, lies; a run of 0 is a leaf directory. */
export type Entry = {
  readonly tileId: number;
  /** From the start of tile data, or of the leaf directories. */
  readonly offset: number;
  readonly length: number;
  readonly run: number;
};

/** Entries of the first leaf directories tried; larger ones follow while the root is too large. */
const LEAF_ENTRIES = 4096;
/** Deepest nesting of directories a reader follows. Source: PMTiles specification v3, §4. */
const MOST_ENTRIES = 2 ** 28;

/** The root directory and the leaves, each gzipped, so that header and root fit their place. */
export function writeDirectories(entries: readonly Entry[]): {
  root: Uint8Array;
  leaves: Uint8Array;
} {
  const room = ROOT_END - HEADER_BYTES;
  const whole = writeDirectory(entries);
  if (whole.length <= room) return { root: whole, leaves: new Uint8Array(0) };
  for (let size = LEAF_ENTRIES; ; size *= 2) {
    const leaves: Uint8Array[] = [];
    const pointers: Entry[] = [];
    let offset = 0;
    for (let from = 0; from < entries.length; from += size) {
      const leaf = writeDirectory(entries.slice(from, from + size));
      const { tileId } = entries[from] as Entry;
      pointers.push({ tileId, offset, length: leaf.length, run: 0 });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = writeDirectory(pointers);
    if (root.length <= room) return { root, leaves: Buffer.concat(leaves) };
  }
}

/** One directory, column by column. Source: PMTiles specification v3, §4.2. */
function writeDirectory(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  const varint = (value: number): void => {
    let rest = value;
    while (rest > 127) {
      bytes.push((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  };
  varint(entries.length);
  let lastId = 0;
  for (const { tileId } of entries) {
    varint(tileId - lastId);
    lastId = tileId;
  }
  for (const { run } of entries) varint(run);
  for (const { length } of entries) varint(length);
  let end = -1;
  for (const { offset, length } of entries) {
    varint(offset === end ? 0 : offset + 1);
    end = offset + length;
  }
  return gzipSync(Uint8Array.from(bytes));
}

/** Read a gzipped directory. @throws RangeError when it is none */
export function readDirectory(packed: Uint8Array): Entry[] {
  const next = varintsOf(inflate(packed));
  const count = next();
  if (count > MOST_ENTRIES) throw new RangeError('Cannot read directory: too many entries');
  const column = (): number[] => {
    const values: number[] = [];
    for (let i = 0; i < count; i++) values.push(next());
    return values;
  };
  let lastId = 0;
  const ids = column().map((step) => {
    lastId += step;
    return lastId;
  });
  const runs = column();
  const lengths = column();
  let end = 0;
  return column().map((stored, i) => {
    const offset = stored === 0 ? end : stored - 1;
    const length = lengths[i] as number;
    end = offset + length;
    return { tileId: ids[i] as number, offset, length, run: runs[i] as number };
  });
}

function inflate(packed: Uint8Array): Uint8Array {
  try {
    return gunzipSync(packed);
  } catch (cause) {
    throw new RangeError('Cannot read directory: not gzipped', { cause });
  }
}

function varintsOf(bytes: Uint8Array): () => number {
  let at = 0;
  return () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError('Cannot read directory: it ends too soon');
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
}
