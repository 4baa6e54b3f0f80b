import type { DecisionPreview, DecisionRequest, DraftAbout } from '#data/schema/desk.ts';
import type { GuardAnswer } from '#data/schema/desk-compare.ts';
import type { LicenceAnswers } from '#data/schema/desk-licence.ts';
import type { Decision } from '#data/schema/source.ts';
import type { Subject } from '#data/schema/subject.ts';
import type { DraftRow } from '#server/store/draft-rows.ts';
import { columnChoice, columnWith } from './columns.ts';
import { contextNow, type DraftContext } from './context.ts';
import type { DeskDeps } from './deps.ts';
import type { Drafting, Step } from './desk.ts';
import { endedRecords } from './ended.ts';
import { compareView } from './guards.ts';
import { dateOffers, type Taken } from './issue-choices.ts';
import { issuesOf, openIssue } from './issue-detail.ts';
import { licenceStep } from './licence.ts';
import { previewOf } from './preview.ts';
import { Refusal } from './refusal.ts';
import { licenceFacts } from './view.ts';
import { findDraft, type Officer } from './who.ts';
import { quoted } from './words.ts';
import { type Word, withDecisions, withoutDecision } from './work.ts';

/** What people decide about drafts, each a step that can be taken back. */
export type Deciding = ReturnType<typeof openDeciding>;

/** Turn what was chosen into decisions of the descriptor. */
export function openDeciding(deps: DeskDeps, drafting: Drafting) {
  const { store, now } = deps.publishing;
  const contextOf = (draft: DraftRow): DraftContext => {
    const publisher = deps.publishers.get(draft.publisher);
    if (!publisher) throw new Refusal('not-found', `Cannot find publisher "${draft.publisher}".`);
    return contextNow(draft, publisher, deps.atlas);
  };
  const wordOf = ({ name }: Officer, publisher: string, why: string): Word => ({
    by: `${name}, ${deps.publishers.get(publisher)?.shortName ?? publisher}`,
    at: now().toISOString(),
    why,
  });
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
    const word = wordOf(officer, draft.publisher, why);
    return { work: decided(draft, taken.decisions, word), words: taken.words, rereads: true };
  };

  return {
    contextOf,
    decide: (subject: Subject, id: string, asked: DecisionRequest) =>
      drafting.change(subject, id, (draft, officer) => stepOf(draft, officer, asked)),
    /** Take one decision back wherever it stands in the history. */
    withdraw: (subject: Subject, id: string, number: number) =>
      drafting.change(subject, id, (draft) => {
        if (!draft.work.decided[number])
          throw new Refusal('not-found', `There is no decision ${number}.`);
        return {
          work: withoutDecision(draft.work, number),
          words: 'take a mend back',
          rereads: true,
        };
      }),
    /** What a decision would change, tried in the child and kept nowhere. */
    async preview(subject: Subject, id: string, asked: DecisionRequest): Promise<DecisionPreview> {
      const { draft, officer } = await findDraft(subject, id, 'read', deps);
      const context = contextOf(draft);
      const { work } = await stepOf(draft, officer, asked);
      return await previewOf(context, work, deps);
    },
    answerLicence: (subject: Subject, id: string, answers: LicenceAnswers) =>
      drafting.change(subject, id, async (draft, officer) => {
        const context = contextOf(draft);
        const at = now().toISOString();
        const licenceBy = { by: `${officer.name}, ${context.publisher.shortName}`, at };
        const work = { ...draft.work, licence: answers, licenceBy };
        await checkLicence({ ...context, draft: { ...draft, work } }, deps);
        return { work, words: 'answer about the licence', rereads: false };
      }),
    about: (subject: Subject, id: string, about: DraftAbout) =>
      drafting.change(subject, id, (draft) => {
        const given = Object.fromEntries(
          Object.entries(about).filter(([, value]) => value !== undefined),
        );
        return {
          work: { ...draft.work, about: { ...draft.work.about, ...given } },
          words: 'change what it is called',
          rereads: false,
        };
      }),
    /** Answer a check before publishing. A second person's yes is theirs to give, whoever has the draft. */
    async guard(subject: Subject, id: string, answer: GuardAnswer): Promise<DraftRow> {
      if (answer.guard === 'second-person')
        return await second(subject, id, answer, deps, drafting);
      return await drafting.change(subject, id, async (draft, officer) => {
        const context = contextOf(draft);
        const guards = withAnswer(draft, officer, answer, now().toISOString());
        const work = { ...draft.work, guards };
        if (answer.guard !== 'vanish') return { work, words: `answer a check`, rereads: false };
        const records = answer.value === 'end' ? await endedRecords(context, store) : [];
        const word = wordOf(
          officer,
          draft.publisher,
          answer.value === 'end' ? 'Kept on the register, ended' : 'Taken off the register',
        );
        const next = withDecisions(work, [{ kind: 'end', records: [...records] }], word);
        return {
          work: next,
          words: answer.value === 'end' ? 'keep what vanished, ended' : 'remove what vanished',
          rereads: true,
        };
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

function withAnswer(
  draft: DraftRow,
  { name, accountId }: Officer,
  { guard, value }: GuardAnswer,
  at: string,
) {
  const { [guard]: _, ...others } = draft.work.guards;
  return value === '' ? others : { ...others, [guard]: { value, by: name, accountId, at } };
}

async function second(
  subject: Subject,
  id: string,
  answer: GuardAnswer,
  deps: DeskDeps,
  drafting: Drafting,
): Promise<DraftRow> {
  const { publishing, publishers, atlas } = deps;
  await drafting.readers.inTurn(id, async () => {
    const { draft, officer } = await findDraft(subject, id, 'write', deps);
    const publisher = publishers.get(draft.publisher);
    if (!publisher) throw new Refusal('not-found', `Cannot find publisher "${draft.publisher}".`);
    const live = { number: 0, publishedAt: '', synthetic: false };
    const { guards } = compareView(contextNow(draft, publisher, atlas), live, officer.accountId);
    const asked = guards.find((each) => each.id === 'second-person');
    const mayGive = asked?.control?.kind === 'second' && asked.control.mayGive;
    if (!mayGive || officer.isToken)
      throw new Refusal(
        'conflict',
        'Somebody else of your organisation has to agree, signed in as themselves.',
      );
    const at = publishing.now().toISOString();
    const work = { ...draft.work, guards: withAnswer(draft, officer, answer, at) };
    const isSaved = await publishing.store.drafts.saveDraft(id, draft.revision, {
      changes: { work },
      at,
    });
    if (!isSaved)
      throw new Refusal('conflict', 'This draft was changed a moment ago. Look again, then agree.');
  });
  return await drafting.settled(id);
}

/** @throws {Refusal} `bad-request` when the licence chosen does not fit the answers */
async function checkLicence(context: DraftContext, deps: DeskDeps): Promise<void> {
  const { licence } = context.draft.work.licence;
  if (licence === undefined) return;
  const issues = await issuesOf(context, deps.publishing.store);
  const personal = issues.filter(
    ({ code, band }) => code === 'value.personal-data-suspected' && band === 'blocks',
  ).length;
  const step = licenceStep(context, await licenceFacts(context, personal, deps));
  if (step.fits.some(({ id }) => id === licence) || step.fits.length === 0) return;
  const reason =
    step.refused.find(({ id }) => id === licence)?.reason ??
    'It is none of those that fit the answers.';
  throw new Refusal('bad-request', `${licence} cannot be used: ${reason}`);
}

type Choosing = Extract<DecisionRequest, { choice: string }>;

/** What a choice of a screen decides. @throws {Refusal} when it is none of those offered */
async function takenBy(
  { about, choice, value = '' }: Choosing,
  context: DraftContext,
  deps: DeskDeps,
): Promise<Taken> {
  if (about === undefined) return ofReadback(choice, context);
  const column = columnWith(about, context);
  if (column) return columnChoice(column, choice, value, context);
  const { offers } = await openIssue(about, context, deps, deps.publishing.store);
  const offer = offers.find(({ id }) => id === choice);
  if (!offer) throw new Refusal('bad-request', `${quoted(choice)} is no choice for this issue.`);
  return offer.decide(value.trim());
}

function ofReadback(choice: string, context: DraftContext): Taken {
  const [kind = '', ...rest] = choice.split(':');
  const what = rest.join(':');
  if (kind === 'type')
    return { decisions: [{ kind: 'type', type: what }], words: `read it as ${what}` };
  if (kind === 'layer')
    return { decisions: [{ kind: 'layer', layer: what }], words: `take ${quoted(what)}` };
  if (kind === 'dates') {
    const offer = dateOffers(context).find(({ id }) => id === choice);
    if (offer) return offer.decide('');
  }
  const crs = /^(EPSG:\d+):(xy|yx)$/.exec(what);
  if (kind === 'crs' && crs?.[1]) {
    const axis = crs[2] === 'yx' ? 'yx' : 'xy';
    return { decisions: [{ kind: 'crs', id: crs[1], axis }], words: `read positions as ${what}` };
  }
  throw new Refusal('bad-request', `${quoted(choice)} is no choice of the read-back.`);
}
