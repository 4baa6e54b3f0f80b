import type { Agreement } from '#data/schema/agreement.ts';
import { ANONYMOUS } from '#data/schema/subject.ts';
import type { DatasetThing } from '#server/access/thing.ts';
import type { AccessStore, ApartDataset } from '#server/store/accounts/access-rows.ts';
import { type Apart, type Sight, sightOf } from './sight.ts';

/** Who may have what, as it was decided last. */
export type Standing = {
  readonly apart: readonly Apart[];
  /** What everybody sees: it does not change with the clock. */
  readonly everybody: Sight;
};

/** Reads who may have what; kept until the store says that something of it changed. */
export function openStanding(store: AccessStore): () => Promise<Standing> {
  let kept: { readonly revision: number; readonly standing: Promise<Standing> } | undefined;
  return async () => {
    const revision = await store.revision();
    if (kept?.revision !== revision) {
      const standing = readStanding(store);
      kept = { revision, standing };
      // what failed is tried anew by whoever asks next
      standing.catch(() => {
        kept = undefined;
      });
    }
    return await kept.standing;
  };
}

async function readStanding(store: AccessStore): Promise<Standing> {
  const [datasets, owners, agreements] = await Promise.all([
    store.listApart(),
    store.listOwners(),
    store.listAgreements(),
  ]);
  const apart = datasets.map((each) => apartOf(each, owners, agreements));
  return { apart, everybody: sightOf(apart, ANONYMOUS, new Date(0)) };
}

function apartOf(
  { dataset, publisher, state, editions }: ApartDataset,
  owners: ReadonlyMap<string, string>,
  agreements: readonly Agreement[],
): Apart {
  const rows = editions.map(({ row }) => row);
  return { thing: thingOf({ dataset, publisher, state }, owners, agreements), rows };
}

/** A dataset with all that decides about it. */
export function thingOf(
  { dataset: id, publisher, state }: Pick<ApartDataset, 'dataset' | 'publisher' | 'state'>,
  owners: ReadonlyMap<string, string>,
  agreements: readonly Agreement[],
): DatasetThing {
  const owner = owners.get(publisher);
  return {
    kind: 'dataset',
    id,
    state,
    organisations: owner === undefined ? [] : [owner],
    agreements: agreements.filter(({ dataset }) => dataset === id),
  };
}
