import { randomUUID } from 'node:crypto';
import { access, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LongResource, Resource } from '#data/schema/flow.ts';
import type { Source } from '#data/schema/source.ts';
import type { HarmoniseAnswer } from '#server/jobs/harmoniser.ts';
import type { JobFile } from '#server/jobs/job.ts';
import { sizeOf } from '#server/jobs/resource-file.ts';
import { piecesOf } from '#server/store/blobs.ts';
import type { Delivery, PublishDeps, PublishWatch } from './delivery.ts';

type ReadingDeps = Pick<
  PublishDeps,
  'store' | 'harmoniser' | 'vocabulary' | 'gazetteers' | 'temporary' | 'now'
>;

/** A file, how to read it, what with, and who waits. */
export type Reading = {
  readonly delivery: Delivery;
  readonly source: Source;
  readonly deps: ReadingDeps;
  readonly watch?: PublishWatch;
  /** Look closely too, for the desk; `untyped`: what its descriptor says of its type means nothing yet. */
  readonly closer?: 'typed' | 'untyped';
};

const OUTPUT = 'records';

/** Records in a file, as far as they are written. */
export type Written = { readonly path: string; readonly bytes: number };

/**
 * Harmonise a file in the child and hand over its answer and its records, which are gone afterwards.
 *
 * @param onWritten told while the file is read which of its records can be had already
 */
export async function withReading<T>(
  reading: Reading,
  work: (answer: HarmoniseAnswer, records: Written) => Promise<T>,
  onWritten: (records: Written) => void = () => undefined,
): Promise<T> {
  return await inFolder(reading.deps.temporary, async (folder) => {
    const path = join(folder, OUTPUT);
    const answer = await read(reading, folder, (bytes) => onWritten({ path, bytes }));
    const bytes = 'summary' in answer ? (await stat(path)).size : 0;
    return await work(answer, { path, bytes });
  });
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
  { delivery, source, deps, watch = {}, closer }: Reading,
  folder: string,
  onWritten: (bytes: number) => void,
): Promise<HarmoniseAnswer> {
  const { resource, companions = [] } = delivery;
  const { onProgress, signal } = watch;
  const file = await fileOf(resource, join(folder, 'file'), deps);
  const beside: JobFile[] = [];
  for (const [index, each] of companions.entries()) {
    beside.push(await fileOf(each, join(folder, `beside-${index}`), deps));
  }
  const sizeBytes = sizeOf(resource);
  return await deps.harmoniser.run(
    {
      file,
      companions: beside,
      source,
      vocabulary: deps.vocabulary,
      gazetteers: deps.gazetteers.folder,
      output: join(folder, OUTPUT),
      ...(closer ? { closer } : {}),
      today: deps.now().toISOString().slice(0, 10),
    },
    {
      ...(signal ? { signal } : {}),
      onWritten,
      onProgress: (run) => onProgress?.({ stage: 'reading', sizeBytes, run }),
    },
  );
}

/** Where the child finds a resource: where the store keeps it, else in a copy at `path`. */
async function fileOf(
  resource: Resource | LongResource,
  path: string,
  { store }: ReadingDeps,
): Promise<JobFile> {
  const { sha256, fileName } = resource;
  const kept = store.resourcePath(sha256);
  const isKept = await access(kept).then(
    () => true,
    () => false,
  );
  if (!isKept) await writeFile(path, piecesOf(resource));
  return { path: isKept ? kept : path, sha256, fileName };
}
