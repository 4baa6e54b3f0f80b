/** Tables every GeoPackage has, and those of the extensions ODIN uses. Source: OGC 12-128r17 annex C. */
export const GEOPACKAGE_SCHEMA = `
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL,
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata', 'read-write'),
  ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata', 'read-write');
CREATE TABLE gpkg_metadata (
  id INTEGER PRIMARY KEY NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,
  mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL, md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id));`;

const WGS84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

const NATIONAL_GRID =
  'PROJCS["OSGB36 / British National Grid",GEOGCS["OSGB36",DATUM["Ordnance_Survey_of_Great_Britain_1936",SPHEROID["Airy 1830",6377563.396,299.3249646,AUTHORITY["EPSG","7001"]],AUTHORITY["EPSG","6277"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4277"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",49],PARAMETER["central_meridian",-2],PARAMETER["scale_factor",0.9996012717],PARAMETER["false_easting",400000],PARAMETER["false_northing",-100000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","27700"]]';

/** Rows of `gpkg_spatial_ref_sys`: the two that must be there, and the two ODIN writes in. */
export const SRS: readonly (readonly [string, number, string, number, string, string])[] = [
  ['Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinates'],
  ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinates'],
  ['WGS 84 geodetic', 4326, 'EPSG', 4326, WGS84, 'longitude and latitude in degrees'],
  [
    'OSGB36 / British National Grid',
    27700,
    'EPSG',
    27700,
    NATIONAL_GRID,
    'easting and northing in metres',
  ],
];

/** Keep the R-tree true when somebody edits the table. Source: OGC 12-128r17 annex F.3. */
export function rtreeTriggers(table: string): string {
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const [own, index] = [quoted(table), quoted(`rtree_${table}_geom`)];
  const isDrawn = '(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))';
  const isBlank = '(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))';
  const put = `INSERT OR REPLACE INTO ${index} VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));`;
  const drop = (rows: string) => `DELETE FROM ${index} WHERE id IN (${rows});`;
  const trigger = (suffix: string, when: string, action: string) =>
    `CREATE TRIGGER ${quoted(`rtree_${table}_geom_${suffix}`)} AFTER ${when} BEGIN ${action} END;`;
  return [
    trigger('insert', `INSERT ON ${own} WHEN ${isDrawn}`, put),
    trigger('update1', `UPDATE OF geom ON ${own} WHEN OLD.fid = NEW.fid AND ${isDrawn}`, put),
    trigger(
      'update2',
      `UPDATE OF geom ON ${own} WHEN OLD.fid = NEW.fid AND ${isBlank}`,
      drop('OLD.fid'),
    ),
    trigger(
      'update3',
      `UPDATE ON ${own} WHEN OLD.fid != NEW.fid AND ${isDrawn}`,
      `${drop('OLD.fid')} ${put}`,
    ),
    trigger(
      'update4',
      `UPDATE ON ${own} WHEN OLD.fid != NEW.fid AND ${isBlank}`,
      drop('OLD.fid, NEW.fid'),
    ),
    trigger('delete', `DELETE ON ${own} WHEN OLD.geom NOTNULL`, drop('OLD.fid')),
  ].join('\n');
}
