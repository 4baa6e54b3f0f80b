import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LongResource, Resource } from '#data/schema/flow.ts';

/** Where bytes with this sha-256 stand inside `folder`: `ab/ab12…`. */
export const blobPath = (folder: string, sha256: string): string => {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError(`Not a sha-256: "${sha256}"`);
  return join(folder, sha256.slice(0, 2), sha256);
};

/**
 * Put bytes under their own hash, so that a crash leaves either nothing or all of them: written aside, synced,
 * renamed, and the folder synced.
 *
 * @throws {RangeError} when the bytes are not what `sha256` says
 */
export async function putBlob(folder: string, resource: Resource | LongResource): Promise<void> {
  const { sha256 } = resource;
  const path = blobPath(folder, sha256);
  const sizeBytes = 'bytes' in resource ? resource.bytes.byteLength : resource.sizeBytes;
  if ((await sizeOf(path)) === sizeBytes) return;
  await writeSafely(path, checked(sha256, piecesOf(resource)));
}

const PIECE_BYTES = 1 << 20;

/** The bytes of a resource, a long one piece by piece. */
export function* piecesOf(resource: Resource | LongResource): Generator<Uint8Array> {
  if ('bytes' in resource) return yield resource.bytes;
  for (let at = 0; at < resource.sizeBytes; ) {
    const piece = resource.read(at, PIECE_BYTES);
    if (piece.byteLength === 0) return;
    yield piece;
    at += piece.byteLength;
  }
}

/** The same pieces. @throws {RangeError} after the last when they are not what `sha256` says */
function* checked(sha256: string, pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  const hash = createHash('sha256');
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  const actual = hash.digest('hex');
  if (actual !== sha256) throw new RangeError(`Cannot store: bytes are ${actual}, not ${sha256}`);
}

/** Remove a blob, if it is there. */
export const removeBlob = async (folder: string, sha256: string): Promise<void> =>
  await rm(blobPath(folder, sha256), { force: true });

/** Read a blob; undefined when there is none. */
export async function readBlob(folder: string, sha256: string): Promise<Uint8Array | undefined> {
  return await readFile(blobPath(folder, sha256)).catch(ignoreMissing);
}

/** Write a file so that a reader sees the old one or the whole new one, and a crash loses neither. */
export async function writeSafely(
  path: string,
  bytes: Uint8Array | Iterable<Uint8Array>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const aside = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(aside, 'wx');
    try {
      for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes)
        await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (cause) {
    await rm(aside, { force: true });
    throw cause;
  }
  await syncFolder(dirname(path));
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const sizeOf = async (path: string): Promise<number | undefined> =>
  (await stat(path).catch(ignoreMissing))?.size;

function ignoreMissing(cause: unknown): undefined {
  if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  return undefined;
}
