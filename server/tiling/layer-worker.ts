import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openArchives } from '#server/store/archives.ts';
import { openStore } from '#server/store/open.ts';
import { createLayerBuilder, type LayerBuilder, type LayerBuilderDeps } from './layer-builder.ts';

/** What a thread needs to build layers: values that can be sent to it. */
export type LayerBrief = Omit<LayerBuilderDeps, 'store' | 'archives' | 'now' | 'onTiled'> & {
  readonly dataFolder: string;
};

/** One layer to build, and the answer to it under the same number. */
export type LayerTask = {
  readonly number: number;
  readonly given: Parameters<LayerBuilder['build']>;
};
export type LayerAnswer = { readonly number: number } & (
  | { readonly row: Awaited<ReturnType<LayerBuilder['build']>> }
  | { readonly fault: Error }
);

/** Entry of the thread that builds layers: with a connection of its own, in the order it is asked. */
const { dataFolder, ...brief } = workerData as LayerBrief;
const builder = createLayerBuilder({
  ...brief,
  store: openStore(dataFolder),
  archives: openArchives(join(dataFolder, 'tiles')),
  now: () => new Date(),
});

let last = Promise.resolve();
parentPort?.on('message', ({ number, given }: LayerTask) => {
  last = last.then(() => answer(number, given));
});

async function answer(number: number, given: LayerTask['given']): Promise<void> {
  const answered: LayerAnswer = await builder.build(...given).then(
    (row) => ({ number, row }),
    (fault: Error) => ({ number, fault }),
  );
  parentPort?.postMessage(answered);
}
