import type { Database } from 'better-sqlite3';
import type { LngLat } from '#data/schema/geometry.ts';
import {
  FULL_COLUMNS,
  type FullColumns,
  INSERT_COLUMNS,
  SHAPE_COLUMNS,
  type ShapeColumns,
  toColumns,
  toFeature,
  toShape,
} from './feature-rows.ts';
import type { FeatureDraft, FeatureQuery, FeatureRow, FeatureShape } from './rows.ts';

const LIVE = 'JOIN dataset ON dataset.live_edition = feature.edition';

/** Parameters every query of live features takes; a box that crosses none is west > east. */
type Selection = {
  readonly editions: string;
  readonly low: number;
  readonly high: number;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

// The R*Tree stores 32-bit figures rounded outwards, so the true box is tested again.
const INSIDE = `
  FROM feature_box AS box JOIN feature ON feature.row = box.row
  WHERE box.west <= @east AND box.east >= @west AND box.south <= @north AND box.north >= @south
    AND box.edition_from >= @low AND box.edition_to <= @high
    AND feature.west <= @east AND feature.east >= @west
    AND feature.south <= @north AND feature.north >= @south
    AND feature.edition IN (SELECT value FROM json_each(@editions))`;

const ANYWHERE = `
  FROM feature WHERE feature.edition IN (SELECT value FROM json_each(@editions))
    AND feature.lng IS NOT NULL`;

/** Tables `feature` and `feature_box`: records, and where they are. */
export function featureTables(db: Database) {
  const insert = db.prepare(
    `INSERT INTO feature (${INSERT_COLUMNS}) VALUES (${Array(23).fill('?').join(', ')})`,
  );
  const insertBox = db.prepare('INSERT INTO feature_box VALUES (?, ?, ?, ?, ?, ?, ?)');
  const byId = db.prepare<[string], FullColumns>(
    `SELECT ${FULL_COLUMNS} FROM feature ${LIVE} WHERE feature.id = ? AND lng IS NOT NULL LIMIT 1`,
  );
  const byKey = db.prepare<[number, string], FullColumns>(`
    SELECT ${FULL_COLUMNS} FROM feature
    WHERE key = ? AND edition IN (SELECT value FROM json_each(?)) AND lng IS NOT NULL LIMIT 1`);

  return {
    ...featureQueries(db),
    ...featureSweep(db),
    insertFeature(edition: number, draft: FeatureDraft): number {
      const row = Number(insert.run(...toColumns(edition, draft)).lastInsertRowid);
      if (draft.bounds) {
        const [west, south, east, north] = draft.bounds;
        insertBox.run(row, west, east, south, north, edition, edition);
      }
      return row;
    },
    findFeature(id: string): FeatureRow | undefined {
      const row = byId.get(id);
      return row && toFeature(row);
    },
    findFeatureByKey(editions: readonly number[], key: number): FeatureRow | undefined {
      const row = byKey.get(key, JSON.stringify(editions));
      return row && toFeature(row);
    },
  };
}

function featureQueries(db: Database) {
  const count = both((from) =>
    db.prepare<unknown[], { edition: number; n: number }>(
      `SELECT feature.edition AS edition, count(*) AS n ${from} GROUP BY feature.edition`,
    ),
  );
  const page = both((from) =>
    db.prepare<unknown[], ShapeColumns>(
      `SELECT ${SHAPE_COLUMNS} ${from} AND feature.row > @after ORDER BY feature.row LIMIT @limit`,
    ),
  );
  const nearest = both((from) =>
    db.prepare<unknown[], ShapeColumns>(`
      SELECT ${SHAPE_COLUMNS} ${from}
      ORDER BY (lng - @lng) * (lng - @lng) * @squeeze + (lat - @lat) * (lat - @lat), feature.row
      LIMIT @limit OFFSET @offset`),
  );
  return {
    countFeatures: (query: FeatureQuery): Map<number, number> =>
      new Map(
        count(query)
          .all(select(query))
          .map(({ edition, n }) => [edition, n]),
      ),
    pageFeatures(query: FeatureQuery, { after = 0, limit }: { after?: number; limit: number }) {
      return page(query)
        .all({ ...select(query), after, limit })
        .map(toShape);
    },
    nearestFeatures(
      query: FeatureQuery,
      { near: [lng, lat], ...page }: { near: LngLat; offset: number; limit: number },
    ): FeatureShape[] {
      const squeeze = Math.cos((lat * Math.PI) / 180) ** 2;
      return nearest(query)
        .all({ ...select(query), ...page, lng, lat, squeeze })
        .map(toShape);
    },
  };
}

/** Prepare a query twice, over a box and over everything, and choose by what is asked. */
function both<T>(prepare: (from: string) => T): (query: FeatureQuery) => T {
  const [inside, anywhere] = [prepare(INSIDE), prepare(ANYWHERE)];
  return (query) => (query.bounds ? inside : anywhere);
}

function select({ editions, bounds }: FeatureQuery): Selection {
  const [west, south, east, north] = bounds ?? [-180, -90, 180, 90];
  return {
    editions: JSON.stringify(editions),
    low: Math.min(...editions),
    high: Math.max(...editions),
    west,
    south,
    east,
    north,
  };
}

function featureSweep(db: Database) {
  const some = db.prepare<[number, number], { row: number }>(
    'SELECT row FROM feature WHERE edition = ? LIMIT ?',
  );
  const tables = ['feature_text', 'feature_box', 'feature'] as const;
  const removals = tables.map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE ${table === 'feature_text' ? 'rowid' : 'row'} = ?`),
  );
  return {
    /** Remove up to `limit` records of an edition; returns how many were removed. */
    removeFeatures: db.transaction((edition: number, limit: number): number => {
      const rows = some.all(edition, limit);
      for (const { row } of rows) for (const removal of removals) removal.run(row);
      return rows.length;
    }),
  };
}
