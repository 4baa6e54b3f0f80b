import type { Database } from 'better-sqlite3';
import { featureQueries } from './feature-queries.ts';
import { SHAPE_COLUMNS, type ShapeColumns, toShape } from './feature-rows.ts';
import type { ReadPublished } from './published-blocks.ts';
import type { FeatureRow } from './rows.ts';

const LIVE = 'JOIN dataset ON dataset.live_edition = feature.edition';

/** Tables `feature` and `feature_box`: records, and where they are. */
export function featureTables(db: Database, readPublished: ReadPublished) {
  // two datasets of one publisher and type may name the same thing: whoever may not see one finds the other
  const byId = db.prepare<[string, string], ShapeColumns>(`
    SELECT ${SHAPE_COLUMNS} FROM feature ${LIVE} WHERE feature.id = ? AND lng IS NOT NULL
      AND feature.edition NOT IN (SELECT value FROM json_each(?)) LIMIT 1`);
  const byKey = db.prepare<[number, string], ShapeColumns>(`
    SELECT ${SHAPE_COLUMNS} FROM feature
    WHERE key = ? AND edition IN (SELECT value FROM json_each(?)) AND lng IS NOT NULL LIMIT 1`);
  const whole = (row: ShapeColumns | undefined): FeatureRow | undefined =>
    row && { ...toShape(row), ...readPublished(row.edition, row.row) };

  const among = db.prepare<[string, string], { key: number }>(`
    SELECT DISTINCT key FROM feature
    WHERE key IN (SELECT value FROM json_each(?)) AND lng IS NOT NULL
      AND edition IN (SELECT value FROM json_each(?))`);

  return {
    ...featureQueries(db),
    ...featureSweep(db),
    findFeature: (id: string, except: readonly number[] = []): FeatureRow | undefined =>
      whole(byId.get(id, JSON.stringify(except))),
    findFeatureByKey: (editions: readonly number[], key: number): FeatureRow | undefined =>
      whole(byKey.get(key, JSON.stringify(editions))),
    keysAmong: (editions: readonly number[], keys: readonly number[]): number[] =>
      among.all(JSON.stringify(keys), JSON.stringify(editions)).map(({ key }) => key),
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
