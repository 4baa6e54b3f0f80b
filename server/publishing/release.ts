import type { EditionRow, EventDraft, LayerRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import type { LayerBuilder } from '#server/tiling/layer-builder.ts';

/** What showing and hiding editions needs. */
export type ReleaseDeps = {
  readonly store: Store;
  readonly layers: LayerBuilder;
  readonly now: () => Date;
};

/**
 * Build the archives of the layers an edition comes into and goes out of, then flip: one transaction, before
 * which everybody sees the edition before.
 *
 * @throws {RangeError} when there is no such edition
 */
export async function release(
  row: number,
  event: EventDraft,
  { store, layers, now }: ReleaseDeps,
  onTiling: (layerId: string) => void = () => undefined,
): Promise<EditionRow> {
  const edition = await store.findEdition(row);
  if (!edition) throw new RangeError(`Cannot publish: no edition ${row}`);
  const live = await store.listLive();
  const before = live.find(({ dataset }) => dataset === edition.dataset);
  const others = live.filter(({ dataset }) => dataset !== edition.dataset);
  const affected = new Set([edition.layerId, before?.layerId ?? edition.layerId]);
  const built: LayerRow[] = [];
  for (const layerId of affected) {
    const members = [...others, edition].filter((each) => each.layerId === layerId);
    if (members.length === 0) continue;
    onTiling(layerId);
    built.push(await layers.build(layerId, members));
  }
  await store.goLive(row, built, [event, now()]);
  return (await store.findEdition(row)) ?? edition;
}

/**
 * Take a dataset off the map and say why; its editions stay and can be restored.
 *
 * @throws {RangeError} when it is not live
 */
export async function takeDown(
  dataset: string,
  told: Omit<EventDraft, 'kind'>,
  { store, layers, now }: ReleaseDeps,
): Promise<EditionRow> {
  const live = await store.listLive();
  const edition = live.find((each) => each.dataset === dataset);
  if (!edition) throw new RangeError(`Cannot withdraw "${dataset}": it is not published`);
  const left = live.filter((each) => each !== edition && each.layerId === edition.layerId);
  const built = left.length === 0 ? [] : [await layers.build(edition.layerId, left)];
  await store.withdraw(dataset, built, [{ kind: 'withdrawn', ...told }, now()]);
  return edition;
}
