import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSafely } from './blobs.ts';

/** How long an archive nobody points at any more is kept when nothing is said: 24 hours. */
const GRACE_MS = 24 * 3_600_000;
/** What was kept for a rebuild serves no page: an hour, in which what is being built goes live. */
const KEPT_GRACE_MS = 3_600_000;

const SAFE = /^[a-z0-9][a-z0-9.-]*$/;

/** An archive, and what is kept beside it for the next one to start from. */
export type ArchivePair = { readonly archive: Uint8Array; readonly kept: Uint8Array };

/** The tile archives on disk: one a layer and version, never changed once written. */
export type Archives = {
  /** Where an archive stands, whether it exists or not. */
  readonly path: (layerId: string, version: string) => string;
  readonly has: (layerId: string, version: string) => Promise<boolean>;
  /** Write what is kept and then the archive: whoever sees the archive sees it whole. `kept` may be empty. */
  readonly write: (layerId: string, version: string, pair: ArchivePair) => Promise<void>;
  /** Both of a version; undefined when one is not there. */
  readonly read: (layerId: string, version: string) => Promise<ArchivePair | undefined>;
  /** The grace period of a version begins: another one takes its place. */
  readonly retire: (layerId: string, version: string, now: Date) => Promise<void>;
  /** Remove what no layer points at and whose grace period is over; returns how many archives. */
  readonly collect: (current: ReadonlyMap<string, string>, now: Date) => Promise<number>;
};

/**
 * Open the folder of tile archives: `<layer id>/<version>.pmtiles`, and `.flat` beside it.
 *
 * @param graceMs how long an archive nobody points at any more is kept, for pages opened before
 * @throws {TypeError} when a layer id or version could be anything but one name of a file
 */
export function openArchives(folder: string, graceMs = GRACE_MS): Archives {
  const stem = (layerId: string, version: string): string => {
    if (!SAFE.test(layerId) || !SAFE.test(version)) {
      throw new TypeError(`Not a layer and version: "${layerId}", "${version}"`);
    }
    return join(folder, layerId, version);
  };
  const path = (layerId: string, version: string): string => `${stem(layerId, version)}.pmtiles`;
  const keptPath = (layerId: string, version: string): string => `${stem(layerId, version)}.flat`;
  return {
    path,
    has: async (layerId, version) =>
      await stat(path(layerId, version)).then(
        () => true,
        () => false,
      ),
    async write(layerId, version, { archive, kept }) {
      if (kept.length > 0) await writeSafely(keptPath(layerId, version), kept);
      await writeSafely(path(layerId, version), archive);
    },
    async read(layerId, version) {
      const archive = await ifThere(readFile(path(layerId, version)));
      const kept = archive && (await ifThere(readFile(keptPath(layerId, version))));
      return kept && { archive, kept };
    },
    async retire(layerId, version, now) {
      await ifThere(utimes(path(layerId, version), now, now));
    },
    async collect(current, now) {
      const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      const pointedAt = new Set([...current].map(([layer, version]) => stem(layer, version)));
      const paths = files.filter((file) => file.isFile()).map(pathOf);
      let removed = 0;
      for (const full of paths) {
        if (pointedAt.has(full.replace(/\.(pmtiles|flat)$/, ''))) continue;
        if (now.getTime() - (await changedAt(full)) < graceOf(full, graceMs)) continue;
        await rm(full, { force: true });
        if (full.endsWith('.pmtiles')) removed++;
      }
      return removed;
    },
  };
}

const pathOf = ({ parentPath, name }: { parentPath: string; name: string }): string =>
  join(parentPath, name);

const graceOf = (path: string, graceMs: number): number =>
  path.endsWith('.flat') ? KEPT_GRACE_MS : graceMs;

/** When a file was written or its grace period began, ms; never when it is not there. */
const changedAt = async (path: string): Promise<number> =>
  (await ifThere(stat(path)))?.mtimeMs ?? Infinity;

/** The outcome, or undefined when the file is not there: another process may have removed it. */
async function ifThere<Outcome>(doing: Promise<Outcome>): Promise<Outcome | undefined> {
  try {
    return await doing;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    return undefined;
  }
}
