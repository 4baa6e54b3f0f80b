import type { EditionRow } from '#server/store/rows.ts';
import type { Layers } from '#server/tiling/drawing.ts';

/** How far the tiles of a layer are, 0–1. */
export type OnDrawing = (layerId: string, share: number) => void;

/** Layers as they will stand; those of which nothing is left will not. */
export async function openAll(
  ids: readonly string[],
  editions: readonly EditionRow[],
  layers: Layers,
) {
  const opened = ids.map(async (id) => {
    const members = editions.filter(({ layerId }) => layerId === id);
    return members.length === 0 ? [] : [await layers.open(id, members)];
  });
  return (await Promise.all(opened)).flat();
}

/** Flip, with the archives of some layers sealed before: nothing withdrawn is served after it. */
export async function sealing(
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

export function drawAll(
  ids: readonly string[],
  layers: Layers,
  onDrawing?: OnDrawing,
): Promise<void> {
  const drawing = ids.map((id) => {
    onDrawing?.(id, 0);
    return layers.draw(id, (share) => onDrawing?.(id, share));
  });
  const drawn = Promise.all(drawing).then(() => undefined);
  // who does not wait for it need not hear of it: the layer stays one to be drawn
  drawn.catch(() => undefined);
  return drawn;
}
