import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedFile, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { listLayers } from './geopackage/contents.ts';
import { readBlob } from './geopackage/geometry.ts';
import { extraTables } from './geopackage/hidden.ts';
import { statementsOf } from './geopackage/licence.ts';
import { attempt, openSqlite, quoted, type Sqlite } from './geopackage/open.ts';
import { listPlainTables } from './geopackage/plain.ts';
import { type Listed, tablesOf } from './geopackage/tables.ts';
import { joined } from './licence-text.ts';
import { refuse } from './refusal.ts';
import type { Source } from './source.ts';

/**
 * A GeoPackage, or another SQLite database (SpatiaLite, GDAL's, plain tables), opened in memory and
 * never written: only real tables are read, no view and no trigger runs, and no name in the file
 * becomes SQL unquoted.
 *
 * @throws Refusal when it holds no table of data
 */
export function decodeGeopackage(source: Source): DecodedFile {
  const db = openSqlite(source.bytes);
  const issues: Issue[] = [];
  const tables = attempt(() => tablesOf(db));
  const isPackage = tables.find('gpkg_contents') !== undefined;
  const contents = isPackage ? attempt(() => listLayers(db, tables, issues)) : [];
  // A list of contents that lists nothing says nothing of the tables.
  const listed =
    contents.length > 0 || issues.length > 0
      ? contents
      : attempt(() => listPlainTables(db, tables));
  if (listed.length === 0) return refuseWithoutTables(db);
  const licenceStatements = attempt(() => statementsOf(db, tables));
  const licenceText = joined(licenceStatements);
  return {
    format: isPackage ? 'geopackage' : 'sqlite',
    encoding: 'utf-8',
    layers: listed.map((layer) => layerOf(db, layer, licenceText)),
    issues,
    licenceStatements,
    hidden: extraTables(db, tables, listed),
  };
}

function refuseWithoutTables(db: Sqlite): never {
  const views = attempt(
    () =>
      db.prepare("SELECT name FROM sqlite_master WHERE type = 'view'").pluck().all() as string[],
  );
  if (views.length === 0) return refuse('file.empty', 'The database holds no layers.');
  const named = views
    .slice(0, 3)
    .map((name) => `“${name}”`)
    .join(', ');
  return refuse(
    'file.unsupported',
    `The database holds views (saved queries: ${named}) and no table. ODIN runs no query of a file. In QGIS, right-click the layer, choose Export, Save Features As, GeoPackage, and send that file.`,
  );
}

function layerOf(db: Sqlite, listed: Listed, licenceText: string | undefined): DecodedLayer {
  const { table, columns, geometryColumn, crs } = listed;
  return {
    name: table,
    columns,
    spatial: geometryColumn !== undefined,
    ...(crs === undefined ? {} : { crs }),
    ...(licenceText === undefined ? {} : { licenceText }),
    records: (report) => recordsOf(db, listed, report),
  };
}

type Report = (found: Issue) => void;

function* recordsOf(db: Sqlite, listed: Listed, report: Report): Generator<RawRecord> {
  const { table, columns, flags, geometryColumn } = listed;
  const wanted = geometryColumn === undefined ? columns : [...columns, geometryColumn];
  const list = wanted.map(quoted).join(', ');
  const rows = attempt(() =>
    db
      .prepare(`SELECT ${list} FROM ${quoted(table)}`)
      .raw()
      .safeIntegers()
      .iterate(),
  );
  let line = 0;
  try {
    for (let next = attempt(() => rows.next()); !next.done; next = attempt(() => rows.next())) {
      line += 1;
      const cells = next.value as unknown[];
      const values = columns.map((name, index) => cellOf(cells[index], flags.has(name)));
      if (geometryColumn === undefined) yield { line, values };
      else yield { line, values, geometry: geometryOf(cells[columns.length], table, line, report) };
    }
  } finally {
    rows.return?.();
  }
}

function cellOf(value: unknown, isFlag: boolean): Cell {
  if (typeof value === 'bigint') {
    if (isFlag && value >= 0n && value <= 1n) return value === 1n;
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (typeof value === 'string' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return Buffer.isBuffer(value) ? `(${value.length} bytes)` : null;
}

function geometryOf(value: unknown, layer: string, line: number, report: Report) {
  if (value === null) return null;
  const read = Buffer.isBuffer(value) ? readBlob(value) : 'The geometry column holds no geometry.';
  if (typeof read === 'string') {
    report(issue('geom.parse-failed', { layer, line }, read));
    return null;
  }
  if (read.linearised) report(issue('geom.curve-linearised', { layer, line }));
  return read.geometry;
}
