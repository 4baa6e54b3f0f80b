import type { Database } from 'better-sqlite3';
import type { Severity } from '#data/schema/issue.ts';
import type { EditionDraft, EditionRow, EditionStatus } from './rows.ts';

type Row = {
  readonly row: number;
  readonly dataset: string;
  readonly number: number;
  readonly status: EditionStatus;
  readonly published_at: string;
  readonly sha256: string;
  readonly fingerprint: string;
  readonly layer_id: string;
  readonly licence: string;
  readonly source: string;
  readonly lock: string;
  readonly report: string;
};

const COLUMNS = `edition.row, edition.dataset, number, status, published_at, sha256, fingerprint,
  layer_id, licence, source, lock, report`;

const LIVE = `FROM dataset JOIN edition ON edition.row = dataset.live_edition`;

/** Tables `dataset` and `edition`: what is published, what was, and which edition people see. */
export function editionTables(
  db: Database,
  countIssues: (edition: number) => Record<Severity, number>,
) {
  const live = db.prepare<[], Row>(`SELECT ${COLUMNS} ${LIVE} ORDER BY edition.dataset`);
  const byRow = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM edition WHERE row = ?`);
  const ofDataset = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM edition WHERE dataset = ? AND status <> 'staged' ORDER BY number DESC`,
  );
  const staged = db.prepare<[], { row: number }>("SELECT row FROM edition WHERE status = 'staged'");
  const fromRow = (row: Row): EditionRow => ({
    row: row.row,
    dataset: row.dataset,
    number: row.number,
    status: row.status,
    publishedAt: row.published_at,
    sha256: row.sha256,
    fingerprint: row.fingerprint,
    layerId: row.layer_id,
    licence: row.licence,
    source: JSON.parse(row.source),
    lock: JSON.parse(row.lock),
    report: JSON.parse(row.report),
    issueCounts: countIssues(row.row),
  });
  const find = (row: number): EditionRow | undefined => {
    const found = byRow.get(row);
    return found && fromRow(found);
  };
  return {
    ...editionWrites(db),
    findEdition: find,
    listLive: (): EditionRow[] => live.all().map(fromRow),
    listEditions: (dataset: string): EditionRow[] => ofDataset.all(dataset).map(fromRow),
    listStaged: (): number[] => staged.all().map(({ row }) => row),
  };
}

function editionWrites(db: Database) {
  const putDataset = db.prepare(`
    INSERT INTO dataset (id, publisher) VALUES (?, ?)
    ON CONFLICT (id) DO UPDATE SET publisher = excluded.publisher`);
  // The same bytes read again by other rules are the same edition, not a new one.
  const nextNumber = db.prepare<[string, string, string], { number: number }>(`
    SELECT COALESCE(
      (SELECT number ${LIVE} WHERE dataset.id = ? AND sha256 = ?),
      (SELECT max(number) FROM edition WHERE dataset = ? AND status <> 'staged') + 1,
      1) AS number`);
  const insert = db.prepare(`
    INSERT INTO edition (dataset, number, status, published_at, sha256, fingerprint, layer_id,
      licence, source, lock, report)
    VALUES (?, ?, 'staged', ?, ?, ?, ?, ?, ?, ?, ?)`);
  // A live edition of the same number is the same bytes read again: it is left to be swept.
  const supersede = db.prepare<{ row: number }>(`
    UPDATE edition SET status = CASE
      WHEN number = (SELECT number FROM edition WHERE row = @row) THEN 'staged' ELSE 'superseded' END
    WHERE status = 'live' AND dataset = (SELECT dataset FROM edition WHERE row = @row)
      AND row <> @row`);
  const enliven = db.prepare<[number]>("UPDATE edition SET status = 'live' WHERE row = ?");
  const point = db.prepare<{ row: number }>(`
    UPDATE dataset SET live_edition = @row
    WHERE id = (SELECT dataset FROM edition WHERE row = @row)`);
  const retire = db.prepare<[string]>(
    "UPDATE edition SET status = 'withdrawn' WHERE dataset = ? AND status = 'live'",
  );
  const unpoint = db.prepare<[string]>('UPDATE dataset SET live_edition = NULL WHERE id = ?');
  const remove = db.prepare<[number]>("DELETE FROM edition WHERE row = ? AND status <> 'live'");

  return {
    insertEdition(draft: EditionDraft, at: Date): number {
      putDataset.run(draft.dataset, draft.source.publisher);
      const number = nextNumber.get(draft.dataset, draft.sha256, draft.dataset)?.number ?? 1;
      const json = [draft.source, draft.lock, draft.report].map((value) => JSON.stringify(value));
      const { dataset, sha256, fingerprint, layerId, licence } = draft;
      const names = [sha256, fingerprint, layerId, licence];
      return Number(
        insert.run(dataset, number, at.toISOString(), ...names, ...json).lastInsertRowid,
      );
    },
    flip(row: number): void {
      supersede.run({ row });
      enliven.run(row);
      if (point.run({ row }).changes !== 1)
        throw new RangeError(`Cannot publish: no edition ${row}`);
    },
    withdrawDataset(dataset: string): void {
      retire.run(dataset);
      unpoint.run(dataset);
    },
    removeEdition(row: number): void {
      if (remove.run(row).changes !== 1) throw new RangeError(`Cannot remove edition ${row}`);
    },
  };
}
