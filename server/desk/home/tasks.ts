import type { Expected } from '#data/expected/index.ts';
import { findFeatureType } from '#data/features/index.ts';
import type { LicenceSummary } from '#data/schema/api.ts';
import type { DeskTask } from '#data/schema/desk-home.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { Subject } from '#data/schema/subject.ts';
import { dateText } from '#data/words/dates.ts';
import { grouped, many } from '#data/words/figures.ts';
import { attributionOf } from '#server/catalogue/attribution.ts';
import { daysUntil, dueOn } from '#server/catalogue/cadence.ts';
import type { DraftRow, PublisherWord } from '#server/store/drafts/draft-rows.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { contextOf } from '../draft/context.ts';
import type { DeskDeps } from '../draft/deps.ts';
import type { Drafting } from '../draft/desk.ts';
import { fetchParts } from '../file/fetching.ts';
import { countsOf, issuesOf } from '../issues/detail.ts';
import { viewDraft } from '../view.ts';
import { nounOfId, titleOf } from '../words.ts';

/** What tasks are told with. */
export type Told = {
  readonly publisher: Publisher;
  readonly subject: Subject;
  readonly deps: DeskDeps;
  readonly drafting: Drafting;
  readonly at: string;
  readonly words: readonly PublisherWord[];
};

/** An edition falls due this long before it is, days. */
const SOON_DAYS = 30;

const CADENCES: Readonly<Record<string, string>> = {
  P1D: 'Every day',
  P1W: 'Every week',
  P7D: 'Every week',
  P1M: 'Every month',
  P3M: 'Every 3 months',
  P6M: 'Every 6 months',
  P1Y: 'Every year',
  P12M: 'Every year',
};

/** A dataset that is live, with its draft where there is one. */
export async function datasetTask(
  edition: EditionRow,
  draft: DraftRow | undefined,
  told: Told,
): Promise<DeskTask> {
  const { source, dataset, report } = edition;
  const { harvest, needs } = await fetchParts(
    edition,
    told.deps.publishing.store,
    told.subject.kind === 'account' ? told.subject.accountId : '',
  );
  const base = { ...liveParts(edition, told), ...(harvest ? { harvest } : {}) };
  if (draft) {
    return {
      ...base,
      ...(await draftParts(draft, told)),
      holds: `${many(draft.found?.records ?? report.records, nounOfId(source.type))} in the draft`,
    };
  }
  if (needs) return { ...base, ...needs };
  const { due } = base;
  const upload = {
    kind: 'upload' as const,
    label: 'Upload',
    href: `/desk/${told.publisher.id}/new?dataset=${dataset}`,
  };
  if (due?.days !== undefined && due.days < 0) {
    return {
      ...base,
      status: 'overdue',
      next: {
        words: `You promised an edition ${(due.every ?? 'by then').toLowerCase()}. Your column matches are saved.`,
      },
      action: upload,
    };
  }
  if (due?.days !== undefined && due.days <= SOON_DAYS) {
    return {
      ...base,
      status: 'due',
      next: { words: 'Confirm that nothing has changed, or upload the next edition.' },
      action: { kind: 'confirm', label: 'Confirm', href: `/api/desk/datasets/${dataset}/confirm` },
    };
  }
  const faults = await faultsOf(edition, told);
  return {
    ...base,
    status: 'live',
    next: {
      words: faults > 0 ? `${many(faults, 'issue')} to fix when you can.` : 'Nothing to do.',
    },
    action:
      faults > 0
        ? { kind: 'see-issues', label: 'See issues', href: `/data/${dataset}#issues` }
        : { kind: 'open', label: 'Open', href: `/data/${dataset}` },
  };
}

/** What is left to fix of a live edition: as its receipt counts it, where it was published at the desk. */
async function faultsOf(
  { row, dataset, issueCounts }: EditionRow,
  { publisher, deps }: Told,
): Promise<number> {
  const { store } = deps.publishing;
  const last = await store.drafts.lastReceipt(dataset);
  const draft = last && (await store.drafts.findDraft(last.draft));
  const context = draft?.edition === row ? contextOf(draft, publisher, deps.atlas) : undefined;
  return context
    ? countsOf(await issuesOf(context, store)).later
    : issueCounts.critical + issueCounts.error + issueCounts.warning;
}

type Base = Pick<
  DeskTask,
  'key' | 'title' | 'holds' | 'featureType' | 'synthetic' | 'datasetId' | 'live' | 'due'
>;

/** What is said of a live dataset, whatever is to be done about it. */
export function liveParts(edition: EditionRow, { deps, at, words, publisher }: Told): Base {
  const { source, dataset, report, number, publishedAt, licence: id, facts } = edition;
  const licence = deps.licences.get(id);
  const confirmed = words.find(({ about }) => about === `same:${dataset}`)?.at ?? '';
  const since = confirmed > publishedAt ? confirmed : publishedAt;
  const on = dueOn(since, source.cadence);
  const every =
    source.cadence === undefined
      ? undefined
      : (CADENCES[source.cadence] ?? `Every ${source.cadence.slice(1)}`);
  const summary: LicenceSummary = {
    id,
    title: licence?.title ?? id,
    ...(licence?.url === undefined ? {} : { url: licence.url }),
    chip: licence?.chip ?? 'not-stated',
    attribution: attributionOf(source, publishedAt, { licence, publisher }),
  };
  return {
    ...{
      key: dataset,
      datasetId: dataset,
      title: source.title,
      featureType: source.type,
      synthetic: source.synthetic,
    },
    holds: many(report.records, nounOfId(source.type)),
    live: {
      edition: number,
      publishedAt,
      licence: summary,
      ...(facts?.newest === undefined ? {} : { newest: facts.newest }),
    },
    ...(on === undefined
      ? {}
      : { due: { on, days: daysUntil(on, at), ...(every === undefined ? {} : { every }) } }),
  };
}

type DraftParts = Pick<DeskTask, 'status' | 'next' | 'action' | 'draftId'>;

async function draftParts(draft: DraftRow, { subject, deps, drafting }: Told): Promise<DraftParts> {
  const { view } = await viewDraft(draft, subject, deps, drafting);
  const { blocks } = view.issues;
  const href = `/desk/drafts/${draft.id}/${view.at}`;
  const draftId = draft.id;
  if (view.progress.state === 'unreadable') {
    return {
      draftId,
      status: 'needs-fixing',
      next: { lead: 'The file could not be read.', words: view.progress.words },
      action: { kind: 'fix', label: 'Replace it', href },
    };
  }
  if (blocks > 0) {
    return {
      draftId,
      status: 'needs-fixing',
      next: {
        lead: `${many(blocks, 'issue')} ${blocks === 1 ? 'blocks' : 'block'} edition ${view.edition}.`,
        words: 'Settle them, then go on.',
      },
      action: {
        kind: 'fix',
        label: `Fix ${many(blocks, 'issue')}`,
        href: `/desk/drafts/${draft.id}/issues`,
      },
    };
  }
  const [left] = view.left;
  return {
    draftId,
    status: 'draft',
    next: { words: left ? `Left to do: ${left.words}.` : 'Ready to publish.' },
    action: { kind: 'continue', label: left ? 'Go on' : 'Publish', href },
  };
}

/** A draft of something that is not published yet. */
export async function newDraftTask(draft: DraftRow, told: Told): Promise<DeskTask> {
  const { base, about } = draft.work;
  const records = draft.found?.records ?? 0;
  return {
    key: draft.dataset,
    title: about.title ?? base.title,
    holds: `${many(records, nounOfId(base.type))} in the draft`,
    featureType: base.type,
    synthetic: about.synthetic ?? base.synthetic,
    ...(await draftParts(draft, told)),
  };
}

/** Something a council is expected to hold and does not supply. */
export function missingTask(
  { featureType, because }: Expected,
  others: number,
  { words, publisher, deps }: Told,
): DeskTask {
  const type = findFeatureType(featureType);
  const said = words.find(({ about }) => about === `none:${featureType}`);
  const districts = deps.districts.length;
  return {
    key: `type:${featureType}`,
    title: type ? titleOf(type) : featureType,
    holds: `${grouped(others)} of ${grouped(districts)} districts publish this`,
    featureType,
    synthetic: false,
    status: said ? 'none-held' : 'not-supplied',
    next: {
      words: said
        ? `${publisher.shortName} says it holds none, ${dateText(said.at)}.`
        : `${because}. If ${publisher.shortName} holds none, say so; that is worth knowing too.`,
    },
    action: {
      kind: 'start',
      label: 'Start',
      href: `/desk/${publisher.id}/new?type=${featureType}`,
    },
    holdsNone: said !== undefined,
  };
}
