import { onlyLayerOf, openLayerOf } from '#data/schema/access-layer.ts';
import type { EditionRow, EventDraft } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import type { Layers } from '#server/tiling/drawing.ts';
import { changeAccess, describedAnew } from './access.ts';
import { drawAll, type OnDrawing, openAll, sealing } from './flipping.ts';

/** What showing and hiding editions needs. */
export type ReleaseDeps = {
  readonly store: Store;
  readonly layers: Layers;
  readonly now: () => Date;
};

/** An edition everybody sees now, or nobody any more. */
export type Released = {
  readonly edition: EditionRow;
  /** Resolves when its layers are drawn; until then their tiles are made as they are asked for. */
  readonly drawn: Promise<void>;
};

/**
 * Flip: in one transaction an edition takes the place of the one before. Then draw the layers it comes into and
 * goes out of. Where something leaves the map, what was drawn of it is served no more.
 *
 * @throws {RangeError} when there is no such edition
 */
export async function release(
  row: number,
  event: EventDraft,
  deps: ReleaseDeps,
  onDrawing?: OnDrawing,
): Promise<Released> {
  const { store, layers, now } = deps;
  const found = await store.findEdition(row);
  if (!found) throw new RangeError(`Cannot publish: no edition ${row}`);
  const former = (await store.listLive()).find(({ dataset }) => dataset === found.dataset);
  const wish = describedAnew(found, former, await store.access.stateOf(found.dataset));
  // closed before the flip, opened after it: the edition before is shown to nobody new
  if (wish && wish.state !== 'open') await changeAccess(found.dataset, wish, deps);
  const state = await store.access.stateOf(found.dataset);
  const edition = inItsLayer(found, state === 'open');
  const live = await store.listLive();
  const before = live.find(({ dataset }) => dataset === edition.dataset);
  const others = live.filter(({ dataset }) => dataset !== edition.dataset);
  const affected = [...new Set([edition.layerId, before?.layerId ?? edition.layerId])];
  const standing = [...others, edition];
  const opened = await openAll(affected, standing, layers);
  const left = affected.filter((id) => id !== edition.layerId || event.kind === 'restored');
  await sealing(left, layers, () => store.goLive(row, opened, [event, now()]));
  const opening =
    wish?.state === 'open' ? await changeAccess(found.dataset, wish, deps) : undefined;
  const drawing = drawAll(affected, layers, onDrawing);
  const drawn = Promise.all([drawing, opening?.drawn]).then(() => undefined);
  drawn.catch(() => undefined);
  return { edition: (await store.findEdition(row)) ?? edition, drawn };
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
): Promise<Released> {
  const live = await store.listLive();
  const edition = live.find((each) => each.dataset === dataset);
  if (!edition) throw new RangeError(`Cannot withdraw "${dataset}": it is not published`);
  const { layerId } = edition;
  const standing = live.filter((each) => each !== edition);
  const opened = await openAll([layerId], standing, layers);
  const event: EventDraft = { kind: 'withdrawn', ...told };
  await sealing([layerId], layers, () => store.withdraw(dataset, opened, [event, now()]));
  return { edition, drawn: drawAll([layerId], layers) };
}

/** An edition of a dataset that is not open lies in a layer of its own, whatever it was described as. */
function inItsLayer(edition: EditionRow, isOpen: boolean): EditionRow {
  const { layerId, dataset } = edition;
  return { ...edition, layerId: isOpen ? openLayerOf(layerId) : onlyLayerOf(layerId, dataset) };
}
