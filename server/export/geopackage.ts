import Database from 'better-sqlite3';
import type { AttributeType } from '#data/schema/attribute.ts';
import type { DownloadCrs, DownloadPlan } from '#data/schema/download.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { boundsOf } from '#data/schema/geometry.ts';
import { writeWkb } from '#server/frames/wkb.ts';
import type { FeatureShape } from '#server/store/rows.ts';
import { type Column, columnsOf, LIST_SEPARATOR } from './columns.ts';
import type { Writing } from './geojson.ts';
import { GEOPACKAGE_SCHEMA, rtreeTriggers, SRS } from './geopackage-schema.ts';
import type { WantedLayer } from './plan.ts';
import { propertiesOf } from './properties.ts';

/** SQLite types of attribute types. Source: GeoPackage 1.3 table 1. */
const TYPES: Readonly<Record<AttributeType, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  decimal: 'REAL',
  boolean: 'BOOLEAN',
  date: 'TEXT', // EDTF may be a year or a month, which DATE cannot hold
  code: 'TEXT',
  list: 'TEXT',
  url: 'TEXT',
};

/** A GeoPackage being written. */
export type GeoPackage = {
  /** Begin a layer's table and return what adds one feature to it. */
  readonly addLayer: (layer: WantedLayer, writing: Writing) => LayerWriter;
  /** Write what is pending, set the terms down and close the file. */
  readonly close: (plan: DownloadPlan, licences: string) => void;
};

export type LayerWriter = {
  /** Add a page of features in one transaction. */
  readonly add: (features: readonly FeatureShape[]) => void;
  /** Index and describe the layer. */
  readonly end: () => void;
};

const SRS_ID: Readonly<Record<DownloadCrs, number>> = { 'EPSG:4326': 4326, 'EPSG:27700': 27700 };

/**
 * Create a GeoPackage 1.3 at a path where there is no file. Each layer is a table with an R-tree; the terms
 * stand in `gpkg_metadata`, where QGIS shows them.
 *
 * Source: OGC 12-128r17.
 */
export function createGeoPackage(path: string, { at }: { readonly at: Date }): GeoPackage {
  const db = new Database(path);
  // a file nobody reads before it is whole needs no journal
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma(`application_id = ${0x47504b47}`);
  db.pragma('user_version = 10300');
  db.exec(GEOPACKAGE_SCHEMA);
  const srs = db.prepare('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)');
  for (const row of SRS) srs.run(...row);
  return {
    addLayer: (layer, writing) => startLayer(db, layer, { writing, at }),
    close(plan, licences) {
      db.prepare(
        `INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://purl.org/dc/terms/license', 'text/plain', ?)`,
      ).run(licences);
      db.prepare(
        `INSERT INTO gpkg_metadata VALUES (2, 'dataset', 'http://purl.org/dc/terms/rights', 'application/json', ?)`,
      ).run(JSON.stringify(plan));
      const refer = db.prepare(
        `INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, ?, NULL)`,
      );
      for (const id of [1, 2]) refer.run(at.toISOString(), id);
      db.close();
    },
  };
}

/** Names in SQL: a layer id holds dots, an attribute hyphens. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function startLayer(
  db: Database.Database,
  layer: WantedLayer,
  { writing, at }: { readonly writing: Writing; readonly at: Date },
): LayerWriter {
  const { id: table, title, featureType, crs } = layer;
  const columns = columnsOf(featureType);
  createTable(db, table, columns);
  const insert = db.prepare(
    `INSERT INTO ${quoted(table)} (geom, id, ${columns.map(({ name }) => quoted(name)).join(', ')})
     VALUES (?, ?, ${columns.map(() => '?').join(', ')})`,
  );
  const index = db.prepare(`INSERT INTO ${quoted(`rtree_${table}_geom`)} VALUES (?, ?, ?, ?, ?)`);
  let extent: Bounds | undefined;
  const add = db.transaction((features: readonly FeatureShape[]) => {
    for (const feature of features) {
      const geometry = writing.reproject(feature.geometry);
      const bounds = boundsOf(geometry);
      if (bounds === undefined) continue;
      const properties = new Map(Object.entries(propertiesOf(feature, writing.editionOf(feature))));
      const values = columns.map(({ name }) => toSql(properties.get(name)));
      const blob = geometryBlob(writeWkb(geometry), bounds, SRS_ID[crs]);
      const { lastInsertRowid } = insert.run(blob, feature.id, ...values);
      index.run(lastInsertRowid, bounds[0], bounds[2], bounds[1], bounds[3]);
      extent = extent === undefined ? bounds : joined(extent, bounds);
    }
  });
  return {
    add,
    end() {
      const name = layer.synthetic ? `${title} (synthetic)` : title;
      const said = layer.datasets.map(({ attribution }) => attribution).join(' ');
      db.prepare(`INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)`).run(
        table,
        `${name} [${table}]`,
        said,
        at.toISOString(),
        ...(extent ?? [null, null, null, null]),
        SRS_ID[crs],
      );
      db.prepare(`INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', ?, 0, 0)`).run(
        table,
        SRS_ID[crs],
      );
      db.prepare(
        `INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')`,
      ).run(table);
      db.exec(rtreeTriggers(table));
    },
  };
}

function createTable(db: Database.Database, table: string, columns: readonly Column[]): void {
  const own = columns.map(({ name, type }) => `${quoted(name)} ${TYPES[type]}`);
  db.exec(`CREATE TABLE ${quoted(table)} (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY, id TEXT, ${own.join(', ')});
    CREATE VIRTUAL TABLE ${quoted(`rtree_${table}_geom`)} USING rtree(id, minx, maxx, miny, maxy);`);
}

function toSql(value: unknown): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? value.join(LIST_SEPARATOR) : String(value);
}

const joined = (a: Bounds, b: Bounds): Bounds => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** Header, envelope and WKB. Source: GeoPackage 1.3 §2.1.3: flags 3 = little-endian, envelope of x and y. */
function geometryBlob(wkb: Uint8Array, bounds: Bounds, srsId: number): Buffer {
  const blob = Buffer.alloc(40 + wkb.length);
  blob.write('GP', 0, 'latin1');
  blob[3] = 0b11;
  blob.writeInt32LE(srsId, 4);
  const [west, south, east, north] = bounds;
  for (const [at, side] of [west, east, south, north].entries())
    blob.writeDoubleLE(side, 8 + 8 * at);
  blob.set(wkb, 40);
  return blob;
}
