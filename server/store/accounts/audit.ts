import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { AuditEntry, AuditRow } from '#data/schema/audit.ts';
import type { AuditHead, AuditPage, MonthlyReading, RawAuditRow } from './access-rows.ts';

/** What stands in the place of a hash before the first row. */
export const BEGINNING = '0'.repeat(64);

/** The hash of a row: over the hash before it, its number and its entry as written. */
export const hashOf = ({ seq, previous, text }: Omit<RawAuditRow, 'hash'>): string =>
  createHash('sha256').update(`${previous}\n${seq}\n${text}`).digest('hex');

/** Table `audit`: a chain of entries that is only ever added to. */
export function auditTable(db: Database) {
  const head = db.prepare<[], AuditHead>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  // numbers that were given once are not given again: a chain cut short would show
  const given = db.prepare<[], { seq: number }>(
    "SELECT seq FROM sqlite_sequence WHERE name = 'audit'",
  );
  const insert = db.prepare(`
    INSERT INTO audit (seq, previous, hash, entry, at, dataset, kind) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const list = db.prepare<[string, number, number], RawAuditRow>(`
    SELECT seq, previous, hash, entry AS text FROM audit
    WHERE dataset = ? AND seq < ? ORDER BY seq DESC LIMIT ?`);
  const page = db.prepare<[number, number], RawAuditRow>(
    'SELECT seq, previous, hash, entry AS text FROM audit WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  return {
    ...monthlyQuery(db),
    /** Inside a transaction that began as one that writes: nobody else may add in between. */
    append(entries: readonly AuditEntry[]): void {
      let previous = head.get()?.hash ?? BEGINNING;
      let seq = given.get()?.seq ?? 0;
      for (const entry of entries) {
        seq++;
        const text = JSON.stringify(entry);
        const hash = hashOf({ seq, previous, text });
        insert.run(seq, previous, hash, text, entry.at, entry.dataset, entry.kind);
        previous = hash;
      }
    },
    head: (): AuditHead | undefined => head.get(),
    page: (after: number, limit: number): RawAuditRow[] => page.all(after, limit),
    list: ({ dataset, before = Number.MAX_SAFE_INTEGER, limit }: AuditPage): AuditRow[] =>
      list
        .all(dataset, before, limit)
        .map(({ text, ...row }) => ({ ...row, entry: JSON.parse(text) })),
  };
}

type MonthlyRow = Omit<MonthlyReading, 'agreement'> & { readonly agreement: string | null };

function monthlyQuery(db: Database) {
  const monthly = db.prepare<[], MonthlyRow>(`
    SELECT substr(at, 1, 7) AS month, dataset, entry ->> 'agreement' AS agreement,
      count(*) AS readings, sum(entry ->> 'rows') AS rows
    FROM audit WHERE kind = 'read' GROUP BY month, dataset, agreement ORDER BY month DESC, dataset`);
  return {
    monthly: (): MonthlyReading[] =>
      monthly
        .all()
        .map(({ agreement, ...row }) => (agreement === null ? row : { ...row, agreement })),
  };
}
