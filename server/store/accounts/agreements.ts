import type { Database } from 'better-sqlite3';
import type { Agreement } from '#data/schema/agreement.ts';

type Row = {
  readonly id: string;
  readonly kind: Agreement['kind'];
  readonly dataset: string;
  readonly grantees: string;
  readonly precision: Agreement['precision'];
  readonly terms: string;
  readonly made_by: string;
  readonly made_at: string;
  readonly revoked_by: string | null;
  readonly revoked_at: string | null;
  readonly revoked_why: string | null;
};

/** Table `agreement`: what was agreed, for good; and what was revoked since. */
export function agreementTable(db: Database) {
  const insert = db.prepare(`
    INSERT INTO agreement (id, kind, dataset, grantees, precision, terms, made_by, made_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const revoke = db.prepare<[string, string, string, string]>(`
    UPDATE agreement SET revoked_by = ?, revoked_at = ?, revoked_why = ?
    WHERE id = ? AND revoked_at IS NULL`);
  const list = db.prepare<[], Row>('SELECT * FROM agreement ORDER BY made_at, id');
  return {
    insert({ id, kind, dataset, grantees, precision, terms, madeBy, madeAt }: Agreement): void {
      const json = [JSON.stringify(grantees), precision, JSON.stringify(terms)];
      insert.run(id, kind, dataset, ...json, madeBy, madeAt);
    },
    revoke(id: string, { by, at, why }: NonNullable<Agreement['revoked']>): void {
      if (revoke.run(by, at, why, id).changes !== 1) {
        throw new RangeError(`Cannot revoke agreement "${id}": there is none in force`);
      }
    },
    list: (): Agreement[] => list.all().map(agreementOf),
  };
}

const agreementOf = (row: Row): Agreement => ({
  id: row.id,
  kind: row.kind,
  dataset: row.dataset,
  grantees: JSON.parse(row.grantees),
  precision: row.precision,
  terms: JSON.parse(row.terms),
  madeBy: row.made_by,
  madeAt: row.made_at,
  ...(row.revoked_at === null
    ? {}
    : { revoked: { by: row.revoked_by ?? '', at: row.revoked_at, why: row.revoked_why ?? '' } }),
});
