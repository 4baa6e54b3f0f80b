import { createHash } from 'node:crypto';
import type { Resource } from '#data/schema/flow.ts';
import type { HarvestRule } from '#data/schema/harvest.ts';
import type { Source } from '#data/schema/source.ts';
import { recogniseLicences } from '../catalogue/recognise-licence.ts';
import type { Fetch, Known } from '../harvest/fetched.ts';
import type { Harvested } from '../harvest/harvested.ts';
import { harvest } from '../harvest/index.ts';
import { patiently, type Wait } from '../harvest/patience.ts';
import { EVERY_DAY, nextRun } from '../harvest/schedule.ts';
import type { PublishDeps, PublishWatch } from '../publishing/delivery.ts';
import { type Published, publish } from '../publishing/publish.ts';
import type { HarvestRow, HarvestRun } from '../store/harvests.ts';

/** A source with an address to fetch from. */
export type HarvestedSource = Source & { readonly harvest: HarvestRule };

export type HarvestDeps = PublishDeps & { readonly fetch: Fetch; readonly wait: Wait };

/** What came of a run, with what publishing said where it came to that. */
export type HarvestOutcome = { readonly run: HarvestRun; readonly published?: Published };

/** Who stands in the history of editions that were fetched. */
const BY = 'harvest';

/** True for sources that are fetched by themselves. */
export const isHarvested = (source: Source): source is HarvestedSource =>
  source.harvest !== undefined;

/**
 * Fetch the sources that are due, one after the other. One that fails stops no other; the last good edition of
 * each stays on the map.
 */
export async function harvestDue(
  sources: Iterable<Source>,
  deps: HarvestDeps,
  watch: PublishWatch & { readonly onOutcome?: (outcome: HarvestOutcome) => void } = {},
): Promise<void> {
  for (const source of sources) {
    if (watch.signal?.aborted) return;
    if (!isHarvested(source)) continue;
    const row = await deps.store.harvests.findHarvest(source.id);
    const isDue = !isAbout(row, source) || row.nextAt <= deps.now().toISOString();
    if (isDue) watch.onOutcome?.(await harvestSource(source, deps, watch));
  }
}

/** What was kept of a source is about the address it has now. */
const isAbout = (row: HarvestRow | undefined, { harvest }: HarvestedSource): row is HarvestRow =>
  row?.address === addressOf(harvest);

const addressOf = ({ kind, url, layer }: HarvestRule): string => JSON.stringify([kind, url, layer]);

/**
 * Fetch one source now and publish what came, if it is new. What shrinks or changes its columns is held by the
 * gate like any file: what is live stays so until a person looks.
 */
export async function harvestSource(
  source: HarvestedSource,
  deps: HarvestDeps,
  watch: PublishWatch = {},
): Promise<HarvestOutcome> {
  const kept = await deps.store.harvests.findHarvest(source.id);
  const before = isAbout(kept, source) ? kept : undefined;
  const get = patiently(deps.fetch, deps.wait, watch.signal);
  const taken = await harvest(source.harvest, get, knownOf(before));
  const { published, run } = await takeIn(taken, source, deps, watch);
  const row = rowOf(source, taken, before, deps.now());
  // what was not shown is asked for whole the next time: rules may have changed by then
  const isShown = run.status !== 'held' && run.status !== 'refused';
  await deps.store.harvests.keepRun(
    isShown ? row : { ...row, etag: null, lastModified: null },
    run,
  );
  return { run, ...(published ? { published } : {}) };
}

async function takeIn(
  taken: Harvested,
  source: HarvestedSource,
  deps: HarvestDeps,
  watch: PublishWatch,
): Promise<HarvestOutcome> {
  const run = { source: source.id, at: deps.now().toISOString(), sha256: null, licence: null };
  if (taken.status === 'failed') return { run: { ...run, status: 'failed', says: taken.why } };
  if (taken.status === 'unchanged') {
    return { run: { ...run, status: 'unchanged', says: 'The server has nothing newer.' } };
  }
  const resource = resourceOf(taken.fileName, taken.bytes);
  const delivery = { resource, companions: papersOf(taken), by: BY };
  const came = { ...run, sha256: resource.sha256, licence: taken.said.licence ?? null };
  const otherwise = saysOtherwise(taken.said.licence, source, deps.licences);
  if (otherwise !== undefined) {
    await deps.store.putResource(resource, deps.now());
    return { run: { ...came, status: 'refused', says: otherwise } };
  }
  const published = await publish(delivery, source, deps, watch);
  return { published, run: { ...came, ...wordsOf(published) } };
}

/**
 * Why terms a server states stand in the way: nobody looks on, so data is never shown under a licence its server
 * denies. A person who has looked accepts `licence.file-says-otherwise`.
 */
function saysOtherwise(
  words: string | undefined,
  source: Source,
  licences: HarvestDeps['licences'],
): string | undefined {
  const ids = words === undefined ? [] : recogniseLicences(words, licences).map(({ id }) => id);
  const isAccepted = (source.history ?? []).some(
    ({ decision }) => decision.kind === 'accept' && decision.code === 'licence.file-says-otherwise',
  );
  if (ids.length === 0 || ids.includes(source.licence.id) || isAccepted) return undefined;
  return `The server now states ${ids.join(', ')} (“${words?.slice(0, 200)}”), the descriptor ${source.licence.id}. Settle which one holds.`;
}

function wordsOf(published: Published): Pick<HarvestRun, 'status' | 'says'> {
  const { status } = published;
  if (status === 'refused' || status === 'held') return { status, says: published.reason };
  const { number, report } = published.edition;
  return status === 'unchanged'
    ? { status, says: `What came is what edition ${number} was made of.` }
    : {
        status,
        says: `Edition ${number}: ${report.records} records, ${report.features} on the map.`,
      };
}

function resourceOf(fileName: string, bytes: Uint8Array): Resource {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), fileName, bytes };
}

/** What the server says of its terms, as the paper beside the file that publishers put them in. */
function papersOf({ said }: Extract<Harvested, { status: 'harvested' }>): Resource[] {
  if (said.licence === undefined) return [];
  const words = [said.licence, said.licenceUrl].filter(Boolean).join('\n');
  return [resourceOf('licence.txt', Buffer.from(`${words}\n`))];
}

function rowOf(
  source: HarvestedSource,
  taken: Harvested,
  before: HarvestRow | undefined,
  now: Date,
): HarvestRow {
  const { harvest: rule, id } = source;
  const failures = taken.status === 'failed' ? (before?.failures ?? 0) + 1 : 0;
  const known = taken.status === 'harvested' ? taken.known : knownOf(before);
  return {
    source: id,
    address: addressOf(rule),
    etag: known.etag ?? null,
    lastModified: known.lastModified ?? null,
    failures,
    nextAt: nextRun(now, {
      every: rule.every ?? EVERY_DAY,
      failures,
      ...(taken.status === 'failed' ? taken : {}),
    }).toISOString(),
  };
}

const knownOf = (row: HarvestRow | undefined): Known => ({
  ...(row?.etag ? { etag: row.etag } : {}),
  ...(row?.lastModified ? { lastModified: row.lastModified } : {}),
});
