import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { FeatureDraft } from './draft.ts';
import { FRAME_SIZE, type Frame, packFrame } from './frame.ts';

/** Bytes that say how long the frame after them is. */
const HEAD_BYTES = 4;

/**
 * Write records to a file in frames, each a length (u32, little-endian) and that many bytes of structured clone,
 * so that a large result is never in one message or one string.
 *
 * @param onWritten told how many bytes stand in the file, after each frame
 */
export function writeFrames(
  path: string,
  drafts: Iterable<FeatureDraft>,
  onWritten: (bytes: number) => void = () => undefined,
): void {
  const file = openSync(path, 'w');
  try {
    let bytes = 0;
    let frame: FeatureDraft[] = [];
    const flush = (): void => {
      bytes += writeFrame(file, packFrame(frame));
      frame = [];
      onWritten(bytes);
    };
    for (const draft of drafts) if (frame.push(draft) === FRAME_SIZE) flush();
    if (frame.length > 0) flush();
  } finally {
    closeSync(file);
  }
}

function writeFrame(file: number, frame: Frame): number {
  const body = serialize(frame);
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(body.length);
  for (const part of [head, body]) {
    for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
  }
  return HEAD_BYTES + body.length;
}

/** A frame, and where the one after it begins. */
export type FrameAt = { readonly frame: Frame; readonly next: number };

/**
 * Read what `writeFrames` wrote, a frame at a time. The file must be of our own making.
 *
 * @param part bytes of the file to be read: both ends are those of frames
 * @throws {RangeError} when the file ends within a frame
 */
export function* readFrames(
  path: string,
  { from, until }: { readonly from: number; readonly until: number },
): Generator<FrameAt> {
  const file = openSync(path, 'r');
  try {
    for (let at = from; at < until; ) {
      const length = readWhole(file, at, HEAD_BYTES).readUInt32LE();
      const body = readWhole(file, at + HEAD_BYTES, length);
      at += HEAD_BYTES + length;
      yield { frame: deserialize(body) as Frame, next: at };
    }
  } finally {
    closeSync(file);
  }
}

function readWhole(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let got = 0; got < length; ) {
    const more = readSync(file, bytes, got, length - got, at + got);
    if (more === 0) throw new RangeError('Cannot read frames: the file is cut off');
    got += more;
  }
  return bytes;
}
