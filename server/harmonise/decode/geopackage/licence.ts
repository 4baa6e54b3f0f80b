import type { LicenceStatement } from '#data/schema/flow.ts';
import { statementIn } from '../licence-text.ts';
import type { Sqlite } from './open.ts';
import type { Tables } from './tables.ts';

/** Tables whose texts may speak of a licence, and what the publisher calls them. */
const PLACES = [
  ['gpkg_metadata', 'metadata', 100_000, 20, 'metadata of the GeoPackage'],
  ['gpkg_contents', 'description', 10_000, 100, 'description of a layer'],
] as const;

/** Statements on the licence in the metadata of a database and in the descriptions of its layers. */
export function statementsOf(db: Sqlite, tables: Tables): LicenceStatement[] {
  return PLACES.flatMap(([table, column, length, rows, where]) => {
    if (tables.find(table) === undefined) return [];
    const texts = db
      .prepare(`SELECT substr(${column}, 1, ${length}) FROM ${table} LIMIT ${rows}`)
      .pluck()
      .all() as unknown[];
    return texts.flatMap((text) => statementIn(String(text ?? ''), where));
  });
}
