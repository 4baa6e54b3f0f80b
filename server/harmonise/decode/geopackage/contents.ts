import { issue } from '#data/issues/issue.ts';
import type { DeclaredCrs } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { declare } from '../crs.ts';
import { licenceIn } from '../licence-text.ts';
import { refuse } from '../refusal.ts';
import { quoted, type Sqlite } from './open.ts';

export /** A layer as `gpkg_contents` lists it and `sqlite_master` confirms it. */
type Listed = {
  readonly table: string;
  readonly columns: readonly string[];
  /** Columns declared BOOLEAN, which SQLite keeps as 0 and 1. */
  readonly flags: ReadonlySet<string>;
  readonly geometryColumn: string | undefined;
  readonly crs: DeclaredCrs | undefined;
};

/** Vector and attribute tables; tiles and others are no data of ours. Source: OGC 12-128r18 §1.1.3. */
const DATA_TYPES: ReadonlySet<string> = new Set(['features', 'attributes', 'aspatial']);

/** The layers of a package, those that are no real table told of in `issues`. @throws Refusal when it is no GeoPackage */
export function listLayers(db: Sqlite, issues: Issue[]): Listed[] {
  const tables = new Set(
    db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0")
      .pluck()
      .all() as string[],
  );
  if (!tables.has('gpkg_contents')) {
    refuse(
      'file.unsupported',
      'This SQLite database is no GeoPackage. Export the layers as GeoPackage or GeoJSON.',
    );
  }
  const rows = db
    .prepare('SELECT table_name, data_type FROM gpkg_contents ORDER BY rowid')
    .raw()
    .all() as [unknown, unknown][];
  const listed: Listed[] = [];
  for (const [name, type] of rows) {
    if (typeof name !== 'string' || !DATA_TYPES.has(String(type))) continue;
    if (tables.has(name) && !/^(gpkg|rtree|sqlite)_/i.test(name))
      listed.push(describe(db, name, tables));
    else issues.push(notATable(name));
  }
  return listed;
}

function notATable(layer: string): Issue {
  const message = 'The layer is a view or is missing; only tables are read. Export it as a table.';
  return issue('file.unsupported', { layer, severity: 'error' }, message);
}

function describe(db: Sqlite, table: string, tables: ReadonlySet<string>): Listed {
  const info = db
    .prepare(`PRAGMA table_info(${quoted(table)})`)
    .raw()
    .all() as [number, string, string][];
  const columns = info.map(([, name]) => name);
  const flags = new Set(info.filter(([, , type]) => /^bool/i.test(type)).map(([, name]) => name));
  if (!tables.has('gpkg_geometry_columns')) {
    return { table, columns, flags, geometryColumn: undefined, crs: undefined };
  }
  const row = db
    .prepare(
      'SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE lower(table_name) = lower(?)',
    )
    .raw()
    .get(table) as [unknown, unknown] | undefined;
  const name =
    row && columns.find((column) => column.toLowerCase() === String(row[0]).toLowerCase());
  const crs =
    name === undefined || !tables.has('gpkg_spatial_ref_sys') ? undefined : crsOf(db, row?.[1]);
  return {
    table,
    columns: columns.filter((column) => column !== name),
    flags,
    geometryColumn: name,
    crs,
  };
}

function crsOf(db: Sqlite, srsId: unknown): DeclaredCrs | undefined {
  const row = db
    .prepare(
      'SELECT srs_name, organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?',
    )
    .raw()
    .get(typeof srsId === 'number' ? srsId : null) as
    | [unknown, unknown, unknown, unknown]
    | undefined;
  // −1 and 0 are the package's own words for “undefined”.
  if (!row || srsId === -1 || srsId === 0) return undefined;
  const [name, organization, code, definition] = row;
  const text = `${String(name)} ${String(organization)}:${String(code)}`;
  if (/^epsg$/i.test(String(organization))) return { ...declare(`EPSG:${String(code)}`), text };
  const { id } = declare(String(definition));
  return { ...(id === undefined ? {} : { id }), text, axis: 'xy' };
}

/** Words on the licence in the package's metadata and in the descriptions of its layers. */
export function licenceOf(db: Sqlite): string | undefined {
  const has = db
    .prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?")
    .pluck();
  const texts: string[] = [];
  if (has.get('gpkg_metadata')) {
    texts.push(
      ...(db
        .prepare('SELECT substr(metadata, 1, 100000) FROM gpkg_metadata LIMIT 20')
        .pluck()
        .all() as string[]),
    );
  }
  texts.push(
    ...(db
      .prepare('SELECT substr(description, 1, 10000) FROM gpkg_contents LIMIT 100')
      .pluck()
      .all() as string[]),
  );
  return licenceIn(texts.map((text) => String(text ?? '').replaceAll(/<[^>]*>/g, '\n')).join('\n'));
}
