import { workerData } from 'node:worker_threads';
import { openStore } from '#server/store/open.ts';
import { doTasks } from './thread.ts';
import { makeTile, type TileTask } from './tile-tasks.ts';

/** Entry of the thread that makes tiles as they are asked for: with a connection of its own. */
const { dataFolder } = workerData as { readonly dataFolder: string };
const store = openStore(dataFolder);

doTasks<TileTask, Uint8Array | undefined>((task) => makeTile(task, store));
