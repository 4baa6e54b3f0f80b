import type { AccessState } from '#data/schema/access.ts';
import { onlyLayerOf, openLayerOf } from '#data/schema/access-layer.ts';
import type { AuditEntry } from '#data/schema/audit.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import type { Layers } from '#server/tiling/drawing.ts';
import { drawAll, openAll, sealing } from './flipping.ts';
import { isForMany } from './refusal.ts';

/** How a dataset is to stand from now on, who says so, and why. */
export type AccessWish = {
  readonly state: AccessState;
  readonly actor: AuditEntry['actor'];
  readonly why: string;
};

/** What changing access needs. */
export type AccessDeps = {
  readonly store: Store;
  readonly layers: Layers;
  readonly now: () => Date;
};

/**
 * Change who may have a dataset. In one transaction its features leave the layer of everybody for one of their own, or
 * come back; what was drawn of them is served no more, and nothing in other datasets names it any longer.
 *
 * @returns resolves when the layers are drawn
 * @throws {RangeError} when there is no such dataset, it stands so already, or its licence names who may have it
 */
export async function changeAccess(
  dataset: string,
  { state, actor, why }: AccessWish,
  deps: AccessDeps,
): Promise<{ readonly drawn: Promise<void> }> {
  const { store, layers, now } = deps;
  const current = await store.access.stateOf(dataset);
  if (current === undefined) throw new RangeError(`Cannot find dataset "${dataset}"`);
  if (current === state) throw new RangeError(`Dataset "${dataset}" is ${state} already`);
  const live = await store.listLive();
  const edition = live.find((each) => each.dataset === dataset);
  if (edition) await refuseToOpen(edition, state, store);
  const { affected, standing } = moved(live, edition, state);
  const opened = await openAll(affected, standing, layers);
  const at = now().toISOString();
  const title =
    edition?.source.title ?? (await store.listEditions(dataset))[0]?.source.title ?? dataset;
  const move = {
    ...{ dataset, title, layers: opened },
    change: { state, at, by: actor.name, why },
    entry: { kind: 'access', at, actor, dataset, state, why } as const,
  };
  const left = affected.slice(0, 1);
  await sealing(left, layers, () => store.access.changeAccess(move));
  return { drawn: drawAll(affected, layers) };
}

/** How a descriptor says that its dataset is to stand; undefined where it says nothing new. */
export function describedAnew(
  { source }: Pick<EditionRow, 'source'>,
  before: Pick<EditionRow, 'source'> | undefined,
  state: AccessState | undefined,
): AccessWish | undefined {
  const { access } = source;
  if (access === undefined || access === state || access === before?.source.access)
    return undefined;
  const actor = { name: 'its descriptor', role: 'descriptor' };
  return before && { state: access, actor, why: 'So described in a new descriptor.' };
}

/** A licence for a named audience stays with one. */
async function refuseToOpen(
  { licence: id }: EditionRow,
  state: AccessState,
  store: Pick<Store, 'listLicences'>,
): Promise<void> {
  if (!isForMany(state)) return;
  const licence = (await store.listLicences()).find((each) => each.id === id);
  if (licence?.tier !== 'restricted') return;
  throw new RangeError(`Its licence, ${licence.title}, is for a named audience only`);
}

/** The layer an edition leaves and the one it comes into, none where it stays; and what is live then. */
function moved(live: readonly EditionRow[], edition: EditionRow | undefined, state: AccessState) {
  const from = edition?.layerId;
  if (edition === undefined || from === undefined) return { affected: [], standing: live };
  const to = state === 'open' ? openLayerOf(from) : onlyLayerOf(from, edition.dataset);
  if (from === to) return { affected: [], standing: live };
  const others = live.filter((each) => each !== edition);
  return { affected: [from, to], standing: [...others, { ...edition, layerId: to }] };
}
