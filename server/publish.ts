import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { issue } from '#data/issues/issue.ts';
import type { Resource } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Source } from '#data/schema/source.ts';
import { readFrames } from './jobs/frames.ts';
import type { HarmoniseAnswer, Harmoniser } from './jobs/harmoniser.ts';
import type { HarmonisedSummary, JobFile, PreparedRecord } from './jobs/job.ts';
import { type LayerBuilder, layerIdOf } from './layer-builder.ts';
import { refusalOf } from './refusal.ts';
import type { EditionDraft, EditionRow, FeatureDraft } from './store/rows.ts';
import type { Store } from './store/store.ts';

export type PublishDeps = {
  readonly store: Store;
  readonly harmoniser: Harmoniser;
  readonly layers: LayerBuilder;
  readonly licences: ReadonlyMap<string, Licence>;
  /** Folder of the vocabulary, `data/`. */
  readonly vocabulary: string;
  /** Version of the harmonising code. */
  readonly codeVersion: string;
  /** Folder for passing files to and from the child. */
  readonly temporary: string;
  readonly now: () => Date;
};

/** A file as handed in, with the loose files that belong to it. */
export type Delivery = { readonly resource: Resource; readonly companions?: readonly Resource[] };

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
  /** Nothing the public sees has changed. The bytes are kept; `reason` says what would let them through. */
  | { readonly status: 'refused'; readonly reason: string; readonly finding: Finding };

export type Progress =
  | { readonly stage: 'reading'; readonly sizeBytes: number }
  | { readonly stage: 'keeping'; readonly done: number; readonly of: number }
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
  if (before?.fingerprint === fingerprint) return { status: 'unchanged', edition: before };
  for (const file of [resource, ...companions]) await store.putResource(file, deps.now());

  onProgress({ stage: 'reading', sizeBytes: resource.bytes.byteLength });
  return await inFolder(deps.temporary, async (folder) => {
    const answer = await read(delivery, source, deps, folder);
    const finding = findingOf(answer);
    const reason = refusalOf(answer, deps.licences);
    if (reason !== undefined || !('summary' in answer)) {
      return { status: 'refused', reason: reason ?? '', finding };
    }
    const draft = draftOf(answer.summary, { source, resource, fingerprint });
    const row = await store.stageEdition(draft, deps.now());
    try {
      await keep(row, join(folder, OUTPUT), answer.summary, { store, onProgress });
      await show(row, before, deps, onProgress);
    } catch (cause) {
      await store.dropEdition(row);
      throw cause;
    }
    await store.dropStaged();
    const edition = await store.findEdition(row);
    if (!edition) throw new Error(`Edition ${row} is not in the store`);
    return { status: 'published', edition };
  });
}

/** What publishing the file would find, without keeping or changing anything. */
export async function preview(
  delivery: Delivery,
  source: Source,
  deps: PublishDeps,
): Promise<{ readonly finding: Finding; readonly refusal?: string }> {
  return await inFolder(deps.temporary, async (folder) => {
    const answer = await read(delivery, source, deps, folder);
    const refusal = refusalOf(answer, deps.licences);
    return { finding: findingOf(answer), ...(refusal === undefined ? {} : { refusal }) };
  });
}

/** The dataset a descriptor describes. */
export const datasetIdOf = ({ id }: Source): string => id.replace('/', '--');

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
    output: join(folder, OUTPUT),
    today: deps.now().toISOString().slice(0, 10),
  });
}

const findingOf = (answer: HarmoniseAnswer): Finding =>
  'summary' in answer
    ? answer.summary
    : { issues: [issue(answer.failed)], lastWords: answer.lastWords };

function draftOf(
  summary: HarmonisedSummary,
  given: { source: Source; resource: Resource; fingerprint: string },
): EditionDraft {
  const { source, resource, fingerprint } = given;
  const { format, licence, encoding, crs, bounds } = summary;
  if (!format || !licence) throw new RangeError('Cannot keep a file without format and licence');
  return {
    dataset: datasetIdOf(source),
    source,
    sha256: resource.sha256,
    fingerprint,
    layerId: layerIdOf(source.type, licence, source.synthetic),
    licence,
    lock: summary.lock,
    issues: summary.issues,
    report: {
      fileName: resource.fileName,
      sizeBytes: resource.bytes.byteLength,
      format,
      ...(encoding ? { encoding } : {}),
      ...(crs ? { crs } : {}),
      ...(bounds ? { bounds } : {}),
      records: summary.records,
      features: summary.features,
      unplaced: summary.unplaced,
      rejected: summary.rejected,
      layers: summary.taken.map((layer) => ({ ...layer, profile: profileOf(layer.name, summary) })),
    },
  };
}

const profileOf = (name: string, { layers }: HarmonisedSummary) =>
  layers.find((layer) => layer.name === name)?.columns ?? [];

async function keep(
  edition: number,
  path: string,
  { features, unplaced }: HarmonisedSummary,
  { store, onProgress }: { store: Store; onProgress: (progress: Progress) => void },
): Promise<void> {
  let done = 0;
  for await (const frame of readFrames<PreparedRecord>(path)) {
    await store.stageFeatures(edition, frame.map(toDraft));
    done += frame.length;
    onProgress({ stage: 'keeping', done, of: features + unplaced });
  }
}

function toDraft({ feature, place, cells, words }: PreparedRecord): FeatureDraft {
  const { key, id, type, lifecycle, reference, name, attributes, sources, extra, provenance } =
    feature;
  const common = { key, id, type, lifecycle, attributes, sources, extra, cells, words };
  const named = {
    ...(reference === undefined ? {} : { reference }),
    ...(name === undefined ? {} : { name }),
    ...provenance,
  };
  if (!place || !('geometry' in feature)) return { ...common, ...named };
  const { geometry, nativeGeometry, placement } = feature;
  const native = nativeGeometry ? { native: nativeGeometry } : {};
  return { ...common, ...named, ...place, geometry, placement, ...native };
}

/** Build the archives of the layers the edition comes into and goes out of, then flip. */
async function show(
  row: number,
  before: EditionRow | undefined,
  { store, layers }: PublishDeps,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const edition = await store.findEdition(row);
  if (!edition) throw new Error(`Edition ${row} is not in the store`);
  const others = (await store.listLive()).filter(({ dataset }) => dataset !== edition.dataset);
  const affected = new Set([edition.layerId, before?.layerId ?? edition.layerId]);
  const built = [];
  for (const layerId of affected) {
    const members = [...others, edition].filter((each) => each.layerId === layerId);
    if (members.length === 0) continue;
    onProgress({ stage: 'tiling', layerId });
    built.push(await layers.build(layerId, members));
  }
  await store.goLive(row, built);
}
