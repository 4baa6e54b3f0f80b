import { z } from 'zod';
import { styleDocument } from '#data/cartography/style/style-document.ts';
import { originOf } from '../origin.ts';
import { texts } from '../parameters.ts';
import { ApiError } from '../problem.ts';
import { route } from '../route.ts';
import { findLayer, LayerId, titleOf } from './layers.ts';

/** As far as it is checked here; the tests hold it against the specification. */
const StyleDocument = z.looseObject({
  version: z.literal(8),
  name: z.string(),
  sprite: z.string(),
  glyphs: z.string(),
  sources: z.record(z.string(), z.unknown()),
  layers: z.array(z.looseObject({ id: z.string(), type: z.string() })),
});

const mode = z
  .enum(['light', 'dark', 'contrast'])
  .optional()
  .meta({ description: 'Colours of the map; light unless said' });
const basemap = z
  .enum(['yes', 'no'])
  .optional()
  .meta({ description: 'Whether ODIN’s own ground is drawn under the layers' });

/** Styles of MapLibre for maps elsewhere: QGIS, another MapLibre page. */
export const MAP_STYLE_ROUTES = [
  route({
    path: '/api/layers/:id/style.json',
    summary: 'How the layer is drawn, as a MapLibre style',
    tag: 'Catalogue',
    params: LayerId,
    query: z.object({ mode, basemap }),
    response: StyleDocument,
    async answer({ params: { id }, query }, services, response) {
      const layer = await findLayer(id, services);
      return StyleDocument.parse(
        styleDocument([layer], {
          name: titleOf(layer),
          origin: originOf(response, services),
          mode: query.mode ?? 'light',
          basemap: query.basemap === 'yes',
        }),
      );
    },
  }),
  route({
    path: '/api/style.json',
    summary: 'The whole map, or some of its layers, as a MapLibre style',
    tag: 'Catalogue',
    query: z.object({ layers: texts.optional(), mode, basemap }),
    response: StyleDocument,
    async answer({ query }, services, response) {
      const { layers } = await services.catalogue();
      const wanted = query.layers ?? layers.map(({ id }) => id);
      const found = wanted.map((id) => {
        const layer = layers.find((each) => each.id === id);
        if (!layer) throw new ApiError('not-found', `Cannot find layer "${id}".`);
        return layer;
      });
      return StyleDocument.parse(
        styleDocument(found, {
          name: 'ODIN',
          origin: originOf(response, services),
          mode: query.mode ?? 'light',
          basemap: query.basemap !== 'no',
        }),
      );
    },
  }),
];
