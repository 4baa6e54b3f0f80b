import type { Database } from 'better-sqlite3';
import type { Versus } from './compare-rows.ts';
import { SHAPE_COLUMNS, type ShapeColumns, toShape } from './feature-rows.ts';
import type { FeatureShape } from './rows.ts';

/** Row and key of a feature. */
export type RowKey = { readonly row: number; readonly key: number };

/** What two editions draw differently: by key, and by every column that a tile shows something of. */
export function redrawnQueries(db: Database) {
  const redrawn = db.prepare<unknown[], ShapeColumns>(`
    SELECT ${SHAPE_COLUMNS} FROM feature
    WHERE feature.edition = @edition AND feature.row > @after AND lng IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM feature AS other
        WHERE other.key = feature.key AND other.edition = @against AND other.lng IS NOT NULL
          AND other.type = feature.type AND other.lifecycle = feature.lifecycle
          AND other.name IS feature.name AND other.attributes = feature.attributes
          AND other.geometry = feature.geometry)
    ORDER BY feature.row LIMIT @limit`);
  const gone = db.prepare<unknown[], RowKey>(`
    SELECT feature.row, feature.key FROM feature
    WHERE feature.edition = @against AND feature.row > @after AND lng IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM feature AS other
        WHERE other.key = feature.key AND other.edition = @edition AND other.lng IS NOT NULL)
    ORDER BY feature.row LIMIT @limit`);
  return {
    pageRedrawn: (versus: Versus, after: number, limit: number): FeatureShape[] =>
      redrawn.all({ ...versus, after, limit }).map(toShape),
    pageGoneKeys: (versus: Versus, after: number, limit: number): RowKey[] =>
      gone.all({ ...versus, after, limit }),
  };
}
