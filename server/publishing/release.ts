import type { EditionRow, EventDraft } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import type { Layers } from '#server/tiling/drawing.ts';

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

/** How far the tiles of a layer are, 0–1. */
export type OnDrawing = (layerId: string, share: number) => void;

/**
 * Flip: in one transaction an edition takes the place of the one before. Then draw the layers it comes into and
 * goes out of. Where something leaves the map, what was drawn of it is served no more.
 *
 * @throws {RangeError} when there is no such edition
 */
export async function release(
  row: number,
  event: EventDraft,
  { store, layers, now }: ReleaseDeps,
  onDrawing?: OnDrawing,
): Promise<Released> {
  const edition = await store.findEdition(row);
  if (!edition) throw new RangeError(`Cannot publish: no edition ${row}`);
  const live = await store.listLive();
  const before = live.find(({ dataset }) => dataset === edition.dataset);
  const others = live.filter(({ dataset }) => dataset !== edition.dataset);
  const affected = [...new Set([edition.layerId, before?.layerId ?? edition.layerId])];
  const standing = [...others, edition];
  const opened = await openAll(affected, standing, layers);
  const left = affected.filter((id) => id !== edition.layerId || event.kind === 'restored');
  await sealing(left, layers, () => store.goLive(row, opened, [event, now()]));
  const drawn = drawAll(affected, layers, onDrawing);
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

/** Layers as they will stand; those of which nothing is left will not. */
async function openAll(ids: readonly string[], editions: readonly EditionRow[], layers: Layers) {
  const opened = ids.map(async (id) => {
    const members = editions.filter(({ layerId }) => layerId === id);
    return members.length === 0 ? [] : [await layers.open(id, members)];
  });
  return (await Promise.all(opened)).flat();
}

/** Flip, with the archives of some layers sealed before: nothing withdrawn is served after it. */
async function sealing(
  ids: readonly string[],
  layers: Layers,
  flip: () => Promise<void>,
): Promise<void> {
  const undo = await Promise.all(ids.map(layers.seal));
  try {
    await flip();
  } catch (cause) {
    for (const unseal of undo) await unseal();
    throw cause;
  }
}

function drawAll(ids: readonly string[], layers: Layers, onDrawing?: OnDrawing): Promise<void> {
  const drawing = ids.map((id) => {
    onDrawing?.(id, 0);
    return layers.draw(id, (share) => onDrawing?.(id, share));
  });
  const drawn = Promise.all(drawing).then(() => undefined);
  // who does not wait for it need not hear of it: the layer stays one to be drawn
  drawn.catch(() => undefined);
  return drawn;
}
