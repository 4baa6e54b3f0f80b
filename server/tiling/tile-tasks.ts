import { findFeatureType } from '#data/features/index.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { pagesOf } from '#server/store/records/pages-of.ts';
import type { FeatureShape } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { tileLayerOf } from '#tiles/layers.ts';
import { boundsOfTile, buildTile, type OneTile } from '#tiles/rebuild/one-tile.ts';
import { keysInTile, tileWithout } from '#tiles/rebuild/without.ts';
import { tileFeaturesOf } from './features.ts';

/** A tile of a layer as it is live. */
export type TileTask =
  /** Made of the features of some editions. */
  | {
      readonly kind: 'fresh';
      readonly featureType: string;
      readonly editions: readonly number[];
      readonly tile: OneTile;
      /** Most features read for a tile above the last zoom; absent: all there are. */
      readonly most?: number;
    }
  /** A gzipped tile of before, without what none of these editions has any more. */
  | { readonly kind: 'left'; readonly editions: readonly number[]; readonly before: Uint8Array };

type TileStore = Pick<Store, 'pageFeatures' | 'countFeatures' | 'keysAmong'>;

/** Do a task. @throws RangeError for a feature type that is not known, or a tile that is none */
export async function makeTile(task: TileTask, store: TileStore): Promise<Uint8Array | undefined> {
  if (task.kind === 'fresh') return await freshTile(task, store);
  const live = new Set(await store.keysAmong(task.editions, keysInTile(task.before)));
  return tileWithout(task.before, (key) => live.has(key));
}

/** Features read from the store at a time. */
const PAGE = 1_000;
/**
 * Features round a tile up to which the neighbours of its polygons are looked at. A vertex that neighbours share
 * stays as long as any of them needs it; where there are more, a border may be drawn up to the tolerance apart.
 */
const MOST_AROUND = 4_000;

async function freshTile(
  { featureType, editions, tile, most = Number.POSITIVE_INFINITY }: FreshTask,
  store: TileStore,
): Promise<Uint8Array | undefined> {
  const type = findFeatureType(featureType);
  if (!type) throw new RangeError(`Cannot make a tile of "${featureType}": no such feature type`);
  const toTileFeature = tileFeaturesOf(type);
  const box = { editions, bounds: boundsOfTile(tile) };
  const isLast = tile.zoom >= tile.lastZoom;
  const oneIn = isLast || most === Number.POSITIVE_INFINITY ? 1 : await shareOf(box, most, store);
  const within = await readBox({ ...box, oneIn }, store);
  const around = oneIn === 1 ? await neighboursOf(within, editions, store) : [];
  return buildTile([...within, ...around].map(toTileFeature), tile, { layer: tileLayerOf(type) });
}

type FreshTask = Extract<TileTask, { kind: 'fresh' }>;

type Box = {
  readonly editions: readonly number[];
  readonly bounds: Bounds;
  readonly oneIn?: number;
};

/** The least power of two of which one in so many features of a box are no more than `most`. */
async function shareOf(box: Box, most: number, store: TileStore): Promise<number> {
  const count = sumOf(await store.countFeatures(box));
  return count <= most ? 1 : 2 ** Math.ceil(Math.log2(count / most));
}

const sumOf = (counts: ReadonlyMap<number, number>): number =>
  [...counts.values()].reduce((sum, each) => sum + each, 0);

async function readBox(box: Box, store: TileStore): Promise<FeatureShape[]> {
  const found: FeatureShape[] = [];
  const page = (after: number) => store.pageFeatures(box, { after, limit: PAGE });
  for await (const some of pagesOf(page, ({ row }) => row)) found.push(...some);
  return found;
}

const isArea = ({ geometry }: FeatureShape): boolean =>
  geometry.type !== 'Point' &&
  !geometry.type.endsWith('LineString') &&
  geometry.type !== 'MultiPoint';

/** Polygons beyond a tile that may share corners with those in it. */
async function neighboursOf(
  within: readonly FeatureShape[],
  editions: readonly number[],
  store: TileStore,
): Promise<FeatureShape[]> {
  const areas = within.filter(isArea);
  if (areas.length === 0) return [];
  const bounds = areas.map((area) => area.bounds).reduce(joined);
  const count = sumOf(await store.countFeatures({ editions, bounds }));
  if (count > MOST_AROUND + within.length) return [];
  const known = new Set(within.map(({ row }) => row));
  const found = await readBox({ editions, bounds }, store);
  return found.filter((feature) => isArea(feature) && !known.has(feature.row));
}

const joined = (a: Bounds, b: Bounds): Bounds => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];
