import { readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSafely } from './blobs.ts';
import type { LayerRow } from './rows.ts';

/** How long an archive nobody points at any more is kept when nothing is said: 24 hours. */
const GRACE_MS = 24 * 3_600_000;
/** What was kept for a rebuild serves no page: an hour, in which what is being built goes live. */
const KEPT_GRACE_MS = 3_600_000;

const SAFE = /^[a-z0-9][a-z0-9.-]*$/;

/** An archive, and what is kept beside it for the next one to start from. */
export type ArchivePair = { readonly archive: Uint8Array; readonly kept: Uint8Array };

/** The same on its way to the disk, whole or in pieces; `kept` absent: nothing is kept. */
export type ArchiveDraft = {
  readonly archive: Uint8Array | Iterable<Uint8Array>;
  readonly kept?: Uint8Array | Iterable<Uint8Array>;
};

/** The tile archives on disk: one a layer and version, never changed once written. */
export type Archives = {
  /** Where an archive stands, whether it exists or not. */
  readonly path: (layerId: string, version: string) => string;
  readonly has: (layerId: string, version: string) => Promise<boolean>;
  /** Write what is kept and then the archive: whoever sees the archive sees it whole. */
  readonly write: (layerId: string, version: string, draft: ArchiveDraft) => Promise<void>;
  /** Both of a version; undefined when one is not there. */
  readonly read: (layerId: string, version: string) => Promise<ArchivePair | undefined>;
  /** Where the archive of a version stands that may be served no more. */
  readonly sealedPath: (layerId: string, version: string) => string;
  /** Serve no version of a layer any more, from now on; rebuilds may still start from them. @returns undoes it */
  readonly seal: (layerId: string) => Promise<() => Promise<void>>;
  /** The grace period of a version begins: another one takes its place. */
  readonly retire: (layerId: string, version: string, now: Date) => Promise<void>;
  /** Remove what no layer needs and whose grace period is over; returns how many archives. */
  readonly collect: (layers: readonly LayerRow[], now: Date) => Promise<number>;
};

/**
 * Open the folder of tile archives: `<layer id>/<version>.pmtiles`, and `.flat` beside it; `.sealed` is an archive
 * with features that were withdrawn.
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
  const sealedPath = (layerId: string, version: string): string =>
    `${stem(layerId, version)}.sealed`;
  return {
    path,
    sealedPath,
    seal: async (layerId) => await sealAll(join(folder, layerId)),
    has: async (layerId, version) =>
      await stat(path(layerId, version)).then(
        () => true,
        () => false,
      ),
    async write(layerId, version, { archive, kept }) {
      if (kept) await writeSafely(keptPath(layerId, version), kept);
      await writeSafely(path(layerId, version), archive);
    },
    async read(layerId, version) {
      const archive =
        (await ifThere(readFile(path(layerId, version)))) ??
        (await ifThere(readFile(sealedPath(layerId, version))));
      const kept = archive && (await ifThere(readFile(keptPath(layerId, version))));
      return kept && { archive, kept };
    },
    async retire(layerId, version, now) {
      await ifThere(utimes(path(layerId, version), now, now));
    },
    async collect(layers, now) {
      const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      const pointedAt = new Set(
        layers.flatMap(({ id, version, drawing }) =>
          [version, drawing?.since ?? version].map((each) => stem(id, each)),
        ),
      );
      const paths = files.filter((file) => file.isFile()).map(pathOf);
      let removed = 0;
      for (const full of paths) {
        if (pointedAt.has(full.replace(/\.(pmtiles|sealed|flat)$/, ''))) continue;
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
  path.endsWith('.pmtiles') ? graceMs : KEPT_GRACE_MS;

/** Rename the archives of a layer, so that nobody finds them where they are served from. @returns undoes it */
async function sealAll(folder: string): Promise<() => Promise<void>> {
  const names = await readdir(folder).catch((): string[] => []);
  const stems = names
    .filter((name) => name.endsWith('.pmtiles'))
    .map((name) => join(folder, name.slice(0, -'.pmtiles'.length)));
  const renameAll = async (from: string, to: string): Promise<void> => {
    for (const stem of stems) await ifThere(rename(`${stem}${from}`, `${stem}${to}`));
  };
  await renameAll('.pmtiles', '.sealed');
  return async () => await renameAll('.sealed', '.pmtiles');
}

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
