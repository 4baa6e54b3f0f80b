import type { LayerBuilder } from './layer-builder.ts';
import type { LayerBrief, LayerTask } from './layer-worker.ts';
import { openThread } from './thread.ts';

/** Features up to which a layer is built here: it takes less time than asking another thread. */
const SMALL = 2_000;

/**
 * Build large layers in a thread: reading, sorting and numbering their features would hold up every answer
 * of the server for seconds.
 *
 * @param here builds the small ones
 * @param brief what the thread is given
 */
export function buildApart(
  here: LayerBuilder,
  brief: LayerBrief,
): LayerBuilder & { /** End the thread; what it is building fails. */ readonly rest: () => void } {
  const script = new URL('./layer-worker.ts', import.meta.url);
  const thread = openThread<LayerTask, Awaited<ReturnType<LayerBuilder['build']>>>(script, brief);
  return {
    open: here.open,
    rest: thread.rest,
    async build(layerId, editions, onShare) {
      const features = editions.reduce((sum, { report }) => sum + report.features, 0);
      return features <= SMALL
        ? await here.build(layerId, editions, onShare)
        : await thread.ask({ layerId, editions }, onShare);
    },
  };
}
