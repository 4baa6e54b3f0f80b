import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { issue } from '#data/issues/issue.ts';
import type { Resource } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Source } from '#data/schema/source.ts';
import { crossOver, dropReplaced, findHeld, type Held, hold } from './hold.ts';
import type { HarmoniseAnswer, Harmoniser } from './jobs/harmoniser.ts';
import type { HarmonisedSummary, JobFile } from './jobs/job.ts';
import type { LayerBuilder } from './layer-builder.ts';
import { refusalOf } from './refusal.ts';
import { release } from './release.ts';
import { datasetIdOf, draftOf, keepRecords } from './staging.ts';
import type { EditionRow } from './store/rows.ts';
import type { Store } from './store/store.ts';

export type PublishDeps = {
  readonly store: Store;
  readonly harmoniser: Harmoniser;
  readonly layers: LayerBuilder;
  readonly licences: ReadonlyMap<string, Licence>;
  /** Folder of the vocabulary, `data/`. */
  readonly vocabulary: string;
  /** Places records without coordinates. */
  readonly gazetteers: {
    /** Folder of its files, for the child. */
    readonly folder: string;
    /** Names what is loaded now. */
    readonly stamp: () => string;
  };
  /** Version of the harmonising code. */
  readonly codeVersion: string;
  /** Folder for passing files to and from the child. */
  readonly temporary: string;
  readonly now: () => Date;
};

/** A file as handed in, with the loose files that belong to it. */
export type Delivery = {
  readonly resource: Resource;
  readonly companions?: readonly Resource[];
  /** Who hands it in, for the history. */
  readonly by?: string;
};

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

export type Progress =
  | { readonly stage: 'reading'; readonly sizeBytes: number }
  | { readonly stage: 'keeping'; readonly done: number; readonly of: number }
  /** With the live edition, when there is one. */
  | { readonly stage: 'comparing' }
  | { readonly stage: 'tiling'; readonly layerId: string };

/**
 * Publish one file under one descriptor: bytes → records → features → store → tiles, then one flip.
 * Until the flip everybody sees the edition before; a fault on the way leaves that one standing.
 *
 * Bad data ends in `refused` with a reason; only a broken machine (disk, database) throws.
 */
export async function publish(
  delivery: Delivery,
  source: Source,
  deps: PublishDeps,
  onProgress: (progress: Progress) => void = () => undefined,
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
  for (const file of [resource, ...companions]) await store.putResource(file, deps.now());

  onProgress({ stage: 'reading', sizeBytes: resource.bytes.byteLength });
  return await inFolder(deps.temporary, async (folder) => {
    const answer = await read(delivery, source, deps, folder);
    const finding = findingOf(answer);
    const reason = refusalOf(answer, deps.licences, source);
    if (reason !== undefined || !('summary' in answer)) {
      return { status: 'refused', reason: reason ?? '', finding };
    }
    const draft = draftOf(answer.summary, { source, resource, fingerprint, gazetteerStamp });
    const row = await store.stageEdition(draft, deps.now());
    try {
      const { features, unplaced } = answer.summary;
      const of = features + unplaced;
      await keepRecords(row, join(folder, OUTPUT), store, (done) =>
        onProgress({ stage: 'keeping', done, of }),
      );
      if (before) onProgress({ stage: 'comparing' });
      const holding = await crossOver(row, before, store);
      return holding.length > 0
        ? { status: 'held', ...(await hold(row, holding, byOf(delivery), deps)) }
        : await show(row, delivery, deps, onProgress);
    } catch (cause) {
      await store.dropEdition(row);
      throw cause;
    }
  });
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
): Promise<Published> {
  const edition = await release(row, { kind: 'published', by: byOf(delivery) }, deps, (layerId) =>
    onProgress({ stage: 'tiling', layerId }),
  );
  await dropReplaced(row, deps.store);
  await deps.store.dropStaged();
  return { status: 'published', edition };
}

/** What publishing the file would find, without keeping or changing anything. */
export async function preview(
  delivery: Delivery,
  source: Source,
  deps: PublishDeps,
): Promise<{ readonly finding: Finding; readonly refusal?: string }> {
  return await inFolder(deps.temporary, async (folder) => {
    const answer = await read(delivery, source, deps, folder);
    const refusal = refusalOf(answer, deps.licences, source);
    return { finding: findingOf(answer), ...(refusal === undefined ? {} : { refusal }) };
  });
}

const OUTPUT = 'records';

function fingerprintOf(
  { resource, companions = [] }: Delivery,
  source: Source,
  code: string,
): string {
  const bytes = [resource, ...companions].map(({ fileName, sha256 }) => [fileName, sha256]);
  return createHash('sha256')
    .update(JSON.stringify([bytes, source, code]))
    .digest('hex');
}

async function inFolder<T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(parent, randomUUID());
  await mkdir(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function read(
  { resource, companions = [] }: Delivery,
  source: Source,
  deps: PublishDeps,
  folder: string,
): Promise<HarmoniseAnswer> {
  const files: JobFile[] = [];
  for (const [index, { bytes, sha256, fileName }] of [resource, ...companions].entries()) {
    const path = join(folder, `file-${index}`);
    await writeFile(path, bytes);
    files.push({ path, sha256, fileName });
  }
  const [file, ...rest] = files;
  if (!file) throw new RangeError('Nothing to read');
  return await deps.harmoniser.run({
    file,
    companions: rest,
    source,
    vocabulary: deps.vocabulary,
    gazetteers: deps.gazetteers.folder,
    output: join(folder, OUTPUT),
    today: deps.now().toISOString().slice(0, 10),
  });
}

const findingOf = (answer: HarmoniseAnswer): Finding =>
  'summary' in answer
    ? answer.summary
    : { issues: [issue(answer.failed)], lastWords: answer.lastWords };
