import type { Database } from 'better-sqlite3';
import {
  HEAD_COLUMNS,
  type HeadColumns,
  SHAPE_COLUMNS,
  type ShapeColumns,
  toHead,
  toShape,
} from './feature-rows.ts';
import type { FeatureHead, FeatureShape } from './rows.ts';

/** A record that is kept without a position. */
export type UnplacedRow = Pick<
  FeatureHead,
  'row' | 'type' | 'reference' | 'name' | 'layer' | 'line' | 'attributes'
>;

type Page = { readonly after?: number; readonly limit: number };

type UnplacedColumns = Pick<
  HeadColumns,
  'row' | 'type' | 'reference' | 'name' | 'layer' | 'line'
> & {
  readonly attributes: string;
};

/** Reads of `feature` by edition or row, in the order and number asked for. */
export function featureHeads(db: Database) {
  const page = db.prepare<[number, number, number], HeadColumns>(`
    SELECT ${HEAD_COLUMNS} FROM feature
    WHERE edition = ? AND feature.row > ? AND lng IS NOT NULL ORDER BY feature.row LIMIT ?`);
  // the order of the rows asked for is kept: `json_each` is the outer loop
  const heads = db.prepare<[string], HeadColumns>(`
    SELECT ${HEAD_COLUMNS} FROM json_each(?) AS asked
    CROSS JOIN feature ON feature.row = asked.value WHERE lng IS NOT NULL ORDER BY asked.key`);
  const shapes = db.prepare<[string], ShapeColumns>(`
    SELECT ${SHAPE_COLUMNS} FROM json_each(?) AS asked
    CROSS JOIN feature ON feature.row = asked.value WHERE lng IS NOT NULL ORDER BY asked.key`);
  const unplaced = db.prepare<[number, number, number], UnplacedColumns>(`
    SELECT row, type, reference, name, layer, line, attributes FROM feature
    WHERE edition = ? AND row > ? AND lng IS NULL ORDER BY row LIMIT ?`);
  return {
    pageHeads: (edition: number, { after = 0, limit }: Page): FeatureHead[] =>
      page.all(edition, after, limit).map(toHead),
    listHeads: (rows: readonly number[]): FeatureHead[] =>
      heads.all(JSON.stringify(rows)).map(toHead),
    listShapes: (rows: readonly number[]): FeatureShape[] =>
      shapes.all(JSON.stringify(rows)).map(toShape),
    pageUnplaced: (edition: number, { after = 0, limit }: Page): UnplacedRow[] =>
      unplaced.all(edition, after, limit).map(({ reference, name, attributes, ...row }) => ({
        ...row,
        ...(reference === null ? {} : { reference }),
        ...(name === null ? {} : { name }),
        attributes: JSON.parse(attributes),
      })),
  };
}
