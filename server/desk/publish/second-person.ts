import type { GuardAnswer } from '#data/schema/desk-compare.ts';
import type { Subject } from '#data/schema/subject.ts';
import type { DraftRow } from '#server/store/drafts/draft-rows.ts';
import { contextNow } from '../draft/context.ts';
import type { DeskDeps } from '../draft/deps.ts';
import type { Drafting } from '../draft/desk.ts';
import { publisherOf } from '../draft/reading-drafts.ts';
import { Refusal } from '../refusal.ts';
import { findDraft, type Officer } from '../who.ts';
import { compareView, lossOf } from './guards.ts';

/** The answers of a draft with one more; an empty one is taken back. */
export function withAnswer(
  draft: DraftRow,
  { name, accountId }: Officer,
  { guard, value }: GuardAnswer,
  at: string,
): DraftRow['work']['guards'] {
  const { [guard]: _, ...others } = draft.work.guards;
  return value === '' ? others : { ...others, [guard]: { value, by: name, accountId, at } };
}

/** Who agrees, and to what. */
type Agreeing = {
  readonly subject: Subject;
  readonly id: string;
  readonly answer: GuardAnswer;
};

/** What the live edition is does not matter for who may agree. */
const NO_EDITION = { number: 0, publishedAt: '', synthetic: false };

/**
 * A second person of the organisation agrees to a draft that somebody else made and has.
 *
 * @throws {Refusal} `conflict` when it is the same person, a program, or nothing asks for it
 */
export async function agree(
  { subject, id, answer }: Agreeing,
  deps: DeskDeps,
  drafting: Drafting,
): Promise<DraftRow> {
  const { store, now } = deps.publishing;
  await drafting.readers.inTurn(id, async () => {
    const { draft, officer } = await findDraft(subject, id, 'write', deps);
    const context = contextNow(draft, publisherOf(draft.publisher, deps), deps.atlas);
    const { guards } = compareView(context, NO_EDITION, officer.accountId);
    const asked = guards.find((each) => each.id === 'second-person');
    const mayGive = asked?.control?.kind === 'second' && asked.control.mayGive;
    if (!mayGive || officer.isToken) {
      throw new Refusal(
        'conflict',
        'Somebody else of your organisation has to agree, signed in as themselves.',
      );
    }
    const at = now().toISOString();
    const said = answer.value === '' ? answer : { ...answer, value: lossOf(context) };
    const work = { ...draft.work, guards: withAnswer(draft, officer, said, at) };
    if (await store.drafts.saveDraft(id, draft.revision, { changes: { work }, at })) return;
    throw new Refusal('conflict', 'This draft was changed a moment ago. Look again, then agree.');
  });
  return await drafting.settled(id);
}
