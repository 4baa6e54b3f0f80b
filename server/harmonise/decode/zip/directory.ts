import { refuse } from '../refusal.ts';

/** One entry of a zip's central directory. */
export type ZipEntry = {
  /** Name as published; never used as a path. */
  readonly name: string;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  /** What the directory claims; the bytes are counted all the same. */
  readonly size: number;
  /** Where the local header stands. */
  readonly offset: number;
  readonly encrypted: boolean;
  /** Unix mode, 0 when the archive was not made on Unix. */
  readonly mode: number;
};

/** More entries than this is no data set. */
export const ENTRY_LIMIT = 10_000;

// Signatures and layouts: PKWARE APPNOTE 6.3.10, §4.3.
const END_OF_DIRECTORY = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_SIZE = 22;
const COMMENT_LIMIT = 0xffff;
const UTF8_NAMES = 1 << 11;
const MADE_ON_UNIX = 3;

/**
 * The entries of a zip archive, folders left out.
 *
 * @throws Refusal when the directory is missing, damaged, or lists more than 10,000 entries
 */
export function readDirectory(bytes: Buffer): ZipEntry[] {
  const { count, offset, size } = endOf(bytes);
  if (count > ENTRY_LIMIT) {
    refuse(
      'file.archive-bomb-or-path-escape',
      `The archive lists ${count} entries; at most ${ENTRY_LIMIT} are read.`,
    );
  }
  if (offset + size > bytes.length) refuse('file.corrupt', 'The archive is cut short.');
  const entries: ZipEntry[] = [];
  for (let at = offset, index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      refuse('file.corrupt', `The archive's list of contents is damaged at entry ${index + 1}.`);
    }
    const length = bytes.readUInt16LE(at + 28);
    const extra = bytes.readUInt16LE(at + 30);
    entries.push(entryAt(bytes, at, length, extra));
    at += 46 + length + extra + bytes.readUInt16LE(at + 32);
  }
  return entries.filter(({ name }) => !/[\\/]$/.test(name));
}

function endOf(bytes: Buffer): { count: number; offset: number; size: number } {
  const from = Math.max(0, bytes.length - END_SIZE - COMMENT_LIMIT);
  for (let at = bytes.length - END_SIZE; at >= from; at -= 1) {
    if (bytes.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    if (at + END_SIZE + bytes.readUInt16LE(at + 20) > bytes.length) continue;
    const end = {
      count: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 12),
      offset: bytes.readUInt32LE(at + 16),
    };
    const isZip64 = end.count === 0xffff || end.size === 0xffffffff || end.offset === 0xffffffff;
    return isZip64 ? (zip64EndOf(bytes, at) ?? end) : end;
  }
  return refuse('file.corrupt', 'The archive has no list of contents: it is cut short or damaged.');
}

function zip64EndOf(bytes: Buffer, end: number) {
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== ZIP64_LOCATOR) return undefined;
  const at = Number(bytes.readBigUInt64LE(locator + 8));
  if (at + 56 > bytes.length || bytes.readUInt32LE(at) !== ZIP64_END) return undefined;
  return {
    count: Number(bytes.readBigUInt64LE(at + 32)),
    size: Number(bytes.readBigUInt64LE(at + 40)),
    offset: Number(bytes.readBigUInt64LE(at + 48)),
  };
}

function entryAt(bytes: Buffer, at: number, nameLength: number, extraLength: number): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8);
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const entry = {
    name: new TextDecoder((flags & UTF8_NAMES) === 0 ? 'windows-1252' : 'utf-8').decode(nameBytes),
    method: bytes.readUInt16LE(at + 10),
    crc32: bytes.readUInt32LE(at + 16),
    compressedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
    encrypted: (flags & 1) === 1 || (flags & (1 << 6)) !== 0,
    mode: bytes[at + 5] === MADE_ON_UNIX ? bytes.readUInt16LE(at + 40) : 0,
  };
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  return { ...entry, ...zip64Sizes(entry, extra) };
}

/** Sizes and offset beyond 4 GB stand in the extra field 0x0001, only those that overflow, in this order. */
function zip64Sizes(entry: Pick<ZipEntry, 'size' | 'compressedSize' | 'offset'>, extra: Buffer) {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const values = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    let next = 0;
    const wide = (value: number) => {
      if (value !== 0xffffffff || next + 8 > values.length) return value;
      next += 8;
      return Number(values.readBigUInt64LE(next - 8));
    };
    const size = wide(entry.size);
    const compressedSize = wide(entry.compressedSize);
    return { size, compressedSize, offset: wide(entry.offset) };
  }
  return {};
}
