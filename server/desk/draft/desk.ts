import type { LongResource, Resource } from '#data/schema/flow.ts';
import type { Subject } from '#data/schema/subject.ts';
import { sizeOf } from '#server/jobs/resource-file.ts';
import type { DraftRow, DraftWork } from '#server/store/drafts/draft-rows.ts';
import { fileNameOf } from '../file/file-name.ts';
import { Refusal } from '../refusal.ts';
import { findDraft, type Officer, officerFor } from '../who.ts';
import { beginAgain, firstSource, freshWork } from './begin.ts';
import { type Bench, mine, openBench } from './bench.ts';
import type { DeskDeps } from './deps.ts';
import { draftNow, dropReading, publisherOf } from './reading-drafts.ts';
import { checkRoom } from './room.ts';

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
  /** What it writes beside the work; that is not taken back. */
  readonly detail?: DraftRow['detail'];
};

/** Drafts, and everything that changes them. Every call is made for somebody, who must be allowed it. */
export type Drafting = ReturnType<typeof openDrafting>;

/** Take files in, read them, keep what people decide about them. */
export function openDrafting(deps: DeskDeps) {
  const bench = openBench(deps);
  const { readers, settled } = bench;
  return {
    ...{ readers, settled },
    ...creating(bench),
    ...changing(bench),
    ...keeping(bench),
    /** Go on with what an earlier run of the server left unread. */
    async resume(): Promise<void> {
      for (const { id, dataset } of await deps.publishing.store.drafts.listByState('reading')) {
        bench.read(id, isUnplaced(dataset));
      }
    },
  };
}

/** Stands in a dataset's place until the file was looked at. */
const unplaced = (publisher: string): string => `${publisher}--new`;
const isUnplaced = (dataset: string): boolean => dataset.endsWith('--new');

function creating({ deps, at, read, settled }: Bench) {
  const { store, now } = deps.publishing;
  const { drafts } = store;
  return {
    /** Take a file in as a draft, and read it. */
    async create(
      subject: Subject,
      asked: DraftAsked,
      resource: Resource | LongResource,
    ): Promise<DraftRow> {
      const officer = await officerFor(subject, asked.publisher, 'write', deps);
      const publisher = publisherOf(asked.publisher, deps);
      await checkRoom(officer.organisation, sizeOf(resource), deps);
      await checkDrafts(publisher, deps);
      const begun =
        asked.dataset === undefined ? undefined : await beginAgain(asked.dataset, publisher, store);
      const base = firstSource(publisher, 'new', asked.type);
      const fileName = fileNameOf(asked.fileName);
      await store.putResource({ ...resource, fileName }, now());
      const id = deps.newId();
      const who = { accountId: officer.accountId, name: officer.name };
      await drafts.insertDraft({
        ...{ id, publisher: publisher.id, organisation: officer.organisation, state: 'reading' },
        dataset: begun?.dataset ?? unplaced(publisher.id),
        sha256: resource.sha256,
        ...{ madeAt: at(), savedAt: at() },
        work: begun?.work ?? freshWork(base, asked.type === undefined),
        detail: {
          ...{
            fileName,
            sizeBytes: sizeOf(resource),
            receivedAt: at(),
            at: 'readback',
            reading: 0,
          },
          ...(asked.from === undefined ? {} : { from: asked.from }),
          ...{ savedBy: officer.name, madeBy: who, holder: { ...who, since: at() } },
        },
      });
      read(id, begun === undefined);
      return await settled(id);
    },
  };
}

type Named = { readonly id: string; readonly name: string };

/** @throws {Refusal} `too-many` when a publisher has so many drafts that nobody oversees them */
async function checkDrafts({ id, name }: Named, { publishing, limits }: DeskDeps): Promise<void> {
  const open = await publishing.store.drafts.listDrafts(id);
  if (open.length < limits.drafts) return;
  throw new Refusal(
    'too-many',
    `${name} has ${open.length} drafts open. Publish or discard one first.`,
  );
}

function changing({ deps, readers, at, read, settled, save }: Bench) {
  const { drafts } = deps.publishing.store;
  return {
    /** Save one step of a person, and read anew where it asks for that. */
    async change(
      subject: Subject,
      id: string,
      make: (draft: DraftRow, officer: Officer) => Promise<Step> | Step,
    ): Promise<DraftRow> {
      await readers.inTurn(id, async () => {
        const { draft, officer } = await mine(subject, id, deps);
        const { work, words, rereads, detail } = await make(draft, officer);
        const act = { words, by: officer.name, at: at(), before: draft.work };
        const changes = { work, ...(rereads ? { state: 'reading' as const } : {}) };
        await save(draft, { ...changes, ...(detail ? { detail } : {}) }, { officer, act });
        if (rereads) read(id, false);
      });
      return await settled(id);
    },
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
  };
}

function keeping({ deps, readers, at, read, settled, save }: Bench) {
  const { store, now } = deps.publishing;
  return {
    /** Another file in place of this one; everything decided is remembered. */
    async replaceFile(
      subject: Subject,
      id: string,
      name: string,
      resource: Resource | LongResource,
    ): Promise<DraftRow> {
      await readers.inTurn(id, async () => {
        const { draft, officer } = await mine(subject, id, deps);
        await checkRoom(draft.organisation, sizeOf(resource), deps);
        const fileName = fileNameOf(name);
        await store.putResource({ ...resource, fileName }, now());
        const work = { ...draft.work, guards: {} };
        const file = { fileName, sizeBytes: sizeOf(resource), receivedAt: at() };
        const { from: _, ...detail } = { ...draft.detail, ...file };
        const changes = { work, sha256: resource.sha256, state: 'reading', detail } as const;
        await save(draft, changes, { officer });
        read(id, isUnplaced(draft.dataset));
      });
      return await settled(id);
    },
    /** Take a draft over from a colleague. */
    async take(subject: Subject, id: string): Promise<DraftRow> {
      const { draft, officer } = await findDraft(subject, id, 'write', deps);
      const holder = { accountId: officer.accountId, name: officer.name, since: at() };
      await save(draft, { detail: { ...draft.detail, holder } }, { officer });
      return await draftNow(id, deps);
    },
    /** Forget a draft, what was read of it and its file where nothing else needs that. */
    async discard(subject: Subject, id: string): Promise<void> {
      const { draft } = await mine(subject, id, deps);
      await readers.stop(id);
      await store.drafts.removeDraft(id);
      await dropReading(draft.edition, store);
      await store.forgetResource(draft.sha256);
      for (const document of draft.detail.evidence ?? []) await store.forgetResource(document);
    },
  };
}
