import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { openArchives } from '#server/store/archives.ts';
import { openStore } from '#server/store/open.ts';
import type { EditionRow, LayerRow } from '#server/store/rows.ts';
import { createLayerBuilder, type LayerBuilderDeps } from './layer-builder.ts';
import { doTasks } from './thread.ts';

/** What a thread needs to build layers: values that can be sent to it. */
export type LayerBrief = Omit<LayerBuilderDeps, 'store' | 'archives' | 'now' | 'onTiled'> & {
  readonly dataFolder: string;
};

/** One layer to build. */
export type LayerTask = { readonly layerId: string; readonly editions: readonly EditionRow[] };

/** Entry of the thread that builds layers: with a connection of its own, in the order it is asked. */
const { dataFolder, ...brief } = workerData as LayerBrief;
const builder = createLayerBuilder({
  ...brief,
  store: openStore(dataFolder),
  archives: openArchives(join(dataFolder, 'tiles')),
  now: () => new Date(),
});

doTasks<LayerTask, LayerRow>(({ layerId, editions }, onShare) =>
  builder.build(layerId, editions, onShare),
);
