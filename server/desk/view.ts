import type { DeskStep, Draft } from '#data/schema/desk.ts';
import type { LicenceStep } from '#data/schema/desk-licence.ts';
import type { Readback } from '#data/schema/desk-readback.ts';
import { boundsOf } from '#data/schema/geometry.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { Subject } from '#data/schema/subject.ts';
import { many } from '#data/words/figures.ts';
import type { DraftRow } from '#server/store/drafts/draft-rows.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { columnsView, countBands } from './columns/columns.ts';
import { contextOf, type DraftContext } from './draft/context.ts';
import type { DeskDeps } from './draft/deps.ts';
import type { Drafting } from './draft/desk.ts';
import { progressOf } from './draft/progress.ts';
import { publisherOf } from './draft/reading-drafts.ts';
import { sourceOf } from './draft/work.ts';
import { fetchingOf } from './file/fetching.ts';
import { countsOf, issuesOf } from './issues/detail.ts';
import type { FoundIssue } from './issues/found.ts';
import { licenceFacts } from './licence/facts.ts';
import { licenceStep } from './licence/licence.ts';
import { compareView } from './publish/guards.ts';
import { readbackOf } from './readback/readback.ts';
import { type Parts, stepsOf } from './steps.ts';
import { nounOf, sentence } from './words.ts';

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
  const publisher = publisherOf(draft.publisher, deps);
  const accountId = subject.kind === 'account' ? subject.accountId : '';
  const editions = await store.listEditions(draft.dataset);
  const receipt = (await store.drafts.findReceipt(draft.id))?.receipt;
  const progress = progressOf(draft, readers);
  const context = contextOf(draft, publisher, deps.atlas);
  const read = context ? await lookThrough(context, editions, accountId, deps) : NOT_READ;
  const { steps, left } = stepsOf({ draft, progress, ...read, ...(receipt ? { receipt } : {}) });
  const edition = receipt?.edition ?? numberOf(editions, draft);
  const view: Draft = {
    ...aboutDraft(draft, publisher),
    ...{ edition, progress, steps, at: openAt(steps, draft), left: [...left] },
    ...(await stepsBack(draft, accountId, store)),
    ...(context ? { readback: { ...readbackOf(context), ...areaBox(publisher, deps) } } : {}),
    ...(context ? typeOf(context) : {}),
    issues: read.counts,
    personal: { ...read.personal, cells: context?.closer.screened ?? 0 },
    columns: read.bands,
    ...(read.licence ? { licence: read.licence } : {}),
    ...(read.compare ? { compare: read.compare } : {}),
    ...(receipt ? { receipt: `/api/desk/drafts/${draft.id}/receipt` } : {}),
  };
  const { issues, licence } = read;
  return { ...(context ? { context } : {}), issues, ...(licence ? { licence } : {}), view };
}

/** The box of the publisher's whole area, for the map; that of the points where it has none. */
function areaBox({ districts }: Publisher, deps: DeskDeps): Pick<Readback, 'box'> {
  const own = deps.districts.filter(({ gssCode }) => districts.includes(gssCode));
  const coordinates = own.flatMap(({ geometry }) => boundsOf(geometry) ?? []);
  const at = (index: number): number[] => coordinates.filter((_, each) => each % 4 === index);
  if (coordinates.length === 0) return {};
  const [west, south] = [Math.min(...at(0)), Math.min(...at(1))];
  return { box: [west, south, Math.max(...at(2)), Math.max(...at(3))] };
}

/** What is known once a draft is read. */
type Read = Pick<Parts, 'context' | 'bands' | 'counts' | 'licence' | 'compare'> & {
  readonly issues: readonly FoundIssue[];
  readonly personal: { readonly open: number; readonly settled: number };
};

const NOT_READ: Read = {
  issues: [],
  bands: { settle: 0, likely: 0, certain: 0, kept: 0 },
  counts: { blocks: 0, later: 0, mended: 0 },
  personal: { open: 0, settled: 0 },
};

async function lookThrough(
  context: DraftContext,
  editions: readonly EditionRow[],
  accountId: string,
  deps: DeskDeps,
): Promise<Read> {
  const issues = await issuesOf(context, deps.publishing.store);
  const personal = personalCounts(issues, context);
  const live = editions.find(({ status }) => status === 'live');
  const told = live && { ...live, synthetic: live.source.synthetic };
  return {
    ...{ context, issues, personal },
    licence: licenceStep(context, await licenceFacts(context, personal.open, deps)),
    compare: compareView(context, told, accountId),
    bands: countBands(columnsView(context).columns),
    counts: countsOf(issues),
  };
}

/** What a draft is, whether it is read or not. */
function aboutDraft(draft: DraftRow, { id, name, shortName, districts }: Publisher) {
  const source = sourceOf(draft.work);
  const { detail, found, sha256 } = draft;
  const { fileName, sizeBytes, receivedAt, from } = detail;
  const { description } = source;
  const harvest = fetchingOf(source, from);
  return {
    ...{ id: draft.id, datasetId: draft.dataset, title: source.title, synthetic: source.synthetic },
    publisher: { id, name, shortName },
    districts: [...districts],
    ...(description === undefined ? {} : { description }),
    ...(harvest ? { harvest } : {}),
    file: {
      ...{ name: fileName, sizeBytes, sha256, receivedAt },
      ...(found?.format ? { format: found.format } : {}),
      ...(found?.encoding ? { encoding: found.encoding } : {}),
      ...(from === undefined ? {} : { from }),
    },
    saved: { at: draft.savedAt, by: detail.savedBy },
  };
}

/** Who has a draft, what can be taken back, what was remembered. */
async function stepsBack({ id, detail, work }: DraftRow, accountId: string, store: Store) {
  const acts = await store.drafts.listActs(id);
  const last = acts.at(-1);
  const { holder } = detail;
  const rules = work.base.history?.length ?? 0;
  const were = rules === 1 ? 'was' : 'were';
  const words = `${sentence(many(rules, 'rule'))} of the edition before ${were} applied again.`;
  return {
    holder: { name: holder.name, since: holder.since, isMe: holder.accountId === accountId },
    ...(last ? { undo: { words: last.words, at: last.at, left: acts.length } } : {}),
    ...(rules > 0 ? { remembered: { rules, words } } : {}),
  };
}

function typeOf({ type }: DraftContext): Pick<Draft, 'featureType'> {
  if (!type) return {};
  const { id, title, plural } = type;
  return { featureType: { id, title, plural, noun: nounOf(type) } };
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

/** The first step that needs somebody. */
function openAt(steps: readonly DeskStep[], draft: DraftRow): Draft['at'] {
  if (draft.state === 'published') return 'publish';
  if (draft.state === 'unreadable') return 'file';
  return (
    steps.find(({ state, id }) => id !== 'file' && (state === 'blocks' || state === 'todo'))?.id ??
    'publish'
  );
}
