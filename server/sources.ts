import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import type { Resource } from '#data/schema/flow.ts';
import type { Source } from '#data/schema/source.ts';
import { openResource } from './jobs/resource-file.ts';
import type { Delivery, Progress, PublishDeps } from './publishing/delivery.ts';
import { type Published, publish } from './publishing/publish.ts';
import { datasetIdOf } from './publishing/staging.ts';

/** What became of one source. */
export type SourceOutcome =
  | { readonly source: Source; readonly outcome: Published; readonly ms: number }
  | { readonly source: Source; readonly missing: string };

export type SourcesWatcher = {
  readonly onProgress?: (source: Source, progress: Progress) => void;
  readonly onOutcome?: (outcome: SourceOutcome) => void;
};

/**
 * Publish every source that names a file, in the order of their ids. What is unchanged is passed over in
 * milliseconds; what is refused or missing stops nothing else.
 *
 * @param samples folder the files stand in
 */
export async function publishSources(
  sources: Iterable<Source>,
  samples: string,
  deps: PublishDeps,
  { onProgress, onOutcome }: SourcesWatcher = {},
): Promise<readonly SourceOutcome[]> {
  const outcomes: SourceOutcome[] = [];
  for (const source of [...sources].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (source.file === undefined) continue;
    const begun = performance.now();
    await publishEarlier(source, samples, deps);
    const delivery = await readDelivery(join(samples, source.file));
    const outcome: SourceOutcome = delivery
      ? {
          source,
          outcome: await publish(delivery, source, deps, {
            onProgress: (progress) => onProgress?.(source, progress),
          }),
          ms: performance.now() - begun,
        }
      : { source, missing: source.file };
    outcomes.push(outcome);
    onOutcome?.(outcome);
  }
  return outcomes;
}

/** Editions before the present one, of a dataset that has none yet: its history begins with them. */
async function publishEarlier(source: Source, samples: string, deps: PublishDeps): Promise<void> {
  const { earlier = [] } = source;
  if (earlier.length === 0) return;
  if ((await deps.store.listEditions(datasetIdOf(source))).length > 0) return;
  for (const file of earlier) {
    const delivery = await readDelivery(join(samples, file));
    if (delivery) await publish(delivery, source, deps, { wait: false });
  }
}

/** A file with the loose files of the same name beside it (`x.gml`, `x.gfs`); undefined when there is none. */
export async function readDelivery(path: string): Promise<Delivery | undefined> {
  const folder = dirname(path);
  const stem = parse(path).name;
  const names = await readdir(folder).catch((): string[] => []);
  if (!names.includes(basename(path))) return undefined;
  const beside = names
    .filter((name) => parse(name).name === stem && name !== basename(path))
    .sort();
  const companions = await Promise.all(beside.map((name) => readResource(join(folder, name))));
  return { resource: await openResource(path), companions };
}

async function readResource(path: string): Promise<Resource> {
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, fileName: basename(path), bytes };
}
