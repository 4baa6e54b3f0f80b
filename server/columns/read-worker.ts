import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '#server/store/open.ts';
import { buffersOf } from './column.ts';
import { type EditionBrief, readEdition } from './read-edition.ts';

/** Entry of the thread that reads one large edition; it ends with it. */
const { brief, dataFolder } = workerData as {
  readonly brief: EditionBrief;
  readonly dataFolder: string;
};

const store = openStore(dataFolder);
try {
  const columns = await readEdition(brief, store);
  parentPort?.postMessage(columns, buffersOf(columns));
} finally {
  await store.close();
}
