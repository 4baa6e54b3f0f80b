import { Worker } from 'node:worker_threads';
import type { FlatLayer } from './choose/flat-layer.ts';
import { type Answer, type Brief, type Task, workerOf } from './work.ts';

/** Those who do the tasks of one build, in threads or one after the other in this one. */
export type Crew = {
  /** Queue a task, an urgent one before all that wait. */
  readonly do: (task: Task, urgent?: boolean) => Promise<Answer>;
  /** Go on to another layer, or to other content of the same arrays, when no task is left. */
  readonly enter: (layer: FlatLayer) => void;
  /** Stop at once; tasks not done are never answered. */
  readonly dismiss: () => Promise<void>;
};

type Job = {
  readonly task: Task;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
};

/** A thread's room for young objects, MiB: it makes few, and all the room it has is filled. */
const YOUNG_MB = 8;

/** @param threads 1: no thread is started; this one yields to others between tasks */
export const hireCrew = (brief: Brief, threads: number, signal?: AbortSignal): Crew =>
  threads > 1 ? threadCrew(brief, threads, signal) : soloCrew(brief, signal);

function queueOf(signal: AbortSignal | undefined) {
  const jobs: Job[] = [];
  const add = (task: Task, urgent: boolean): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (urgent) jobs.unshift({ task, resolve, reject });
      else jobs.push({ task, resolve, reject });
    });
  const failAll = (reason: unknown): void => {
    for (const job of jobs.splice(0)) job.reject(reason);
  };
  return { jobs, add, failAll };
}

function soloCrew(brief: Brief, signal: AbortSignal | undefined): Crew {
  const { jobs, add, failAll } = queueOf(signal);
  let work = workerOf(brief);
  let busy = false;
  const workOff = (): void => {
    if (signal?.aborted) failAll(signal.reason);
    const job = jobs.shift();
    busy = job !== undefined;
    if (!job) return;
    try {
      job.resolve(work(job.task));
    } catch (error) {
      job.reject(error);
    }
    setImmediate(workOff);
  };
  return {
    do: (task, urgent = false) => {
      const answer = add(task, urgent);
      if (!busy) setImmediate(workOff);
      busy = true;
      return answer;
    },
    enter: (layer) => {
      work = workerOf({ ...brief, layer });
    },
    dismiss: async () => {
      jobs.length = 0;
    },
  };
}

function threadCrew(brief: Brief, threads: number, signal: AbortSignal | undefined): Crew {
  const { jobs, add, failAll } = queueOf(signal);
  const workers = Array.from({ length: threads }, () => {
    return new Worker(new URL('./tile-worker.ts', import.meta.url), {
      workerData: brief,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
  });
  const idle = [...workers];
  const running = new Map<Worker, Job>();
  const assign = (): void => {
    while (idle.length > 0 && jobs.length > 0) {
      const worker = idle.pop() as Worker;
      const job = jobs.shift() as Job;
      running.set(worker, job);
      worker.postMessage({ task: job.task });
    }
  };
  const fail = (reason: unknown): void => {
    failAll(reason);
    for (const job of running.values()) job.reject(reason);
    running.clear();
  };
  for (const worker of workers) {
    worker.on('message', ({ answer }: { answer: Answer }) => {
      running.get(worker)?.resolve(answer);
      running.delete(worker);
      idle.push(worker);
      assign();
    });
    worker.on('error', fail);
  }
  const onAbort = (): void => fail(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  return {
    do: (task, urgent = false) => {
      const answer = add(task, urgent);
      assign();
      return answer;
    },
    enter: (layer) => {
      for (const worker of workers) worker.postMessage({ layer });
    },
    dismiss: async () => {
      signal?.removeEventListener('abort', onAbort);
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
