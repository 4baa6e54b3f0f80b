import type { Source } from '#data/schema/source.ts';
import type { EditionRow, EventDraft } from '../store/rows.ts';
import { compareAll } from './cross-editions.ts';
import { type ReleaseDeps, type Released, release, takeDown } from './release.ts';
import { datasetIdOf } from './staging.ts';

/** Who asks, and why. */
export type Told = Omit<EventDraft, 'kind'>;

/**
 * Make a former edition the live one again, whatever became of it: superseded, withdrawn, or held until now.
 *
 * @throws {RangeError} when the dataset has no such edition, or it is live already
 */
export async function restoreEdition(
  dataset: string,
  number: number,
  told: Told,
  deps: ReleaseDeps,
): Promise<Released> {
  const { store } = deps;
  const editions = await store.listEditions(dataset);
  const edition = editions.find((each) => each.number === number);
  if (!edition) throw new RangeError(`Cannot restore: "${dataset}" has no edition ${number}`);
  if (edition.status === 'live') throw new RangeError(`Edition ${number} is live already`);
  const live = editions.find(({ status }) => status === 'live');
  if (live) {
    const { comparison } = await compareAll(edition, live, store);
    await store.finishComparing(edition.row, comparison, []);
  }
  const kind = edition.status === 'held' ? 'accepted' : 'restored';
  return await release(edition.row, { kind, ...told }, deps);
}

/**
 * Withdraw every dataset that had a descriptor and has none now, and remember which have one.
 *
 * @returns the editions that were taken down
 */
export async function withdrawUndescribed(
  sources: Iterable<Pick<Source, 'id'>>,
  deps: ReleaseDeps,
): Promise<EditionRow[]> {
  const { store } = deps;
  const described = new Set([...sources].map(datasetIdOf));
  const had = new Set(await store.listDescribed());
  const taken: EditionRow[] = [];
  for (const { dataset } of await store.listLive()) {
    if (described.has(dataset) || !had.has(dataset)) continue;
    const why = 'Its source descriptor was removed from this deployment.';
    const { edition, drawn } = await takeDown(dataset, { by: 'this deployment', why }, deps);
    await drawn;
    taken.push(edition);
  }
  await store.markDescribed([...described]);
  return taken;
}
