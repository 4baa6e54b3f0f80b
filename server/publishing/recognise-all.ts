import type { Bounds } from '#data/schema/geometry.ts';
import { DEGREE_M } from '#server/compare/distance.ts';
import { openPlaces, type Places } from '#server/compare/places.ts';
import { foldReference, recognise, SAME_NAME_M } from '#server/compare/recognise.ts';
import type { FeatureSketch, IdChange } from '#server/store/compare-rows.ts';
import { pagesOf } from '#server/store/records/pages-of.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';

/** Newcomers looked at at a time. */
const PAGE = 2_000;
/** Ids given at a time: each time most pages of the indexes are written. */
const GIVEN = 8_000;
/** Features that have gone held in memory, to be met again in another spelling or by their place. */
const GONE_HELD = 200_000;

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
  const gone = await holdGone(before, edition, store);
  if (gone === undefined) return 0;
  const recogniser = openRecogniser({ edition, before, store, gone });
  const newcomers = (after: number) => store.sketchUnmatched(versus, after, PAGE);
  let count = 0;
  let changes: IdChange[] = [];
  const give = async (): Promise<void> => {
    await store.giveIds(edition.row, changes);
    count += changes.length;
    changes = [];
  };
  for await (const page of pagesOf(newcomers, rowOf)) {
    for (const newcomer of page) {
      const met = await recogniser(newcomer);
      if (met) changes.push({ row: newcomer.row, from: newcomer.id, id: met.id, key: met.key });
    }
    if (changes.length >= GIVEN) await give();
  }
  await give();
  return count;
}

const rowOf = ({ row }: FeatureSketch): number => row;

/** What the new edition does not hold any more. */
type Gone = {
  /** Folded reference → the thing; none that two share. */
  readonly references: ReadonlyMap<string, FeatureSketch>;
  /** By place; absent when they are too many to be held. */
  readonly places?: Places<FeatureSketch>;
};

type Meeting = {
  readonly edition: EditionRow;
  readonly before: EditionRow;
  readonly store: Store;
  readonly gone: Gone;
};

/** Meets newcomers with what has gone, by reference first, then by name and place; each thing once. */
function openRecogniser({ edition, before, store, gone: { references, places } }: Meeting) {
  const versus = { edition: before.row, against: edition.row };
  const taken = new Set<number>();
  const isKeyed = keyedLayers(edition);
  const wasKeyed = keyedLayers(before);
  const around = async (bounds: Bounds): Promise<readonly FeatureSketch[]> =>
    places ? places.near(bounds) : await store.nearUnmatched(versus, widen(bounds));
  const meet = async (newcomer: FeatureSketch): Promise<FeatureSketch | undefined> => {
    const keyed = isKeyed(newcomer);
    const spelt = keyed ? references.get(foldReference(newcomer.reference ?? '')) : undefined;
    if (spelt && !taken.has(spelt.row)) return spelt;
    if (!newcomer.bounds) return undefined;
    const able = (await around(newcomer.bounds)).filter(({ row }) => !taken.has(row));
    const each = able.map((sketch) => ({ ...sketch, keyed: wasKeyed(sketch) }));
    return recognise({ ...newcomer, keyed }, each);
  };
  return async (newcomer: FeatureSketch): Promise<FeatureSketch | undefined> => {
    const met = await meet(newcomer);
    if (!met) return undefined;
    taken.add(met.row);
    places?.remove(met);
    return met;
  };
}

/** Features that have gone, held by reference and place; undefined when none has. */
async function holdGone(
  before: EditionRow,
  edition: EditionRow,
  store: Store,
): Promise<Gone | undefined> {
  const references = holdReferences(before);
  const places = openPlaces<FeatureSketch>(SAME_NAME_M);
  const versus = { edition: before.row, against: edition.row };
  const leavers = (after: number) => store.sketchUnmatched(versus, after, PAGE);
  let held = 0;
  for await (const page of pagesOf(leavers, rowOf)) {
    held += page.length;
    if (held > GONE_HELD) break;
    for (const each of page) {
      places.add(each);
      references.add(each);
    }
  }
  if (held === 0) return undefined;
  const found = references.unshared();
  return held > GONE_HELD ? { references: found } : { references: found, places };
}

/** Collects features by their folded reference; what two share tells neither. */
function holdReferences(before: EditionRow) {
  const keyed = keyedLayers(before);
  const found = new Map<string, FeatureSketch>();
  const shared = new Set(['']);
  return {
    add(each: FeatureSketch): void {
      if (!keyed(each)) return;
      const reference = foldReference(each.reference ?? '');
      if (found.has(reference)) shared.add(reference);
      found.set(reference, each);
    },
    unshared(): ReadonlyMap<string, FeatureSketch> {
      for (const reference of shared) found.delete(reference);
      return found;
    },
  };
}

/** Whether a record's reference names it: it has one, and its layer is keyed by references. */
function keyedLayers({
  lock,
}: EditionRow): (feature: Pick<FeatureSketch, 'layer' | 'reference'>) => boolean {
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
