import { z } from 'zod';
import { FeatureDetail, FeatureList } from '#data/schema/api.ts';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import type { EditionRow, FeatureQuery, FeatureRow, FeatureShape } from '#server/store/rows.ts';
import { bbox, limit, position, texts, whole } from '../parameters.ts';
import { ApiError } from '../problem.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';
import { featureSummary } from '../views/feature.ts';
import { featureDetail } from '../views/feature-detail.ts';

/** Deepest page: beyond it nobody reads, and a machine should use the GeoJSON pages. */
const DEEPEST = 100_000;

const PAGE_SIZE = 50;

/** Mean Earth radius, metres (IUGG). */
const EARTH_M = 6_371_008.8;

/** Lists of features, and everything about one. */
export const FEATURE_ROUTES = [
  route({
    path: '/api/features',
    summary: 'Features of some layers in a box, nearest first: the map as a list',
    tag: 'Features',
    query: z.object({
      bbox: bbox.optional(),
      layers: texts.optional(),
      near: position.optional(),
      limit: limit.optional(),
      offset: whole(0, DEEPEST).optional(),
    }),
    response: FeatureList,
    async answer({ query }, services) {
      const { byRow, layers } = await services.catalogue();
      const wanted = query.layers ?? layers.map(({ id }) => id);
      const editions = [...byRow.values()].filter(({ layerId }) => wanted.includes(layerId));
      const rows = editions.map(({ row }) => row);
      const asked = { editions: rows, ...(query.bbox ? { bounds: query.bbox } : {}) };
      const counted = await count(editions, asked, services);
      const near = query.near ?? middleOf(query.bbox);
      const { offset = 0, limit: size = PAGE_SIZE } = query;
      const found = near
        ? await services.store.nearestFeatures(asked, { near, offset, limit: size })
        : await services.store.pageFeatures(asked, { limit: size });
      return {
        numberMatched: [...counted.values()].reduce((sum, each) => sum + each, 0),
        counts: countsByLayer(wanted, editions, counted),
        inView: countsByLayer(wanted, editions, counted),
        unplaced: {
          total: editions.reduce((sum, { report }) => sum + report.unplaced, 0),
          records: [],
        },
        features: found.flatMap((feature) => listed(feature, byRow, near, services)),
      };
    },
  }),
  route({
    path: '/api/features/*id',
    summary: 'Everything about one feature, back to the published line',
    tag: 'Features',
    params: z.object({
      id: z
        .string()
        .meta({ description: 'Id of a feature, or `layerId/key` as the tiles have it' }),
    }),
    response: FeatureDetail,
    async answer({ params: { id } }, services) {
      const feature = await findFeature(id, services);
      const { byRow, datasets } = await services.catalogue();
      const edition = feature && byRow.get(feature.edition);
      const dataset = datasets.find((each) => each.id === edition?.dataset);
      if (!feature || !edition || !dataset) {
        throw new ApiError('not-found', `Cannot find feature "${id}".`);
      }
      return await featureDetail(feature, edition, dataset, services);
    },
  }),
];

const middleOf = (box: Bounds | undefined): LngLat | undefined =>
  box && [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];

/** Counts edition by edition; those wholly inside the box need not be visited. */
async function count(
  editions: readonly EditionRow[],
  { bounds }: FeatureQuery,
  { store }: Services,
): Promise<Map<number, number>> {
  const whole = editions.filter(({ report }) => !bounds || within(report.bounds, bounds));
  const cut = editions.filter((edition) => !whole.includes(edition)).map(({ row }) => row);
  const counted = await store.countFeatures({ editions: cut, ...(bounds ? { bounds } : {}) });
  for (const { row, report } of whole) counted.set(row, report.features);
  return counted;
}

const within = (inner: Bounds | undefined, outer: Bounds): boolean =>
  inner !== undefined &&
  inner[0] >= outer[0] &&
  inner[1] >= outer[1] &&
  inner[2] <= outer[2] &&
  inner[3] <= outer[3];

function countsByLayer(
  wanted: readonly string[],
  editions: readonly EditionRow[],
  counted: ReadonlyMap<number, number>,
): Record<string, number> {
  const sums = new Map(wanted.map((layerId) => [layerId, 0]));
  for (const { row, layerId } of editions) {
    sums.set(layerId, (sums.get(layerId) ?? 0) + (counted.get(row) ?? 0));
  }
  return Object.fromEntries(sums);
}

function listed(
  feature: FeatureShape,
  byRow: ReadonlyMap<number, EditionRow>,
  near: LngLat | undefined,
  services: Services,
): FeatureList['features'] {
  const edition = byRow.get(feature.edition);
  if (!edition) return [];
  const summary = featureSummary(feature, edition, services);
  return [near ? { ...summary, distanceM: Math.round(distanceM(near, feature.point)) } : summary];
}

/** Great-circle distance, metres (haversine on the mean sphere: 0.3 % at worst). */
function distanceM([lng1, lat1]: LngLat, [lng2, lat2]: LngLat): number {
  const radians = Math.PI / 180;
  const north = Math.sin(((lat2 - lat1) * radians) / 2) ** 2;
  const east = Math.sin(((lng2 - lng1) * radians) / 2) ** 2;
  const chord = north + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * east;
  return 2 * EARTH_M * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** By id, or by layer and key. */
async function findFeature(id: string, services: Services): Promise<FeatureRow | undefined> {
  const found = await services.store.findFeature(id);
  if (found) return found;
  const [, layerId, key] = /^([^/]+)\/(\d{1,16})$/.exec(id) ?? [];
  if (layerId === undefined) return undefined;
  const { byRow } = await services.catalogue();
  const editions = [...byRow].flatMap(([row, each]) => (each.layerId === layerId ? [row] : []));
  return await services.store.findFeatureByKey(editions, Number(key));
}
