import type { DatasetSummary } from '#data/schema/api.ts';
import { changesIn } from '#server/catalogue/changes.ts';
import type { WantedLayer } from '#server/export/plan.ts';
import { fitsNationalGrid } from '#server/export/reproject.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';
import { crsOf, type DownloadQuestion } from './question.ts';
import { type Selection, select } from './selection.ts';

/** What was asked for, as it stands live: the layers with their terms, and which features of them. */
export type Want = { readonly layers: readonly WantedLayer[]; readonly selection: Selection };

/**
 * Look up what a download asks for.
 *
 * @throws {ApiError} when nothing is named, or a name is not live
 */
export async function wantOf(question: DownloadQuestion, services: Services): Promise<Want> {
  const { datasets, editions } = await services.catalogue();
  const wanted = datasets.filter(isAskedFor(question, datasets));
  const rows = wanted.flatMap(({ id }) => editions.get(id) ?? []);
  const selection = await select(rows, question, services);
  const ids = [...new Set(wanted.map(({ layerId }) => layerId))];
  // in the order asked for
  const order = question.layers ?? ids;
  ids.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const layers: WantedLayer[] = [];
  for (const id of ids) {
    const layer = await wantedLayer(id, wanted, { question, selection, services });
    if (layer) layers.push(layer);
  }
  return { layers, selection };
}

function isAskedFor(
  { layers, datasets: named }: DownloadQuestion,
  datasets: readonly DatasetSummary[],
): (dataset: DatasetSummary) => boolean {
  if (layers === undefined && named === undefined) {
    throw new ApiError('bad-request', 'Say which layers or datasets: layers=… or datasets=….');
  }
  const missing = [
    ...(layers ?? []).filter((id) => !datasets.some(({ layerId }) => layerId === id)),
    ...(named ?? []).filter((id) => !datasets.some((dataset) => dataset.id === id)),
  ];
  if (missing.length > 0) throw new ApiError('not-found', `Cannot find "${missing.join('", "')}".`);
  return ({ id, layerId }) => (layers?.includes(layerId) ?? true) && (named?.includes(id) ?? true);
}

type Looking = {
  readonly question: DownloadQuestion;
  readonly selection: Selection;
  readonly services: Services;
};

async function wantedLayer(
  id: string,
  wanted: readonly DatasetSummary[],
  { question, selection, services }: Looking,
): Promise<WantedLayer | undefined> {
  const { layers, licences, editions } = await services.catalogue();
  const layer = layers.find((each) => each.id === id);
  const licence = layer && licences.get(layer.licence.id);
  if (!layer || !licence) return undefined;
  const own = wanted.filter(({ layerId }) => layerId === id);
  return {
    id,
    title: layer.title,
    featureType: layer.featureType,
    synthetic: layer.synthetic,
    licence,
    filledFrom: fillersOf(own, editions).flatMap((each) => licences.get(each) ?? []),
    features: selection.get(id)?.length ?? 0,
    crs: fitsNationalGrid(layer.bounds, services.grid) ? crsOf(question) : 'EPSG:4326',
    unplaced: isEverywhere(question) ? unplacedOf(own) : 0,
    datasets: own.map((dataset) => asDownloaded(dataset, editions.get(dataset.id))),
  };
}

/** Ids of the licences of what placed some records of these datasets. */
const fillersOf = (
  datasets: readonly DatasetSummary[],
  editions: ReadonlyMap<string, EditionRow>,
): readonly string[] => {
  const uses = datasets.flatMap(({ id }) => editions.get(id)?.report.gazetteers ?? []);
  return [...new Set(uses.map(({ licence }) => licence))];
};

/** Records without a position are missed only where everything is asked for. */
const isEverywhere = ({ bbox, area, filter = [] }: DownloadQuestion): boolean =>
  bbox === undefined && area === undefined && filter.length === 0;

const unplacedOf = (datasets: readonly DatasetSummary[]): number =>
  datasets.reduce((sum, { edition }) => sum + edition.unplaced, 0);

const asDownloaded = (
  { id, title, publisher, licence, edition }: DatasetSummary,
  row: EditionRow | undefined,
) => ({
  id,
  title,
  publisher: publisher.name,
  edition: edition.number,
  publishedAt: edition.publishedAt,
  sha256: edition.sha256,
  attribution: licence.attribution,
  ...(row ? { changes: changesIn(row) } : {}),
});
