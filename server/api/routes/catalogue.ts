import { z } from 'zod';
import { DatasetDetail, DatasetSummary, IssueView, PublisherSummary } from '#data/schema/api.ts';
import { Licence } from '#data/schema/licence.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { limit, severities, whole } from '../parameters.ts';
import { ApiError } from '../problem.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';
import { datasetDetail } from '../views/dataset.ts';
import { issueView } from '../views/feature-detail.ts';
import { publisherSummary } from '../views/licence.ts';

const SHORT_S = 60;

const DatasetId = z.object({ id: z.string().meta({ description: 'Id of a dataset' }) });
const LicenceId = z.object({ id: z.string().meta({ description: 'Id of a licence' }) });

const IssuePage = z.object({
  issues: z.array(IssueView),
  /** Issues of the asked severities and all others, in the whole edition. */
  counts: DatasetSummary.shape.issueCounts,
  /** Give this as `after` to read on; absent at the end. */
  next: z.int().optional(),
});

/**
 * The live edition of a dataset.
 *
 * @throws {ApiError} `not-found`
 */
export async function findLive(id: string, { catalogue }: Services): Promise<EditionRow> {
  const edition = (await catalogue()).editions.get(id);
  if (!edition) throw new ApiError('not-found', `Cannot find dataset "${id}".`);
  return edition;
}

/** Who publishes what, under which licence, and what was found in it. */
export const CATALOGUE_ROUTES = [
  route({
    path: '/api/publishers',
    settled: true,
    summary: 'Publishers with at least one live dataset',
    tag: 'Catalogue',
    response: z.object({ publishers: z.array(PublisherSummary) }),
    maxAgeS: SHORT_S,
    async answer(_, { catalogue }) {
      const { datasets, publishers } = await catalogue();
      const ids = new Set(datasets.map(({ publisher }) => publisher.id));
      const found = [...ids].map((id) => publisherSummary(id, publishers.get(id)));
      return { publishers: found.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')) };
    },
  }),
  route({
    path: '/api/licences',
    settled: true,
    summary: 'The licence catalogue',
    tag: 'Catalogue',
    response: z.object({ licences: z.array(Licence) }),
    maxAgeS: SHORT_S,
    answer: async (_, { catalogue }) => ({ licences: [...(await catalogue()).licences.values()] }),
  }),
  route({
    path: '/api/licences/:id',
    summary: 'One licence: what it allows, what it asks',
    tag: 'Catalogue',
    params: LicenceId,
    response: Licence,
    maxAgeS: SHORT_S,
    async answer({ params: { id } }, { catalogue }) {
      const licence = (await catalogue()).licences.get(id);
      if (!licence) throw new ApiError('not-found', `Cannot find licence "${id}".`);
      return licence;
    },
  }),
  route({
    path: '/api/datasets',
    settled: true,
    summary: 'Every live dataset',
    tag: 'Catalogue',
    response: z.object({ datasets: z.array(DatasetSummary) }),
    answer: async (_, { catalogue }) => ({ datasets: [...(await catalogue()).datasets] }),
  }),
  route({
    path: '/api/datasets/:id',
    summary: 'One dataset with its editions and how its columns were read',
    tag: 'Catalogue',
    params: DatasetId,
    response: DatasetDetail,
    async answer({ params: { id } }, services) {
      const edition = await findLive(id, services);
      const { datasets } = await services.catalogue();
      const summary = datasets.find((dataset) => dataset.id === id);
      if (!summary) throw new ApiError('not-found', `Cannot find dataset "${id}".`);
      return datasetDetail(summary, edition, await services.store.listEditions(id));
    },
  }),
  route({
    path: '/api/datasets/:id/issues',
    summary: 'What was found in the live edition, line by line',
    tag: 'Catalogue',
    params: DatasetId,
    query: z.object({
      severity: severities.optional(),
      limit: limit.optional(),
      after: whole(0, Number.MAX_SAFE_INTEGER).optional(),
    }),
    response: IssuePage,
    async answer({ params: { id }, query }, services) {
      const edition = await findLive(id, services);
      const { severity, after, limit: size = 100 } = query;
      const found = await services.store.listIssues(edition.row, {
        ...(severity ? { severities: severity } : {}),
        ...(after === undefined ? {} : { after }),
        limit: size,
      });
      const next = found.length === size ? found.at(-1)?.number : undefined;
      return {
        issues: found.map(issueView),
        counts: edition.issueCounts,
        ...(next === undefined ? {} : { next }),
      };
    },
  }),
];
