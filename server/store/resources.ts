import type { Database } from 'better-sqlite3';
import type { Resource } from '#data/schema/flow.ts';

/** Table `resource`: what was handed in. The bytes stand beside the database, under their hash. */
export function resourceTable(db: Database) {
  const insert = db.prepare(`
    INSERT INTO resource (sha256, file_name, size_bytes, stored_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (sha256) DO NOTHING`);
  const find = db.prepare<[string], { fileName: string }>(
    'SELECT file_name AS fileName FROM resource WHERE sha256 = ?',
  );
  return {
    /** Returns whether it is new. */
    insertResource: ({ sha256, fileName, bytes }: Resource, at: Date): boolean =>
      insert.run(sha256, fileName, bytes.byteLength, at.toISOString()).changes === 1,
    findResource: (sha256: string) => find.get(sha256),
  };
}
