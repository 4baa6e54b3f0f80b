import { Worker } from 'node:worker_threads';
import type { LayerBuilder } from './layer-builder.ts';
import type { LayerAnswer, LayerBrief, LayerTask } from './layer-worker.ts';

/** Features up to which a layer is built here: it takes less time than asking another thread. */
const SMALL = 2_000;

/** How long the thread waits for another layer before it ends, ms. */
const IDLE_MS = 10_000;

type Waiting = {
  readonly resolve: (row: Awaited<ReturnType<LayerBuilder['build']>>) => void;
  readonly reject: (fault: unknown) => void;
};

/**
 * Build large layers in a thread: reading, sorting and numbering their features would hold up every answer
 * of the server for seconds. The thread is started when it is first needed and ends when it has been idle.
 *
 * @param here builds the small ones
 * @param brief what the thread is given
 */
export function buildApart(
  here: LayerBuilder,
  brief: LayerBrief,
): LayerBuilder & { /** End the thread, if there is one. */ readonly rest: () => void } {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let number = 0;
  let idle: NodeJS.Timeout | undefined;
  const failAll = (fault: unknown): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  const rest = (): void => {
    const resting = worker;
    worker = undefined;
    clearTimeout(idle);
    void resting?.terminate();
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./layer-worker.ts', import.meta.url), {
      workerData: brief,
    });
    started.on('message', (answer: LayerAnswer) => {
      const asked = waiting.get(answer.number);
      waiting.delete(answer.number);
      if ('row' in answer) asked?.resolve(answer.row);
      else asked?.reject(answer.fault);
      if (waiting.size === 0) idle = setTimeout(rest, IDLE_MS).unref();
    });
    started.on('error', failAll);
    started.on('exit', () => {
      if (worker === started) failAll(new Error('The thread that builds layers has ended'));
    });
    // an idle thread keeps nobody from ending
    started.unref();
    return started;
  };
  return {
    rest,
    async build(...given) {
      const [, editions] = given;
      const features = editions.reduce((sum, { report }) => sum + report.features, 0);
      if (features <= SMALL) return await here.build(...given);
      clearTimeout(idle);
      worker ??= start();
      worker.ref();
      const task: LayerTask = { number: ++number, given };
      try {
        return await new Promise((resolve, reject) => {
          waiting.set(task.number, { resolve, reject });
          worker?.postMessage(task);
        });
      } finally {
        if (waiting.size === 0) worker?.unref();
      }
    },
  };
}
