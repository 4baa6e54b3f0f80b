import Database from 'better-sqlite3';
import { refuse } from '../refusal.ts';

export type Sqlite = Database.Database;

/**
 * Open a SQLite database in memory, to be read and never written: no function or trigger of the file
 * runs, and every page is checked before it is believed.
 *
 * @throws Refusal when it is damaged
 */
export function openSqlite(bytes: Uint8Array): Sqlite {
  return attempt(() => {
    const db = new Database(inRollbackMode(bytes));
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    db.pragma('query_only = ON');
    refuseDamaged(db);
    return db;
  });
}

/** Pages that point at one another in circles would be read for ever. */
function refuseDamaged(db: Sqlite): void {
  const found = db.pragma('quick_check(20)', { simple: false }) as { quick_check: string }[];
  const damage = found.find(({ quick_check: said }) =>
    /page|tree|freelist|malformed|offset/i.test(said),
  );
  if (damage) refuse('file.corrupt', `The GeoPackage is damaged: ${damage.quick_check}`);
}

/** A copy whose header does not ask for a write-ahead log: a database in memory has none. */
function inRollbackMode(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  if (copy.length > 19) copy.fill(1, 18, 20);
  return copy;
}

/** SQLite's own errors are faults of the file. */
export function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof Database.SqliteError)) throw thrown;
    return refuse('file.corrupt', `The GeoPackage is damaged: ${thrown.message}.`);
  }
}

/** A name of the file as an SQL identifier. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
