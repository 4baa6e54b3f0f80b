import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { rowsToPages } from './records/rows-to-pages.ts';

const MIGRATIONS = join(import.meta.dirname, 'migrations');

/** What a migration does that SQL cannot, after its statements and in their transaction. */
const STEPS: Readonly<Record<string, (db: Database) => void>> = {
  '0013-records-in-pages.sql': rowsToPages,
};

/**
 * Bring the database to the newest shape: every `migrations/NNNN-*.sql` it has not had, in order, each in a
 * transaction of its own. Its number is kept in `user_version`.
 *
 * @throws {Error} when the database is newer than this code
 */
export function migrate(db: Database): void {
  const files = readdirSync(MIGRATIONS)
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    .sort();
  const had = Number(db.pragma('user_version', { simple: true }));
  if (had > files.length) {
    throw new Error(
      `Cannot open the database: it is at version ${had}, this ODIN knows ${files.length}`,
    );
  }
  for (const [index, name] of files.entries()) {
    if (index < had) continue;
    db.transaction(() => {
      db.exec(readFileSync(join(MIGRATIONS, name), 'utf8'));
      STEPS[name]?.(db);
      db.pragma(`user_version = ${index + 1}`);
    })();
  }
}
