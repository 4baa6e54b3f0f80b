import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress } from '#server/publishing/delivery.ts';
import type { ReadingWatch } from './read-draft.ts';

/** Longest an answer waits for a reading, ms: after it, whoever asked is told how far it is. */
const PATIENCE_MS = 8_000;

type Running = {
  readonly abort: AbortController;
  readonly done: Promise<void>;
  progress?: Progress;
};

/** Readings under way, one a draft at most: a new one ends the one before. */
export type Readers = ReturnType<typeof openReaders>;

/** Keep track of what is being read. */
export function openReaders(now: () => Date) {
  const running = new Map<string, Running>();
  const turns = new Map<string, Promise<unknown>>();
  const failures = new Map<string, { readonly cause: unknown; readonly at: Date }>();

  const stop = async (id: string): Promise<void> => {
    const current = running.get(id);
    current?.abort.abort(new Error('no longer wanted'));
    await current?.done;
  };
  return {
    stop,
    /** Read a draft in the background, once what is being read of it now has ended. */
    begin(id: string, work: (watch: ReadingWatch) => Promise<void>): void {
      const before = running.get(id);
      before?.abort.abort(new Error('no longer wanted'));
      const abort = new AbortController();
      const after = async (): Promise<void> => {
        await before?.done;
        if (abort.signal.aborted) return;
        failures.delete(id);
        await work({
          signal: abort.signal,
          onProgress: (progress) => {
            one.progress = progress;
          },
        });
      };
      const done = after()
        .catch((cause: unknown) => {
          if (!abort.signal.aborted) failures.set(id, { cause, at: now() });
        })
        .finally(() => {
          if (running.get(id) === one) running.delete(id);
        });
      const one: Running = { abort, done };
      running.set(id, one);
    },
    /** Wait until nothing of a draft is being read, or for as long as an answer may take. */
    async wait(id: string): Promise<void> {
      const over = new AbortController();
      const patience = sleep(PATIENCE_MS, undefined, { signal: over.signal, ref: false });
      await Promise.race([running.get(id)?.done, patience.catch(() => undefined)]);
      over.abort();
    },
    /** Wait until all is read. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done));
    },
    progressOf: (id: string): Progress | undefined => running.get(id)?.progress,
    isRunning: (id: string): boolean => running.has(id),
    failureOf: (id: string) => failures.get(id),
    /** Do one thing after another to one draft. */
    async inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
      const before = turns.get(id) ?? Promise.resolve();
      const done = before.then(work, work);
      const settled = done.catch(() => undefined);
      turns.set(id, settled);
      try {
        return await done;
      } finally {
        if (turns.get(id) === settled) turns.delete(id);
      }
    },
    /** End every reading. */
    async close(): Promise<void> {
      for (const id of [...running.keys()]) await stop(id);
    },
  };
}
