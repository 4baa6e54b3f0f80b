import type { Fetching } from '#data/schema/desk-fetching.ts';
import type { DeskTask } from '#data/schema/desk-home.ts';
import type { HarvestRule } from '#data/schema/harvest.ts';
import type { Source } from '#data/schema/source.ts';
import { guessKind } from '#server/harvest/index.ts';
import { EVERY_DAY } from '#server/harvest/schedule.ts';
import type { HarvestRun } from '#server/store/harvests.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { heldParts } from '../home/held.ts';
import { Refusal } from '../refusal.ts';

/** Where a file can be fetched from by itself, and how often it is; undefined when nobody ever named an address. */
export function fetchingOf(
  { harvest }: Pick<Source, 'harvest'>,
  from: string | undefined,
): Fetching | undefined {
  if (harvest && (from === undefined || from === harvest.url))
    return { address: harvest.url, every: harvest.every ?? EVERY_DAY };
  return from === undefined ? undefined : { address: from, every: '' };
}

/**
 * The rule by which a file is fetched from now on; `null`: it is not. What a descriptor knows of its address stays.
 *
 * @throws {Refusal} `conflict` when no address is known
 */
export function fetchingRule(
  { harvest }: Pick<Source, 'harvest'>,
  from: string | undefined,
  every: string,
): HarvestRule | null {
  if (every === '') return null;
  const url = from ?? harvest?.url;
  if (url === undefined)
    throw new Refusal('conflict', 'No address is known to fetch it from. Hand one in first.');
  return harvest?.url === url ? { ...harvest, every } : { kind: guessKind(url), url, every };
}

/** The address the last file published at the desk came from. */
export async function addressOf(dataset: string, store: Store): Promise<string | undefined> {
  const last = await store.drafts.lastReceipt(dataset);
  return last && (await store.drafts.findDraft(last.draft))?.detail.from;
}

/** What fetching adds to the row of a dataset: how it stands, and what somebody has to do about it. */
type FetchParts = Pick<DeskTask, 'harvest'> & {
  readonly needs?: Pick<DeskTask, 'status' | 'next' | 'action' | 'held' | 'two'>;
};

/** How the fetching of a live dataset stands, for somebody of its publisher. */
export async function fetchParts(
  edition: EditionRow,
  store: Store,
  accountId: string,
): Promise<FetchParts> {
  const { dataset } = edition;
  const source = (await store.drafts.findSource(dataset)) ?? edition.source;
  const harvest = fetchingOf(source, await addressOf(dataset, store));
  if (!harvest) return {};
  const [run] = source.harvest ? await store.harvests.listRuns(source.id, 1) : [];
  const needs = run && (await needsOf(run, { live: edition, accountId }, store));
  return { harvest, ...(needs ? { needs } : {}) };
}

async function needsOf(
  { status, says, at }: HarvestRun,
  { live, accountId }: { readonly live: EditionRow; readonly accountId: string },
  store: Store,
): Promise<FetchParts['needs']> {
  const { dataset, number, publishedAt, source } = live;
  if (status === 'held') {
    const held = (await store.listEditions(dataset)).find((each) => each.status === 'held');
    if (!held || held.number <= number) return undefined;
    return await heldParts({ held, live }, says, accountId, store);
  }
  if ((status !== 'failed' && status !== 'refused') || at < publishedAt) return undefined;
  const lead = status === 'failed' ? 'It could not be fetched.' : 'What was fetched was refused.';
  return {
    status: 'needs-fixing',
    next: { lead, words: `${says} Edition ${number} stays live.` },
    action: {
      kind: 'upload',
      label: 'Upload',
      href: `/desk/${source.publisher}/new?dataset=${dataset}`,
    },
  };
}
