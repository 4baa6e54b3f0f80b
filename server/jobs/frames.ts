import { closeSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';

/** Records in one frame: small enough to insert without holding up a reader. */
const FRAME_SIZE = 150;

/**
 * Write items to a file in frames, each a length (u32, little-endian) and that many bytes of structured clone,
 * so that a large result is never in one message or one string.
 */
export function writeFrames<T>(path: string, items: Iterable<T>): void {
  const file = openSync(path, 'w');
  try {
    let frame: T[] = [];
    for (const item of items) {
      frame.push(item);
      if (frame.length < FRAME_SIZE) continue;
      writeFrame(file, frame);
      frame = [];
    }
    if (frame.length > 0) writeFrame(file, frame);
  } finally {
    closeSync(file);
  }
}

function writeFrame(file: number, frame: readonly unknown[]): void {
  const body = serialize(frame);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  for (const part of [head, body]) {
    for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
  }
}

/** Read what `writeFrames` wrote, a frame at a time. The file must be of our own making. */
export async function* readFrames<T>(path: string): AsyncGenerator<T[]> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(4);
    while ((await file.read(head, 0, 4)).bytesRead === 4) {
      const body = Buffer.alloc(head.readUInt32LE());
      const { bytesRead } = await file.read(body, 0, body.length);
      if (bytesRead !== body.length)
        throw new RangeError('Cannot read frames: the file is cut off');
      yield deserialize(body) as T[];
    }
  } finally {
    await file.close();
  }
}
