import Database from 'better-sqlite3';

/** A GeoPackage made for a test by running SQL; `gpkg_*` tables stand ready. */
export function gpkgOf(sql: string): Buffer {
  const db = new Database(':memory:');
  db.exec(`
    PRAGMA application_id = 1196444487;
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, identifier TEXT, description TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('OSGB36 / British National Grid', 27700, 'EPSG', 27700, 'PROJCS[]', '');
  `);
  db.exec(sql);
  const bytes = db.serialize();
  db.close();
  return bytes;
}

/** A point as GeoPackage binary, as an SQL literal. */
export function pointLiteral(x: number, y: number): string {
  const blob = Buffer.alloc(29);
  blob.write('GP', 0, 'latin1');
  blob.writeUInt8(1, 3);
  blob.writeInt32LE(27700, 4);
  blob.writeUInt8(1, 8);
  blob.writeUInt32LE(1, 9);
  blob.writeDoubleLE(x, 13);
  blob.writeDoubleLE(y, 21);
  return `X'${blob.toString('hex')}'`;
}

/** A SQLite database made for a test, with nothing in it but what the SQL makes. */
export function sqliteOf(sql: string): Buffer {
  const db = new Database(':memory:');
  db.exec(sql);
  const bytes = db.serialize();
  db.close();
  return bytes;
}

/** A point of EPSG:27700 as SpatiaLite keeps it, hexadecimal. Source: SpatiaLite, “BLOB-Geometry internal format”. */
export function spatialitePoint(x: number, y: number): string {
  const blob = Buffer.alloc(60);
  blob.writeUInt8(1, 1);
  blob.writeInt32LE(27700, 2);
  for (const [index, value] of [x, y, x, y].entries()) blob.writeDoubleLE(value, 6 + index * 8);
  blob.writeUInt8(0x7c, 38);
  blob.writeInt32LE(1, 39);
  blob.writeDoubleLE(x, 43);
  blob.writeDoubleLE(y, 51);
  blob.writeUInt8(0xfe, 59);
  return blob.toString('hex');
}
