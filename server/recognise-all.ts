import type { Bounds } from '#data/schema/geometry.ts';
import { DEGREE_M } from './compare/distance.ts';
import { foldReference, recognise, SAME_NAME_M } from './compare/recognise.ts';
import { pagesOf } from './pages-of.ts';
import type { FeatureState, IdChange } from './store/compare-rows.ts';
import type { EditionRow } from './store/rows.ts';
import type { Store } from './store/store.ts';

/** Newcomers looked at at a time. */
const PAGE = 500;
/** References of features that have gone, held in memory to be met again in another spelling. */
const REFERENCES_HELD = 200_000;

/**
 * Give features of a staged edition the ids of things of the live edition that they are, though their own id
 * says otherwise. Each thing is met once; the id they would have had leads to them ever after.
 *
 * @returns how many were recognised
 */
export async function recogniseAll(
  edition: EditionRow,
  before: EditionRow,
  store: Store,
): Promise<number> {
  const versus = { edition: edition.row, against: before.row };
  const references = await goneReferences(before, edition, store);
  if (references === undefined) return 0;
  const recogniser = openRecogniser({ edition, before, store, references });
  const newcomers = (after: number) => store.pageUnmatched(versus, after, PAGE);
  let count = 0;
  for await (const page of pagesOf(newcomers, rowOf)) {
    const changes: IdChange[] = [];
    for (const newcomer of page) {
      const met = await recogniser(newcomer);
      if (met) changes.push({ row: newcomer.row, from: newcomer.id, id: met.id, key: met.key });
    }
    await store.giveIds(edition.row, changes);
    count += changes.length;
  }
  return count;
}

const rowOf = ({ row }: FeatureState): number => row;

type Gone = Pick<FeatureState, 'row' | 'id' | 'key'>;

type Meeting = {
  readonly edition: EditionRow;
  readonly before: EditionRow;
  readonly store: Store;
  /** Folded reference → the thing that has gone. */
  readonly references: ReadonlyMap<string, Gone>;
};

/** Meets newcomers with what has gone, by reference first, then by name and place; each thing once. */
function openRecogniser({ edition, before, store, references }: Meeting) {
  const gone = { edition: before.row, against: edition.row };
  const taken = new Set<number>();
  const isKeyed = keyedLayers(edition);
  const wasKeyed = keyedLayers(before);
  const meet = async (newcomer: FeatureState): Promise<Gone | undefined> => {
    const keyed = isKeyed(newcomer);
    const spelt = keyed ? references.get(foldReference(newcomer.reference ?? '')) : undefined;
    if (spelt && !taken.has(spelt.row)) return spelt;
    if (!newcomer.bounds) return undefined;
    const around = await store.nearUnmatched(gone, widen(newcomer.bounds));
    const able = around.filter(({ row }) => !taken.has(row));
    const each = able.map((state) => ({ ...state, keyed: wasKeyed(state) }));
    return recognise({ ...newcomer, keyed }, each);
  };
  return async (newcomer: FeatureState): Promise<Gone | undefined> => {
    const met = await meet(newcomer);
    if (met) taken.add(met.row);
    return met;
  };
}

/** Features that have gone by their folded reference, unless two share one; undefined when none has gone. */
async function goneReferences(
  before: EditionRow,
  edition: EditionRow,
  store: Store,
): Promise<ReadonlyMap<string, Gone> | undefined> {
  const keyed = keyedLayers(before);
  const found = new Map<string, Gone>();
  const shared = new Set<string>();
  const gone = { edition: before.row, against: edition.row };
  const leavers = (after: number) => store.pageUnmatched(gone, after, PAGE);
  let any = false;
  for await (const page of pagesOf(leavers, rowOf)) {
    any = true;
    for (const each of page.filter(keyed)) {
      const reference = foldReference(each.reference ?? '');
      if (found.has(reference)) shared.add(reference);
      found.set(reference, { row: each.row, id: each.id, key: each.key });
    }
    if (found.size > REFERENCES_HELD) break;
  }
  for (const reference of ['', ...shared]) found.delete(reference);
  return any ? found : undefined;
}

/** Whether a record's reference names it: it has one, and its layer is keyed by references. */
function keyedLayers({ lock }: EditionRow): (feature: FeatureState) => boolean {
  const keyed = new Set(
    lock
      .filter(({ key }) => key?.strategy === 'reference' || key?.strategy === 'composite')
      .map(({ layer }) => layer),
  );
  return ({ layer, reference }) => reference !== undefined && keyed.has(layer);
}

function widen([west, south, east, north]: Bounds): Bounds {
  const high = SAME_NAME_M / DEGREE_M;
  const wide = high / Math.max(Math.cos((south * Math.PI) / 180), 0.01);
  return [west - wide, south - high, east + wide, north + high];
}
