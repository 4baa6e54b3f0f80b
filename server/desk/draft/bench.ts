import type { Subject } from '#data/schema/subject.ts';
import type { DraftRow, DraftWork } from '#server/store/drafts/draft-rows.ts';
import { Refusal } from '../refusal.ts';
import { findDraft, type Officer } from '../who.ts';
import type { DeskDeps } from './deps.ts';
import { openReaders, type Readers } from './readers.ts';
import { draftNow, readNow } from './reading-drafts.ts';

/** What all that changes drafts is done with. */
export type Bench = {
  readonly deps: DeskDeps;
  readonly readers: Readers;
  /** Now, ISO 8601. */
  readonly at: () => string;
  /** Read a draft in the background; `isFirst`: what it belongs to is found first. */
  readonly read: (id: string, isFirst: boolean) => void;
  /** A draft once it is read, or as far as it is when that takes long. */
  readonly settled: (id: string) => Promise<DraftRow>;
  readonly save: (draft: DraftRow, changes: Changes, by: By) => Promise<void>;
};

/** What a step writes. */
export type Changes = Partial<Pick<DraftRow, 'work' | 'state' | 'sha256' | 'detail'>>;

/** Who takes a step, and what it is called where it can be taken back. */
export type By = {
  readonly officer: Officer;
  readonly act?: {
    readonly words: string;
    readonly by: string;
    readonly at: string;
    readonly before: DraftWork;
  };
};

/** Open it over the store. */
export function openBench(deps: DeskDeps): Bench {
  const { store, now } = deps.publishing;
  const readers = openReaders(now);
  const at = (): string => now().toISOString();
  return {
    ...{ deps, readers, at },
    read(id, isFirst) {
      readers.begin(id, async (watch) => await readNow(id, isFirst, deps, watch));
    },
    async settled(id) {
      await readers.wait(id);
      return await draftNow(id, deps);
    },
    async save(draft, changes, { officer, act }) {
      const detail = { ...draft.detail, ...changes.detail, savedBy: officer.name };
      const step = { changes: { ...changes, detail }, at: at(), ...(act ? { act } : {}) };
      if (await store.drafts.saveDraft(draft.id, draft.revision, step)) return;
      throw new Refusal(
        'conflict',
        'This draft was changed a moment ago, elsewhere. Look again, then decide.',
      );
    },
  };
}

/** A draft that somebody may change now. @throws {Refusal} when a colleague has it, or it is being published */
export async function mine(subject: Subject, id: string, deps: DeskDeps) {
  const both = await findDraft(subject, id, 'write', deps);
  const { state, detail } = both.draft;
  if (state === 'publishing') {
    throw new Refusal('conflict', 'This draft is being published right now.');
  }
  if (state === 'published') {
    throw new Refusal('conflict', 'This draft is published: begin another.');
  }
  if (detail.holder.accountId !== both.officer.accountId) {
    throw new Refusal('conflict', `${detail.holder.name} has this draft open. Take it over first.`);
  }
  return both;
}
