import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { IndexAsked } from '../records/indexing.ts';
import type { FramesAsked, FramesKept, StagerAnswer, StagerAsked } from './stager-worker.ts';

/** Keeps packed records apart from the thread that answers. */
export type Stager = {
  /**
   * Keep frames, as many as one transaction takes; none when it fails. One call at a time.
   *
   * @throws the fault of the database or the file
   */
  readonly keep: (asked: FramesAsked) => Promise<FramesKept>;
  /**
   * Index records behind a row, as many as one transaction takes. One call at a time.
   *
   * @returns the row to go on behind, undefined when there were none
   * @throws the fault of the database
   */
  readonly index: (asked: IndexAsked, after: number) => Promise<number | undefined>;
  /** End the thread, if there is one. */
  readonly close: () => Promise<void>;
};

/** A stager for the database at `path`; its thread is started when it is first needed. */
export function openStager(path: string): Stager {
  let worker: Worker | undefined;
  const ask = async (asked: StagerAsked): Promise<Exclude<StagerAnswer, { fault: Error }>> => {
    worker ??= start(path);
    const asking = worker;
    const over = new AbortController();
    asking.ref();
    try {
      asking.postMessage(asked);
      const [answer]: StagerAnswer[] = await Promise.race([
        once(asking, 'message', over),
        ended(asking, over.signal),
      ]);
      if (!answer) throw new Error('The thread that keeps records gave no answer');
      if ('fault' in answer) throw Object.assign(answer.fault, { code: answer.code });
      return answer;
    } finally {
      over.abort();
      asking.unref();
    }
  };
  return {
    async keep(asked) {
      const answer = await ask({ keep: asked });
      return 'kept' in answer ? answer.kept : { records: 0, next: asked.from };
    },
    async index(asked, after) {
      const answer = await ask({ index: asked, after });
      return 'last' in answer ? answer.last : undefined;
    },
    async close() {
      await worker?.terminate();
      worker = undefined;
    },
  };
}

function start(path: string): Worker {
  const worker = new Worker(new URL('./stager-worker.ts', import.meta.url), {
    workerData: { path },
    // flags of the process may be meant for its own entry alone
    execArgv: [],
  });
  // an idle thread keeps nobody from ending
  worker.unref();
  return worker;
}

/** Never comes to anything but a fault. */
async function ended(worker: Worker, signal: AbortSignal): Promise<never> {
  await once(worker, 'exit', { signal });
  throw new Error('The thread that keeps records has ended');
}
