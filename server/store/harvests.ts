import type { Database } from 'better-sqlite3';
import { inTurn, type Turns } from './turns.ts';

/** How the fetching of one source stands. */
export type HarvestRow = {
  readonly source: string;
  /** Another address begins anew. */
  readonly address: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Failures in a row. */
  readonly failures: number;
  /** When it is fetched next, ISO 8601. */
  readonly nextAt: string;
};

export const RUN_STATUSES = ['published', 'unchanged', 'held', 'refused', 'failed'] as const;

/** What came of fetching a source once. */
export type HarvestRun = {
  readonly source: string;
  /** ISO 8601. */
  readonly at: string;
  readonly status: (typeof RUN_STATUSES)[number];
  /** A sentence for whoever answers for the source. */
  readonly says: string;
  readonly sha256: string | null;
  /** The server's words on licence. */
  readonly licence: string | null;
};

/** Runs of one source that are remembered. */
const KEPT_RUNS = 200;

/** Tables `harvest` and `harvest_run`; writes take their turn. */
export function harvestStore(db: Database, turns: Turns) {
  const find = db.prepare<[string], HarvestRow>(
    `SELECT source, address, etag, last_modified AS lastModified, failures, next_at AS nextAt
     FROM harvest WHERE source = ?`,
  );
  const put = db.prepare(`
    INSERT INTO harvest (source, address, etag, last_modified, failures, next_at)
    VALUES (@source, @address, @etag, @lastModified, @failures, @nextAt)
    ON CONFLICT (source) DO UPDATE SET address = excluded.address, etag = excluded.etag,
      last_modified = excluded.last_modified, failures = excluded.failures, next_at = excluded.next_at`);
  const insertRun = db.prepare(`
    INSERT INTO harvest_run (source, at, status, says, sha256, licence)
    VALUES (@source, @at, @status, @says, @sha256, @licence)`);
  const sweep = db.prepare(`
    DELETE FROM harvest_run WHERE source = @source AND run NOT IN
      (SELECT run FROM harvest_run WHERE source = @source ORDER BY run DESC LIMIT ${KEPT_RUNS})`);
  const list = db.prepare<[string, number], HarvestRun>(
    `SELECT source, at, status, says, sha256, licence FROM harvest_run
     WHERE source = ? ORDER BY run DESC LIMIT ?`,
  );
  return {
    ...inTurn(turns, {
      /** One transaction: what came of a run, and how the source stands after it. */
      keepRun: db.transaction((row: HarvestRow, run: HarvestRun) => {
        put.run(row);
        insertRun.run(run);
        sweep.run({ source: row.source });
      }),
    }),
    findHarvest: async (source: string): Promise<HarvestRow | undefined> => find.get(source),
    /** Newest first. */
    listRuns: async (source: string, limit: number): Promise<HarvestRun[]> =>
      list.all(source, limit),
  };
}

export type HarvestStore = ReturnType<typeof harvestStore>;
