import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSafely } from './blobs.ts';

/** How long an archive nobody points at any more is kept, for pages opened before: 24 hours. */
const GRACE_MS = 24 * 3_600_000;

const SAFE = /^[a-z0-9][a-z0-9.-]*$/;

/** The tile archives on disk: one a layer and version, never changed once written. */
export type Archives = {
  /** Where an archive stands, whether it exists or not. */
  readonly path: (layerId: string, version: string) => string;
  readonly has: (layerId: string, version: string) => Promise<boolean>;
  readonly write: (layerId: string, version: string, bytes: Uint8Array) => Promise<void>;
  /** Remove archives that no layer points at and that are older than the grace period; returns how many. */
  readonly collect: (current: ReadonlyMap<string, string>, now: Date) => Promise<number>;
};

/**
 * Open the folder of tile archives: `<layer id>/<version>.pmtiles`.
 *
 * @throws {TypeError} when a layer id or version could be anything but one name of a file
 */
export function openArchives(folder: string): Archives {
  const path = (layerId: string, version: string): string => {
    if (!SAFE.test(layerId) || !SAFE.test(version)) {
      throw new TypeError(`Not a layer and version: "${layerId}", "${version}"`);
    }
    return join(folder, layerId, `${version}.pmtiles`);
  };
  return {
    path,
    has: async (layerId, version) =>
      await stat(path(layerId, version)).then(
        () => true,
        () => false,
      ),
    write: (layerId, version, bytes) => writeSafely(path(layerId, version), bytes),
    async collect(current, now) {
      const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      let removed = 0;
      for (const file of files) {
        if (!file.isFile()) continue;
        const full = join(file.parentPath, file.name);
        const kept = [...current].some(([layer, version]) => path(layer, version) === full);
        if (kept || now.getTime() - (await stat(full)).mtimeMs < GRACE_MS) continue;
        await rm(full, { force: true });
        removed++;
      }
      return removed;
    },
  };
}
