import { z } from 'zod';
import { CombineAnswer, MAKES } from '#data/schema/combine.ts';
import { checkCombination } from '#server/catalogue/check-combination.ts';
import type { CheckedPart } from '#server/catalogue/checked-part.ts';
import type { Catalogue } from '../catalogue.ts';
import { texts } from '../parameters.ts';
import { ApiError } from '../problem.ts';
import { route } from '../route.ts';
import { partOfDataset, partOfLicence } from '../views/checked-part.ts';

/** Most datasets and licences checked at once. */
const MOST_PARTS = 100;

const CombineQuery = z.object({
  datasets: texts.optional().meta({ description: 'Ids of datasets, with commas between' }),
  layers: texts.optional().meta({ description: 'Ids of layers: every dataset of them' }),
  licences: texts
    .optional()
    .meta({ description: 'Ids of licences, for data of your own or of somebody else' }),
  make: z.enum(MAKES).default('merged').meta({
    description: 'merged: one file of everything; separate: a file a licence',
  }),
});

/** What may be done with several datasets together. */
export const COMBINE_ROUTES = [
  route({
    path: '/api/combine',
    summary: 'What may be done with datasets together, what to print, and what may not be combined',
    tag: 'Catalogue',
    query: CombineQuery,
    response: CombineAnswer,
    async answer({ query }, { catalogue }) {
      return checkCombination(partsOf(query, await catalogue()), query.make);
    },
  }),
];

function partsOf(
  { datasets = [], layers = [], licences = [] }: z.output<typeof CombineQuery>,
  catalogue: Catalogue,
): CheckedPart[] {
  const ofLayers = layers.flatMap((id) => {
    const found = catalogue.datasets.filter(({ layerId }) => layerId === id);
    if (found.length === 0) throw new ApiError('not-found', `Cannot find layer "${id}".`);
    return found.map((dataset) => dataset.id);
  });
  const ids = [...new Set([...datasets, ...ofLayers])];
  const named = new Set(licences);
  if (ids.length + named.size === 0) {
    throw new ApiError('bad-request', 'Say what to combine: datasets=…, layers=… or licences=….');
  }
  if (ids.length + named.size > MOST_PARTS) {
    throw new ApiError('bad-request', `At most ${MOST_PARTS} datasets are checked at once.`);
  }
  return [
    ...ids.map((id) => {
      const part = partOfDataset(id, catalogue);
      if (!part) throw new ApiError('not-found', `Cannot find dataset "${id}".`);
      return part;
    }),
    ...[...named].map((id) => {
      const licence = catalogue.licences.get(id);
      if (!licence) throw new ApiError('not-found', `Cannot find licence "${id}".`);
      return partOfLicence(licence);
    }),
  ];
}
