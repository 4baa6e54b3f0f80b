import { z } from 'zod';
import { FeatureDetail, FeatureList } from '#data/schema/api.ts';
import { FeatureHistory } from '#data/schema/feature-history.ts';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import { ask } from '#server/columns/ask.ts';
import { inBoth, withArea } from '../area/inside.ts';
import { area, bbox, filters, limit, position, sort, texts, whole } from '../parameters.ts';
import { ApiError } from '../problem.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';
import { featureDetail } from '../views/feature-detail.ts';
import { featureHistory } from '../views/feature-history.ts';
import { countsByLayer, listedFeatures, totalsOf } from '../views/feature-list.ts';
import { findFeature } from '../views/find-feature.ts';
import type { Sort } from '../views/sort.ts';
import { firstUnplaced } from '../views/unplaced.ts';

/** Deepest page: any of any layer. */
const DEEPEST = 100_000_000;

const PAGE_SIZE = 50;

const FeatureId = z.object({
  id: z.string().meta({ description: 'Id of a feature, or `layerId/key` as the tiles have it' }),
});

const NEAREST: Sort = { by: 'distance', descending: false };

/** Lists of features, and everything about one. */
export const FEATURE_ROUTES = [
  route({
    path: '/api/features',
    summary: 'Features of some layers in a box, filtered and in order: the map as a list',
    tag: 'Features',
    query: z.object({
      bbox: bbox.optional(),
      area: area.optional(),
      layers: texts.optional(),
      filter: filters.optional(),
      near: position.optional(),
      sort: sort.optional(),
      columns: texts.meta({ description: 'Attributes to tell of each, by commas' }).optional(),
      limit: limit.optional(),
      offset: whole(0, DEEPEST).optional(),
    }),
    response: FeatureList,
    async answer({ query }, services) {
      const { byRow, layers } = await services.catalogue();
      const wanted = query.layers ?? layers.map(({ id }) => id);
      const editions = [...byRow.values()].filter(({ layerId }) => wanted.includes(layerId));
      const { bbox: box, filter: asked = [], columns = [] } = query;
      const { sifted, bounds } = await withArea(query.area, services, async (where) => {
        const question = { editions, live: byRow, filters: asked, ...inBoth(where, box) };
        return { sifted: await ask(services.columns, question), bounds: box ?? where.bounds };
      });
      const matched = { editions, sifted };
      const { offset = 0, limit: size = PAGE_SIZE, sort: order = NEAREST } = query;
      const near = query.near ?? middleOf(bounds);
      const wish = { near, sort: order, columns, offset, limit: size };
      return {
        ...countsByLayer(wanted, matched),
        ...(columns.length > 0 ? { totals: totalsOf(matched, columns) } : {}),
        unplaced: await firstUnplaced(editions, services.store),
        features: await listedFeatures(matched, wish, services),
      };
    },
  }),
  route({
    path: '/api/features/*id/history',
    summary: 'What each edition of its dataset did to one feature',
    tag: 'Features',
    params: FeatureId,
    response: FeatureHistory,
    async answer({ params: { id } }, services) {
      const { feature, edition } = await featureOf(id, services);
      const [editions, changes] = await Promise.all([
        services.store.listEditions(edition.dataset),
        services.store.listChangesOf(feature.id),
      ]);
      return featureHistory(feature.id, edition, editions, changes);
    },
  }),
  route({
    path: '/api/features/*id',
    summary: 'Everything about one feature, back to the published line',
    tag: 'Features',
    params: FeatureId,
    response: FeatureDetail,
    async answer({ params: { id } }, services) {
      const { feature, edition, dataset } = await featureOf(id, services);
      return await featureDetail(feature, edition, dataset, services);
    },
  }),
];

async function featureOf(id: string, services: Services) {
  const feature = await findFeature(id, services);
  const { byRow, datasets } = await services.catalogue();
  const edition = feature && byRow.get(feature.edition);
  const dataset = datasets.find((each) => each.id === edition?.dataset);
  if (feature && edition && dataset) return { feature, edition, dataset };
  throw new ApiError('not-found', `Cannot find feature "${id}".`);
}

const middleOf = (box: Bounds | undefined): LngLat | undefined =>
  box && [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
