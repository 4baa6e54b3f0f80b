import { existsSync } from 'node:fs';
import { type ArchiveFile, openArchiveFile } from './archive-file.ts';

/** Archives kept open at once; the one unused longest is closed for the next. */
const MOST_OPEN = 256;

/** The archives that are being served, each opened when it is first asked for. */
export type Registry = {
  /** The archive of a layer's version; undefined when there is none. */
  readonly find: (layerId: string, version: string) => ArchiveFile | undefined;
  /** Close archives that stand where they stood no more; returns how many. */
  readonly sweep: () => number;
  readonly close: () => void;
};

/** @param pathOf where the archive of a layer's version stands; may throw for what can be none */
export function openRegistry(pathOf: (layerId: string, version: string) => string): Registry {
  const open = new Map<string, Opened>();
  return {
    find(layerId, version) {
      const name = `${layerId}/${version}`;
      const known = open.get(name);
      const opened = known ?? openIfThere(() => pathOf(layerId, version));
      if (!opened) return undefined;
      // last in the map is used last
      if (known) open.delete(name);
      open.set(name, opened);
      if (open.size > MOST_OPEN) closeOldest(open);
      return opened.archive;
    },
    sweep() {
      const gone = [...open].filter(([, { path }]) => !existsSync(path));
      for (const [name, { archive }] of gone) {
        open.delete(name);
        archive.close();
      }
      return gone.length;
    },
    close() {
      for (const { archive } of open.values()) archive.close();
      open.clear();
    },
  };
}

type Opened = { readonly archive: ArchiveFile; readonly path: string };

function openIfThere(pathOf: () => string): Opened | undefined {
  try {
    const path = pathOf();
    return { archive: openArchiveFile(path), path };
  } catch {
    // absent, unreadable or no archive: for whoever asks, there is none
    return undefined;
  }
}

function closeOldest(open: Map<string, Opened>): void {
  for (const [name, { archive }] of open) {
    open.delete(name);
    archive.close();
    return;
  }
}
