import { findFeatureType } from '#data/features/index.ts';
import type { DatasetSummary, LayerSummary } from '#data/schema/api.ts';
import { combineCredits } from '#data/schema/credits.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { LayerRow } from '#server/store/rows.ts';
import { tileLayerOf } from '#tiles/layers.ts';
import { FRESH_ZOOM, tilesPathOf } from '../tiles/provisional.ts';
import { mayDownload } from './licence.ts';
import type { ShownAtZoom } from './shown.ts';

/**
 * A layer as the catalogue tree shows it; nothing when no live dataset is in it.
 *
 * @param datasets the live datasets of the layer
 */
export function layerSummary(
  row: LayerRow,
  datasets: readonly DatasetSummary[],
  { licence, shown }: { readonly licence: Licence | undefined; readonly shown: ShownAtZoom },
): LayerSummary[] {
  const type = findFeatureType(row.featureType);
  const [first] = datasets;
  if (!type || !first) return [];
  const tiles = tileLayerOf(type);
  const bounds = joinBounds(
    datasets.flatMap((dataset) => (dataset.bounds ? [dataset.bounds] : [])),
  );
  const publishers = new Map(datasets.map(({ publisher }) => [publisher.id, publisher]));
  const credits = datasets.map(({ publisher, licence }) => ({
    holder: publisher.name,
    licence: licence.id,
    statement: licence.attribution,
  }));
  const approximate = datasets.reduce((sum, { edition }) => sum + (edition.approximate ?? 0), 0);
  return [
    {
      id: row.id,
      title: type.plural,
      theme: type.theme,
      featureType: type.id,
      sourceLayer: tiles.id,
      shapes: [...row.shapes],
      synthetic: row.synthetic,
      featureCount: datasets.reduce((sum, { edition }) => sum + edition.features, 0),
      ...(approximate > 0 ? { approximateCount: approximate } : {}),
      minZoom: tiles.minZoom,
      maxZoom: row.maxZoom,
      ...(shown ? { shown } : {}),
      ...(bounds ? { bounds } : {}),
      version: row.version,
      tiles: tilesPathOf(row),
      ...buildingOf(row),
      ...(mayDownload(licence) && !row.drawing
        ? { archive: `/api/layers/${row.id}/${row.version}.pmtiles` }
        : {}),
      datasets: datasets.map(({ id }) => id),
      publishers: [...publishers.values()],
      licence: {
        ...first.licence,
        attribution: combineCredits(credits).long.join(' '),
        ...(datasets.some(({ licence: own }) => own.presumed) ? { presumed: true } : {}),
      },
      updated:
        datasets
          .map(({ edition }) => edition.publishedAt)
          .sort()
          .at(-1) ?? row.builtAt,
      coverage: [...new Set(datasets.flatMap(({ coverage }) => coverage))].sort(),
      synonyms: [...type.synonyms],
    },
  ];
}

function buildingOf({ drawing }: LayerRow): Pick<LayerSummary, 'building'> {
  if (!drawing) return {};
  const { share: shareDone, since } = drawing;
  return {
    building: { shareDone, fromZoom: FRESH_ZOOM, ...(since ? { sinceVersion: since } : {}) },
  };
}

type Box = [number, number, number, number];

function joinBounds(boxes: readonly Box[]): Box | undefined {
  const [first, ...rest] = boxes;
  if (!first) return undefined;
  return rest.reduce<Box>(
    ([west, south, east, north], [w, s, e, n]) => [
      Math.min(west, w),
      Math.min(south, s),
      Math.max(east, e),
      Math.max(north, n),
    ],
    first,
  );
}
