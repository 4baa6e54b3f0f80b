import type { DatasetSummary } from '#data/schema/api.ts';
import type { AreaSource } from '#data/schema/area.ts';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { creditsTold, sourceTold, termsTold } from '#server/catalogue/told.ts';
import type { Catalogue } from '../catalogue.ts';
import { partOfDataset } from '../views/checked-part.ts';

/** Datasets an answer speaks of, each with the number it has there. */
export type SourceRegister = {
  readonly numberOf: (dataset: string) => number;
  /** In the order of their numbers. */
  readonly all: () => AreaSource[];
  /** Words to print of exactly these. */
  readonly credits: () => SitesAnswer['credits'];
  /** Whether they may be handed out together. */
  readonly terms: () => SitesAnswer['terms'];
};

/** Begin a register of sources: one for each answer. */
export function openSources(catalogue: Catalogue): SourceRegister {
  const { datasets, editions } = catalogue;
  const numbers = new Map<string, number>();
  const summaries = new Map(datasets.map((each) => [each.id, each]));
  const named = (): DatasetSummary[] =>
    [...numbers.keys()].flatMap((id) => summaries.get(id) ?? []);
  return {
    numberOf(dataset) {
      const known = numbers.get(dataset);
      if (known !== undefined) return known;
      if (!summaries.has(dataset)) throw new RangeError(`Cannot find live dataset "${dataset}"`);
      numbers.set(dataset, numbers.size);
      return numbers.size - 1;
    },
    all: () => named().map((each) => sourceTold(each, editions.get(each.id)?.source.coverage)),
    credits: () => creditsTold(named()),
    terms: () => termsTold(named().flatMap(({ id }) => partOfDataset(id, catalogue) ?? [])),
  };
}
