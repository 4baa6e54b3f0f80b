import { type LayerFilter, matches } from '#data/query/filter.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { EditionRow, FeatureHead, FeatureShape } from '#server/store/rows.ts';
import type { Services } from '../services.ts';

/** Which features leave: those of some live editions, in a box, that meet their layer's filter. */
export type Selection = {
  readonly editions: readonly EditionRow[];
  readonly bounds?: Bounds;
  readonly filters: readonly LayerFilter[];
};

/** Features read at a time. */
const PAGE_SIZE = 500;

/** The part of a selection that is of one layer. */
export const ofLayer = (selection: Selection, layerId: string): Selection => ({
  ...selection,
  editions: selection.editions.filter((edition) => edition.layerId === layerId),
  filters: selection.filters.filter((filter) => filter.layerId === layerId),
});

/** Every selected feature of a layer, page by page in published order, edition after edition. */
export async function* pagesOf(
  { editions, bounds, filters }: Selection,
  { store }: Pick<Services, 'store'>,
): AsyncGenerator<readonly FeatureShape[]> {
  const isWanted = testOf(filters);
  for (const { row } of editions) {
    const query = { editions: [row], ...(bounds ? { bounds } : {}) };
    let after = 0;
    for (;;) {
      const page = await store.pageFeatures(query, { after, limit: PAGE_SIZE });
      yield page.filter(isWanted);
      if (page.length < PAGE_SIZE) break;
      after = page.at(-1)?.row ?? after;
    }
  }
}

/** How many features of one layer are selected; only a filter needs them read. */
export async function countOf(
  selection: Selection,
  services: Pick<Services, 'store'>,
): Promise<number> {
  const { editions, bounds, filters } = selection;
  if (filters.length === 0) {
    const rows = editions.map(({ row }) => row);
    const counts = await services.store.countFeatures({
      editions: rows,
      ...(bounds ? { bounds } : {}),
    });
    return [...counts.values()].reduce((sum, each) => sum + each, 0);
  }
  let count = 0;
  for await (const page of pagesOf(selection, services)) count += page.length;
  return count;
}

function testOf(filters: readonly LayerFilter[]): (feature: FeatureHead) => boolean {
  const conditions = filters.flatMap((filter) => filter.conditions);
  return ({ attributes }) =>
    conditions.every((condition) =>
      matches(
        condition,
        Object.hasOwn(attributes, condition.attribute)
          ? attributes[condition.attribute]
          : undefined,
      ),
    );
}
