import type { DeskStep, Draft } from '#data/schema/desk.ts';
import type { LicenceStep } from '#data/schema/desk-licence.ts';
import type { Subject } from '#data/schema/subject.ts';
import { recogniseLicences } from '#server/catalogue/recognise-licence.ts';
import type { DraftRow } from '#server/store/draft-rows.ts';
import { columnsView, countBands } from './columns.ts';
import { contextOf, type DraftContext } from './context.ts';
import type { DeskDeps } from './deps.ts';
import type { Drafting } from './desk.ts';
import { compareView } from './guards.ts';
import { countsOf, issuesOf } from './issue-detail.ts';
import type { FoundIssue } from './issue-found.ts';
import { licenceStep } from './licence.ts';
import { progressOf } from './progress.ts';
import { readbackOf } from './readback.ts';
import { stepsOf } from './steps.ts';
import { many, nounOf, sentence } from './words.ts';
import { sourceOf } from './work.ts';

/** Everything a draft is told by. */
export type Viewed = {
  readonly context?: DraftContext;
  readonly issues: readonly FoundIssue[];
  readonly licence?: LicenceStep;
  readonly view: Draft;
};

/** A draft as its screens show it, for whoever asks. */
export async function viewDraft(
  draft: DraftRow,
  subject: Subject,
  deps: DeskDeps,
  { readers }: Pick<Drafting, 'readers'>,
): Promise<Viewed> {
  const { store } = deps.publishing;
  const publisher = deps.publishers.get(draft.publisher);
  if (!publisher) throw new RangeError(`Cannot show a draft: no publisher "${draft.publisher}"`);
  const accountId = subject.kind === 'account' ? subject.accountId : '';
  const source = sourceOf(draft.work);
  const editions = await store.listEditions(draft.dataset);
  const acts = await store.drafts.listActs(draft.id);
  const last = acts.at(-1);
  const receipt = await store.drafts.findReceipt(draft.id);
  const { detail, found } = draft;
  const progress = progressOf(draft, readers);
  const context = contextOf(draft, publisher, deps.atlas);
  const issues = context ? await issuesOf(context, store) : [];
  const personal = personalCounts(issues, context);
  const licence = context && licenceStep(context, await licenceFacts(context, personal.open, deps));
  const live = editions.find(({ status }) => status === 'live');
  const compare =
    context &&
    compareView(context, live && { ...live, synthetic: live.source.synthetic }, accountId);
  const columns = context ? columnsView(context).columns : [];
  const bands = countBands(columns);
  const counts = countsOf(issues);
  const parts = {
    draft,
    progress,
    ...(context ? { context } : {}),
    bands,
    counts,
    personal,
    ...(licence ? { licence } : {}),
    ...(compare ? { compare } : {}),
    ...(receipt ? { receipt: receipt.receipt } : {}),
  };
  const { steps, left } = stepsOf(parts);
  const { id, name, shortName } = publisher;
  const edition = receipt?.receipt.edition ?? numberOf(editions, draft);
  const { type } = context ?? {};
  const ruled = draft.work.base.history?.length ?? 0;
  const view: Draft = {
    id: draft.id,
    publisher: { id, name, shortName },
    districts: [...publisher.districts],
    title: source.title,
    ...(source.description === undefined ? {} : { description: source.description }),
    synthetic: source.synthetic,
    ...(type
      ? { featureType: { id: type.id, title: type.title, plural: type.plural, noun: nounOf(type) } }
      : {}),
    datasetId: draft.dataset,
    edition,
    file: {
      ...{
        name: detail.fileName,
        sizeBytes: detail.sizeBytes,
        sha256: draft.sha256,
        receivedAt: detail.receivedAt,
      },
      ...(found?.format ? { format: found.format } : {}),
      ...(found?.encoding ? { encoding: found.encoding } : {}),
      ...(detail.from === undefined ? {} : { from: detail.from }),
    },
    progress,
    steps,
    at: openAt(steps, draft),
    saved: { at: draft.savedAt, by: detail.savedBy },
    holder: {
      name: detail.holder.name,
      since: detail.holder.since,
      isMe: detail.holder.accountId === accountId,
    },
    ...(last ? { undo: { words: last.words, at: last.at, left: acts.length } } : {}),
    ...(context ? { readback: readbackOf(context) } : {}),
    issues: counts,
    personal: { ...personal, cells: context?.closer.screened ?? 0 },
    columns: bands,
    ...(licence ? { licence } : {}),
    ...(compare ? { compare } : {}),
    left: [...left],
    ...(ruled > 0
      ? {
          remembered: {
            rules: ruled,
            words: `${sentence(many(ruled, 'rule'))} of the edition before ${ruled === 1 ? 'was' : 'were'} applied again.`,
          },
        }
      : {}),
    ...(receipt ? { receipt: `/api/desk/drafts/${draft.id}/receipt` } : {}),
  };
  return { ...(context ? { context } : {}), issues, ...(licence ? { licence } : {}), view };
}

/** Number the edition will have: that of the live one when it is the same bytes, else the next. */
function numberOf(
  editions: readonly {
    readonly number: number;
    readonly status: string;
    readonly sha256: string;
  }[],
  { sha256 }: DraftRow,
): number {
  const live = editions.find(({ status }) => status === 'live');
  if (live?.sha256 === sha256) return live.number;
  return editions.reduce((most, { number }) => Math.max(most, number), 0) + 1;
}

/** What may describe persons: still open, and settled. */
function personalCounts(issues: readonly FoundIssue[], context: DraftContext | undefined) {
  const found = issues.filter(({ code }) => code === 'value.personal-data-suspected');
  const redacted = context?.source.redact?.length ?? 0;
  return {
    open: found.filter(({ band }) => band === 'blocks').length,
    settled: found.filter(({ band }) => band === 'mended').length + redacted,
  };
}

/** What the licence step is held against. */
export async function licenceFacts(
  context: DraftContext,
  personal: number,
  { licences, publishing }: DeskDeps,
) {
  const used = new Map<string, number>();
  for (const { licence } of await publishing.store.listLive())
    used.set(licence, (used.get(licence) ?? 0) + 1);
  const words = context.closer.licence?.text;
  const [recognised] = words === undefined ? [] : recogniseLicences(words, licences);
  return { licences, used, personal, ...(recognised ? { recognised: recognised.id } : {}) };
}

/** The first step that needs somebody. */
function openAt(steps: readonly DeskStep[], draft: DraftRow): Draft['at'] {
  if (draft.state === 'published') return 'publish';
  if (draft.state === 'unreadable') return 'file';
  return (
    steps.find(({ state, id }) => id !== 'file' && (state === 'blocks' || state === 'todo'))?.id ??
    'publish'
  );
}
