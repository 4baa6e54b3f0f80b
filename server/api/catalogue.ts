import { findFeatureType } from '#data/features/index.ts';
import type { DatasetSummary, LayerSummary } from '#data/schema/api.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { datasetSummary } from './views/dataset.ts';
import { layerSummary } from './views/layer.ts';
import { readShown } from './views/shown.ts';

/** All that is live, read together so that no answer mixes two states. */
export type Catalogue = {
  readonly publishers: ReadonlyMap<string, Publisher>;
  readonly licences: ReadonlyMap<string, Licence>;
  /** Live editions by dataset. */
  readonly editions: ReadonlyMap<string, EditionRow>;
  /** Live editions by their row. */
  readonly byRow: ReadonlyMap<number, EditionRow>;
  readonly datasets: readonly DatasetSummary[];
  readonly layers: readonly LayerSummary[];
};

/** What a layer's tile archive says of itself; undefined when it cannot be read. */
export type DescribeArchive = (
  layerId: string,
  version: string,
) => Readonly<Record<string, unknown>> | undefined;

/** Read the catalogue; it is kept until the store says that something changed. */
export function openCatalogue(store: Store, describe: DescribeArchive): () => Promise<Catalogue> {
  let kept: { readonly token: string; readonly catalogue: Promise<Catalogue> } | undefined;
  return async () => {
    const token = await store.changeToken();
    if (kept?.token !== token) kept = { token, catalogue: readCatalogue(store, describe) };
    return await kept.catalogue;
  };
}

async function readCatalogue(store: Store, describe: DescribeArchive): Promise<Catalogue> {
  const [publisherList, licenceList, live, layerRows] = await Promise.all([
    store.listPublishers(),
    store.listLicences(),
    store.listLive(),
    store.listLayers(),
  ]);
  const publishers = new Map(publisherList.map((publisher) => [publisher.id, publisher]));
  const licences = new Map(licenceList.map((licence) => [licence.id, licence]));
  const known = live.filter(({ source }) => findFeatureType(source.type));
  const datasets = known.map((edition) => datasetSummary(edition, { publishers, licences }));
  return {
    publishers,
    licences,
    editions: new Map(known.map((edition) => [edition.dataset, edition])),
    byRow: new Map(known.map((edition) => [edition.row, edition])),
    datasets,
    layers: layerRows.flatMap((row) =>
      layerSummary(
        row,
        datasets.filter(({ layerId }) => layerId === row.id),
        {
          licence: licences.get(row.licence),
          shown: readShown(describe(row.id, row.version)),
        },
      ),
    ),
  };
}
