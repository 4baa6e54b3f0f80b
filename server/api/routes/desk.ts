import { z } from 'zod';
import { DeskId, Draft, DraftAbout, DraftProgress } from '#data/schema/desk.ts';
import { DeskHome, ExpectedAnswer } from '#data/schema/desk-home.ts';
import { progressOf } from '#server/desk/draft/progress.ts';
import { homeOf } from '#server/desk/home/home.ts';
import { findDraft, officerFor } from '#server/desk/who.ts';
import { openDraftFromAddress } from '../desk/from-address.ts';
import { handedJson, handedStream } from '../desk/handed.ts';
import { receiveFile } from '../desk/receive-file.ts';
import { show } from '../desk/show.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';

/** Longest thing said in JSON, bytes. */
const MOST_SAID = 1_000_000;
/** Longest file any deployment takes, bytes; its own setting is asked first. */
const MOST_FILE = 2 ** 31;

const JSON_BODY = { takes: { mostBytes: MOST_SAID, media: ['application/json'] } } as const;
const FILE_BODY = {
  takes: {
    mostBytes: MOST_FILE,
    media: ['application/octet-stream', 'application/json'],
    isStream: true,
  },
} as const;
const SIGNED_IN = { access: 'signed-in', tag: 'Desk' } as const;

const id = z.object({ id: DeskId.meta({ description: 'Id of a draft' }) });
const fileName = z
  .string()
  .min(1)
  .max(1_000)
  .meta({ description: 'Name of the file: metadata only' });

const temporaryOf = ({ desk }: Services) => desk.deps.publishing.temporary;

/** Where a council publishes: drafts, and every step from a file to a receipt. */
export const DESK_ROUTES = [
  route({
    path: '/api/desk',
    summary: 'What a publisher has to do: its datasets and drafts, most urgent first',
    ...SIGNED_IN,
    query: z.object({ publisher: z.string().max(100).optional() }),
    response: DeskHome,
    answer: ({ subject, query }, { desk }) =>
      homeOf(subject, query.publisher, desk.deps, desk.drafting),
  }),
  route({
    path: '/api/desk/drafts',
    summary: 'Hand in a file (its bytes), or a web address as JSON: a draft that nobody else sees',
    ...SIGNED_IN,
    ...FILE_BODY,
    query: z.object({
      publisher: z.string().max(100),
      fileName: fileName.optional(),
      dataset: z.string().max(200).optional(),
      type: z
        .string()
        .regex(/^[a-z-]+\/[a-z0-9-]+$/)
        .optional(),
    }),
    response: Draft,
    async answer({ subject, query, body }, services) {
      const { desk } = services;
      const { deps, drafting } = desk;
      await officerFor(subject, query.publisher, 'write', deps);
      if (body?.media === 'application/json')
        return await show(
          await openDraftFromAddress(subject, query, body, services),
          subject,
          services,
        );
      const named = query.fileName ?? 'file';
      const asked = { ...query, fileName: named };
      const receiving = {
        temporary: temporaryOf(services),
        mostBytes: deps.limits.fileBytes,
        fileName: named,
      };
      const draft = await receiveFile(handedStream(body), receiving, (resource) =>
        drafting.create(subject, asked, resource),
      );
      return await show(draft, subject, services);
    },
  }),
  route({
    path: '/api/desk/drafts/:id',
    summary: 'A draft: what was read, what was decided, what is left',
    ...SIGNED_IN,
    params: id,
    response: Draft,
    async answer({ subject, params }, services) {
      const { draft } = await findDraft(subject, params.id, 'read', services.desk.deps);
      return await show(draft, subject, services);
    },
  }),
  route({
    path: '/api/desk/drafts/:id',
    method: 'DELETE',
    summary: 'Discard a draft; what is live stays',
    ...SIGNED_IN,
    params: id,
    response: z.object({}),
    async answer({ subject, params }, { desk }) {
      await desk.drafting.discard(subject, params.id);
      return {};
    },
  }),
  route({
    path: '/api/desk/drafts/:id/progress',
    summary: 'How far a draft is being read or published',
    ...SIGNED_IN,
    params: id,
    response: DraftProgress,
    async answer({ subject, params }, { desk }) {
      const { draft } = await findDraft(subject, params.id, 'read', desk.deps);
      return progressOf(draft, desk.drafting.readers);
    },
  }),
  route({
    path: '/api/desk/drafts/:id/take',
    method: 'POST',
    summary: 'Take a draft over from a colleague',
    ...SIGNED_IN,
    params: id,
    response: Draft,
    answer: async ({ subject, params }, services) =>
      await show(await services.desk.drafting.take(subject, params.id), subject, services),
  }),
  route({
    path: '/api/desk/drafts/:id/about',
    method: 'PUT',
    summary: 'Say what a dataset is called and how often it comes',
    ...SIGNED_IN,
    ...JSON_BODY,
    params: id,
    response: Draft,
    async answer({ subject, params, body }, services) {
      const about = handedJson(body, DraftAbout);
      return await show(
        await services.desk.deciding.about(subject, params.id, about),
        subject,
        services,
      );
    },
  }),
  route({
    path: '/api/desk/drafts/:id/file',
    method: 'PUT',
    summary: 'Another file in place of the one handed in; everything decided is remembered',
    ...SIGNED_IN,
    ...FILE_BODY,
    params: id,
    query: z.object({ fileName }),
    response: Draft,
    async answer({ subject, params, query, body }, services) {
      const { deps, drafting } = services.desk;
      await findDraft(subject, params.id, 'write', deps);
      const receiving = {
        temporary: temporaryOf(services),
        mostBytes: deps.limits.fileBytes,
        fileName: query.fileName,
      };
      const draft = await receiveFile(handedStream(body), receiving, (resource) =>
        drafting.replaceFile(subject, params.id, query.fileName, resource),
      );
      return await show(draft, subject, services);
    },
  }),
  route({
    path: '/api/desk/expected',
    method: 'PUT',
    summary: 'Say that a publisher has none of a kind, or take that back',
    ...SIGNED_IN,
    ...JSON_BODY,
    response: DeskHome,
    async answer({ subject, body }, { desk }) {
      const { publisher, featureType, holdsNone } = handedJson(body, ExpectedAnswer);
      const { name } = await officerFor(subject, publisher, 'write', desk.deps);
      const { store, now } = desk.deps.publishing;
      const about = `none:${featureType}`;
      if (holdsNone)
        await store.drafts.putWord(publisher, { about, by: name, at: now().toISOString() });
      else await store.drafts.removeWord(publisher, about);
      return await homeOf(subject, publisher, desk.deps, desk.drafting);
    },
  }),
];
