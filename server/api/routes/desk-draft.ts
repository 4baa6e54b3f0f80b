import { z } from 'zod';
import { CHANGE_KINDS } from '#data/schema/change-kind.ts';
import { DeskId, DraftRows, PersonalFindings } from '#data/schema/desk.ts';
import { DraftColumns } from '#data/schema/desk-columns.ts';
import { DraftChanges } from '#data/schema/desk-compare.ts';
import { ISSUE_BANDS, IssueDetail, IssueGroups } from '#data/schema/desk-issues.ts';
import type { Subject } from '#data/schema/subject.ts';
import { columnsView } from '#server/desk/columns/columns.ts';
import type { DraftContext } from '#server/desk/draft/context.ts';
import { countsOf, detailOf, groupOf, issuesOf, openIssue } from '#server/desk/issues/detail.ts';
import { personalView } from '#server/desk/issues/personal.ts';
import {
  allChanges,
  changesOf,
  MOST_POINTS,
  pointsOf,
  rowsOf,
} from '#server/desk/issues/records.ts';
import { changesCsv, correctedCsv, issuesCsv } from '#server/desk/issues/tables.ts';
import { findDraft } from '#server/desk/who.ts';
import { sendTable } from '../desk/send-table.ts';
import { bbox, limit, whole } from '../parameters.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';

const SIGNED_IN = { access: 'signed-in', tag: 'Desk' } as const;
const id = z.object({ id: DeskId.meta({ description: 'Id of a draft' }) });
const MOST = Number.MAX_SAFE_INTEGER;

/** Groups of one page unless more are asked for. */
const PAGE = 200;

async function contextFor(
  subject: Subject,
  draftId: string,
  { desk }: Services,
): Promise<DraftContext> {
  const { draft } = await findDraft(subject, draftId, 'read', desk.deps);
  return desk.deciding.contextOf(draft);
}

/** The store whole: a draft's reading is seen by nobody but who may see the draft. */
const storeOf = ({ desk }: Services) => desk.deps.publishing.store;

/** What a draft’s screens page over. */
export const DESK_DRAFT_ROUTES = [
  route({
    path: '/api/desk/drafts/:id/columns',
    summary: 'Columns of a draft beside what they become, most doubtful first',
    ...SIGNED_IN,
    params: id,
    response: DraftColumns,
    answer: async ({ subject, params }, services) =>
      columnsView(await contextFor(subject, params.id, services)),
  }),
  route({
    path: '/api/desk/drafts/:id/issues',
    summary: 'What is wrong with a draft, in bands',
    ...SIGNED_IN,
    params: id,
    query: z.object({
      band: z.enum(ISSUE_BANDS).optional(),
      limit: limit.optional(),
      after: z.string().max(30).optional(),
    }),
    response: IssueGroups,
    async answer({ subject, params, query }, services) {
      const context = await contextFor(subject, params.id, services);
      const all = await issuesOf(context, storeOf(services));
      const wanted = all.filter(({ band }) => query.band === undefined || band === query.band);
      const from =
        query.after === undefined ? 0 : wanted.findIndex((each) => each.id === query.after) + 1;
      const page = wanted.slice(from, from + (query.limit ?? PAGE));
      const last = page.at(-1);
      const isMore = from + page.length < wanted.length;
      return {
        counts: countsOf(all),
        groups: page.map((each) => groupOf(each, context)),
        ...(isMore && last ? { after: last.id } : {}),
      };
    },
  }),
  route({
    path: '/api/desk/drafts/:id/issues/:issue',
    summary: 'One issue: its rows, its place, what it could have been, what can be done',
    ...SIGNED_IN,
    params: id.extend({ issue: DeskId }),
    response: IssueDetail,
    async answer({ subject, params }, services) {
      const context = await contextFor(subject, params.id, services);
      return detailOf(
        await openIssue(params.issue, context, services.desk.deps, storeOf(services)),
      );
    },
  }),
  route({
    path: '/api/desk/drafts/:id/features',
    summary: 'Records of a draft that have a place, as GeoJSON',
    ...SIGNED_IN,
    params: id,
    query: z.object({ bbox: bbox.optional(), limit: whole(1, MOST_POINTS).optional() }),
    response: z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) }),
    media: 'application/geo+json',
    async answer({ subject, params, query }, services) {
      const context = await contextFor(subject, params.id, services);
      const asked = {
        limit: query.limit ?? MOST_POINTS,
        ...(query.bbox ? { bounds: query.bbox } : {}),
      };
      const found = await pointsOf(
        context,
        asked,
        await issuesOf(context, storeOf(services)),
        storeOf(services),
      );
      return { type: 'FeatureCollection' as const, features: found.features };
    },
  }),
  route({
    path: '/api/desk/drafts/:id/rows',
    summary: 'Lines of the file of a draft as published; those about persons masked',
    ...SIGNED_IN,
    params: id,
    query: z.object({
      layer: z.string().max(300).optional(),
      from: whole(1, MOST).optional(),
      to: whole(1, MOST).optional(),
    }),
    response: DraftRows,
    async answer({ subject, params, query }, services) {
      const { layer, from = 1, to = from + 199 } = query;
      return await rowsOf(
        await contextFor(subject, params.id, services),
        { layer, from, to },
        storeOf(services),
      );
    },
  }),
  route({
    path: '/api/desk/drafts/:id/changes',
    summary: 'What publishing a draft would change, feature by feature',
    ...SIGNED_IN,
    params: id,
    query: z.object({
      kind: z.enum(CHANGE_KINDS).optional(),
      limit: limit.optional(),
      after: whole(0, MOST).optional(),
    }),
    response: DraftChanges,
    async answer({ subject, params, query }, services) {
      const { kind, limit: size = 100, after = 0 } = query;
      const context = await contextFor(subject, params.id, services);
      return await changesOf(
        context,
        { kind, after, limit: size },
        services.grid,
        storeOf(services),
      );
    },
  }),
  route({
    path: '/api/desk/drafts/:id/personal',
    summary: 'What may describe persons in a draft, masked',
    ...SIGNED_IN,
    params: id,
    response: PersonalFindings,
    answer: async ({ subject, params }, services) =>
      await personalView(await contextFor(subject, params.id, services), services.desk.deps),
  }),
  route({
    path: '/api/desk/drafts/:id/corrected.csv',
    summary: 'The file of a draft with every mend made',
    ...SIGNED_IN,
    params: id,
    media: 'text/csv',
    response: z.string(),
    async answer({ subject, params }, services, response) {
      const context = await contextFor(subject, params.id, services);
      return await sendTable(
        response,
        `${context.draft.dataset}-corrected.csv`,
        correctedCsv(context, storeOf(services)),
      );
    },
  }),
  route({
    path: '/api/desk/drafts/:id/issues.csv',
    summary: 'Everything wrong with a draft as a table',
    ...SIGNED_IN,
    params: id,
    media: 'text/csv',
    response: z.string(),
    async answer({ subject, params }, services, response) {
      const context = await contextFor(subject, params.id, services);
      const issues = await issuesOf(context, storeOf(services));
      return await sendTable(
        response,
        `${context.draft.dataset}-issues.csv`,
        issuesCsv(issues, context),
      );
    },
  }),
  route({
    path: '/api/desk/drafts/:id/changes.csv',
    summary: 'What publishing a draft would change as a table',
    ...SIGNED_IN,
    params: id,
    media: 'text/csv',
    response: z.string(),
    async answer({ subject, params }, services, response) {
      const context = await contextFor(subject, params.id, services);
      const changes = allChanges(context, services.grid, storeOf(services));
      return await sendTable(response, `${context.draft.dataset}-changes.csv`, changesCsv(changes));
    },
  }),
];
