import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { toWgs84 } from '#data/geodesy/ostn15.ts';
import { loadGrid } from '#data/load.ts';
import type { Site } from './sites.ts';

/** SQLite as an application would use it by itself; each question returns how many match. */
export type Peer = {
  readonly nearest: (box: readonly number[]) => number;
  readonly largest: (box: readonly number[]) => number;
  readonly byName: (box: readonly number[], offset: number) => number;
  readonly figures: () => number;
  readonly close: () => void;
};

const DATA = join(import.meta.dirname, '../../../data');

const IN_BOX = `FROM box CROSS JOIN site ON site.row = box.row
  WHERE west <= @east AND east >= @west AND south <= @north AND north >= @south`;
const MATCHING = `${IN_BOX} AND json_extract(attributes, '$.area-ha') >= 0.5
  AND json_extract(attributes, '$.planning-status') = 'not permissioned'`;

/** Put the sites into a table with an R*Tree and their attributes as JSON. */
export function openPeer(path: string, sites: readonly Site[]): Peer {
  const db = new Sqlite(path);
  db.pragma('journal_mode = WAL');
  db.pragma('cache_size = -65536');
  db.pragma('mmap_size = 268435456');
  db.exec(`
    CREATE TABLE site (row INTEGER PRIMARY KEY, lng REAL, lat REAL, attributes TEXT);
    CREATE VIRTUAL TABLE box USING rtree (row, west, east, south, north)`);
  fill(db, sites);
  db.exec(`CREATE INDEX site_by_name ON site (json_extract(attributes, '$.name')); ANALYZE`);
  const count = db.prepare<unknown[], { n: number }>(`SELECT count(*) AS n ${IN_BOX}`);
  const countMatching = db.prepare<unknown[], { n: number }>(`SELECT count(*) AS n ${MATCHING}`);
  const nearest = db.prepare(`SELECT site.* ${IN_BOX}
    ORDER BY (lng - @lng) * (lng - @lng) * 0.355 + (lat - @lat) * (lat - @lat) LIMIT 50`);
  const largest = db.prepare(
    `SELECT site.* ${MATCHING} ORDER BY json_extract(attributes, '$.area-ha') DESC LIMIT 50`,
  );
  const byName = db.prepare(
    `SELECT * FROM site ORDER BY json_extract(attributes, '$.name') LIMIT 50 OFFSET @offset`,
  );
  const bins = db.prepare(`
    SELECT CAST(log2(json_extract(attributes, '$.area-ha')) AS INTEGER) AS bin, count(*) AS n
    FROM site GROUP BY bin`);
  const statuses = db.prepare(
    `SELECT json_extract(attributes, '$.planning-status') AS status, count(*) FROM site GROUP BY status`,
  );
  const parameters = ([west = 0, south = 0, east = 0, north = 0]: readonly number[]) => ({
    ...{ west, south, east, north },
    ...{ lng: (west + east) / 2, lat: (south + north) / 2 },
  });
  const read = (rows: unknown[]) => rows.map((row) => JSON.parse((row as Row).attributes)).length;
  return {
    nearest(box) {
      read(nearest.all(parameters(box)));
      return count.get(parameters(box))?.n ?? 0;
    },
    largest(box) {
      read(largest.all(parameters(box)));
      return countMatching.get(parameters(box))?.n ?? 0;
    },
    byName(box, offset) {
      read(byName.all({ offset }));
      return count.get(parameters(box))?.n ?? 0;
    },
    figures: () => bins.all().length + statuses.all().length,
    close: () => db.close(),
  };
}

type Row = { readonly attributes: string };

function fill(db: Sqlite.Database, sites: readonly Site[]): void {
  const grid = loadGrid(DATA);
  const insert = db.prepare('INSERT INTO site VALUES (?, ?, ?, ?)');
  const insertBox = db.prepare('INSERT INTO box VALUES (?, ?, ?, ?, ?)');
  db.transaction(() => {
    for (const [index, { reference, name, easting, northing, ...rest }] of sites.entries()) {
      const [lng, lat] = toWgs84(grid, easting, northing) ?? [0, 0];
      const attributes = {
        ...{ reference, name, 'area-ha': rest.areaHa, 'planning-status': rest.status },
        ...{ 'ownership-status': rest.ownership, 'start-date': rest.added },
        ...(rest.dwellings === undefined ? {} : { 'net-dwellings-to': rest.dwellings }),
      };
      insert.run(index + 1, lng, lat, JSON.stringify(attributes));
      insertBox.run(index + 1, lng, lng, lat, lat);
    }
  })();
}
