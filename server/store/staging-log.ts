import type { Database } from 'better-sqlite3';

/**
 * Records staged in one transaction. Every commit writes the pages of all indexes again that it touched, so few
 * commits are cheap; but each is one turn of the event loop, a tenth of a second for this many.
 */
const MOST_HELD = 2_000;

/** Gathers batches of staged records into one transaction, until enough came together or another write comes. */
export type StagingLog = {
  /** Keep a batch: all of it or, when it fails, nothing of it. */
  readonly add: (records: number, write: () => void) => void;
  /** Commit what is held. Every other write does so first: it must not wait for records to come, nor go with them. */
  readonly settle: () => void;
};

/**
 * Staged records may be lost in a power cut, with the process or both: nobody sees them before the flip, and the
 * flip, another write, commits them first and syncs the whole log.
 */
export function openStagingLog(db: Database): StagingLog {
  let held = 0;
  const settle = (): void => {
    held = 0;
    // a full disk may have ended it already
    if (db.inTransaction) db.exec('COMMIT');
    db.pragma('synchronous = FULL');
  };
  return {
    add(records, write) {
      if (!db.inTransaction) {
        db.pragma('synchronous = NORMAL');
        db.exec('BEGIN IMMEDIATE');
      }
      held += records;
      write();
      if (held >= MOST_HELD) settle();
    },
    settle() {
      if (held > 0) settle();
    },
  };
}

/** The same methods, each of which first commits what is held. */
export function afterSettling<Methods extends object>(log: StagingLog, methods: Methods): Methods {
  const wrapped = Object.entries(methods).map(([name, method]) => [
    name,
    (...given: unknown[]) => {
      log.settle();
      return method(...given);
    },
  ]);
  return Object.fromEntries(wrapped) as Methods;
}
