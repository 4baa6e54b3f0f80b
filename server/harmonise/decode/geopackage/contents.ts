import { issue } from '#data/issues/issue.ts';
import type { DeclaredCrs } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { declare } from '../crs.ts';
import { refuse } from '../refusal.ts';
import type { Sqlite } from './open.ts';
import { columnsOf, type Listed, type Tables } from './tables.ts';

/** Vector and attribute tables; tiles and others are no data of ours. Source: OGC 12-128r18 §1.1.3. */
const DATA_TYPES: ReadonlySet<string> = new Set(['features', 'attributes', 'aspatial']);

/**
 * The layers of a package, those that are no real table told of in `issues`.
 *
 * @throws Refusal when it holds map pictures only
 */
export function listLayers(db: Sqlite, tables: Tables, issues: Issue[]): Listed[] {
  const rows = db
    .prepare('SELECT table_name, data_type FROM gpkg_contents ORDER BY rowid')
    .raw()
    .all() as [unknown, unknown][];
  const listed: Listed[] = [];
  for (const [name, type] of rows) {
    if (typeof name !== 'string' || !DATA_TYPES.has(String(type))) continue;
    const table = tables.find(name);
    if (table !== undefined && !/^(gpkg|rtree|sqlite)_/i.test(name))
      listed.push(describe(db, table, tables));
    else issues.push(notATable(name));
  }
  const isTiles = rows.some(([, type]) => /tiles|coverage/i.test(String(type)));
  if (isTiles && listed.length === 0 && issues.length === 0) refuseTiles();
  return listed;
}

/** Map pictures in place of data. */
export function refuseTiles(): never {
  return refuse(
    'fetch.not-data-format',
    'The file holds map pictures (tiles), not data. Publish the layer they were drawn from.',
  );
}

function notATable(layer: string): Issue {
  const message = `“${layer}” is a view (a saved query) or is missing from the file. ODIN runs no query of a file and reads tables only. In QGIS, right-click the layer, choose Export, Save Features As, GeoPackage, and send that file.`;
  return issue('file.unsupported', { layer, severity: 'error' }, message);
}

function describe(db: Sqlite, table: string, tables: Tables): Listed {
  const { columns, flags } = columnsOf(db, table);
  const plain: Listed = { table, columns, flags, geometryColumn: undefined, crs: undefined };
  if (tables.find('gpkg_geometry_columns') === undefined) return plain;
  const row = db
    .prepare(
      'SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE lower(table_name) = lower(?)',
    )
    .raw()
    .get(table) as [unknown, unknown] | undefined;
  const name =
    row && columns.find((column) => column.toLowerCase() === String(row[0]).toLowerCase());
  if (name === undefined) return plain;
  return {
    table,
    columns: columns.filter((column) => column !== name),
    flags,
    geometryColumn: name,
    crs: crsOf(db, row?.[1], tables),
  };
}

function crsOf(db: Sqlite, srsId: unknown, tables: Tables): DeclaredCrs | undefined {
  // −1 and 0 are the package's own words for “undefined”.
  if (typeof srsId !== 'number' || srsId === -1 || srsId === 0) return undefined;
  const row =
    tables.find('gpkg_spatial_ref_sys') === undefined
      ? undefined
      : (db
          .prepare(
            'SELECT srs_name, organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?',
          )
          .raw()
          .get(srsId) as [unknown, unknown, unknown, unknown] | undefined);
  // A package that names a system and does not describe it means the EPSG code.
  if (!row) return srsId > 1023 && srsId < 32768 ? declare(`EPSG:${srsId}`) : undefined;
  const [name, organization, code, definition] = row;
  const text = `${String(name)} ${String(organization)}:${String(code)}`;
  if (/^epsg$/i.test(String(organization))) return { ...declare(`EPSG:${String(code)}`), text };
  const { id } = declare(String(definition));
  return { ...(id === undefined ? {} : { id }), text, axis: 'xy' };
}
