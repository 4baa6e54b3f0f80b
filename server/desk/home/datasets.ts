import type { EditionEvent } from '#data/schema/change.ts';
import type { DeskDataset } from '#data/schema/desk-compare.ts';
import type { FetchingAsked } from '#data/schema/desk-fetching.ts';
import type { Source } from '#data/schema/source.ts';
import type { Subject } from '#data/schema/subject.ts';
import { restoreEdition } from '#server/publishing/editions.ts';
import { takeDown } from '#server/publishing/release.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import type { DeskDeps } from '../draft/deps.ts';
import { addressOf, fetchingRule } from '../file/fetching.ts';
import { Refusal } from '../refusal.ts';
import { type Officer, officerFor } from '../who.ts';
import { firstWordOf, forgetWord, sayRight } from './held.ts';

/** What can be done with a dataset that was published. */
export type DatasetAsked = { readonly edition?: number | undefined; readonly why: string };

type Own = {
  readonly editions: readonly EditionRow[];
  readonly newest: EditionRow;
  readonly source: Source;
  readonly by: string;
  readonly officer: Officer;
};

/** @throws {Refusal} `not-found` when there is no such dataset for them */
async function own(
  subject: Subject,
  dataset: string,
  wish: 'read' | 'write',
  deps: DeskDeps,
): Promise<Own> {
  const { store } = deps.publishing;
  const editions = await store.listEditions(dataset);
  const [newest] = editions;
  const nothing = new Refusal('not-found', `Cannot find dataset "${dataset}".`);
  if (!newest) throw nothing;
  const { publisher } = newest.source;
  const officer = await officerFor(subject, publisher, wish, deps).catch(() => {
    throw nothing;
  });
  const by = deps.publishers.get(publisher)?.name ?? publisher;
  return { editions, newest, source: newest.source, by, officer };
}

/** Editions of a dataset and what happened to them, for its publisher. */
export async function datasetView(
  subject: Subject,
  dataset: string,
  deps: DeskDeps,
): Promise<DeskDataset> {
  const { editions, newest, source } = await own(subject, dataset, 'read', deps);
  const { store } = deps.publishing;
  const events = await store.listEvents(dataset);
  const drafts = await store.drafts.listDrafts(source.publisher);
  const draft = drafts.find((each) => each.dataset === dataset);
  const isLive = editions.some(({ status }) => status === 'live');
  return {
    id: dataset,
    title: newest.source.title,
    status: isLive ? 'live' : newest.status === 'held' ? 'held' : 'withdrawn',
    editions: await Promise.all(editions.map((each) => editionView(each, events, store))),
    events: [...events],
    ...(draft ? { draft: draft.id } : {}),
    ...(source.type === 'land/brownfield-site'
      ? { statutory: `/api/desk/datasets/${dataset}/statutory.csv` }
      : {}),
  };
}

type EditionView = DeskDataset['editions'][number];

async function editionView(
  edition: EditionRow,
  events: readonly EditionEvent[],
  store: Store,
): Promise<EditionView> {
  const { number, status, publishedAt, report, sha256, held, comparison } = edition;
  const published = events.find((each) => each.edition === number && each.kind === 'published');
  const first = status === 'held' ? await firstWordOf(edition, store) : undefined;
  return {
    ...{ number, status: status === 'staged' ? 'held' : status, publishedAt, sha256 },
    by: published?.by ?? '',
    fileName: report.fileName,
    records: report.records,
    ...(held === undefined ? {} : { held }),
    ...(first ? { first: { by: first.by, at: first.at, why: first.why } } : {}),
    ...(comparison ? { comparison } : {}),
  };
}

/** Put a former edition live again, or one that is held once whoever must has said that it is right; the one before the live one unless told which. */
export async function restoreDataset(
  subject: Subject,
  dataset: string,
  { edition, why }: DatasetAsked,
  deps: DeskDeps,
): Promise<DeskDataset> {
  const { editions, by, officer } = await own(subject, dataset, 'write', deps);
  const live = editions.find(({ status }) => status === 'live');
  const before = editions.find(
    ({ number, status }) =>
      status !== 'live' && status !== 'held' && number < (live?.number ?? Number.POSITIVE_INFINITY),
  );
  const number = edition ?? before?.number;
  if (number === undefined) throw new Refusal('conflict', 'There is no edition to go back to.');
  const held = editions.find((each) => each.number === number && each.status === 'held');
  const told = held ? await sayRight({ held, live }, officer, why, deps) : why;
  if (told === undefined) return await datasetView(subject, dataset, deps);
  await restoreEdition(dataset, number, { by, why: told }, deps.publishing).catch(conflict);
  if (held) await forgetWord(held, deps.publishing.store);
  await keepDescriptor(dataset, deps);
  return await datasetView(subject, dataset, deps);
}

/** Take a dataset off the map. A tombstone says when and why; its editions stay and can be restored. */
export async function withdrawDataset(
  subject: Subject,
  dataset: string,
  { why }: DatasetAsked,
  deps: DeskDeps,
): Promise<DeskDataset> {
  const { by } = await own(subject, dataset, 'write', deps);
  await keepDescriptor(dataset, deps, 'fetched-no-more');
  await takeDown(dataset, { by, why }, deps.publishing).catch(conflict);
  return await datasetView(subject, dataset, deps);
}

/** What is live is right still: the next edition is due one cadence from now. */
export async function confirmDataset(
  subject: Subject,
  dataset: string,
  { why }: DatasetAsked,
  deps: DeskDeps,
): Promise<DeskDataset> {
  const { source, officer } = await own(subject, dataset, 'write', deps);
  const { store, now } = deps.publishing;
  await store.drafts.putWord(source.publisher, {
    ...{ about: `same:${dataset}`, by: officer.name, at: now().toISOString(), why },
  });
  return await datasetView(subject, dataset, deps);
}

/** Fetch a dataset from its address by itself from now on, so often, or no more. */
export async function fetchDataset(
  subject: Subject,
  dataset: string,
  { every }: FetchingAsked,
  deps: DeskDeps,
): Promise<DeskDataset> {
  const { source: published } = await own(subject, dataset, 'write', deps);
  const { store, now } = deps.publishing;
  const { file: _, earlier: _earlier, ...bare } = published;
  const source = (await store.drafts.findSource(dataset)) ?? bare;
  const rule = fetchingRule(source, await addressOf(dataset, store), every);
  const { harvest: _before, ...rest } = source;
  const next = rule === null ? rest : { ...rest, harvest: rule };
  await store.drafts.putSource(dataset, next, now().toISOString());
  return await datasetView(subject, dataset, deps);
}

/** The live edition of a dataset, for its publisher. @throws {Refusal} `not-found` when it is not live */
export async function liveEdition(
  subject: Subject,
  dataset: string,
  deps: DeskDeps,
): Promise<EditionRow> {
  const { editions } = await own(subject, dataset, 'read', deps);
  const live = editions.find(({ status }) => status === 'live');
  if (!live) throw new Refusal('not-found', `Dataset "${dataset}" is not live.`);
  return live;
}

function conflict(cause: unknown): never {
  if (cause instanceof RangeError) throw new Refusal('conflict', `${cause.message}.`);
  throw cause;
}

/**
 * What was decided here stands before what comes with ODIN: a dataset that was put back or taken down is not
 * published anew from its sample at the next start.
 */
async function keepDescriptor(
  dataset: string,
  { publishing }: DeskDeps,
  then?: 'fetched-no-more',
): Promise<void> {
  const { store, now } = publishing;
  const live = (await store.listLive()).find((each) => each.dataset === dataset);
  if (!live) return;
  const { file: _, earlier: _earlier, harvest: published, ...source } = live.source;
  const kept = await store.drafts.findSource(dataset);
  // how it is fetched was decided since; what is taken down must not come back by itself
  const harvest = then ? undefined : kept ? kept.harvest : published;
  const next = { ...source, ...(harvest ? { harvest } : {}) };
  await store.drafts.putSource(dataset, next, now().toISOString());
}
