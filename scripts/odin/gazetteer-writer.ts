import { closeSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import {
  BLOCK_ENTRIES,
  ENTRY_BYTES,
  type Entry,
  readKey,
  tailOf,
  writeEntry,
} from '#data/gazetteer/packed.ts';
import type { GazetteerEdition } from '#data/schema/gazetteer.ts';

/** Entries sorted in memory at a time: 59 MB, and 34 MB for their order. Below 2²⁴. */
const RUN_ENTRIES = 1 << 22;
/** Bytes read or written at a time; a whole number of entries. */
const CHUNK_BYTES = ENTRY_BYTES * (1 << 14);

/** Writes entries that come in any order into one sorted file, in memory that does not grow with them. */
export type GazetteerWriter = {
  readonly add: (entry: Entry) => void;
  /** Sort what was added, write the file and rename it into place. */
  readonly finish: (edition: Omit<GazetteerEdition, 'entries'>) => WrittenGazetteer;
  /** Leave nothing behind. */
  readonly abandon: () => void;
};

export type WrittenGazetteer = {
  readonly edition: GazetteerEdition;
  /** Entries left out because their key came before. */
  readonly repeated: number;
};

/**
 * A writer of one gazetteer file: sorted runs beside it, merged at the end.
 *
 * @param path where the file will be; `.part` and `.run-N` stand beside it until it is done
 */
export function openGazetteerWriter(path: string, runEntries = RUN_ENTRIES): GazetteerWriter {
  const run = new DataView(new ArrayBuffer(runEntries * ENTRY_BYTES));
  const runs: string[] = [];
  let count = 0;
  const flush = (): void => {
    const name = `${path}.run-${runs.length}`;
    runs.push(name);
    writeRun(name, run, count);
    count = 0;
  };
  const removeRuns = (): void => {
    for (const name of runs) rmSync(name, { force: true });
  };
  return {
    add(entry) {
      if (count === runEntries) flush();
      writeEntry(run, count * ENTRY_BYTES, entry);
      count++;
    },
    finish(facts) {
      if (count > 0) flush();
      const part = `${path}.part`;
      const { entries, repeated, firstKeys } = merge(runs, part);
      const edition = { ...facts, entries };
      const file = openSync(part, 'a');
      writeSync(file, tailOf(firstKeys, edition));
      closeSync(file);
      renameSync(part, path);
      removeRuns();
      return { edition, repeated };
    },
    abandon() {
      removeRuns();
      rmSync(`${path}.part`, { force: true });
    },
  };
}

/** Sort the entries by key, those of one key in the order they came, and write them. */
function writeRun(name: string, run: DataView, count: number): void {
  const order = orderOf(run, count);
  const file = openSync(name, 'w');
  const bytes = new Uint8Array(run.buffer);
  const chunk = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  for (let i = 0; i < count; i++) {
    const at = ((order[2 * i] as number) & 0xffffff) * ENTRY_BYTES;
    chunk.set(bytes.subarray(at, at + ENTRY_BYTES), filled);
    filled += ENTRY_BYTES;
    if (filled < CHUNK_BYTES && i < count - 1) continue;
    writeSync(file, chunk, 0, filled);
    filled = 0;
  }
  closeSync(file);
}

/**
 * Places of the entries in the order of their keys, in the low 24 bits of every second number. Key and place stand
 * together in one 64-bit number, so that the engine's own sort needs no comparator; no BigInt is ever made.
 */
function orderOf(run: DataView, count: number): Uint32Array {
  const order = new BigUint64Array(count);
  const halves = new Uint32Array(order.buffer); // low half first on every machine Node runs on
  for (let i = 0; i < count; i++) {
    const key = readKey(run, i * ENTRY_BYTES);
    halves[2 * i] = (key % 256) * 0x100_0000 + i;
    halves[2 * i + 1] = Math.floor(key / 256);
  }
  order.sort();
  return halves;
}

type Run = {
  readonly key: () => number;
  readonly take: () => Uint8Array;
  readonly close: () => void;
};

function openRun(name: string): Run {
  const file = openSync(name, 'r');
  const bytes = new Uint8Array(CHUNK_BYTES);
  const view = new DataView(bytes.buffer);
  let [at, end] = [0, readSync(file, bytes)];
  return {
    key: () => (at < end ? readKey(view, at) : Number.POSITIVE_INFINITY),
    take: () => {
      const entry = bytes.slice(at, at + ENTRY_BYTES);
      at += ENTRY_BYTES;
      if (at >= end) [at, end] = [0, readSync(file, bytes)];
      return entry;
    },
    close: () => closeSync(file),
  };
}

/** Merge sorted runs; of entries with one key the first that came is kept. */
function merge(
  names: readonly string[],
  path: string,
): { readonly entries: number; readonly repeated: number; readonly firstKeys: number[] } {
  const runs = names.map(openRun);
  const file = openSync(path, 'w');
  const chunk = new Uint8Array(CHUNK_BYTES);
  const firstKeys: number[] = [];
  let [entries, repeated, filled, last] = [0, 0, 0, -1];
  for (let run = least(runs); run; run = least(runs)) {
    const key = run.key();
    const entry = run.take();
    if (key === last) {
      repeated++;
      continue;
    }
    if (entries % BLOCK_ENTRIES === 0) firstKeys.push(key);
    chunk.set(entry, filled);
    filled += ENTRY_BYTES;
    entries++;
    last = key;
    if (filled < CHUNK_BYTES) continue;
    writeSync(file, chunk, 0, filled);
    filled = 0;
  }
  writeSync(file, chunk, 0, filled);
  closeSync(file);
  for (const { close } of runs) close();
  return { entries, repeated, firstKeys };
}

/** The run whose next key is least, the earliest of those; there are few, so no heap is needed. */
function least(runs: readonly Run[]): Run | undefined {
  let found: Run | undefined;
  let key = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    const own = run.key();
    if (own < key) [found, key] = [run, own];
  }
  return found;
}
