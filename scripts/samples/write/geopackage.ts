import Database from 'better-sqlite3';
import type { LineString, Point, Polygon } from 'geojson';
import type { Cell } from './table.ts';
import { textOf } from './table.ts';

type Layer = {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly srs: 4326 | 27700;
  readonly rows: readonly {
    readonly geometry: Point | LineString | Polygon;
    readonly cells: readonly Cell[];
  }[];
};

/** The rows every GeoPackage must hold (OGC 12-128r19 §1.1.2) and the National Grid. */
const REFERENCE_SYSTEMS = [
  ['Undefined cartesian', -1, 'NONE', -1, 'undefined'],
  ['Undefined geographic', 0, 'NONE', 0, 'undefined'],
  ['WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]'],
  [
    'OSGB36 / British National Grid',
    27700,
    'EPSG',
    27700,
    'PROJCS["OSGB36 / British National Grid"]',
  ],
] as const;

const TABLES = `
  PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;
  CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
  CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT, description TEXT DEFAULT '',
    last_change TEXT NOT NULL, min_x REAL, min_y REAL, max_x REAL, max_y REAL, srs_id INTEGER);
  CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL);`;

/** Layers, and tables without geometry, as one GeoPackage. */
export function writeGeopackage(
  layers: readonly Layer[],
  lookups: readonly {
    name: string;
    columns: readonly string[];
    rows: readonly (readonly Cell[])[];
  }[] = [],
): Uint8Array {
  const db = new Database(':memory:');
  db.exec(TABLES);
  const srs = db.prepare('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)');
  for (const row of REFERENCE_SYSTEMS) srs.run(...row);
  for (const layer of layers) writeLayer(db, layer);
  for (const { name, columns, rows } of lookups) {
    db.exec(
      `CREATE TABLE "${name}" (fid INTEGER PRIMARY KEY, ${columns.map((c) => `"${c}" TEXT`).join(', ')})`,
    );
    contents(db, name, 'attributes', 0);
    const insert = db.prepare(
      `INSERT INTO "${name}" VALUES (NULL, ${columns.map(() => '?').join(', ')})`,
    );
    for (const row of rows) insert.run(...row.map(textOf));
  }
  return new Uint8Array(db.serialize());
}

function contents(db: Database.Database, name: string, kind: string, srs: number): void {
  db.prepare(
    "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id) VALUES (?, ?, ?, '2026-01-05T09:00:00.000Z', ?)",
  ).run(name, kind, name, srs);
}

function writeLayer(db: Database.Database, { name, title, columns, srs, rows }: Layer): void {
  const kind = rows[0]?.geometry.type ?? 'Point';
  const fields = columns.map((column) => `"${column}" TEXT`).join(', ');
  db.exec(`CREATE TABLE "${name}" (fid INTEGER PRIMARY KEY, geom BLOB, ${fields})`);
  contents(db, name, 'features', srs);
  db.prepare('UPDATE gpkg_contents SET description = ? WHERE table_name = ?').run(title, name);
  db.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)").run(
    name,
    kind.toUpperCase(),
    srs,
  );
  const insert = db.prepare(
    `INSERT INTO "${name}" VALUES (NULL, ?, ${columns.map(() => '?').join(', ')})`,
  );
  for (const { geometry, cells } of rows) {
    const head = Buffer.from([0x47, 0x50, 0, 1, 0, 0, 0, 0]);
    head.writeInt32LE(srs, 4);
    insert.run(Buffer.concat([head, wkbOf(geometry)]), ...cells.map(textOf));
  }
}

/** Well-known binary, little-endian (OGC 06-103r4 §8). */
function wkbOf(geometry: Point | LineString | Polygon): Buffer {
  const uint = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  const path = (positions: readonly (readonly number[])[]) =>
    Buffer.from(new Float64Array(positions.flatMap(([x = 0, y = 0]) => [x, y])).buffer);
  const code = { Point: 1, LineString: 2, Polygon: 3 }[geometry.type];
  const head = Buffer.concat([Buffer.from([1]), uint(code)]);
  if (geometry.type === 'Point') return Buffer.concat([head, path([geometry.coordinates])]);
  const paths = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  return Buffer.concat([
    head,
    ...(geometry.type === 'Polygon' ? [uint(paths.length)] : []),
    ...paths.flatMap((positions) => [uint(positions.length), path(positions)]),
  ]);
}
