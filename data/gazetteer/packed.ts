import { GazetteerEdition } from '../schema/gazetteer.ts';

/**
 * A gazetteer as a file: entries sorted by key, the first key of every block, what it is, and a trailer that says
 * where they stand. It is written in one go from front to back and asked through `read(offset, length)`, so that
 * forty million addresses cost five megabytes of memory.
 *
 *     entries   key 5 bytes, easting and northing 4 bytes each (centimetres), accuracy 1 byte (tens of metres)
 *     index     the first key of each block of 64 entries, 8-byte floats
 *     edition   JSON, UTF-8
 *     trailer   entries (8-byte float), bytes of JSON (4), version (4), `ODINGAZ1`
 *
 * All numbers are little-endian but the key, which is big-endian.
 */
export const ENTRY_BYTES = 14;
export const BLOCK_ENTRIES = 64;
const BLOCK_BYTES = BLOCK_ENTRIES * ENTRY_BYTES;
const TRAILER_BYTES = 24;
const VERSION = 1;
const MAGIC = 'ODINGAZ1';
/** Larger than any edition's JSON. */
const JSON_LIMIT = 1 << 20;

/** Ending of a gazetteer's file name. */
export const GAZETTEER_ENDING = '.gaz';

/** One address: its key, and where it is in National Grid metres. */
export type Entry = {
  /** Whole number below 2⁴⁰. */
  readonly key: number;
  readonly easting: number;
  readonly northing: number;
  readonly accuracyM: number;
};

/** Write an entry where there is room for it. */
export function writeEntry(into: DataView, at: number, entry: Entry): void {
  into.setUint8(at, Math.floor(entry.key / 0x1_0000_0000));
  into.setUint32(at + 1, entry.key % 0x1_0000_0000);
  into.setUint32(at + 5, Math.round(entry.easting * 100), true);
  into.setUint32(at + 9, Math.round(entry.northing * 100), true);
  into.setUint8(at + 13, Math.min(255, Math.max(1, Math.round(entry.accuracyM / 10))));
}

/** The key of the entry at a place. */
export const readKey = (from: DataView, at: number): number =>
  from.getUint8(at) * 0x1_0000_0000 + from.getUint32(at + 1);

const readEntry = (from: DataView, at: number): Entry => ({
  key: readKey(from, at),
  easting: from.getUint32(at + 5, true) / 100,
  northing: from.getUint32(at + 9, true) / 100,
  accuracyM: from.getUint8(at + 13) * 10,
});

/** What follows the entries in the file. */
export function tailOf(firstKeys: readonly number[], edition: GazetteerEdition): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(edition));
  const bytes = new Uint8Array(firstKeys.length * 8 + json.length + TRAILER_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [i, key] of firstKeys.entries()) view.setFloat64(i * 8, key, true);
  bytes.set(json, firstKeys.length * 8);
  const trailer = bytes.length - TRAILER_BYTES;
  view.setFloat64(trailer, edition.entries, true);
  view.setUint32(trailer + 8, json.length, true);
  view.setUint32(trailer + 12, VERSION, true);
  bytes.set(new TextEncoder().encode(MAGIC), trailer + 16);
  return bytes;
}

/** Reads a stretch of a file; shorter at its end. */
export type ReadBytes = (offset: number, length: number) => Uint8Array;

/** A gazetteer file, opened. */
export type Packed = {
  readonly edition: GazetteerEdition;
  readonly find: (key: number) => Entry | undefined;
  /** Entries with `from` ≤ key < `to`, in order. */
  readonly range: (from: number, to: number) => Generator<Entry>;
};

/** Blocks kept in memory: 3.7 MB. */
const BLOCKS_KEPT = 4096;

/**
 * Open a gazetteer file.
 *
 * @param size bytes of the file
 * @throws TypeError when it is no gazetteer, or is damaged
 */
export function openPacked(read: ReadBytes, size: number): Packed {
  const { edition, firstKeys } = readTail(read, size);
  const { entries } = edition;
  const kept = new Map<number, DataView>();
  const blockOf = (key: number): number =>
    lastNotAbove(firstKeys.length, (i) => firstKeys[i] as number, key);
  const blockAt = (block: number): DataView => {
    const known = kept.get(block);
    if (known) return known;
    const length = Math.min(BLOCK_BYTES, entries * ENTRY_BYTES - block * BLOCK_BYTES);
    const view = viewOf(read(block * BLOCK_BYTES, length));
    if (view.byteLength !== length) throw new TypeError('Cannot read the gazetteer: it was cut');
    if (kept.size >= BLOCKS_KEPT) kept.clear();
    kept.set(block, view);
    return view;
  };
  return {
    edition,
    find(key) {
      const block = blockOf(key);
      if (block < 0) return undefined;
      const view = blockAt(block);
      const count = view.byteLength / ENTRY_BYTES;
      const place = lastNotAbove(count, (i) => readKey(view, i * ENTRY_BYTES), key);
      const at = place * ENTRY_BYTES;
      return place >= 0 && readKey(view, at) === key ? readEntry(view, at) : undefined;
    },
    *range(from, to) {
      for (let block = Math.max(0, blockOf(from)); block < firstKeys.length; block++) {
        yield* entriesBetween(blockAt(block), from, to);
        if ((firstKeys[block + 1] ?? to) >= to) return;
      }
    },
  };
}

function* entriesBetween(block: DataView, from: number, to: number): Generator<Entry> {
  for (let at = 0; at < block.byteLength; at += ENTRY_BYTES) {
    const key = readKey(block, at);
    if (key >= from && key < to) yield readEntry(block, at);
  }
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The last place whose key is not above the one asked for; -1 when all are. */
function lastNotAbove(count: number, keyAt: (place: number) => number, key: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyAt(middle) <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function readTail(
  read: ReadBytes,
  size: number,
): { readonly edition: GazetteerEdition; readonly firstKeys: Float64Array } {
  const trailer = viewOf(read(Math.max(0, size - TRAILER_BYTES), TRAILER_BYTES));
  if (trailer.byteLength !== TRAILER_BYTES || textOf(trailer, 16, 8) !== MAGIC) {
    throw new TypeError('Cannot read the gazetteer: it is none');
  }
  const entries = trailer.getFloat64(0, true);
  const jsonBytes = trailer.getUint32(8, true);
  const blocks = Math.ceil(entries / BLOCK_ENTRIES);
  const indexAt = entries * ENTRY_BYTES;
  const sound = Number.isSafeInteger(entries) && entries >= 0 && jsonBytes <= JSON_LIMIT;
  if (!sound || indexAt + blocks * 8 + jsonBytes + TRAILER_BYTES !== size) {
    throw new TypeError('Cannot read the gazetteer: it is damaged');
  }
  const tail = viewOf(read(indexAt, blocks * 8 + jsonBytes));
  if (tail.byteLength !== blocks * 8 + jsonBytes) {
    throw new TypeError('Cannot read the gazetteer: it was cut');
  }
  const edition = readEdition(textOf(tail, blocks * 8, jsonBytes));
  if (edition.entries !== entries || trailer.getUint32(12, true) !== VERSION) {
    throw new TypeError('Cannot read the gazetteer: it is damaged');
  }
  const firstKeys = Float64Array.from({ length: blocks }, (_, i) => tail.getFloat64(i * 8, true));
  return { edition, firstKeys };
}

function readEdition(text: string): GazetteerEdition {
  try {
    return GazetteerEdition.parse(JSON.parse(text));
  } catch (cause) {
    throw new TypeError('Cannot read the gazetteer: what it says of itself is damaged', { cause });
  }
}

const textOf = ({ buffer, byteOffset }: DataView, at: number, length: number): string =>
  new TextDecoder().decode(new Uint8Array(buffer, byteOffset + at, length));
