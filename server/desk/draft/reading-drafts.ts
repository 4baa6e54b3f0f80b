import type { LongResource, Resource } from '#data/schema/flow.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import { resourceIn } from '#server/jobs/resource-file.ts';
import type { DraftRow } from '#server/store/drafts/draft-rows.ts';
import type { Store } from '#server/store/store.ts';
import { Refusal } from '../refusal.ts';
import { beginFrom } from './begin.ts';
import type { DeskDeps } from './deps.ts';
import { lookAtFile, type ReadingWatch, readDraft } from './read-draft.ts';
import { isUntyped } from './work.ts';

/** The publisher with an id. @throws {Refusal} `not-found` when there is none */
export function publisherOf(id: string, { publishers }: DeskDeps): Publisher {
  const publisher = publishers.get(id);
  if (!publisher) throw new Refusal('not-found', `Cannot find publisher "${id}" among yours.`);
  return publisher;
}

/** A draft as it stands now. @throws {Refusal} `not-found` when it is discarded */
export async function draftNow(id: string, { publishing }: DeskDeps): Promise<DraftRow> {
  const draft = await publishing.store.drafts.findDraft(id);
  if (!draft) throw new Refusal('not-found', `Cannot find draft "${id}".`);
  return draft;
}

/** Read a draft and keep what was found; its former reading is dropped. */
export async function readNow(
  id: string,
  isFirst: boolean,
  deps: DeskDeps,
  watch: ReadingWatch,
): Promise<void> {
  const { publishing } = deps;
  const { store } = publishing;
  const begun = await draftNow(id, deps);
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
export async function dropReading(row: number | undefined, store: Store): Promise<void> {
  const edition = row === undefined ? undefined : await store.findEdition(row);
  if (edition?.status !== 'staged') return;
  await store.dropEdition(edition.row);
  await store.forgetResource(edition.sha256);
}

/** Find what dataset the file of a new draft belongs to, and begin there. */
async function placed(
  draft: DraftRow,
  resource: Resource | LongResource,
  deps: DeskDeps,
  watch: ReadingWatch,
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
  return await draftNow(draft.id, deps);
}
