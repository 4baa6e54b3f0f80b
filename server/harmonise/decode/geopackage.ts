import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedFile, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { type Listed, licenceOf, listLayers } from './geopackage/contents.ts';
import { attempt, openSqlite, quoted, type Sqlite } from './geopackage/open.ts';
import { issueOf, refuse } from './refusal.ts';
import type { Source } from './source.ts';
import { readWkb } from './wkb.ts';

/** Largest geometry read, bytes. */
const GEOMETRY_LIMIT = 64_000_000;
/**
 * A GeoPackage, opened in memory and never written: only real tables are read, no view and no
 * trigger runs, and no name in the file becomes SQL unquoted.
 *
 * @throws Refusal when it is no readable GeoPackage
 */
export function decodeGeopackage(source: Source): DecodedFile {
  const db = openSqlite(source.bytes);
  const issues: Issue[] = [];
  const listed = attempt(() => listLayers(db, issues));
  if (listed.length === 0) return refuse('file.empty', 'The GeoPackage lists no layers.');
  const licenceText = attempt(() => licenceOf(db));
  const layers = listed.map((layer) => layerOf(db, layer, licenceText));
  return { format: 'geopackage', encoding: 'utf-8', layers, issues };
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
  const read = Buffer.isBuffer(value)
    ? readGeometry(value)
    : 'The geometry column holds no geometry.';
  if (typeof read === 'string') {
    report(issue('geom.parse-failed', { layer, line }, read));
    return null;
  }
  if (read.linearised) report(issue('geom.curve-linearised', { layer, line }));
  return read.geometry;
}

/** Bytes of the envelope after the 8-byte header, by its code. Source: OGC 12-128r18 §2.1.3. */
const ENVELOPE_BYTES: readonly (number | undefined)[] = [0, 32, 48, 48, 64];

function readGeometry(blob: Buffer) {
  if (blob.length > GEOMETRY_LIMIT) return 'The geometry is larger than 64 MB.';
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50)
    return 'The geometry has no GeoPackage header.';
  const flags = blob[3] ?? 0;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  if (envelope === undefined) return 'The geometry has a damaged header.';
  try {
    return readWkb(blob.subarray(8 + envelope));
  } catch (thrown) {
    const found = issueOf(thrown);
    if (!found) throw thrown;
    return found.message;
  }
}
