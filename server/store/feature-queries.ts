import type { Database } from 'better-sqlite3';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import { SHAPE_COLUMNS, type ShapeColumns, toShape } from './feature-rows.ts';
import type { FeatureQuery, FeatureShape } from './rows.ts';

const EARTH: Bounds = [-180, -90, 180, 90];

/**
 * Radius of the first look for the nearest, degrees of latitude (about 60 m), and how it grows. Where trees stand
 * close, a wider look finds thousands; where little stands, a few looks more find nothing at no cost.
 */
const FIRST_RADIUS = 0.0006;
const GROWTH = 3;

/**
 * What the R*Tree finds. It keeps 32-bit figures rounded outwards, so a box reaches up to half a metre further
 * than asked, and for every question alike. The third dimension keeps superseded editions out of the search.
 */
const IN_BOX = `
  box.west <= @east AND box.east >= @west AND box.south <= @north AND box.north >= @south
  AND box.edition_from >= @low AND box.edition_to <= @high
  AND box.edition_from IN (SELECT value FROM json_each(@editions))`;

/** Questions to `feature` and `feature_box` about many live features. */
export function featureQueries(db: Database) {
  const countAll = db.prepare<[number], { n: number }>(
    'SELECT count(*) AS n FROM feature WHERE edition = ? AND lng IS NOT NULL',
  );
  const countBox = db.prepare<unknown[], { edition: number; n: number }>(`
    SELECT CAST(box.edition_from AS INTEGER) AS edition, count(*) AS n
    FROM feature_box AS box WHERE ${IN_BOX} GROUP BY edition`);
  return {
    ...pageQuery(db),
    ...nearestQuery(db),
    countFeatures({ editions, bounds }: FeatureQuery): Map<number, number> {
      const counts = bounds
        ? countBox.all(select(editions, bounds))
        : editions.map((edition) => ({ edition, n: countAll.get(edition)?.n ?? 0 }));
      return new Map(counts.filter(({ n }) => n > 0).map(({ edition, n }) => [edition, n]));
    },
  };
}

function pageQuery(db: Database) {
  const pageAll = db.prepare<[number, number, number], ShapeColumns>(`
    SELECT ${SHAPE_COLUMNS} FROM feature
    WHERE edition = ? AND feature.row > ? AND lng IS NOT NULL ORDER BY feature.row LIMIT ?`);
  // Rows are chosen before they are read: sorting whole features would take many times longer.
  const pageBox = db.prepare<unknown[], ShapeColumns>(`
    SELECT ${SHAPE_COLUMNS}
    FROM (SELECT box.row AS hit FROM feature_box AS box
          WHERE ${IN_BOX} AND box.row > @after AND box.row % @oneIn = 0
          ORDER BY box.row LIMIT @limit)
    CROSS JOIN feature ON feature.row = hit ORDER BY hit`);
  return {
    pageFeatures(
      { editions, bounds, oneIn = 1 }: FeatureQuery,
      { after = 0, limit }: { after?: number; limit: number },
    ): FeatureShape[] {
      if (bounds) {
        const asked = { ...select(editions, bounds), after, limit, oneIn };
        return pageBox.all(asked).map(toShape);
      }
      return editions
        .flatMap((edition) => pageAll.all(edition, after, limit))
        .sort((one, other) => one.row - other.row)
        .slice(0, limit)
        .map(toShape);
    },
  };
}

function nearestQuery(db: Database) {
  const within = db.prepare<unknown[], ShapeColumns>(`
    SELECT ${SHAPE_COLUMNS}
    FROM (SELECT feature.row AS hit,
            (lng - @lng) * (lng - @lng) * @squeeze + (lat - @lat) * (lat - @lat) AS apart
          FROM feature_box AS box CROSS JOIN feature ON feature.row = box.row
          WHERE ${IN_BOX} AND apart <= @reach ORDER BY apart, hit LIMIT @limit)
    CROSS JOIN feature ON feature.row = hit ORDER BY apart, hit`);
  return {
    nearestFeatures(
      { editions, bounds = EARTH }: FeatureQuery,
      { near, offset, limit }: { near: LngLat; offset: number; limit: number },
    ): FeatureShape[] {
      const [lng, lat] = near;
      const cosine = Math.max(Math.cos((lat * Math.PI) / 180), 0.01);
      const point = { lng, lat, squeeze: cosine ** 2, limit: offset + limit };
      let found: ShapeColumns[] = [];
      for (const { box, reach } of ringsRound(near, cosine, bounds)) {
        found = within.all({ ...select(editions, box), ...point, reach });
        if (found.length === point.limit) break;
      }
      return found.slice(offset).map(toShape);
    },
  };
}

type Ring = {
  readonly box: Bounds;
  /** Squared distance up to which the box surely holds everything, degrees of latitude. */
  readonly reach: number;
};

/** Ever larger boxes round a point, cut to `bounds`; the last is `bounds` itself. */
function* ringsRound([lng, lat]: LngLat, cosine: number, bounds: Bounds): Generator<Ring> {
  for (let radius = FIRST_RADIUS; radius < 360; radius *= GROWTH) {
    const wide = radius / cosine;
    const box = overlap(bounds, [lng - wide, lat - radius, lng + wide, lat + radius]);
    if (box?.every((side, index) => side === bounds[index])) break;
    if (box) yield { box, reach: radius ** 2 };
  }
  yield { box: bounds, reach: Number.MAX_VALUE };
}

function overlap(one: Bounds, other: Bounds): Bounds | undefined {
  const [west, south] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])];
  const [east, north] = [Math.min(one[2], other[2]), Math.min(one[3], other[3])];
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}

/** Parameters of `IN_BOX`. */
function select(editions: readonly number[], [west, south, east, north]: Bounds) {
  const [low, high] = [Math.min(...editions), Math.max(...editions)];
  return { editions: JSON.stringify(editions), low, high, west, south, east, north };
}
