import { z } from 'zod';
import { EditionSummary } from '#data/schema/api.ts';
import { Comparison, EditionEvent, FeatureChange } from '#data/schema/change.ts';
import { CHANGE_KINDS } from '#data/schema/change-kind.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { limit, whole } from '../parameters.ts';
import { ApiError } from '../problem.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';
import { editionSummary } from '../views/dataset.ts';

/** Changes of one page unless more are asked for. */
const PAGE = 100;

const Editions = z.object({
  /** Newest first. */
  editions: z.array(EditionSummary),
  /** What happened to them, newest first. */
  events: z.array(EditionEvent),
  /** Present when the dataset is off the map: by whom, when and why. */
  withdrawn: EditionEvent.optional(),
});

const Changes = z.object({
  /** In figures; absent when the edition replaced none. */
  comparison: Comparison.optional(),
  changes: z.array(FeatureChange),
  /** Give this as `after` to read on; absent at the end. */
  next: z.int().optional(),
});

const kinds = z
  .string()
  .transform((text, context) => {
    const read = z.array(z.enum(CHANGE_KINDS)).min(1).safeParse(text.split(','));
    if (!read.success) context.addIssue(`expected some of ${CHANGE_KINDS.join(', ')}`);
    return read.data ?? [];
  })
  .meta({ description: `Some of ${CHANGE_KINDS.join(', ')}, separated by commas` });

/** What was published of a dataset, what happened to it, and what each edition changed. */
export const EDITION_ROUTES = [
  route({
    path: '/api/datasets/:id/editions',
    summary: 'Every edition of a dataset, withdrawn ones too, and what happened to them',
    tag: 'Catalogue',
    params: z.object({ id: z.string().meta({ description: 'Id of a dataset' }) }),
    response: Editions,
    async answer({ params: { id } }, services) {
      const editions = await editionsOf(id, services);
      const events = await services.store.listEvents(id);
      const gone = isLive(editions) ? undefined : events.find(({ kind }) => kind === 'withdrawn');
      return {
        editions: editions.map(editionSummary),
        events: [...events],
        ...(gone ? { withdrawn: gone } : {}),
      };
    },
  }),
  route({
    path: '/api/datasets/:id/editions/:number/changes',
    summary: 'What an edition changed, feature by feature and field by field',
    tag: 'Catalogue',
    params: z.object({
      id: z.string().meta({ description: 'Id of a dataset' }),
      number: whole(1, Number.MAX_SAFE_INTEGER),
    }),
    query: z.object({
      kind: kinds.optional(),
      limit: limit.optional(),
      after: whole(0, Number.MAX_SAFE_INTEGER).optional(),
    }),
    response: Changes,
    async answer({ params: { id, number }, query }, services) {
      const edition = await findPublic(id, number, services);
      const { kind, after, limit: size = PAGE } = query;
      const found = await services.store.listChanges(edition.row, {
        ...(kind ? { kinds: kind } : {}),
        ...(after === undefined ? {} : { after }),
        limit: size,
      });
      const next = found.length === size ? found.at(-1)?.number : undefined;
      return {
        ...(edition.comparison ? { comparison: edition.comparison } : {}),
        changes: found.map(({ number: _, ...change }) => change),
        ...(next === undefined ? {} : { next }),
      };
    },
  }),
];

const isLive = (editions: readonly EditionRow[]): boolean =>
  editions.some(({ status }) => status === 'live');

async function editionsOf(id: string, { store }: Services): Promise<EditionRow[]> {
  const editions = await store.listEditions(id);
  if (editions.length > 0) return editions;
  throw new ApiError('not-found', `Cannot find dataset "${id}".`);
}

/** Values of a withdrawn dataset are not given out, nor those of an edition nobody has accepted. */
async function findPublic(id: string, number: number, services: Services): Promise<EditionRow> {
  const editions = await editionsOf(id, services);
  if (!isLive(editions)) throw new ApiError('not-found', `Dataset "${id}" has been withdrawn.`);
  const edition = editions.find((each) => each.number === number);
  if (edition?.status === 'live' || edition?.status === 'superseded') return edition;
  throw new ApiError('not-found', `Dataset "${id}" shows no edition ${number}.`);
}
