import type { DeclaredCrs } from '#data/schema/flow.ts';
import { declare } from '../crs.ts';
import { refuseTiles } from './contents.ts';
import { quoted, type Sqlite } from './open.ts';
import { columnsOf, type Listed, type Tables } from './tables.ts';

/**
 * Tables that SQLite, GDAL, SpatiaLite and GeoPackage keep for themselves.
 * Source: SpatiaLite 5 and GDAL's SQLite driver.
 */
const SYSTEM =
  /^(sqlite_|gpkg_|rtree_|idx_|geometry_columns|geom_cols_|spatial_ref_sys|spatialindex|elementarygeometries|views_|virts_|vector_layers|vector_coverages|raster_|wms_|spatialite_history|sql_statements_log|data_licenses|topologies|networks|se_|rl2|iso_metadata|knn2?$|stored_|ogr_|layer_styles$|qgis_projects$|android_metadata$)/i;

/** True for a table that holds no data of a publisher. */
export const isSystemTable = (name: string): boolean => SYSTEM.test(name);

/**
 * The layers of a SQLite database that is no GeoPackage: tables written by SpatiaLite or GDAL with the
 * geometry column they name, and plain tables.
 *
 * @throws Refusal when it holds map pictures only
 */
export function listPlainTables(db: Sqlite, tables: Tables): Listed[] {
  const names = tables.names.filter((name) => !isSystemTable(name));
  if (names.includes('tiles') && names.includes('metadata')) refuseTiles();
  const spatial = geometryColumns(db, tables);
  return names.map((table) => {
    const { columns, flags } = columnsOf(db, table);
    const said = spatial.get(table.toLowerCase());
    const name =
      columns.find((column) => column.toLowerCase() === said?.column) ??
      (said ? undefined : columns.find((column) => holdsGeometry(db, table, column)));
    return {
      table,
      columns: columns.filter((column) => column !== name),
      flags,
      geometryColumn: name,
      crs: name === undefined ? undefined : said?.crs,
    };
  });
}

type Said = { readonly column: string; readonly crs: DeclaredCrs | undefined };

/** `geometry_columns` as SpatiaLite and GDAL write it, by table in lower case. */
function geometryColumns(db: Sqlite, tables: Tables): ReadonlyMap<string, Said> {
  const listed = new Map<string, Said>();
  if (tables.find('geometry_columns') === undefined) return listed;
  const rows = db
    .prepare('SELECT f_table_name, f_geometry_column, srid FROM geometry_columns')
    .raw()
    .all() as [unknown, unknown, unknown][];
  for (const [table, column, srid] of rows) {
    const name = String(column).toLowerCase();
    listed.set(String(table).toLowerCase(), { column: name, crs: crsOf(db, srid, tables) });
  }
  return listed;
}

function crsOf(db: Sqlite, srid: unknown, tables: Tables): DeclaredCrs | undefined {
  if (typeof srid !== 'number' || srid <= 0) return undefined;
  if (tables.find('spatial_ref_sys') === undefined) return declare(`EPSG:${srid}`);
  const row = db
    .prepare('SELECT auth_name, auth_srid FROM spatial_ref_sys WHERE srid = ?')
    .raw()
    .get(srid) as [unknown, unknown] | undefined;
  return row && declare(`${String(row[0]).toUpperCase()}:${String(row[1])}`);
}

/** A column whose first value begins as a geometry of a GeoPackage does. */
function holdsGeometry(db: Sqlite, table: string, column: string): boolean {
  const value = db
    .prepare(
      `SELECT substr(${quoted(column)}, 1, 2) FROM ${quoted(table)} WHERE typeof(${quoted(column)}) = 'blob' LIMIT 1`,
    )
    .pluck()
    .get();
  return Buffer.isBuffer(value) && value.toString('latin1') === 'GP';
}
