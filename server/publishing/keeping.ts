import type { FramesKept } from '#server/store/staging/stager-worker.ts';
import type { Store } from '#server/store/store.ts';
import type { Written } from './reading.ts';

/** Records worth a transaction while more are being written, bytes. */
const WORTHWHILE = 2 ** 21;

/** Keeps the records of a file as a staged edition while the file is still being read. */
export type Keeping = {
  /** These records can be had: they are kept in the background, and a fault waits for `finish`. */
  readonly reach: (records: Written) => void;
  /** Keep all records there are; told now and then how many are kept. @throws the fault of the store */
  readonly finish: (records: Written, onKept: (done: number) => void) => Promise<void>;
  /** Keep no more. Resolves when nothing is being written, and never throws. */
  readonly stop: () => Promise<void>;
};

/** Begin to keep records as a staged edition. */
export function startKeeping(
  edition: number,
  store: Pick<Store, 'stageFrames' | 'indexPlaces'>,
): Keeping {
  let kept: FramesKept = { records: 0, next: 0 };
  let reached: Written = { path: '', bytes: 0 };
  let onKept: (done: number) => void = () => undefined;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (kept.next < reached.bytes) {
      const { path, bytes: until } = reached;
      const { records, next } = await store.stageFrames({ edition, path, from: kept.next, until });
      kept = { records: kept.records + records, next };
      onKept(kept.records);
    }
    running = undefined;
  };
  return {
    reach(records) {
      reached = records;
      if (running || records.bytes - kept.next < WORTHWHILE) return;
      running = run();
      running.catch(() => undefined);
    },
    async finish(records, told) {
      onKept = told;
      reached = records;
      await (running ?? run());
      await store.indexPlaces(edition);
      onKept(kept.records);
    },
    async stop() {
      reached = { ...reached, bytes: 0 };
      await running?.catch(() => undefined);
    },
  };
}
