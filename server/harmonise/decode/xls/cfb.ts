import { refuse } from '../refusal.ts';

/**
 * A compound file: streams of bytes in chains of sectors, as in a disk. Source: [MS-CFB].
 *
 * Every chain is followed for as many sectors as the file has and no more, so one that runs in a
 * circle ends.
 */
export type CompoundFile = {
  /** The streams and storages of the root, by name; those of inner storages are not listed. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The bytes of a stream, fewer than it says where the file is cut short. */
  readonly bytesOf: (entry: Entry) => Buffer;
};

/** One entry of the directory. */
export type Entry = {
  readonly name: string;
  readonly isStream: boolean;
  readonly start: number;
  /** Bytes it says it has. */
  readonly size: number;
};

/** Numbers from here on are no sectors. */
const SPECIAL = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const ENTRY_SIZE = 128;
const STREAM = 2;
const HEADER_LISTS = 109;

/** How one kind of sector is laid out, and which follows which. */
type Sectors = {
  readonly bytes: Buffer;
  readonly size: number;
  /** Where sector 0 begins. */
  readonly first: number;
  readonly next: (sector: number) => number;
};

/** Open a compound file. @throws Refusal when its header or directory is damaged */
export function openCompoundFile(file: Uint8Array): CompoundFile {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const shift = bytes.length < 512 ? 0 : bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) {
    return refuse('file.corrupt', 'The file is cut short, or the list of its parts is damaged.');
  }
  const large = largeSectors(bytes, 1 << shift);
  const directory = chain(large, bytes.readUInt32LE(48), Number.POSITIVE_INFINITY);
  const root = entryAt(directory, 0);
  if (!root) return refuse('file.corrupt', 'The file has no list of its parts, or a damaged one.');
  const small = smallSectors(bytes, large, root);
  const cutoff = bytes.readUInt32LE(56);
  return {
    entries: listEntries(directory),
    bytesOf: ({ start, size }) => chain(size < cutoff ? small : large, start, size),
  };
}

function largeSectors(bytes: Buffer, size: number): Sectors {
  const lists = listSectors(bytes, size);
  const perList = size / 4;
  const next = (sector: number) => {
    const list = lists[Math.floor(sector / perList)];
    const at = list === undefined ? bytes.length : (list + 1) * size + (sector % perList) * 4;
    return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : NO_ENTRY;
  };
  return { bytes, size, first: size, next };
}

/** The sectors that say which sector follows which: 109 named in the header, further ones in a chain. */
function listSectors(bytes: Buffer, size: number): number[] {
  const most = Math.ceil(bytes.length / size);
  const lists: number[] = [];
  const take = (at: number, count: number) => {
    for (let index = 0; index < count && lists.length < most; index += 1) {
      const sector =
        at + index * 4 + 4 <= bytes.length ? bytes.readUInt32LE(at + index * 4) : NO_ENTRY;
      if (sector < SPECIAL) lists.push(sector);
    }
  };
  take(76, HEADER_LISTS);
  let sector = bytes.readUInt32LE(68);
  for (let seen = 0; sector < SPECIAL && seen < most; seen += 1) {
    const at = (sector + 1) * size;
    take(at, size / 4 - 1);
    sector = at + size <= bytes.length ? bytes.readUInt32LE(at + size - 4) : NO_ENTRY;
  }
  return lists;
}

/** Short streams share the sectors of one stream of the root, parted into pieces of 64 bytes. */
function smallSectors(bytes: Buffer, large: Sectors, root: Entry): Sectors {
  const shared = chain(large, root.start, root.size);
  const list = chain(large, bytes.readUInt32LE(60), Number.POSITIVE_INFINITY);
  const next = (sector: number) =>
    sector * 4 + 4 <= list.length ? list.readUInt32LE(sector * 4) : NO_ENTRY;
  return { bytes: shared, size: 64, first: 0, next };
}

/** The bytes of a chain of sectors, at most `size`; it ends where the file ends or a circle closes. */
function chain({ bytes, size: sectorSize, first, next }: Sectors, start: number, size: number) {
  const pieces: Buffer[] = [];
  const most = Math.ceil(bytes.length / sectorSize);
  let [sector, left] = [start, size];
  for (let seen = 0; seen < most && sector < SPECIAL && left > 0; seen += 1) {
    const at = first + sector * sectorSize;
    if (at >= bytes.length) break;
    const piece = bytes.subarray(at, at + Math.min(sectorSize, left));
    pieces.push(piece);
    left -= piece.length;
    sector = next(sector);
  }
  return Buffer.concat(pieces);
}

/** The entries of the root: a tree of neighbours, walked with each entry met once. */
function listEntries(directory: Buffer): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const waiting = [childOf(directory, 0)];
  const met = new Set<number>();
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = met.has(index) ? undefined : entryAt(directory, index);
    met.add(index);
    if (!entry) continue;
    entries.set(entry.name, entry);
    const at = index * ENTRY_SIZE;
    waiting.push(directory.readUInt32LE(at + 68), directory.readUInt32LE(at + 72));
  }
  return entries;
}

const childOf = (directory: Buffer, index: number): number =>
  directory.readUInt32LE(index * ENTRY_SIZE + 76);

function entryAt(directory: Buffer, index: number): Entry | undefined {
  const at = index * ENTRY_SIZE;
  if (index >= SPECIAL || at + ENTRY_SIZE > directory.length) return undefined;
  const nameSize = Math.min(64, directory.readUInt16LE(at + 64));
  if (nameSize < 2) return undefined;
  return {
    name: directory.toString('utf16le', at, at + nameSize - 2),
    isStream: directory[at + 66] === STREAM,
    start: directory.readUInt32LE(at + 116),
    size: directory.readUInt32LE(at + 120),
  };
}
