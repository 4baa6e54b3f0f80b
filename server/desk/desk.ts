import type { LongResource, Resource } from '#data/schema/flow.ts';
import type { Subject } from '#data/schema/subject.ts';
import { resourceIn, sizeOf } from '#server/jobs/resource-file.ts';
import type { DraftRow, DraftWork } from '#server/store/draft-rows.ts';
import type { Store } from '#server/store/store.ts';
import { beginAgain, beginFrom, firstSource, freshWork } from './begin.ts';
import type { DeskDeps } from './deps.ts';
import { fileNameOf } from './file-name.ts';
import { lookAtFile, readDraft } from './read-draft.ts';
import { openReaders, type Readers } from './readers.ts';
import { Refusal } from './refusal.ts';
import { checkRoom } from './room.ts';
import { findDraft, type Officer, officerFor } from './who.ts';
import { isUntyped } from './work.ts';

/** What a new draft is asked for with. */
export type DraftAsked = {
  readonly publisher: string;
  readonly fileName: string;
  /** Dataset it is the next edition of; found by its kind when absent. */
  readonly dataset?: string | undefined;
  readonly type?: string | undefined;
  /** Web address it was fetched from. */
  readonly from?: string | undefined;
};

/** What a step makes of a draft's work. */
export type Step = {
  readonly work: DraftWork;
  /** What the step is called when it is to be taken back: `use 415545 for SH 2132`. */
  readonly words: string;
  /** The file must be read anew. */
  readonly rereads: boolean;
};

/** Drafts, and everything that changes them. Every call is made for somebody, who must be allowed it. */
export type Drafting = ReturnType<typeof openDrafting>;

/** Take files in, read them, keep what people decide about them. */
export function openDrafting(deps: DeskDeps) {
  const { publishing, newId } = deps;
  const { store, now } = publishing;
  const { drafts } = store;
  const readers = openReaders(deps.publishing.now);
  const at = (): string => now().toISOString();

  const read = (id: string, isFirst: boolean): void => {
    readers.begin(id, async (watch) => await readNow(id, isFirst, deps, watch));
  };

  const create = async (
    subject: Subject,
    asked: DraftAsked,
    resource: Resource | LongResource,
  ): Promise<DraftRow> => {
    const officer = await officerFor(subject, asked.publisher, 'write', deps);
    const publisher = publisherOf(asked.publisher, deps);
    await checkRoom(officer.organisation, sizeOf(resource), deps);
    const open = await drafts.listDrafts(publisher.id);
    if (open.length >= deps.limits.drafts) {
      throw new Refusal(
        'too-many',
        `${publisher.name} has ${open.length} drafts open. Publish or discard one first.`,
      );
    }
    const begun =
      asked.dataset === undefined ? undefined : await beginAgain(asked.dataset, publisher, store);
    const base = firstSource(publisher, 'new', asked.type);
    const work = begun?.work ?? freshWork(base, asked.type === undefined);
    const fileName = fileNameOf(asked.fileName);
    await store.putResource({ ...resource, fileName }, now());
    const id = newId();
    const who = { accountId: officer.accountId, name: officer.name };
    await drafts.insertDraft({
      ...{ id, publisher: publisher.id, organisation: officer.organisation, state: 'reading' },
      dataset: begun?.dataset ?? `${publisher.id}--new`,
      sha256: resource.sha256,
      ...{ madeAt: at(), savedAt: at(), work },
      detail: {
        ...{ fileName, sizeBytes: sizeOf(resource), receivedAt: at(), at: 'readback', reading: 0 },
        ...(asked.from === undefined ? {} : { from: asked.from }),
        ...{ savedBy: officer.name, madeBy: who, holder: { ...who, since: at() } },
      },
    });
    read(id, begun === undefined);
    return await settled(id);
  };

  const settled = async (id: string): Promise<DraftRow> => {
    await readers.wait(id);
    return await found(id, deps);
  };

  /** Save one step of a person, and read anew where it asks for that. */
  const change = async (
    subject: Subject,
    id: string,
    make: (draft: DraftRow, officer: Officer) => Promise<Step> | Step,
  ): Promise<DraftRow> => {
    await readers.inTurn(id, async () => {
      const { draft, officer } = await mine(subject, id, deps);
      const { work, words, rereads } = await make(draft, officer);
      const act = { words, by: officer.name, at: at(), before: draft.work };
      await save(draft, { work, ...(rereads ? { state: 'reading' } : {}) }, { officer, act });
      if (rereads) read(id, false);
    });
    return await settled(id);
  };

  type Extra = {
    readonly officer: Officer;
    readonly act?: { words: string; by: string; at: string; before: DraftWork };
  };
  const save = async (
    draft: DraftRow,
    changes: Partial<Pick<DraftRow, 'work' | 'state' | 'sha256' | 'detail'>>,
    { officer, act }: Extra,
  ): Promise<void> => {
    const detail = { ...draft.detail, ...changes.detail, savedBy: officer.name };
    const step = { changes: { ...changes, detail }, at: at(), ...(act ? { act } : {}) };
    if (await drafts.saveDraft(draft.id, draft.revision, step)) return;
    throw new Refusal(
      'conflict',
      'This draft was changed a moment ago, elsewhere. Look again, then decide.',
    );
  };

  return {
    create,
    change,
    settled,
    readers,
    /** Take the last step back. */
    async undo(subject: Subject, id: string): Promise<DraftRow> {
      await readers.inTurn(id, async () => {
        const { draft, officer } = await mine(subject, id, deps);
        const detail = { ...draft.detail, savedBy: officer.name };
        const changes = { state: 'reading', detail } as const;
        const undone = await drafts.takeBack(id, draft.revision, at(), changes);
        if (!undone) throw new Refusal('conflict', 'There is nothing to take back.');
        read(id, false);
      });
      return await settled(id);
    },
    /** Another file in place of this one; everything decided is remembered. */
    async replaceFile(
      subject: Subject,
      id: string,
      name: string,
      resource: Resource | LongResource,
    ) {
      await readers.inTurn(id, async () => {
        const { draft, officer } = await mine(subject, id, deps);
        await checkRoom(draft.organisation, sizeOf(resource), deps);
        const fileName = fileNameOf(name);
        await store.putResource({ ...resource, fileName }, now());
        const work = { ...draft.work, guards: {} };
        const file = { fileName, sizeBytes: sizeOf(resource), receivedAt: at() };
        const { from: _, ...detail } = { ...draft.detail, ...file };
        await save(draft, { work, sha256: resource.sha256, state: 'reading', detail }, { officer });
        read(id, draft.dataset.endsWith('--new'));
      });
      return await settled(id);
    },
    /** Take a draft over from a colleague. */
    async take(subject: Subject, id: string): Promise<DraftRow> {
      const { draft, officer } = await findDraft(subject, id, 'write', deps);
      const holder = { accountId: officer.accountId, name: officer.name, since: at() };
      await save(draft, { detail: { ...draft.detail, holder } }, { officer });
      return await found(id, deps);
    },
    /** Forget a draft, what was read of it and its file where nothing else needs that. */
    async discard(subject: Subject, id: string): Promise<void> {
      const { draft } = await mine(subject, id, deps);
      await readers.stop(id);
      await drafts.removeDraft(id);
      await dropReading(draft.edition, store);
      await store.forgetResource(draft.sha256);
    },
    /** Go on with what an earlier run of the server left unread. */
    async resume(): Promise<void> {
      for (const { id, dataset } of await drafts.listByState('reading')) {
        read(id, dataset.endsWith('--new'));
      }
    },
  };
}

const publisherOf = (id: string, { publishers }: DeskDeps) => {
  const publisher = publishers.get(id);
  if (!publisher) throw new Refusal('not-found', `Cannot find publisher "${id}" among yours.`);
  return publisher;
};

async function found(id: string, deps: DeskDeps): Promise<DraftRow> {
  const draft = await deps.publishing.store.drafts.findDraft(id);
  if (!draft) throw new Refusal('not-found', `Cannot find draft "${id}".`);
  return draft;
}

/** A draft that somebody may change now. @throws {Refusal} when a colleague has it, or it is being published */
async function mine(subject: Subject, id: string, deps: DeskDeps) {
  const both = await findDraft(subject, id, 'write', deps);
  const { state, detail } = both.draft;
  if (state === 'publishing')
    throw new Refusal('conflict', 'This draft is being published right now.');
  if (state === 'published')
    throw new Refusal('conflict', 'This draft is published: begin another.');
  if (detail.holder.accountId !== both.officer.accountId) {
    throw new Refusal('conflict', `${detail.holder.name} has this draft open. Take it over first.`);
  }
  return both;
}

/** Read a draft and keep what was found; its former reading is dropped. */
async function readNow(
  id: string,
  isFirst: boolean,
  deps: DeskDeps,
  watch: Parameters<Parameters<Readers['begin']>[1]>[0],
): Promise<void> {
  const { publishing } = deps;
  const { store } = publishing;
  const begun = await found(id, deps);
  const { sha256, detail } = begun;
  const file = { path: store.resourcePath(sha256), sha256, fileName: detail.fileName };
  const resource = resourceIn(file);
  const draft = isFirst ? await placed(begun, resource, deps, watch) : begun;
  const { found: what, edition } = await readDraft(draft, resource, publishing, watch);
  const { work } = draft;
  const isKnown = what.featureType !== 'unclassified' && isUntyped(work);
  const typed = isKnown
    ? { ...work, isUntyped: false, base: { ...work.base, type: what.featureType } }
    : work;
  const isSaved = await store.drafts.saveDraft(id, draft.revision, {
    at: draft.savedAt,
    changes: {
      ...{
        state: what.unreadable === undefined ? 'ready' : 'unreadable',
        work: typed,
        found: what,
      },
      ...{
        edition: edition ?? null,
        detail: { ...draft.detail, reading: draft.detail.reading + 1 },
      },
    },
  });
  // somebody has decided something meanwhile: their reading is on its way, this one is no longer wanted
  const old = isSaved ? draft.edition : edition;
  await dropReading(old, store);
}

/** Remove what a draft was read as, and the file when nothing else needs it. */
async function dropReading(row: number | undefined, store: Store): Promise<void> {
  const edition = row === undefined ? undefined : await store.findEdition(row);
  if (!edition || edition.status !== 'staged') return;
  await store.dropEdition(edition.row);
  await store.forgetResource(edition.sha256);
}

/** Find what dataset the file of a new draft belongs to, and begin there. */
async function placed(
  draft: DraftRow,
  resource: Resource | LongResource,
  deps: DeskDeps,
  watch: Parameters<Parameters<Readers['begin']>[1]>[0],
): Promise<DraftRow> {
  const { store } = deps.publishing;
  const told = isUntyped(draft.work) ? undefined : draft.work.base.type;
  const summary = told ? undefined : await lookAtFile(draft, resource, deps.publishing, watch);
  const seen = {
    featureType: told ?? summary?.featureType ?? 'unclassified',
    fileName: draft.detail.fileName,
  };
  const { dataset, work } = await beginFrom(seen, publisherOf(draft.publisher, deps), store);
  const changes = { dataset, work };
  if (!(await store.drafts.saveDraft(draft.id, draft.revision, { changes, at: draft.savedAt }))) {
    throw new Refusal('conflict', 'This draft was changed meanwhile.');
  }
  return await found(draft.id, deps);
}
