import type { Database } from 'better-sqlite3';
import { featureQueries } from './feature-queries.ts';
import {
  FULL_COLUMNS,
  type FullColumns,
  INSERT_COLUMNS,
  toColumns,
  toFeature,
} from './feature-rows.ts';
import type { FeatureDraft, FeatureRow } from './rows.ts';

const LIVE = 'JOIN dataset ON dataset.live_edition = feature.edition';

/** Tables `feature` and `feature_box`: records, and where they are. */
export function featureTables(db: Database) {
  const insert = db.prepare(
    `INSERT INTO feature (${INSERT_COLUMNS}) VALUES (${Array(23).fill('?').join(', ')})`,
  );
  const insertBox = db.prepare('INSERT INTO feature_box VALUES (?, ?, ?, ?, ?, ?, ?)');
  const byId = db.prepare<[string], FullColumns>(
    `SELECT ${FULL_COLUMNS} FROM feature ${LIVE} WHERE feature.id = ? AND lng IS NOT NULL LIMIT 1`,
  );
  const byKey = db.prepare<[number, string], FullColumns>(`
    SELECT ${FULL_COLUMNS} FROM feature
    WHERE key = ? AND edition IN (SELECT value FROM json_each(?)) AND lng IS NOT NULL LIMIT 1`);

  const among = db.prepare<[string, string], { key: number }>(`
    SELECT DISTINCT key FROM feature
    WHERE key IN (SELECT value FROM json_each(?)) AND lng IS NOT NULL
      AND edition IN (SELECT value FROM json_each(?))`);

  return {
    ...featureQueries(db),
    ...featureSweep(db),
    insertFeature(edition: number, draft: FeatureDraft): number {
      const row = Number(insert.run(...toColumns(edition, draft)).lastInsertRowid);
      if (draft.bounds) {
        const [west, south, east, north] = draft.bounds;
        insertBox.run(row, west, east, south, north, edition, edition);
      }
      return row;
    },
    findFeature(id: string): FeatureRow | undefined {
      const row = byId.get(id);
      return row && toFeature(row);
    },
    keysAmong: (editions: readonly number[], keys: readonly number[]): number[] =>
      among.all(JSON.stringify(keys), JSON.stringify(editions)).map(({ key }) => key),
    findFeatureByKey(editions: readonly number[], key: number): FeatureRow | undefined {
      const row = byKey.get(key, JSON.stringify(editions));
      return row && toFeature(row);
    },
  };
}

function featureSweep(db: Database) {
  const some = db.prepare<[number, number], { row: number }>(
    'SELECT row FROM feature WHERE edition = ? LIMIT ?',
  );
  const tables = ['feature_text', 'feature_box', 'feature'] as const;
  const removals = tables.map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE ${table === 'feature_text' ? 'rowid' : 'row'} = ?`),
  );
  return {
    /** Remove up to `limit` records of an edition; returns how many were removed. */
    removeFeatures: db.transaction((edition: number, limit: number): number => {
      const rows = some.all(edition, limit);
      for (const { row } of rows) for (const removal of removals) removal.run(row);
      return rows.length;
    }),
  };
}
