import { createReadStream, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** One file in an archive. */
export type Member = {
  /** As the archive has it: `Data/CSV/ab.csv`. */
  readonly name: string;
  readonly sizeBytes: number;
  /** Its bytes, inflated as they are read. */
  readonly open: () => Readable;
};

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
/** The end record and the longest comment after it. */
const END_REACH = 22 + 0xffff;
/** Archives of addresses hold some three thousand files. */
const MEMBER_LIMIT = 20_000;
const DIRECTORY_LIMIT = 64 << 20;

/**
 * List the files of a ZIP archive on disk, of any size, without reading them. Source: APPNOTE.TXT 6.3.
 *
 * @param file descriptor, open for reading
 * @throws TypeError when it is no ZIP archive, or is damaged
 */
export function listMembers(path: string, file: number, sizeBytes: number): readonly Member[] {
  const read = (offset: number, length: number): DataView => {
    const bytes = new Uint8Array(length);
    const got = readSync(file, bytes, 0, length, offset);
    return new DataView(bytes.buffer, 0, got);
  };
  try {
    const { offset, length } = directoryOf(read, sizeBytes);
    return [...membersIn(path, read, read(offset, length))];
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new TypeError('the archive is damaged', { cause });
  }
}

type Read = (offset: number, length: number) => DataView;

function directoryOf(read: Read, sizeBytes: number): { offset: number; length: number } {
  const from = Math.max(0, sizeBytes - END_REACH);
  const tail = read(from, sizeBytes - from);
  let at = tail.byteLength - 22;
  while (at >= 0 && tail.getUint32(at, true) !== END) at--;
  if (at < 0) throw new TypeError('it is no ZIP archive, or was cut');
  let [length, offset] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
  if (at >= 20 && tail.getUint32(at - 20, true) === LOCATOR_64) {
    const end = read(Number(tail.getBigUint64(at - 12, true)), 56);
    if (end.getUint32(0, true) !== END_64) throw new TypeError('the archive is damaged');
    [length, offset] = [Number(end.getBigUint64(40, true)), Number(end.getBigUint64(48, true))];
  }
  if (length > DIRECTORY_LIMIT || offset + length > sizeBytes) {
    throw new TypeError('the archive is damaged');
  }
  return { offset, length };
}

function* membersIn(path: string, read: Read, directory: DataView): Generator<Member> {
  let count = 0;
  for (let at = 0; at + 46 <= directory.byteLength; ) {
    if (directory.getUint32(at, true) !== ENTRY || ++count > MEMBER_LIMIT) {
      throw new TypeError('the archive is damaged');
    }
    const nameBytes = directory.getUint16(at + 28, true);
    const extraBytes = directory.getUint16(at + 30, true);
    const name = textAt(directory, at + 46, nameBytes);
    const sizes = sizesOf(directory, at, at + 46 + nameBytes, extraBytes);
    if (!name.endsWith('/')) {
      const method = directory.getUint16(at + 10, true);
      yield { name, sizeBytes: sizes.full, open: () => openMember(path, read, method, sizes) };
    }
    at += 46 + nameBytes + extraBytes + directory.getUint16(at + 32, true);
  }
}

type Sizes = { readonly packed: number; readonly full: number; readonly offset: number };

/** Sizes and place of a member; figures too large for 32 bits stand in its extra field 1. */
function sizesOf(directory: DataView, at: number, extraAt: number, extraBytes: number): Sizes {
  const figures = [24, 20, 42].map((place) => directory.getUint32(at + place, true));
  let next = extraAt;
  while (next + 4 <= extraAt + extraBytes && directory.getUint16(next, true) !== 1) {
    next += 4 + directory.getUint16(next + 2, true);
  }
  next += 4;
  const [full = 0, packed = 0, offset = 0] = figures.map((figure) => {
    if (figure !== 0xffff_ffff) return figure;
    next += 8;
    return Number(directory.getBigUint64(next - 8, true));
  });
  return { full, packed, offset };
}

function openMember(path: string, read: Read, method: number, sizes: Sizes): Readable {
  if (method !== 0 && method !== 8) {
    throw new TypeError('the archive is packed in a way ODIN does not read');
  }
  const head = read(sizes.offset, 30);
  const start = sizes.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  if (sizes.packed === 0) return Readable.from([]);
  const packed = createReadStream(path, {
    start,
    end: start + sizes.packed - 1,
    highWaterMark: 1 << 20,
  });
  if (method === 0) return packed;
  const inflated = createInflateRaw({ chunkSize: 1 << 18 });
  packed.on('error', (cause) => inflated.destroy(cause));
  return packed.pipe(inflated);
}

const textAt = (view: DataView, at: number, length: number): string =>
  new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
