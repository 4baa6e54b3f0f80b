import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { LongResource, Resource } from '#data/schema/flow.ts';
import type { JobFile } from './job.ts';

/** A longer file is read piece by piece, bytes. */
const LONG_BYTES = 1 << 25;
/** From this length on, memory is worth more than time, bytes. */
export const FRUGAL_BYTES = 1 << 28;

/**
 * Flags that make V8 clear away early: half the memory, for half as much time again. They may be set while it runs.
 */
export const FRUGAL_FLAGS = ['--heap-growing-percent=40', '--max-semi-space-size=8'];

/**
 * The resource in a file: its bytes, or a way to read them when they are more than 32 MB. The file must not change
 * meanwhile.
 *
 * @throws the error of the file system when it cannot be read
 */
export function resourceIn({ path, sha256, fileName }: JobFile): Resource | LongResource {
  const sizeBytes = statSync(path).size;
  if (sizeBytes <= LONG_BYTES) return { sha256, fileName, bytes: readFileSync(path) };
  return { sha256, fileName, sizeBytes, read: (offset, length) => readPiece(path, offset, length) };
}

/** A file beside another, of any length, with its bytes. @throws the error of the file system when it cannot be read */
export const heldResourceIn = ({ path, sha256, fileName }: JobFile): Resource => ({
  sha256,
  fileName,
  bytes: readFileSync(path),
});

/** Opened for each piece: a megabyte takes a hundred times as long as that, and nothing is left open. */
function readPiece(path: string, offset: number, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(length);
    return piece.subarray(0, readSync(file, piece, 0, length, offset));
  } finally {
    closeSync(file);
  }
}

/**
 * A file as published, its SHA-256 taken while other work goes on.
 *
 * @throws the error of the file system when it cannot be read
 */
export async function openResource(path: string): Promise<Resource | LongResource> {
  return resourceIn({ path, fileName: basename(path), sha256: await hashOf(path) });
}

/** Bytes hashed at a time. */
const HASHED_BYTES = 1 << 20;

/** SHA-256 of a file of any length, at once. @throws the error of the file system when it cannot be read */
export function hashFile(path: string): string {
  const hash = createHash('sha256');
  // One buffer for all pieces: a new one for each stays until the next clearing away, of which there is none here.
  const piece = Buffer.allocUnsafe(HASHED_BYTES);
  const file = openSync(path, 'r');
  try {
    for (let got = -1; got !== 0; ) {
      got = readSync(file, piece);
      hash.update(piece.subarray(0, got));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece);
  return hash.digest('hex');
}

/** Length of a resource, bytes. */
export const sizeOf = (resource: Resource | LongResource): number =>
  'bytes' in resource ? resource.bytes.byteLength : resource.sizeBytes;
