import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { readWhole, spillRoom, writeWhole } from '#server/tiling/spill-room.ts';
import { released } from '#tiles/choose/growing.ts';
import type { BuildOptions } from '#tiles/index.ts';
import type { Sink } from '#tiles/pack/writer.ts';

/** The archive being written, beside the place it is for: whoever reads that never sees half of it. */
export type TargetFile = {
  readonly sink: Sink;
  readonly scratch: NonNullable<BuildOptions['scratch']>;
  readonly room: NonNullable<BuildOptions['room']>;
  /** The archive is whole: it takes its place. */
  readonly settle: () => void;
  /** Leave nothing behind, unless it has taken its place. */
  readonly close: () => void;
};

/**
 * @param memoryMb memory the build is to stay within, MiB
 * @throws the error of the file system when nothing can be written there
 */
export function openTarget(path: string, memoryMb: number): TargetFile {
  const part = `${path}.part-${process.pid}`;
  const waiting = `${path}.wait-${process.pid}`;
  const archive = openSync(part, 'w');
  const scratch = openSync(waiting, 'w+');
  let end = 0;
  let fetched = new Uint8Array(0);
  return {
    sink: { write: (position, bytes) => writeWhole(archive, bytes, position) },
    scratch: {
      put: (bytes) => {
        const at = end;
        const { length } = bytes;
        writeWhole(scratch, bytes, at);
        end += length;
        return () => {
          // what is fetched is written at once, so the next may take its room
          if (fetched.length < length) {
            released(fetched);
            fetched = new Uint8Array(length);
          }
          const part = fetched.subarray(0, length);
          readWhole(scratch, part, at);
          return part;
        };
      },
    },
    room: spillRoom(path, memoryMb),
    settle: () => renameSync(part, path),
    close: () => {
      closeSync(archive);
      closeSync(scratch);
      for (const made of [part, waiting]) rmSync(made, { force: true });
    },
  };
}

/** A file that is read from start to end. */
export type SourceFile = {
  /** Fill the bytes from their start. @returns how many came; 0 at the end */
  readonly read: (into: Uint8Array) => number;
  /** Share of it that was read, 0–1. */
  readonly share: () => number;
  readonly close: () => void;
};

/** @throws the error of the file system when it cannot be opened */
export function openSource(path: string): SourceFile {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  let done = 0;
  return {
    read: (into) => {
      const got = readSync(file, into);
      done += got;
      return got;
    },
    share: () => Math.min(1, done / Math.max(1, size)),
    close: () => closeSync(file),
  };
}
