import type { Versus } from '#server/store/compare-rows.ts';
import { pagesOf } from '#server/store/records/pages-of.ts';
import type { FeatureShape } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';

/** An edition a layer is made of. */
export type Member = { readonly dataset: string; readonly row: number };

/** Features that are drawn otherwise than before, and keys of those that are gone. */
export type LayerDiff = { readonly changed: FeatureShape[]; readonly removed: number[] };

/** What comparing two states of a layer needs of the store. */
export type DiffStore = Pick<
  Store,
  'pageFeatures' | 'pageRedrawn' | 'pageGoneKeys' | 'findEdition'
>;

/** Features and keys read at a time. */
const PAGE = 2_000;
/** No edition has this row. */
const NONE = 0;

/**
 * What is drawn otherwise when a layer is made of other editions, dataset by dataset.
 *
 * The changes kept between editions do not tell: they leave out what no reader would notice, and
 * tiles are to be the same byte for byte.
 *
 * @returns undefined when an edition of before is no longer in the store, or when more than `most`
 * features changed: then there is nothing to be gained by knowing which
 */
export async function diffLayers(
  before: readonly Member[],
  after: readonly Member[],
  { store, most }: { readonly store: DiffStore; readonly most: number },
): Promise<LayerDiff | undefined> {
  const diff: LayerDiff = { changed: [], removed: [] };
  for (const { was, is } of pairsOf(before, after)) {
    if (was !== NONE && !(await store.findEdition(was))) return undefined;
    await addDifferences({ edition: is, against: was }, diff, { store, most });
  }
  // a key names one feature, or it cannot be told which of two is meant
  const keys = new Set(diff.changed.map(({ key }) => key));
  return keys.size === diff.changed.length && keys.size <= most ? diff : undefined;
}

/** Each dataset's edition of before and of now, where they differ; NONE for no edition. */
function pairsOf(before: readonly Member[], after: readonly Member[]) {
  const rowIn = (members: readonly Member[], dataset: string): number =>
    members.find((member) => member.dataset === dataset)?.row ?? NONE;
  const datasets = new Set([...before, ...after].map(({ dataset }) => dataset));
  return [...datasets]
    .map((dataset) => ({ was: rowIn(before, dataset), is: rowIn(after, dataset) }))
    .filter(({ was, is }) => was !== is);
}

/** Add what two editions draw differently, reading on only while it is worth it. */
async function addDifferences(
  versus: Versus,
  { changed, removed }: LayerDiff,
  { store, most }: { readonly store: DiffStore; readonly most: number },
): Promise<void> {
  const redrawn = (after: number) => store.pageRedrawn(versus, after, PAGE);
  for await (const page of pagesOf(redrawn, ({ row }) => row)) {
    changed.push(...page);
    if (changed.length > most) return;
  }
  const gone = (after: number) => store.pageGoneKeys(versus, after, PAGE);
  for await (const page of pagesOf(gone, ({ row }) => row)) {
    for (const { key } of page) removed.push(key);
  }
}
