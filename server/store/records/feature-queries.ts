import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import type { FeatureQuery, FeatureShape } from '../rows.ts';
import type { Boxes } from './boxes.ts';
import type { RowPage } from './feature-heads.ts';
import { isPlaced, toShape } from './feature-rows.ts';
import type { Pages } from './pages.ts';
import { take } from './take.ts';

const EARTH: Bounds = [-180, -90, 180, 90];

/**
 * Radius of the first look for the nearest, degrees of latitude (about 60 m), and how it grows. Where trees stand
 * close, a wider look finds thousands; where little stands, a few looks more find nothing at no cost.
 */
const FIRST_RADIUS = 0.0006;
const GROWTH = 3;

/** Questions about many live features. */
export function featureQueries(pages: Pages, boxes: Boxes) {
  const shapesOf = (rows: readonly number[]): FeatureShape[] =>
    rows.flatMap((row) => {
      const spot = pages.spotOf(row);
      return spot ? [toShape(spot)] : [];
    });

  const rowsInBox = (query: FeatureQuery, bounds: Bounds, after: number): number[] => {
    const rows: number[] = [];
    const { editions, oneIn = 1 } = query;
    boxes.eachInBox(editions, bounds, ({ entries }, at) => {
      const row = entries[at] as number;
      if (row > after && row % oneIn === 0) rows.push(row);
    });
    return rows.sort((one, other) => one - other);
  };

  return {
    countFeatures({ editions, bounds }: FeatureQuery): Map<number, number> {
      const counts = new Map<number, number>();
      const count = (edition: number, more: number): void => {
        if (more > 0) counts.set(edition, (counts.get(edition) ?? 0) + more);
      };
      if (bounds) boxes.eachInBox(editions, bounds, ({ edition }) => count(edition, 1));
      else for (const edition of editions) count(edition, pages.countRecords(edition).placed);
      return counts;
    },

    pageFeatures(query: FeatureQuery, { after = 0, limit }: RowPage): FeatureShape[] {
      const { editions, bounds } = query;
      if (bounds) return shapesOf(rowsInBox(query, bounds, after).slice(0, limit));
      return editions
        .flatMap((edition) => take(pages.spotsAfter(edition, after), limit, isPlaced).map(toShape))
        .sort((one, other) => one.row - other.row)
        .slice(0, limit);
    },

    nearestFeatures(
      { editions, bounds = EARTH }: FeatureQuery,
      { near, offset, limit }: { near: LngLat; offset: number; limit: number },
    ): FeatureShape[] {
      const [lng, lat] = near;
      const cosine = Math.max(Math.cos((lat * Math.PI) / 180), 0.01);
      let found: Near[] = [];
      for (const { box, reach } of ringsRound(near, cosine, bounds)) {
        found = [];
        boxes.eachInBox(editions, box, ({ entries }, at) => {
          const [x, y] = [entries[at + 1] as number, entries[at + 2] as number];
          const apart = (x - lng) ** 2 * cosine ** 2 + (y - lat) ** 2;
          if (apart <= reach) found.push({ row: entries[at] as number, apart });
        });
        if (found.length >= offset + limit) break;
      }
      found.sort((one, other) => one.apart - other.apart || one.row - other.row);
      return shapesOf(found.slice(offset, offset + limit).map(({ row }) => row));
    },
  };
}

type Near = { readonly row: number; readonly apart: number };

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
