import { z } from 'zod';
import { LayerFigures, LayerKeys, UnplacedList } from '#data/schema/layer-figures.ts';
import { ask, countMatches, matching } from '#server/columns/ask.ts';
import type { Sifted } from '#server/columns/sift.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { inBoth, withArea } from '../area/inside.ts';
import { area, bbox, filters, limit, texts, whole } from '../parameters.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';
import { attributeFigures } from '../views/figures.ts';
import { pageUnplaced } from '../views/unplaced.ts';
import { findLayer, LayerId } from './layers.ts';

/** Keys one answer holds. */
const MOST_KEYS = 50_000;

const Where = z.object({
  bbox: bbox.optional(),
  area: area.optional(),
  filter: filters.optional(),
});

/** What a filter is drawn from, and what the map tells its matches by. */
export const LAYER_FIGURE_ROUTES = [
  route({
    path: '/api/layers/:id/summary',
    summary: 'How each attribute is spread over the features of a layer, filtered by all others',
    tag: 'Features',
    params: LayerId,
    query: Where.extend({
      attributes: texts.meta({ description: 'Only these attributes, by commas' }).optional(),
      q: z
        .string()
        .max(200)
        .meta({ description: 'Only values with these letters in them' })
        .optional(),
    }),
    response: LayerFigures,
    async answer({ params: { id }, query }, services) {
      const { featureType, featureCount } = await findLayer(id, services);
      const sifted = await askLayer(id, query, services);
      const wish = {
        ...(query.attributes ? { only: query.attributes } : {}),
        ...(query.q ? { q: query.q } : {}),
      };
      return {
        layerId: id,
        whole: featureCount,
        inView: sifted.reduce((sum, { inView }) => sum + inView, 0),
        matched: countMatches(sifted),
        attributes: await attributeFigures(featureType, sifted, services.columns, wish),
      };
    },
  }),
  route({
    path: '/api/layers/:id/keys',
    summary: `Keys of the features of a layer that match, as its tiles have them; at most ${MOST_KEYS}`,
    tag: 'Features',
    params: LayerId,
    query: Where,
    response: LayerKeys,
    async answer({ params: { id }, query }, services) {
      await findLayer(id, services);
      const sifted = await askLayer(id, query, services);
      const matched = countMatches(sifted);
      const keys = matching(sifted, 'keys', MOST_KEYS);
      return { keys, matched, truncated: matched > keys.length };
    },
  }),
  route({
    path: '/api/layers/:id/unplaced',
    summary: 'Records of a layer that are not on the map, and why',
    tag: 'Features',
    params: LayerId,
    query: z.object({
      limit: limit.optional(),
      after: whole(0, Number.MAX_SAFE_INTEGER).optional(),
    }),
    response: UnplacedList,
    async answer({ params: { id }, query: { limit: size = 100, after = 0 } }, services) {
      await findLayer(id, services);
      const editions = await editionsOf(id, services);
      return await pageUnplaced(editions, services.store, { after, limit: size });
    },
  }),
];

async function editionsOf(id: string, { catalogue }: Services): Promise<EditionRow[]> {
  const { byRow } = await catalogue();
  return [...byRow.values()].filter(({ layerId }) => layerId === id);
}

async function askLayer(
  id: string,
  { bbox: box, area: text, filter: asked = [] }: z.output<typeof Where>,
  services: Services,
): Promise<Sifted[]> {
  const { byRow } = await services.catalogue();
  const editions = await editionsOf(id, services);
  return await withArea(text, services, (where) =>
    ask(services.columns, { editions, live: byRow, filters: asked, ...inBoth(where, box) }),
  );
}
