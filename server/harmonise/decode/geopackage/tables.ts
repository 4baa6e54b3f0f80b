import type { DeclaredCrs } from '#data/schema/flow.ts';
import { quoted, type Sqlite } from './open.ts';

/** A layer of a database: a real table, its columns, and where its geometry stands. */
export type Listed = {
  readonly table: string;
  /** Without the geometry column. */
  readonly columns: readonly string[];
  /** Columns declared BOOLEAN, which SQLite keeps as 0 and 1. */
  readonly flags: ReadonlySet<string>;
  readonly geometryColumn: string | undefined;
  readonly crs: DeclaredCrs | undefined;
};

/** The real tables of a database: no views, no virtual tables. */
export type Tables = {
  readonly names: readonly string[];
  /** The table of that name as it is spelt; SQLite's names know no case. */
  readonly find: (name: string) => string | undefined;
};

/** List the real tables. */
export function tablesOf(db: Sqlite): Tables {
  const names = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY rowid")
    .pluck()
    .all() as string[];
  const byName = new Map(names.map((name) => [name.toLowerCase(), name]));
  return { names, find: (name) => byName.get(name.toLowerCase()) };
}

/** Columns of one table, hidden and generated ones left out. */
export function columnsOf(db: Sqlite, table: string): Pick<Listed, 'columns' | 'flags'> {
  const info = db
    .prepare(`PRAGMA table_info(${quoted(table)})`)
    .raw()
    .all() as [number, string, string][];
  return {
    columns: info.map(([, name]) => name),
    flags: new Set(info.filter(([, , type]) => /^bool/i.test(type)).map(([, name]) => name)),
  };
}
