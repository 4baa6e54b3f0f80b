import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

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
export async function putBlob(folder: string, sha256: string, bytes: Uint8Array): Promise<void> {
  const path = blobPath(folder, sha256);
  if ((await sizeOf(path)) === bytes.byteLength) return;
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== sha256) throw new RangeError(`Cannot store: bytes are ${actual}, not ${sha256}`);
  await writeSafely(path, bytes);
}

/** Read a blob; undefined when there is none. */
export async function readBlob(folder: string, sha256: string): Promise<Uint8Array | undefined> {
  return await readFile(blobPath(folder, sha256)).catch(ignoreMissing);
}

/** Write a file so that a reader sees the old one or the whole new one, and a crash loses neither. */
export async function writeSafely(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const aside = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(aside, 'wx');
    try {
      await file.writeFile(bytes);
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
