import { z } from 'zod';
import { DecisionPreview, DecisionRequest, DeskId, Draft } from '#data/schema/desk.ts';
import { GuardAnswer, PublishRequest, Receipt } from '#data/schema/desk-compare.ts';
import { LicenceAnswers } from '#data/schema/desk-licence.ts';
import { publishDraft } from '#server/desk/publish/publish-draft.ts';
import { receiptNow } from '#server/desk/publish/receipt-now.ts';
import { findDraft } from '#server/desk/who.ts';
import { handedJson } from '../desk/handed.ts';
import { show } from '../desk/show.ts';
import { route } from '../route.ts';

/** Longest thing said in JSON, bytes. */
const MOST_SAID = 1_000_000;

const JSON_BODY = { takes: { mostBytes: MOST_SAID, media: ['application/json'] } } as const;
const SIGNED_IN = { access: 'signed-in', tag: 'Desk' } as const;
const id = z.object({ id: DeskId.meta({ description: 'Id of a draft' }) });

/** What people decide about a draft, up to publishing it. */
export const DESK_DECISION_ROUTES = [
  route({
    path: '/api/desk/drafts/:id/decisions',
    summary: 'Decide something: a choice that was offered, or decisions of the descriptor',
    ...SIGNED_IN,
    ...JSON_BODY,
    params: id,
    response: Draft,
    async answer({ subject, params, body }, services) {
      const asked = handedJson(body, DecisionRequest);
      return await show(
        await services.desk.deciding.decide(subject, params.id, asked),
        subject,
        services,
      );
    },
  }),
  route({
    path: '/api/desk/drafts/:id/decisions/last',
    method: 'DELETE',
    summary: 'Take the last step back',
    ...SIGNED_IN,
    params: id,
    response: Draft,
    answer: async ({ subject, params }, services) =>
      await show(await services.desk.drafting.undo(subject, params.id), subject, services),
  }),
  route({
    path: '/api/desk/drafts/:id/decisions/:number',
    method: 'DELETE',
    summary: 'Take one decision back',
    ...SIGNED_IN,
    params: id.extend({ number: z.string().regex(/^\d{1,4}$/) }),
    response: Draft,
    answer: async ({ subject, params }, services) =>
      await show(
        await services.desk.deciding.withdraw(subject, params.id, Number(params.number)),
        subject,
        services,
      ),
  }),
  route({
    path: '/api/desk/drafts/:id/preview',
    summary: 'What a decision would change, tried and not kept',
    ...SIGNED_IN,
    ...JSON_BODY,
    params: id,
    response: DecisionPreview,
    answer: async ({ subject, params, body }, { desk }) =>
      await desk.deciding.preview(subject, params.id, handedJson(body, DecisionRequest)),
  }),
  route({
    path: '/api/desk/drafts/:id/licence',
    method: 'PUT',
    summary: 'Answer the licence questions',
    ...SIGNED_IN,
    ...JSON_BODY,
    params: id,
    response: Draft,
    async answer({ subject, params, body }, services) {
      const answers = handedJson(body, LicenceAnswers);
      return await show(
        await services.desk.deciding.answerLicence(subject, params.id, answers),
        subject,
        services,
      );
    },
  }),
  route({
    path: '/api/desk/drafts/:id/guards',
    method: 'PUT',
    summary: 'Answer a check before publishing',
    ...SIGNED_IN,
    ...JSON_BODY,
    params: id,
    response: Draft,
    async answer({ subject, params, body }, services) {
      const answer = handedJson(body, GuardAnswer);
      return await show(
        await services.desk.deciding.guard(subject, params.id, answer),
        subject,
        services,
      );
    },
  }),
  route({
    path: '/api/desk/drafts/:id/publish',
    summary: 'Publish a draft, in one step',
    ...SIGNED_IN,
    ...JSON_BODY,
    params: id,
    response: Receipt,
    async answer({ subject, params, body }, { desk }) {
      const { reading } = handedJson(body, PublishRequest);
      const publishing = { subject, id: params.id, reading };
      return await publishDraft(publishing, desk.deps, desk.drafting);
    },
  }),
  route({
    path: '/api/desk/drafts/:id/receipt',
    summary: 'Proof of what went live, and what became of it since',
    ...SIGNED_IN,
    params: id,
    response: Receipt,
    async answer({ subject, params }, { desk }) {
      await findDraft(subject, params.id, 'read', desk.deps);
      return await receiptNow(params.id, desk.deps);
    },
  }),
];
