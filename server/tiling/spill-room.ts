import { closeSync, mkdirSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Room, SpillFile } from '#tiles/options.ts';

/** Bytes in a mebibyte. */
const MEBIBYTE = 1 << 20;
let files = 0;

/**
 * Room on disk for what a build of tiles cannot hold in memory.
 *
 * A file has no name any more as soon as it is open: the system takes its room back when it is
 * closed, or when the process ends, however that ends.
 *
 * @param stem path its files are named after; where they lie there must be room for twice the input
 * @param memoryMb memory the build is to stay within, MiB
 */
export function spillRoom(stem: string, memoryMb: number): Room {
  const open = (): SpillFile => {
    mkdirSync(dirname(stem), { recursive: true });
    const path = `${stem}.spill-${process.pid}-${files++}`;
    const file = openSync(path, 'wx+');
    unlinkSync(path);
    let end = 0;
    return {
      append: (bytes) => {
        const at = end;
        writeWhole(file, bytes, at);
        end += bytes.length;
        return at;
      },
      read: (at, into) => readWhole(file, into, at),
      close: () => closeSync(file),
    };
  };
  return { memoryBytes: memoryMb * MEBIBYTE, open };
}

/** A write may take less than it is given. */
export function writeWhole(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
  }
}

/** @throws Error when the file is shorter than it was */
export function readWhole(file: number, into: Uint8Array, position: number): void {
  for (let done = 0; done < into.length; ) {
    const got = readSync(file, into, done, into.length - done, position + done);
    if (got === 0) throw new Error('Cannot read back what was put away: the file is shorter now');
    done += got;
  }
}
