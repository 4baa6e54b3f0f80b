import type { Database } from 'better-sqlite3';
import type { Comparison } from '#data/schema/change.ts';
import type { Severity } from '#data/schema/issue.ts';
import type { EditionDraft, EditionRow, EditionStart, EditionStatus } from './rows.ts';

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
  readonly held: string | null;
  readonly facts: string | null;
  readonly comparison: string | null;
};

const COLUMNS = `edition.row, edition.dataset, number, status, published_at, sha256, fingerprint,
  layer_id, licence, source, lock, report, held, facts, comparison`;

/** What is not on its way in, or out: live, superseded, withdrawn, or held until a person accepts it. */
const KEPT = "(status <> 'staged' OR held IS NOT NULL)";

const LIVE = `FROM dataset JOIN edition ON edition.row = dataset.live_edition`;

/** Tables `dataset` and `edition`: what is published, what was, and which edition people see. */
export function editionTables(
  db: Database,
  countIssues: (edition: number) => Record<Severity, number>,
) {
  const live = db.prepare<[], Row>(`SELECT ${COLUMNS} ${LIVE} ORDER BY edition.dataset`);
  const byRow = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM edition WHERE row = ?`);
  const ofDataset = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM edition WHERE dataset = ? AND ${KEPT} ORDER BY number DESC, row DESC`,
  );
  const staged = db.prepare<[], { row: number }>(
    // what a draft was read as is kept with it
    `SELECT row FROM edition WHERE status = 'staged' AND held IS NULL
       AND row NOT IN (SELECT edition FROM draft WHERE edition IS NOT NULL)`,
  );
  const fromRow = (row: Row): EditionRow => ({
    row: row.row,
    dataset: row.dataset,
    number: row.number,
    status: row.held === null || row.status !== 'staged' ? row.status : 'held',
    publishedAt: row.published_at,
    sha256: row.sha256,
    fingerprint: row.fingerprint,
    layerId: row.layer_id,
    licence: row.licence,
    source: JSON.parse(row.source),
    lock: JSON.parse(row.lock),
    report: JSON.parse(row.report),
    issueCounts: countIssues(row.row),
    ...(row.held === null ? {} : { held: row.held }),
    ...(row.facts === null ? {} : { facts: JSON.parse(row.facts) }),
    ...(row.comparison === null ? {} : { comparison: JSON.parse(row.comparison) }),
  });
  const find = (row: number): EditionRow | undefined => {
    const found = byRow.get(row);
    return found && fromRow(found);
  };
  return {
    ...editionWrites(db),
    ...editionNotes(db),
    findEdition: find,
    listLive: (): EditionRow[] => live.all().map(fromRow),
    listEditions: (dataset: string): EditionRow[] => ofDataset.all(dataset).map(fromRow),
    listStaged: (): number[] => staged.all().map(({ row }) => row),
  };
}

function editionWrites(db: Database) {
  const putDataset = db.prepare(`
    INSERT INTO dataset (id, publisher, access) VALUES (@dataset, @publisher, COALESCE(
      (SELECT state FROM access_change WHERE dataset = @dataset ORDER BY row DESC LIMIT 1), @access))
    ON CONFLICT (id) DO UPDATE SET publisher = excluded.publisher`);
  const putFirstState = db.prepare(`
    INSERT INTO access_change (dataset, state, at, by_whom, why)
    SELECT id, access, @at, 'its descriptor', 'So described from the beginning.' FROM dataset
    WHERE id = @dataset AND access <> 'open'
      AND NOT EXISTS (SELECT 1 FROM access_change WHERE dataset = @dataset)`);
  // The same bytes read again by other rules are the same edition, not a new one.
  const nextNumber = db.prepare<{ dataset: string; sha256: string }, { number: number }>(`
    SELECT COALESCE(
      (SELECT number ${LIVE} WHERE dataset.id = @dataset AND sha256 = @sha256),
      (SELECT number FROM edition
       WHERE dataset = @dataset AND sha256 = @sha256 AND status = 'staged' AND held IS NOT NULL),
      (SELECT max(number) FROM edition WHERE dataset = @dataset AND ${KEPT}) + 1,
      1) AS number`);
  const insert = db.prepare(`
    INSERT INTO edition (dataset, number, status, published_at, sha256, fingerprint, layer_id,
      licence, source, lock, report)
    VALUES (?, 0, 'staged', ?, ?, ?, '', '', ?, '[]', '{}')`);
  const describe = db.prepare(`
    UPDATE edition SET number = ?, layer_id = ?, licence = ?, lock = ?, report = ?, facts = ?
    WHERE row = ? AND status = 'staged'`);
  // The same bytes read again were published when they were published.
  const keepDay = db.prepare<{ row: number }>(`
    UPDATE edition SET published_at = COALESCE(
      (SELECT was.published_at FROM edition AS was
       WHERE was.status = 'live' AND was.dataset = edition.dataset AND was.number = edition.number),
      published_at)
    WHERE row = @row`);
  // A live edition of the same number is the same bytes read again: it is left to be swept.
  const supersede = db.prepare<{ row: number }>(`
    UPDATE edition SET status = CASE
      WHEN number = (SELECT number FROM edition WHERE row = @row) THEN 'staged' ELSE 'superseded' END
    WHERE status = 'live' AND dataset = (SELECT dataset FROM edition WHERE row = @row)
      AND row <> @row`);
  const enliven = db.prepare<[number]>(
    "UPDATE edition SET status = 'live', held = NULL WHERE row = ?",
  );
  const point = db.prepare<{ row: number }>(`
    UPDATE dataset SET live_edition = @row
    WHERE id = (SELECT dataset FROM edition WHERE row = @row)`);
  // Whatever it was described as: an edition of a dataset that is not open lies in a layer of its own.
  const place = db.prepare<{ row: number }, { layer: string }>(`
    UPDATE edition SET layer_id =
      substr(layer_id, 1, instr(layer_id || '.only-', '.only-') - 1) ||
      (SELECT CASE access WHEN 'open' THEN '' ELSE '.only-' || id END
       FROM dataset WHERE id = edition.dataset)
    WHERE row = @row RETURNING layer_id AS layer`);
  const retire = db.prepare<[string]>(
    "UPDATE edition SET status = 'withdrawn' WHERE dataset = ? AND status = 'live'",
  );
  const unpoint = db.prepare<[string]>('UPDATE dataset SET live_edition = NULL WHERE id = ?');
  const remove = db.prepare<[number], { dataset: string }>(
    "DELETE FROM edition WHERE row = ? AND status <> 'live' RETURNING dataset",
  );
  const forget = db.prepare<{ dataset: string }>(`
    DELETE FROM dataset WHERE id = @dataset
      AND NOT EXISTS (SELECT 1 FROM edition WHERE edition.dataset = @dataset)
      AND NOT EXISTS (SELECT 1 FROM event WHERE event.dataset = @dataset)`);

  return {
    insertEdition({ dataset, source, sha256, fingerprint }: EditionStart, at: Date): number {
      const { publisher, access = 'open' } = source;
      putDataset.run({ dataset, publisher, access });
      putFirstState.run({ dataset, at: at.toISOString() });
      const given = [dataset, at.toISOString(), sha256, fingerprint, JSON.stringify(source)];
      return Number(insert.run(...given).lastInsertRowid);
    },
    describeEdition(row: number, draft: EditionDraft): void {
      const number = nextNumber.get(draft)?.number ?? 1;
      const json = [draft.lock, draft.report, draft.facts].map((value) => JSON.stringify(value));
      if (describe.run(number, draft.layerId, draft.licence, ...json, row).changes !== 1) {
        throw new RangeError(`Cannot describe edition ${row}: it is not staged`);
      }
    },
    /** @param layers of those its features come into; one of them must be its own */
    flip(row: number, layers: readonly { readonly id: string }[]): void {
      const layer = place.get({ row })?.layer;
      if (layer !== undefined && layers.length > 0 && !layers.some(({ id }) => id === layer)) {
        throw new RangeError(
          `Cannot publish: its dataset's access was changed, it lies in "${layer}"`,
        );
      }
      keepDay.run({ row });
      supersede.run({ row });
      enliven.run(row);
      if (point.run({ row }).changes !== 1)
        throw new RangeError(`Cannot publish: no edition ${row}`);
    },
    withdrawDataset(dataset: string): void {
      retire.run(dataset);
      unpoint.run(dataset);
    },
    /** Remove an edition, and its dataset when that was never published. */
    removeEdition(row: number): void {
      const removed = remove.get(row);
      if (!removed) throw new RangeError(`Cannot remove edition ${row}`);
      forget.run(removed);
    },
  };
}

/** What is written beside an edition once it is staged, and which datasets have a descriptor. */
function editionNotes(db: Database) {
  const describe = db.prepare<[string]>(
    'UPDATE dataset SET described = id IN (SELECT value FROM json_each(?))',
  );
  const described = db.prepare<[], { id: string }>(
    'SELECT id FROM dataset WHERE described = 1 ORDER BY id',
  );
  const ended = db.prepare<[], { id: string }>(
    `SELECT id FROM dataset WHERE live_edition IS NULL
       AND EXISTS (SELECT 1 FROM event WHERE event.dataset = dataset.id AND kind = 'withdrawn')
     ORDER BY id`,
  );
  const set = {
    comparison: db.prepare<[string, number]>('UPDATE edition SET comparison = ? WHERE row = ?'),
    held: db.prepare<[string, number]>(
      "UPDATE edition SET held = ? WHERE row = ? AND status = 'staged'",
    ),
  };

  return {
    /** These datasets, and no others, have a descriptor. */
    markDescribed(datasets: readonly string[]): void {
      describe.run(JSON.stringify(datasets));
    },
    listDescribed: (): string[] => described.all().map(({ id }) => id),
    listEnded: (): string[] => ended.all().map(({ id }) => id),
    /** Leave a complete edition waiting. */
    hold(row: number, reason: string): void {
      if (set.held.run(reason, row).changes !== 1) {
        throw new RangeError(`Cannot hold edition ${row}: it is not staged`);
      }
    },
    putComparison(row: number, comparison: Comparison): void {
      set.comparison.run(JSON.stringify(comparison), row);
    },
  };
}
