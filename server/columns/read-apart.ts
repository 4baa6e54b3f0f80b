import { Worker } from 'node:worker_threads';
import type { Store } from '#server/store/store.ts';
import type { EditionColumns } from './column.ts';
import { type EditionBrief, readEdition } from './read-edition.ts';

/** Features up to which an edition is read here: it takes no longer than starting a thread. */
const SMALL = 5_000;

/** Reads editions into columns. */
export type ReadColumns = (brief: EditionBrief) => Promise<EditionColumns>;

/**
 * Read small editions here and large ones in a thread with a connection of its own: parsing and sorting half a
 * million records would hold up every answer of the server for seconds.
 *
 * @param dataFolder folder the store lives in
 */
export function readApart(store: Store, dataFolder: string): ReadColumns {
  return async (brief) =>
    brief.features <= SMALL ? await readEdition(brief, store) : await inThread(brief, dataFolder);
}

function inThread(brief: EditionBrief, dataFolder: string): Promise<EditionColumns> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: { brief, dataFolder },
  });
  // a server that is stopped does not wait for columns
  worker.unref();
  return new Promise((resolve, reject) => {
    worker.once('message', (columns: EditionColumns) => resolve(columns));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error(`No columns came of edition ${brief.edition}`)));
  });
}
