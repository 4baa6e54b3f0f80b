import { z } from 'zod';
import { DatasetAct, DeskDataset } from '#data/schema/desk-compare.ts';
import { FetchingAsked } from '#data/schema/desk-fetching.ts';
import {
  confirmDataset,
  datasetView,
  fetchDataset,
  liveEdition,
  restoreDataset,
  withdrawDataset,
} from '#server/desk/home/datasets.ts';
import { statutoryCsv } from '#server/desk/issues/tables.ts';
import { handedJson } from '../desk/handed.ts';
import { sendTable } from '../desk/send-table.ts';
import { route } from '../route.ts';

const SIGNED_IN = { access: 'signed-in', tag: 'Desk' } as const;
const JSON_BODY = { takes: { mostBytes: 100_000, media: ['application/json'] } } as const;
const params = z.object({ dataset: z.string().max(200).meta({ description: 'Id of a dataset' }) });

/** What a publisher does with a dataset once it is published. */
export const DESK_DATASET_ROUTES = [
  route({
    path: '/api/desk/datasets/:dataset',
    summary: 'Every edition of a dataset and what happened to it, for its publisher',
    ...SIGNED_IN,
    params,
    response: DeskDataset,
    answer: async ({ subject, params: { dataset } }, { desk }) =>
      await datasetView(subject, dataset, desk.deps),
  }),
  route({
    path: '/api/desk/datasets/:dataset/restore',
    summary: 'Go back to a former edition, or say that one that is held is right, with a reason',
    ...SIGNED_IN,
    ...JSON_BODY,
    params,
    response: DeskDataset,
    answer: async ({ subject, params: { dataset }, body }, { desk }) =>
      await restoreDataset(subject, dataset, handedJson(body, DatasetAct), desk.deps),
  }),
  route({
    path: '/api/desk/datasets/:dataset/withdraw',
    summary: 'Take a dataset off the map, with a reason; a tombstone stays',
    ...SIGNED_IN,
    ...JSON_BODY,
    params,
    response: DeskDataset,
    answer: async ({ subject, params: { dataset }, body }, { desk }) =>
      await withdrawDataset(subject, dataset, handedJson(body, DatasetAct), desk.deps),
  }),
  route({
    path: '/api/desk/datasets/:dataset/confirm',
    summary: 'Say that what is live is right still',
    ...SIGNED_IN,
    ...JSON_BODY,
    params,
    response: DeskDataset,
    answer: async ({ subject, params: { dataset }, body }, { desk }) =>
      await confirmDataset(subject, dataset, handedJson(body, DatasetAct), desk.deps),
  }),
  route({
    path: '/api/desk/datasets/:dataset/harvest',
    method: 'PUT',
    summary: 'Fetch a dataset by itself from now on, or no more',
    ...SIGNED_IN,
    ...JSON_BODY,
    params,
    response: DeskDataset,
    answer: async ({ subject, params: { dataset }, body }, { desk }) =>
      await fetchDataset(subject, dataset, handedJson(body, FetchingAsked), desk.deps),
  }),
  route({
    path: '/api/desk/datasets/:dataset/statutory.csv',
    summary: 'A live brownfield register in the 28 columns of the statutory standard',
    ...SIGNED_IN,
    params,
    media: 'text/csv',
    response: z.string(),
    async answer({ subject, params: { dataset } }, { desk, grid }, response) {
      const edition = await liveEdition(subject, dataset, desk.deps);
      return await sendTable(
        response,
        `${dataset}-statutory.csv`,
        statutoryCsv(edition, grid, desk.deps.publishing.store),
      );
    },
  }),
];
