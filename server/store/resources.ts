import type { Database } from 'better-sqlite3';
import type { LongResource, Resource } from '#data/schema/flow.ts';

/** Table `resource`: what was handed in. The bytes stand beside the database, under their hash. */
export function resourceTable(db: Database) {
  const insert = db.prepare(`
    INSERT INTO resource (sha256, file_name, size_bytes, stored_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (sha256) DO NOTHING`);
  const find = db.prepare<[string], { fileName: string }>(
    'SELECT file_name AS fileName FROM resource WHERE sha256 = ?',
  );
  const forget = db.prepare<[string]>(`
    DELETE FROM resource WHERE sha256 = ?
      AND NOT EXISTS (SELECT 1 FROM edition WHERE edition.sha256 = resource.sha256)
      AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.sha256 = resource.sha256)
      AND NOT EXISTS (SELECT 1 FROM draft, json_each(draft.detail, '$.evidence') AS document
        WHERE document.value = resource.sha256)`);
  return {
    /** Returns whether it was there and no edition needs it. */
    forgetResource: (sha256: string): boolean => forget.run(sha256).changes === 1,
    /** Returns whether it is new. */
    insertResource: (resource: Resource | LongResource, at: Date): boolean => {
      const { sha256, fileName } = resource;
      const sizeBytes = 'bytes' in resource ? resource.bytes.byteLength : resource.sizeBytes;
      return insert.run(sha256, fileName, sizeBytes, at.toISOString()).changes === 1;
    },
    findResource: (sha256: string) => find.get(sha256),
  };
}
