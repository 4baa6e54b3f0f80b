import { z } from 'zod';
import { findFeatureType } from '#data/features/index.ts';
import { TASKS } from '#data/features/tasks.ts';
import { LayerSummary, LayerTask } from '#data/schema/api.ts';
import { originOf } from '../origin.ts';
import { bbox, limit, whole } from '../parameters.ts';
import { ApiError } from '../problem.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';
import { FeatureCollection, tileFields, toGeoJson } from '../views/geojson.ts';
import { mayDownload } from '../views/licence.ts';

export const LayerId = z.object({ id: z.string().meta({ description: 'Id of a layer' }) });

const TileJson = z.object({
  tilejson: z.literal('3.0.0'),
  name: z.string(),
  description: z.string().optional(),
  attribution: z.string(),
  version: z.string(),
  scheme: z.literal('xyz'),
  tiles: z.array(z.string()),
  minzoom: z.int(),
  maxzoom: z.int(),
  bounds: LayerSummary.shape.bounds,
  vector_layers: z.array(
    z.object({
      id: z.string(),
      description: z.string(),
      minzoom: z.int(),
      maxzoom: z.int(),
      fields: z.record(z.string(), z.string()),
    }),
  ),
});

/** What a layer is called where nothing stands beside it: made-up figures say so. */
export const titleOf = ({ title, synthetic }: LayerSummary): string =>
  synthetic ? `${title} (synthetic)` : title;

/** TileJSON lets an attribution hold HTML, so other maps set it as such; a publisher's words are text. */
const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @throws {ApiError} when no live dataset is in it */
export async function findLayer(id: string, { catalogue }: Services): Promise<LayerSummary> {
  const layer = (await catalogue()).layers.find((each) => each.id === id);
  if (!layer) throw new ApiError('not-found', `Cannot find layer "${id}".`);
  return layer;
}

/** What people look at together, as far as there are layers of it. */
const tasksOf = (layers: readonly LayerSummary[]): LayerTask[] =>
  TASKS.map(({ id, title, types }) => ({
    id,
    title,
    layers: types.flatMap((type) =>
      layers.flatMap((layer) => (layer.featureType === type ? [layer.id] : [])),
    ),
  })).filter((task) => task.layers.length > 0);

/** What can be put on the map, and its features as GeoJSON. */
export const LAYER_ROUTES = [
  route({
    path: '/api/layers',
    settled: true,
    summary: 'Every layer of the map: a feature type under one licence',
    tag: 'Catalogue',
    response: z.object({ layers: z.array(LayerSummary), tasks: z.array(LayerTask) }),
    async answer(_, { catalogue }) {
      const { layers } = await catalogue();
      return { layers: [...layers], tasks: tasksOf(layers) };
    },
  }),
  route({
    path: '/api/layers/:id',
    summary: 'One layer',
    tag: 'Catalogue',
    params: LayerId,
    response: LayerSummary,
    answer: ({ params: { id } }, services) => findLayer(id, services),
  }),
  route({
    path: '/api/layers/:id/tilejson.json',
    summary: 'The layer’s vector tiles, as TileJSON 3.0',
    tag: 'Catalogue',
    params: LayerId,
    response: TileJson,
    async answer({ params: { id } }, services, response) {
      const layer = await findLayer(id, services);
      const { minZoom: minzoom, maxZoom: maxzoom, licence, sourceLayer } = layer;
      const description = findFeatureType(layer.featureType)?.description;
      return {
        tilejson: '3.0.0' as const,
        name: titleOf(layer),
        ...(description ? { description } : {}),
        attribution: asHtml(licence.attribution),
        // of the tile set, semantic as the specification wants it; which build it is stands in `tiles`
        version: '1.0.0',
        scheme: 'xyz' as const,
        tiles: [`${originOf(response, services)}${layer.tiles}`],
        minzoom,
        maxzoom,
        ...(layer.bounds ? { bounds: layer.bounds } : {}),
        vector_layers: [
          {
            id: sourceLayer,
            description: layer.title,
            minzoom,
            maxzoom,
            fields: tileFields(layer.featureType),
          },
        ],
      };
    },
  }),
  route({
    path: '/api/layers/:id/features',
    summary: 'Features of a layer as GeoJSON, page by page',
    tag: 'Features',
    params: LayerId,
    query: z.object({
      bbox: bbox.optional(),
      limit: limit.optional(),
      after: whole(0, Number.MAX_SAFE_INTEGER).optional(),
    }),
    response: FeatureCollection,
    media: 'application/geo+json',
    async answer({ params: { id }, query }, services) {
      const layer = await findLayer(id, services);
      const { byRow, licences } = await services.catalogue();
      if (!mayDownload(licences.get(layer.licence.id))) {
        throw new ApiError(
          'not-allowed',
          `${layer.licence.title} allows no copies to be handed out.`,
        );
      }
      const { limit: size = 100, after = 0 } = query;
      const editions = [...byRow].flatMap(([row, { layerId }]) => (layerId === id ? [row] : []));
      const asked = { editions, ...(query.bbox ? { bounds: query.bbox } : {}) };
      const [counts, page] = await Promise.all([
        services.store.countFeatures(asked),
        services.store.pageFeatures(asked, { after, limit: size }),
      ]);
      const next = page.length === size ? page.at(-1)?.row : undefined;
      return {
        type: 'FeatureCollection' as const,
        numberMatched: [...counts.values()].reduce((sum, count) => sum + count, 0),
        numberReturned: page.length,
        ...(next === undefined ? {} : { next }),
        licence: layer.licence,
        synthetic: layer.synthetic,
        features: page.map((feature) => toGeoJson(feature, byRow.get(feature.edition))),
      };
    },
  }),
];
