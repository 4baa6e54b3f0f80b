import { ask, countMatches, matching } from '#server/columns/ask.ts';
import type { EditionRow, FeatureShape } from '#server/store/rows.ts';
import { inBoth, withArea } from '../area/inside.ts';
import type { Services } from '../services.ts';
import type { DownloadQuestion } from './question.ts';

/** Which features leave: rows of the store in published order, layer by layer. */
export type Selection = ReadonlyMap<string, readonly number[]>;

/** Features read at a time. */
const PAGE_SIZE = 500;

/**
 * Find the features of some live editions that lie where the question asks and meet its filters.
 *
 * @throws {ApiError} when its area is none
 */
export async function select(
  editions: readonly EditionRow[],
  { area, bbox, filter: filters = [] }: DownloadQuestion,
  services: Services,
): Promise<Selection> {
  const { byRow: live } = await services.catalogue();
  const sifted = await withArea(area, services, (where) =>
    ask(services.columns, { editions, live, filters, ...inBoth(where, bbox) }),
  );
  const found = new Map<string, number[]>();
  for (const [place, { layerId }] of editions.entries()) {
    const own = sifted.slice(place, place + 1);
    if (countMatches(own) === 0) continue;
    found.set(layerId, (found.get(layerId) ?? []).concat(matching(own, 'rows')));
  }
  return found;
}

/** Every selected feature of a layer, page by page. */
export async function* pagesOf(
  selection: Selection,
  layerId: string,
  { store }: Pick<Services, 'store'>,
): AsyncGenerator<readonly FeatureShape[]> {
  const rows = selection.get(layerId) ?? [];
  for (let from = 0; from < rows.length; from += PAGE_SIZE) {
    const page = await store.listShapes(rows.slice(from, from + PAGE_SIZE));
    yield page.toSorted((one, other) => one.row - other.row);
  }
}
