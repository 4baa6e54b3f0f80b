import { z } from 'zod';
import { dcatCatalogue, dcatDataset } from '#server/catalogue/dcat.ts';
import { originOf } from '../origin.ts';
import { ApiError } from '../problem.ts';
import { route } from '../route.ts';
import { dcatInput } from '../views/dcat.ts';

const JSON_LD = 'application/ld+json';

/** The catalogue as harvesters of other data portals read it. */
export const DCAT_ROUTES = [
  route({
    path: '/api/catalog.jsonld',
    summary: 'Every dataset as one DCAT catalogue, for data.gov.uk and other portals to harvest',
    tag: 'Catalogue',
    response: z.unknown(),
    media: JSON_LD,
    async answer(_, services, response) {
      const catalogue = await services.catalogue();
      const origin = originOf(response, services);
      const inputs = catalogue.datasets.map((dataset) => dcatInput(dataset, catalogue, origin));
      return dcatCatalogue(inputs, origin);
    },
  }),
  route({
    path: '/api/datasets/:id/dcat.jsonld',
    summary: 'One dataset as DCAT',
    tag: 'Catalogue',
    params: z.object({ id: z.string().meta({ description: 'Id of a dataset' }) }),
    response: z.unknown(),
    media: JSON_LD,
    async answer({ params: { id } }, services, response) {
      const catalogue = await services.catalogue();
      const dataset = catalogue.datasets.find((each) => each.id === id);
      if (!dataset) throw new ApiError('not-found', `Cannot find dataset "${id}".`);
      return dcatDataset(dcatInput(dataset, catalogue, originOf(response, services)));
    },
  }),
];
