import { findFeatureType } from '#data/features/index.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { Source } from '#data/schema/source.ts';
import { datasetIdOf } from '#server/publishing/staging.ts';
import type { DraftWork } from '#server/store/drafts/draft-rows.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { Refusal } from '../refusal.ts';
import { titleOf } from '../words.ts';

/** Stands where a type must be while nothing says what a file holds; see `DraftWork.isUntyped`. */
const NO_TYPE = 'land/brownfield-site';

/** A descriptor for a file nobody has published before. */
export function firstSource(publisher: Publisher, slug: string, typeId?: string): Source {
  const type = typeId === undefined ? undefined : findFeatureType(typeId);
  return {
    odin: 1,
    id: `${publisher.id}/${slug}`,
    title: type ? titleOf(type) : 'New dataset',
    publisher: publisher.id,
    synthetic: publisher.kind === 'demonstration',
    licence: { id: 'unknown', basis: 'stated' },
    ...(publisher.districts.length > 0
      ? { coverage: { area: publisher.districts, completeness: 'full' as const } }
      : {}),
    type: type?.id ?? NO_TYPE,
    map: {},
    defaults: {},
    tests: [],
  };
}

/** Work nothing has been decided of. */
export const freshWork = (base: Source, isUntyped: boolean): DraftWork => ({
  ...{ base, isUntyped, decided: [], about: {}, licence: {}, guards: {} },
});

/** What a draft begins with: the dataset, and the work as the edition before left it. */
export type Beginning = { readonly dataset: string; readonly work: DraftWork };

/**
 * Begin where the last edition of a dataset ended: its descriptor with every rule a person made.
 *
 * @throws {Refusal} `not-found` when the publisher has no such dataset
 */
export async function beginAgain(
  dataset: string,
  publisher: Publisher,
  store: Store,
): Promise<Beginning> {
  const base = await descriptorOf(dataset, store);
  if (!base || base.publisher !== publisher.id) {
    throw new Refusal('not-found', `Cannot find dataset "${dataset}" of ${publisher.name}.`);
  }
  return { dataset, work: await remembered(dataset, base, store) };
}

/** The descriptor a dataset has: made at the desk, else of its newest edition. */
async function descriptorOf(dataset: string, store: Store): Promise<Source | undefined> {
  const own = await store.drafts.findSource(dataset);
  if (own) return own;
  const editions = await store.listEditions(dataset);
  const newest = editions.find(({ status }) => status === 'live') ?? editions[0];
  return newest?.source;
}

/** Rules, and the licence answers of the draft that was published last. */
async function remembered(dataset: string, base: Source, store: Store): Promise<DraftWork> {
  const { file: _, earlier: _earlier, tests: _tests, ...rest } = base;
  const work = freshWork({ ...rest, tests: [] }, false);
  const last = await store.drafts.lastReceipt(dataset);
  const before = last && (await store.drafts.findDraft(last.draft));
  if (!before) return work;
  const { licence, licenceBy } = before.work;
  return { ...work, licence, ...(licenceBy ? { licenceBy } : {}) };
}

/** What was found by a first look, and how the file is called. */
type Seen = { readonly featureType: string; readonly fileName: string };

/**
 * Find what a new file belongs to: the publisher's one live dataset of its type, or the one whose last file had its
 * name; else it begins a dataset.
 */
export async function beginFrom(
  { featureType, fileName }: Seen,
  publisher: Publisher,
  store: Store,
): Promise<Beginning> {
  const isTyped = featureType !== 'unclassified';
  const own = (await store.listLive()).filter(({ source }) => source.publisher === publisher.id);
  const alike = isTyped ? own.filter(({ source }) => source.type === featureType) : [];
  const named = alike.filter(({ report }) => isSameName(report.fileName, fileName));
  const [known] = alike.length === 1 ? alike : named;
  if (known) return await beginAgain(known.dataset, publisher, store);
  const stem = isTyped
    ? slugOf(featureType.slice(featureType.indexOf('/') + 1))
    : slugOf(stemOf(fileName));
  const slug = await freeSlug(stem, publisher, isTyped ? featureType : undefined, store);
  const base = firstSource(publisher, slug, isTyped ? featureType : undefined);
  return { dataset: datasetIdOf(base), work: freshWork(base, !isTyped) };
}

/** Names that differ in figures alone are one file's from edition to edition: `blr_2025.csv`, `blr_2026.csv`. */
const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string): string =>
  stemOf(name)
    .toLowerCase()
    .replaceAll(/[\d\s_-]+/g, '');
const stemOf = (name: string): string =>
  name.replace(/^.*[\\/]/, '').replace(/(\.[a-z\d]{1,8}){1,2}$/i, '');

/** A name as the end of an address. */
const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60) || 'dataset';

async function freeSlug(
  stem: string,
  { id }: Publisher,
  type: string | undefined,
  store: Store,
): Promise<string> {
  for (let again = 1; ; again++) {
    const slug = again === 1 ? stem : `${stem}-${again}`;
    const editions = await store.listEditions(`${id}--${slug}`);
    if (editions.every((each) => isGoneOf(each, type))) return slug;
  }
}

/** A dataset that was withdrawn goes on under its name when the same kind of thing is published again. */
const isGoneOf = ({ status, source }: EditionRow, type: string | undefined): boolean =>
  status !== 'live' && status !== 'held' && source.type === type;
