import { openThread } from './thread.ts';
import type { TileTask } from './tile-tasks.ts';

/** Makes tiles a map asks for before the archive they will be part of is drawn. */
export type TileMaker = {
  /** Have a tile made; undefined when nothing is in it. */
  readonly make: (task: TileTask) => Promise<Uint8Array | undefined>;
  /** Tiles asked for and not made. */
  readonly waiting: () => number;
  readonly rest: () => void;
};

/** Make tiles in a thread: reading some thousands of features would hold up every answer of the server. */
export function openTileMaker(dataFolder: string): TileMaker {
  const script = new URL('./tile-worker.ts', import.meta.url);
  const thread = openThread<TileTask, Uint8Array | undefined>(script, { dataFolder });
  return { make: (task) => thread.ask(task), waiting: thread.waiting, rest: thread.rest };
}
