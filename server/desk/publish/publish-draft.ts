import type { Receipt } from '#data/schema/desk-compare.ts';
import type { Source } from '#data/schema/source.ts';
import type { Subject } from '#data/schema/subject.ts';
import { listed } from '#data/words/figures.ts';
import { decide } from '#server/decide.ts';
import { resourceIn } from '#server/jobs/resource-file.ts';
import { fingerprintOf, type Published, publish } from '#server/publishing/publish.ts';
import type { DraftRow } from '#server/store/drafts/draft-rows.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { DraftContext } from '../draft/context.ts';
import type { DeskDeps } from '../draft/deps.ts';
import type { Drafting } from '../draft/desk.ts';
import { sourceOf, type Word } from '../draft/work.ts';
import { licenceDecision } from '../licence/licence.ts';
import { Refusal } from '../refusal.ts';
import { viewDraft } from '../view.ts';
import { findDraft, type Officer } from '../who.ts';
import { gateDecisions, reasonsOf } from './guards.ts';
import { makeReceipt } from './receipt.ts';

/**
 * Publish a draft: in one transaction its edition takes the place of the live one. Until then everybody sees the
 * edition before, whatever fails; from then on its receipt can be had, though the server fall in between.
 *
 * @throws {Refusal} `conflict` saying what is left, or which part failed
 */
export async function publishDraft(
  { subject, id, reading }: Publishing,
  deps: DeskDeps,
  drafting: Drafting,
): Promise<Receipt> {
  return await drafting.readers.inTurn(id, async () => {
    const { draft, officer } = await findDraft(subject, id, 'write', deps);
    if (draft.state === 'published') return await receiptOf(id, deps);
    const { context, view } = await viewDraft(draft, subject, deps, drafting);
    if (draft.state !== 'ready' || !context || draft.detail.reading !== reading) {
      throw new Refusal(
        'conflict',
        'The draft was read anew since you looked. Look at it again, then publish.',
      );
    }
    if (view.left.length > 0) {
      const left = listed(view.left.map(({ words }) => words.replace(/\.$/, '')));
      throw new Refusal('conflict', `Cannot publish yet: ${left}.`);
    }
    return await goLive(context, officer, deps);
  });
}

/** Which draft, as it was when somebody last looked, and who asks. */
export type Publishing = {
  readonly subject: Subject;
  readonly id: string;
  /** The reading the person saw. */
  readonly reading: number;
};

/** The descriptor an edition is published under: every rule, the licence, what was answered to the gate. */
function finalSource(context: DraftContext, word: Omit<Word, 'why'>, deps: DeskDeps): Source {
  const licence = licenceDecision(context, deps.licences);
  const decisions = [...(licence ? [licence] : []), ...gateDecisions(context)];
  const why = reasonsOf(context) || 'Published at the desk';
  return decisions.reduce<Source>(
    (ruled, decision) => decide(ruled, decision, { ...word, why }),
    sourceOf(context.draft.work),
  );
}

/** Note what is about to be published, publish it, write its receipt. */
async function goLive(context: DraftContext, officer: Officer, deps: DeskDeps): Promise<Receipt> {
  const { draft, publisher } = context;
  const { id, sha256, detail } = draft;
  const { store, now, codeVersion } = deps.publishing;
  const at = now().toISOString();
  const by = `${officer.name}, ${publisher.shortName}`;
  const source = finalSource(context, { by, at }, deps);
  const path = store.resourcePath(sha256);
  const resource = resourceIn({ path, sha256, fileName: detail.fileName });
  const fingerprint = fingerprintOf({ resource }, source, codeVersion);
  const reason = reasonsOf(context);
  const noted = { fingerprint, by, at, ...(reason === '' ? {} : { reason }) };
  const begun = { ...detail, publishing: noted };
  const step = { changes: { state: 'publishing', detail: begun }, at } as const;
  if (!(await store.drafts.saveDraft(id, draft.revision, step))) {
    throw new Refusal(
      'conflict',
      'This draft was changed a moment ago, elsewhere. Look again, then publish.',
    );
  }
  const edition = await tried({ source, by: publisher.name }, resource, deps).catch(
    async (cause: unknown) => {
      // as it was: what is live is, and nothing of this
      await store.drafts.saveDraft(id, undefined, { changes: { state: 'ready', detail }, at });
      throw cause;
    },
  );
  return await finish({ ...draft, detail: begun }, edition, source, deps);
}

type Resource = ReturnType<typeof resourceIn>;

/** @throws {Refusal} when it was refused or held: the edition before is live still */
async function tried(
  { source, by }: { readonly source: Source; readonly by: string },
  resource: Resource,
  { publishing }: DeskDeps,
): Promise<EditionRow> {
  const published: Published = await publish({ resource, by }, source, publishing, { wait: false });
  if (published.status === 'published' || published.status === 'unchanged') {
    return published.edition;
  }
  if (published.status === 'held') await publishing.store.dropEdition(published.edition.row);
  throw new Refusal(
    'conflict',
    `It was not published, and nothing the public sees has changed. ${published.reason}`,
  );
}

/** Write down that a draft is live: its receipt, its descriptor; what was read for the desk goes. */
async function finish(
  draft: DraftRow,
  edition: EditionRow,
  source: Source,
  deps: DeskDeps,
): Promise<Receipt> {
  const { store, now } = deps.publishing;
  const receipt = await makeReceipt(draft, edition, deps);
  const at = now().toISOString();
  await store.drafts.finish({
    draft,
    source,
    at,
    edition: edition.row,
    receipt: { draft: draft.id, dataset: draft.dataset, publisher: draft.publisher, at, receipt },
  });
  const read = draft.edition === undefined ? undefined : await store.findEdition(draft.edition);
  if (read?.status === 'staged') await store.dropEdition(read.row);
  return receipt;
}

/** @throws {Refusal} `not-found` while it is not published */
export async function receiptOf(id: string, { publishing }: DeskDeps): Promise<Receipt> {
  const found = await publishing.store.drafts.findReceipt(id);
  if (!found) throw new Refusal('not-found', `Draft "${id}" is not published: it has no receipt.`);
  return found.receipt;
}

/**
 * Make good what a server that fell left behind: a draft whose edition is live gets its receipt, one whose edition is
 * not goes back to where it was.
 */
export async function recoverPublishing(deps: DeskDeps): Promise<void> {
  const { store, now } = deps.publishing;
  for (const draft of await store.drafts.listByState('publishing')) {
    const { publishing: begun, ...detail } = draft.detail;
    const live = (await store.listLive()).find(
      (each) => each.dataset === draft.dataset && each.fingerprint === begun?.fingerprint,
    );
    if (live) await finish(draft, live, live.source, deps);
    else {
      const changes = { state: 'ready', detail } as const;
      await store.drafts.saveDraft(draft.id, undefined, { changes, at: now().toISOString() });
    }
  }
}
