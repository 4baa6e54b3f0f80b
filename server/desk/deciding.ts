import type { Decision } from '#data/schema/decision.ts';
import type { DecisionPreview, DecisionRequest, DraftAbout } from '#data/schema/desk.ts';
import type { GuardAnswer } from '#data/schema/desk-compare.ts';
import type { LicenceAnswers } from '#data/schema/desk-licence.ts';
import type { Subject } from '#data/schema/subject.ts';
import type { DraftRow } from '#server/store/drafts/draft-rows.ts';
import { checkLicence, takenBy } from './choosing.ts';
import { contextNow, type DraftContext } from './draft/context.ts';
import type { DeskDeps } from './draft/deps.ts';
import type { Drafting, Step } from './draft/desk.ts';
import { endedRecords } from './draft/ended.ts';
import { previewOf } from './draft/preview.ts';
import { publisherOf } from './draft/reading-drafts.ts';
import { sourceOf, type Word, withDecisions, withoutDecision } from './draft/work.ts';
import { fetchingRule } from './file/fetching.ts';
import { isKept } from './licence/evidence.ts';
import { agree, withAnswer } from './publish/second-person.ts';
import { Refusal } from './refusal.ts';
import { findDraft, type Officer } from './who.ts';

/** What people decide about drafts, each a step that can be taken back, as decisions of the descriptor. */
export function openDeciding(deps: DeskDeps, drafting: Drafting) {
  const contextOf = (draft: DraftRow): DraftContext =>
    contextNow(draft, publisherOf(draft.publisher, deps), deps.atlas);
  return {
    contextOf,
    ...ruling(deps, drafting, contextOf),
    ...answering(deps, drafting, contextOf),
  };
}

type ContextOf = (draft: DraftRow) => DraftContext;

/** Who decides, as descriptors say it. */
const wordOf = ({ name }: Officer, { publisher }: DraftRow, why: string, deps: DeskDeps): Word => ({
  by: `${name}, ${publisherOf(publisher, deps).shortName}`,
  at: deps.publishing.now().toISOString(),
  why,
});

function ruling(deps: DeskDeps, drafting: Drafting, contextOf: ContextOf) {
  const stepOf = async (
    draft: DraftRow,
    officer: Officer,
    asked: DecisionRequest,
  ): Promise<Step> => {
    const taken =
      'decisions' in asked
        ? { decisions: asked.decisions, words: wordsOf(asked.decisions) }
        : await takenBy(asked, contextOf(draft), deps);
    const why = asked.why ?? taken.why ?? taken.words;
    const word = wordOf(officer, draft, why, deps);
    return { work: decided(draft, taken.decisions, word), words: taken.words, rereads: true };
  };
  return {
    decide: (subject: Subject, id: string, asked: DecisionRequest) =>
      drafting.change(subject, id, (draft, officer) => stepOf(draft, officer, asked)),
    /** Take one decision back wherever it stands in the history. */
    withdraw: (subject: Subject, id: string, number: number) =>
      drafting.change(subject, id, (draft) => {
        if (!draft.work.decided[number]) {
          throw new Refusal('not-found', `There is no decision ${number}.`);
        }
        const work = withoutDecision(draft.work, number);
        return { work, words: 'take a mend back', rereads: true };
      }),
    /** What a decision would change, tried in the child and kept nowhere. */
    async preview(subject: Subject, id: string, asked: DecisionRequest): Promise<DecisionPreview> {
      const { draft, officer } = await findDraft(subject, id, 'read', deps);
      const context = contextOf(draft);
      const { work } = await stepOf(draft, officer, asked);
      return await previewOf(context, work, deps);
    },
  };
}

function answering(deps: DeskDeps, drafting: Drafting, contextOf: ContextOf) {
  const { now } = deps.publishing;
  return {
    answerLicence: (subject: Subject, id: string, answers: LicenceAnswers) =>
      drafting.change(subject, id, async (draft, officer) => {
        const { by, at } = wordOf(officer, draft, '', deps);
        const { evidence } = answers;
        if (evidence?.kind === 'document' && !isKept(draft, evidence.sha256))
          throw new Refusal('bad-request', 'Hand the document in first.');
        const work = { ...draft.work, licence: answers, licenceBy: { by, at } };
        await checkLicence({ ...contextOf(draft), draft: { ...draft, work } }, deps);
        return { work, words: 'answer about the licence', rereads: false };
      }),
    about: (subject: Subject, id: string, about: DraftAbout) =>
      drafting.change(subject, id, (draft) => {
        const { harvest: every, ...named } = about;
        const given = Object.entries(named).filter(([, value]) => value !== undefined);
        const harvest =
          every === undefined
            ? {}
            : { harvest: fetchingRule(sourceOf(draft.work), draft.detail.from, every) };
        const work = {
          ...draft.work,
          about: { ...draft.work.about, ...Object.fromEntries(given), ...harvest },
        };
        return { work, words: 'change what it is called', rereads: false };
      }),
    /** Answer a check before publishing. A second person's yes is theirs to give, whoever has the draft. */
    async guard(subject: Subject, id: string, answer: GuardAnswer): Promise<DraftRow> {
      if (answer.guard === 'second-person') {
        return await agree({ subject, id, answer }, deps, drafting);
      }
      return await drafting.change(subject, id, async (draft, officer) => {
        const guards = withAnswer(draft, officer, answer, now().toISOString());
        const work = { ...draft.work, guards };
        if (answer.guard !== 'vanish') return { work, words: 'answer a check', rereads: false };
        const isEnding = answer.value === 'end';
        const records = isEnding ? await endedRecords(contextOf(draft), deps.publishing.store) : [];
        const why = isEnding ? 'Kept on the register, ended' : 'Taken off the register';
        const word = wordOf(officer, draft, why, deps);
        const decisions: Decision[] = [{ kind: 'end', records: [...records] }];
        const words = isEnding ? 'keep what vanished, ended' : 'remove what vanished';
        return { work: withDecisions(work, decisions, word), words, rereads: true };
      });
    },
  };
}

/** @throws {Refusal} `bad-request` when the descriptor cannot take a decision */
function decided(draft: DraftRow, decisions: readonly Decision[], word: Word): DraftRow['work'] {
  try {
    return withDecisions(draft.work, decisions, word);
  } catch (cause) {
    if (cause instanceof RangeError) throw new Refusal('bad-request', cause.message);
    throw cause;
  }
}

const wordsOf = (decisions: readonly Decision[]): string =>
  decisions.map(({ kind }) => kind).join(', ');
