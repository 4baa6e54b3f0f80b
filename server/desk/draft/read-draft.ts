import { ISSUE_REGISTER } from '#data/issues/register.ts';
import type { LongResource, Resource } from '#data/schema/flow.ts';
import type { HarmonisedSummary } from '#server/jobs/job.ts';
import type { Progress, PublishDeps } from '#server/publishing/delivery.ts';
import { crossOver } from '#server/publishing/hold.ts';
import { startKeeping } from '#server/publishing/keeping.ts';
import { fingerprintOf } from '#server/publishing/publish.ts';
import { type Reading, withReading } from '#server/publishing/reading.ts';
import { draftOf, startOf } from '#server/publishing/staging.ts';
import type { DraftFound, DraftRow } from '#server/store/drafts/draft-rows.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { isUntyped, sourceOf } from './work.ts';

/** A feature that moved less is where it was as far as anybody cares, metres. Source: the council desk's wording. */
export const MOVED_FROM_M = 10;

/** Changes counted at a time. */
const PAGE = 1_000;

/** What a reading gave, and the staged edition it is kept as. */
export type DraftReading = { readonly found: DraftFound; readonly edition?: number };

/** Who waits for a reading. */
export type ReadingWatch = {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
};

/**
 * Read the file of a draft by the rules decided so far, in the child process, and keep what came of it as a staged
 * edition that nobody else sees, held against the live one.
 *
 * @throws the reason of `watch.signal` when that cancels
 */
export async function readDraft(
  draft: Pick<DraftRow, 'work' | 'dataset'>,
  resource: Resource | LongResource,
  deps: PublishDeps,
  watch: ReadingWatch = {},
): Promise<DraftReading> {
  const source = sourceOf(draft.work);
  const reading: Reading = {
    ...{ delivery: { resource }, source, deps, watch },
    closer: isUntyped(draft.work) ? 'untyped' : 'typed',
  };
  return await withReading(reading, async (answer, records) => {
    if ('failed' in answer) return { found: unreadable(ISSUE_REGISTER[answer.failed].meaning) };
    const { summary } = answer;
    const why = reasonOf(summary);
    if (why !== undefined)
      return { found: { ...foundOf(summary), unreadable: why, issues: summary.issues } };
    const typed = isUntyped(draft.work) ? typedAs(source, summary) : source;
    const fingerprint = fingerprintOf({ resource }, typed, deps.codeVersion);
    const given = { source: typed, resource, fingerprint, gazetteerStamp: deps.gazetteers.stamp() };
    const { store } = deps;
    const row = await store.stageEdition(startOf(given), deps.now());
    try {
      const { licence = 'unknown' } = summary;
      await store.describeEdition(row, draftOf({ ...summary, licence }, given));
      await startKeeping(row, store).finish(records, () => undefined);
      watch.signal?.throwIfAborted();
      watch.onProgress?.({ stage: 'comparing' });
      const before = (await store.listLive()).find(({ dataset }) => dataset === draft.dataset);
      const holding = await crossOver(row, before, store);
      const compared = before && (await comparedWith(row, before, store));
      return {
        found: { ...foundOf(summary), holding, ...(compared ? { compared } : {}) },
        edition: row,
      };
    } catch (cause) {
      await store.dropEdition(row);
      throw cause;
    }
  });
}

/** What a file holds, by a first look that keeps nothing. */
export async function lookAtFile(
  draft: Pick<DraftRow, 'work'>,
  resource: Resource | LongResource,
  deps: PublishDeps,
  watch: ReadingWatch = {},
): Promise<HarmonisedSummary | undefined> {
  const source = sourceOf(draft.work);
  const reading: Reading = { delivery: { resource }, source, deps, watch, closer: 'untyped' };
  return await withReading(reading, async (answer) =>
    'summary' in answer ? answer.summary : undefined,
  );
}

const typedAs = <S extends { readonly type: string }>(
  source: S,
  { featureType }: HarmonisedSummary,
): S => (featureType === 'unclassified' ? source : { ...source, type: featureType });

const unreadable = (why: string): DraftFound => ({
  ...{ featureType: 'unclassified', records: 0, features: 0, unplaced: 0, rejected: 0 },
  ...{ layers: [], holding: [], unreadable: why },
});

/** What hinders anybody from going on with a file, in a sentence. */
function reasonOf({ readable, records, format, issues }: HarmonisedSummary): string | undefined {
  const worst = issues.find(({ severity }) => severity === 'critical');
  if (!readable || !format) {
    return worst?.message ?? 'Nothing in this file could be read. Send CSV, Excel or a map file.';
  }
  return records === 0 ? 'The file has headings and no rows. Send one that has some.' : undefined;
}

function foundOf(summary: HarmonisedSummary): DraftFound {
  const { format, encoding, featureType, records, features, unplaced, rejected, bounds } = summary;
  return {
    ...(format ? { format } : {}),
    ...(encoding ? { encoding } : {}),
    ...{ featureType, records, features, unplaced, rejected },
    ...(bounds ? { bounds } : {}),
    layers: summary.layers.map(({ columns: _, ...layer }) => layer),
    ...(summary.closer ? { closer: summary.closer } : {}),
    holding: [],
  };
}

async function comparedWith(
  row: number,
  before: EditionRow,
  store: Store,
): Promise<NonNullable<DraftFound['compared']>> {
  const counts = { added: 0, removed: 0, moved: 0, changed: 0 };
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page = await store.listChanges(row, { after, limit: PAGE });
    for (const change of page) counts[kindOf(change)]++;
    after = page.length === PAGE ? page.at(-1)?.number : undefined;
  }
  const kept = await store.countKept(row);
  const was = await store.countKept(before.row);
  const { added, removed, moved, changed } = counts;
  return {
    ...{ row: before.row, against: before.number, ...counts },
    ...{ same: kept - added - moved - changed, matched: was - removed, was },
  };
}

type Change = Awaited<ReturnType<Store['listChanges']>>[number];

/** As what a change counts: once, by the most that happened. */
export function kindOf({ kinds, move }: Pick<Change, 'kinds' | 'move'>): keyof Counts {
  if (kinds.includes('added')) return 'added';
  if (kinds.includes('removed')) return 'removed';
  const isMoved = kinds.includes('moved') && (move?.distanceM ?? MOVED_FROM_M) >= MOVED_FROM_M;
  return isMoved ? 'moved' : 'changed';
}

type Counts = { added: number; removed: number; moved: number; changed: number };
