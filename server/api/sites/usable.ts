import { datasetApart } from '#data/schema/access-layer.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Catalogue } from '../catalogue.ts';

/**
 * The editions of some feature types that may be measured for whoever sees the catalogue, in the order of their
 * datasets. What no licence lets everybody see is left out, as on the map; whoever sees a dataset that is not open
 * is of the audience it is for.
 */
export function usableEditions(
  { byRow, licences }: Catalogue,
  types: ReadonlySet<string>,
): EditionRow[] {
  return [...byRow.values()]
    .filter(({ source, licence, layerId }) => {
      if (!types.has(source.type)) return false;
      const tier = licences.get(licence)?.tier;
      return tier === 'open' || tier === 'view' || datasetApart(layerId) !== undefined;
    })
    .sort((one, other) => (one.dataset < other.dataset ? -1 : 1));
}
