import { closeSync, openSync, readSync } from 'node:fs';
import { type Archive, openArchive, type ReadBytes } from '#tiles/pack/reader.ts';

/** An archive on disk: its directory in memory, its tiles read where they lie. */
export type ArchiveFile = Archive & {
  /** Bytes of the archive: one `pread`, fewer than asked for at its end. */
  readonly read: ReadBytes;
  readonly close: () => void;
};

/**
 * Open an archive file and read its directory.
 *
 * @throws {RangeError} when the file is no archive of vector tiles; the error of the file system when it cannot be read
 */
export function openArchiveFile(path: string): ArchiveFile {
  const file = openSync(path, 'r');
  const read = (offset: number, length: number): Buffer => {
    const bytes = Buffer.allocUnsafe(length);
    let held = 0;
    while (held < length) {
      const got = readSync(file, bytes, held, length - held, offset + held);
      if (got === 0) break;
      held += got;
    }
    return held === length ? bytes : bytes.subarray(0, held);
  };
  try {
    return { ...openArchive(read), read, close: () => closeSync(file) };
  } catch (cause) {
    closeSync(file);
    throw cause;
  }
}
