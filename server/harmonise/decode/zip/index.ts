import { crc32, inflateRawSync } from 'node:zlib';
import { issue } from '#data/issues/issue.ts';
import type { Issue } from '#data/schema/issue.ts';
import { refuse } from '../refusal.ts';
import { extensionOf, type Part } from '../source.ts';
import { readDirectory, type ZipEntry } from './directory.ts';

/** An archive's members that may be read, and what was wrong with the others. */
export type Archive = { readonly parts: readonly Part[]; readonly issues: readonly Issue[] };

/** Inflated bytes an archive may give in all. */
const TOTAL_LIMIT = 500_000_000;
/** Inflated to compressed, judged once the first 10 MB are out. */
const RATIO_LIMIT = 200;
const RATIO_FREE_BYTES = 10_000_000;

const LOCAL_HEADER = 0x04034b50;
const [STORED, DEFLATED] = [0, 8];
const FILE_KIND = 0o170000;
const SYMLINK = 0o120000;

/** Members that are archives of a kind that is not opened. */
const ARCHIVES: ReadonlySet<string> = new Set(['7z', 'rar', 'gz', 'tgz', 'tar', 'bz2', 'xz']);

/**
 * Open a zip archive: no member is inflated before it is asked for, none is written anywhere, and no
 * name is used as a path.
 *
 * @param spent what an archive round this one has inflated already: they share their limits
 * @throws Refusal for a damaged directory, too many entries, overlapping or escaping members,
 * symbolic links, and archives under a password
 */
export function openZip(bytes: Uint8Array, spent: Spent = openBudget()): Archive {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(buffer);
  for (const entry of entries) refuseUnsafe(entry);
  refuseOverlap(buffer, entries);
  if (entries.length > 0 && entries.every(({ encrypted }) => encrypted)) {
    refuse('file.encrypted', 'The archive is protected by a password. Publish it without one.');
  }
  const issues = entries.flatMap(faultOf);
  const parts = entries
    .filter((entry) => faultOf(entry).length === 0 && !isLitter(entry.name))
    .map((entry) => ({ name: entry.name, bytes: () => inflate(buffer, entry, spent) }));
  return { parts, issues };
}

/** macOS puts a shadow of every file beside it. */
const isLitter = (name: string): boolean =>
  /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|~\$)/i.test(name);

function refuseUnsafe(entry: ZipEntry): void {
  const { name, mode } = entry;
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name)) {
    refuse(
      'file.archive-bomb-or-path-escape',
      'A member of the archive is named so as to be written outside it.',
      { value: name },
    );
  }
  if ((mode & FILE_KIND) === SYMLINK) {
    refuse('file.archive-bomb-or-path-escape', 'A member of the archive is a symbolic link.', {
      value: name,
    });
  }
}

function faultOf(entry: ZipEntry): Issue[] {
  const value = entry.name;
  if (entry.encrypted) {
    return [
      issue(
        'file.encrypted',
        { value, severity: 'error' },
        'A member of the archive is protected by a password.',
      ),
    ];
  }
  if (ARCHIVES.has(extensionOf(value))) {
    return [
      issue(
        'file.archive-nested',
        { value },
        'An archive inside the archive was not opened. Publish its files directly.',
      ),
    ];
  }
  return [];
}

/** Members that share bytes turn a small archive into petabytes (Fifield, 2019). */
function refuseOverlap(buffer: Buffer, entries: readonly ZipEntry[]): void {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  let free = 0;
  for (const entry of sorted) {
    if (entry.offset < free) {
      refuse('file.archive-bomb-or-path-escape', 'Members of the archive overlap.', {
        value: entry.name,
      });
    }
    free = dataStart(buffer, entry) + entry.compressedSize;
  }
}

function dataStart(buffer: Buffer, { offset, name }: ZipEntry): number {
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== LOCAL_HEADER) {
    refuse('file.corrupt', 'A member of the archive is not where its list of contents says.', {
      value: name,
    });
  }
  return offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
}

/** What has been inflated so far; a member read twice counts once. */
export type Spent = {
  inflated: number;
  compressed: number;
  readonly members: Map<ZipEntry, number>;
};

/** Nothing inflated yet. */
export const openBudget = (): Spent => ({ inflated: 0, compressed: 0, members: new Map() });

function inflate(buffer: Buffer, entry: ZipEntry, spent: Spent): Uint8Array {
  const { name: value, method } = entry;
  const start = dataStart(buffer, entry);
  const packed = buffer.subarray(start, start + entry.compressedSize);
  if (packed.length < entry.compressedSize) {
    refuse('file.corrupt', 'The archive is cut short.', { value });
  }
  if (method !== STORED && method !== DEFLATED) {
    refuse(
      'file.unsupported',
      `A member of the archive is packed by method ${method}. Use ordinary zip (deflate).`,
      { value },
    );
  }
  const bytes = method === STORED ? packed : inflateWithin(packed, roomLeft(entry, spent), value);
  charge(entry, bytes.length, spent);
  if (crc32(bytes) !== entry.crc32) {
    refuse('file.corrupt', 'A member of the archive is damaged: its checksum does not agree.', {
      value,
    });
  }
  return bytes;
}

function charge(entry: ZipEntry, inflated: number, spent: Spent): void {
  if (spent.members.has(entry)) return;
  spent.members.set(entry, inflated);
  spent.inflated += inflated;
  spent.compressed += entry.compressedSize;
  if (spent.inflated > TOTAL_LIMIT) refuseBomb(entry.name);
}

/** Bytes a member may still inflate to. */
function roomLeft(entry: ZipEntry, spent: Spent): number {
  const known = spent.members.get(entry);
  if (known !== undefined) return known;
  const byRatio = (spent.compressed + entry.compressedSize) * RATIO_LIMIT + RATIO_FREE_BYTES;
  return Math.min(TOTAL_LIMIT, byRatio) - spent.inflated;
}

function inflateWithin(packed: Buffer, room: number, value: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) });
  } catch (thrown) {
    if (codeOf(thrown) === 'ERR_BUFFER_TOO_LARGE') refuseBomb(value);
    return refuse('file.corrupt', 'A member of the archive cannot be inflated: it is damaged.', {
      value,
    });
  }
}

function refuseBomb(value: string): never {
  const message = 'The archive inflates beyond all measure (500 MB, or 200 to 1).';
  refuse('file.archive-bomb-or-path-escape', message, { value });
}

const codeOf = (thrown: unknown): unknown => (thrown as { code?: unknown }).code;
