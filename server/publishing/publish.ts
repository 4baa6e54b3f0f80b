import { createHash } from 'node:crypto';
import { issue } from '#data/issues/issue.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Source } from '#data/schema/source.ts';
import type { HarmoniseAnswer } from '../jobs/harmoniser.ts';
import type { HarmonisedSummary } from '../jobs/job.ts';
import { sizeOf } from '../jobs/resource-file.ts';
import type { EditionRow } from '../store/rows.ts';
import type { Delivery, Progress, PublishDeps, PublishWatch } from './delivery.ts';
import { crossOver, dropReplaced, findHeld, type Held, hold } from './hold.ts';
import { startKeeping } from './keeping.ts';
import { type Reading, type Written, withReading } from './reading.ts';
import { refusalOf } from './refusal.ts';
import { release } from './release.ts';
import { datasetIdOf, draftOf, startOf } from './staging.ts';

/** What the file was found to be; `issues` also holds what ended a run. */
export type Finding = Partial<HarmonisedSummary> & {
  readonly issues: readonly Issue[];
  /** Last words of a reader that failed, for whoever mends it. */
  readonly lastWords?: string;
};

export type Published =
  | { readonly status: 'published'; readonly edition: EditionRow }
  /** The same bytes, descriptor and code are live already. */
  | { readonly status: 'unchanged'; readonly edition: EditionRow }
  /** Complete, and suspiciously unlike the live edition: it waits until a person accepts `issues`. */
  | ({ readonly status: 'held' } & Held)
  /** Nothing the public sees has changed. The bytes are kept; `reason` says what would let them through. */
  | { readonly status: 'refused'; readonly reason: string; readonly finding: Finding };

/**
 * Publish one file under one descriptor: bytes → records → features → store, then one flip, then tiles.
 * Until the flip everybody sees the edition before; a fault on the way leaves that one standing. From the flip
 * on everybody sees the new one: tiles not drawn yet are made as they are asked for.
 *
 * Bad data ends in `refused` with a reason; only a broken machine (disk, database) throws.
 *
 * @throws the reason of `watch.signal` when that cancels
 */
export async function publish(
  delivery: Delivery,
  source: Source,
  deps: PublishDeps,
  watch: PublishWatch = {},
): Promise<Published> {
  const { resource, companions = [] } = delivery;
  const { store } = deps;
  const fingerprint = fingerprintOf(delivery, source, deps.codeVersion);
  const before = (await store.listLive()).find(({ dataset }) => dataset === datasetIdOf(source));
  const gazetteerStamp = deps.gazetteers.stamp();
  if (before?.fingerprint === fingerprint && isSettled(before, gazetteerStamp)) {
    return { status: 'unchanged', edition: before };
  }
  const waiting = await findHeld(datasetIdOf(source), fingerprint, store);
  if (waiting) return { status: 'held', ...waiting };
  const fresh: string[] = [];
  for (const file of [resource, ...companions]) {
    if ((await store.putResource(file, deps.now())) === 'new') fresh.push(file.sha256);
  }
  const reading = { delivery, source, deps, watch };
  const standing = { before, fingerprint, gazetteerStamp };
  const { published, drawn } = await attempt(reading, standing).catch(async (cause: unknown) => {
    if (watch.signal?.aborted) for (const sha256 of fresh) await store.forgetResource(sha256);
    throw cause;
  });
  if (watch.wait !== false) await orAborted(drawn, watch.signal);
  return published;
}

/** What came of a file, and when its tiles are drawn. */
type Tried = { readonly published: Published; readonly drawn?: Promise<void> };

/** Wait for something until that is no longer wanted. */
async function orAborted(done: Promise<void> | undefined, signal?: AbortSignal): Promise<void> {
  if (!done || signal?.aborted) return;
  let stop = (): void => undefined;
  const aborted = new Promise<void>((resolve) => {
    stop = resolve;
    signal?.addEventListener('abort', stop, { once: true });
  });
  try {
    await Promise.race([done, aborted]);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

type Standing = {
  readonly before: EditionRow | undefined;
  readonly fingerprint: string;
  readonly gazetteerStamp: string;
};

/** Read, keep, compare and show a file whose bytes are kept; nothing of it stays when that fails. */
async function attempt(
  reading: Reading & { readonly deps: PublishDeps; readonly watch: PublishWatch },
  { before, fingerprint, gazetteerStamp }: Standing,
): Promise<Tried> {
  const { delivery, source, deps, watch } = reading;
  const { onProgress = () => undefined, signal } = watch;
  const { store } = deps;
  onProgress({ stage: 'reading', sizeBytes: sizeOf(delivery.resource) });
  const { resource } = delivery;
  const given = { source, resource, fingerprint, gazetteerStamp };
  const row = await store.stageEdition(startOf(given), deps.now());
  const keeping = startKeeping(row, store);
  const work = async (answer: HarmoniseAnswer, records: Written): Promise<Tried> => {
    const finding = findingOf(answer);
    const reason = refusalOf(answer, deps.licences, source);
    if (reason !== undefined || !('summary' in answer)) {
      await keeping.stop();
      await store.dropEdition(row);
      return { published: { status: 'refused', reason: reason ?? '', finding } };
    }
    await store.describeEdition(row, draftOf(answer.summary, given));
    const of = answer.summary.features + answer.summary.unplaced;
    await keeping.finish(records, (done) => {
      signal?.throwIfAborted();
      onProgress({ stage: 'keeping', done, of });
    });
    if (before) onProgress({ stage: 'comparing' });
    const holding = await crossOver(row, before, store);
    signal?.throwIfAborted();
    return holding.length > 0
      ? { published: { status: 'held', ...(await hold(row, holding, byOf(delivery), deps)) } }
      : await show(row, delivery, deps, onProgress);
  };
  try {
    return await withReading(reading, work, keeping.reach);
  } catch (cause) {
    await keeping.stop();
    await store.dropEdition(row);
    throw cause;
  }
}

/** No gazetteer loaded since could place a record otherwise. */
const isSettled = ({ report: { gazetteerStamp } }: EditionRow, now: string): boolean =>
  gazetteerStamp === undefined || gazetteerStamp === now;

const byOf = ({ by = 'not stated' }: Delivery): string => by;

async function show(
  row: number,
  delivery: Delivery,
  deps: PublishDeps,
  onProgress: (progress: Progress) => void,
): Promise<Tried> {
  const event = { kind: 'published', by: byOf(delivery) } as const;
  const { edition, drawn } = await release(row, event, deps, (layerId, share) =>
    onProgress({ stage: 'tiling', layerId, share }),
  );
  await dropReplaced(row, deps.store);
  await deps.store.dropStaged();
  return { published: { status: 'published', edition }, drawn };
}

/** What publishing the file would find, without keeping or changing anything. */
export async function preview(
  delivery: Delivery,
  source: Source,
  deps: PublishDeps,
): Promise<{ readonly finding: Finding; readonly refusal?: string }> {
  return await withReading({ delivery, source, deps }, async (answer) => {
    const refusal = refusalOf(answer, deps.licences, source);
    return { finding: findingOf(answer), ...(refusal === undefined ? {} : { refusal }) };
  });
}

/** Hash of bytes, descriptor and code: equal means that nothing can come out otherwise. */
export function fingerprintOf(
  { resource, companions = [] }: Delivery,
  source: Source,
  code: string,
): string {
  const bytes = [resource, ...companions].map(({ fileName, sha256 }) => [fileName, sha256]);
  return createHash('sha256')
    .update(JSON.stringify([bytes, source, code]))
    .digest('hex');
}

/** What an answer says of the file, whether it could be read or not. */
export const findingOf = (answer: HarmoniseAnswer): Finding =>
  'summary' in answer
    ? answer.summary
    : { issues: [issue(answer.failed)], lastWords: answer.lastWords };
