import { datasetApart } from '#data/schema/access-layer.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Sight } from './sight.ts';

/** One catalogue as whoever sees the same sees it: made once for each such set of datasets. */
const kept = new WeakMap<Catalogue, Map<string, Catalogue>>();

/** The catalogue without what somebody does not see; the very same one where they see it all. */
export function seenCatalogue(whole: Catalogue, { hidden, key }: Sight): Catalogue {
  if (hidden.size === 0) return whole;
  const known = kept.get(whole) ?? new Map<string, Catalogue>();
  kept.set(whole, known);
  const catalogue = known.get(key) ?? without(hidden, whole);
  known.set(key, catalogue);
  return catalogue;
}

function without(hidden: ReadonlySet<string>, whole: Catalogue): Catalogue {
  const editions = [...whole.editions].filter(([dataset]) => !hidden.has(dataset));
  return {
    ...whole,
    editions: new Map(editions),
    byRow: new Map(editions.map(([, edition]) => [edition.row, edition])),
    datasets: whole.datasets.filter(({ id }) => !hidden.has(id)),
    // a dataset that is not open lies in a layer of its own: no other layer counts it
    layers: whole.layers.filter(({ id }) => !hidden.has(datasetApart(id) ?? '')),
  };
}
