import { parentPort, Worker } from 'node:worker_threads';

/** How long a thread waits for another task before it ends, ms. */
const IDLE_MS = 10_000;

/** A thread that does one task after the other. */
export type Thread<Task, Answer> = {
  /** Have a task done. @throws what it fails with, or that the thread was ended */
  readonly ask: (task: Task, onShare?: (share: number) => void) => Promise<Answer>;
  /** Tasks asked for and not answered. */
  readonly waiting: () => number;
  /** End the thread, if there is one; what is not answered fails. */
  readonly rest: () => void;
};

type Asked<Task> = { readonly number: number; readonly task: Task };
type Message<Answer> = { readonly number: number } & (
  | { readonly answer: Answer }
  | { readonly fault: Error }
  | { readonly share: number }
);
type Waiting<Answer> = {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: unknown) => void;
  readonly onShare: (share: number) => void;
};

/**
 * Open a thread. It is started when it is first needed, ends when it has been idle, and keeps nobody from
 * ending while it is.
 *
 * @param script calls `doTasks`
 * @param workerData what the thread is given when it starts
 */
export function openThread<Task, Answer>(script: URL, workerData: unknown): Thread<Task, Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
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
    clearTimeout(idle);
    failAll(new Error('The thread was ended'));
    void resting?.terminate();
  };
  const hear = (message: Message<Answer>): void => {
    const asked = waiting.get(message.number);
    if ('share' in message) asked?.onShare(message.share);
    else {
      waiting.delete(message.number);
      if ('fault' in message) asked?.reject(message.fault);
      else asked?.resolve(message.answer);
    }
    if (waiting.size > 0) return;
    worker?.unref();
    idle = setTimeout(rest, IDLE_MS).unref();
  };
  const start = (): Worker => {
    const started = new Worker(script, { workerData });
    started.on('message', hear);
    started.on('error', failAll);
    started.on('exit', () => {
      if (worker === started) failAll(new Error('The thread has ended'));
    });
    return started;
  };
  return {
    rest,
    waiting: () => waiting.size,
    ask(task, onShare = () => undefined) {
      clearTimeout(idle);
      worker ??= start();
      worker.ref();
      const asked: Asked<Task> = { number: ++number, task };
      return new Promise((resolve, reject) => {
        waiting.set(asked.number, { resolve, reject, onShare });
        worker?.postMessage(asked);
      });
    },
  };
}

/** In the thread: do tasks in the order they are asked for. */
export function doTasks<Task, Answer>(
  work: (task: Task, onShare: (share: number) => void) => Promise<Answer>,
): void {
  const say = (message: Message<Answer>): void => parentPort?.postMessage(message);
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on('message', ({ number, task }: Asked<Task>) => {
    last = last
      .then(() => work(task, (share) => say({ number, share })))
      .then(
        (answer) => say({ number, answer }),
        (fault: Error) => say({ number, fault }),
      );
  });
}
