import { setImmediate as breathe } from 'node:timers/promises';
import { toWgs84 } from '#data/geodesy/ostn15.ts';
import { datasetApart } from '#data/schema/access-layer.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { FRAME_TYPES } from '#server/area/absence.ts';
import { type FeatureHere, findInLayer } from '#server/area/layer-findings.ts';
import type { DatasetHere, LayerHere } from '#server/area/question.ts';
import { bearingOf } from '#server/area/relation.ts';
import { REACH_M, type Subject } from '#server/area/subject.ts';
import type { Measure } from '#server/measure/measure.ts';
import { toGrid } from '#server/measure/plane-shape.ts';
import type { EditionRow, FeatureShape } from '#server/store/rows.ts';
import type { Catalogue } from '../catalogue.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';
import { featureSummary, titleOf } from '../views/feature.ts';
import type { Resolved } from './resolve.ts';

/** Features measured for one answer; more would keep everybody else waiting for seconds. */
const MOST_NEAR = 40_000;

/** Features read from the store at once. */
const PAGE = 4_000;

/** How far the nearest of an absent kind is looked for, metres, and among how many. */
const NEAREST_REACH_M = 10_000;
const NEAREST_AMONG = 2_000;

/** What is asked, and where it is measured. */
type Asked = {
  readonly subject: Subject;
  readonly resolved: Resolved;
  readonly measure: Measure;
  /** Features a finding names; as many as the API tells unless given. */
  readonly most?: number;
};

/**
 * Every live layer with what of it is on the area or near it.
 *
 * @throws {ApiError} when there is too much
 */
export async function layersHere(asked: Asked, services: Services): Promise<LayerHere[]> {
  const catalogue = await services.catalogue();
  const bounds = boundsRound(asked.subject, REACH_M, services);
  const counted = await services.store.countFeatures({
    editions: [...catalogue.byRow.keys()],
    bounds,
  });
  const near = [...counted.values()].reduce((sum, each) => sum + each, 0);
  if (near > MOST_NEAR) {
    throw new ApiError(
      'bad-request',
      `${near.toLocaleString('en-GB')} features lie on this area or within ${REACH_M} m; ODIN measures at most ${MOST_NEAR.toLocaleString('en-GB')} at once. Draw a smaller one, or part it.`,
    );
  }
  const found: LayerHere[] = [];
  for (const layer of catalogue.layers) {
    if (FRAME_TYPES.has(layer.featureType)) continue;
    found.push(await layerHere(layer, bounds, asked, { catalogue, services }));
    // somebody else may wait for an answer that takes a moment
    await breathe();
  }
  return found;
}

type Known = { readonly catalogue: Catalogue; readonly services: Services };

async function layerHere(
  layer: LayerSummary,
  bounds: Bounds,
  asked: Asked,
  { catalogue, services }: Known,
): Promise<LayerHere> {
  const { measure, subject, resolved, most } = asked;
  const editions = [...catalogue.byRow.values()].filter((each) => each.layerId === layer.id);
  const datasets = datasetsOf(layer, editions, catalogue);
  const closed = whyClosed(layer, catalogue);
  if (closed) return { layer, datasets, found: [], closed };
  const rows = editions.map(({ row }) => row);
  const features = await readAll({ editions: rows, bounds }, services);
  const others = features.filter(({ id }) => id !== resolved.feature?.id);
  const here = others.map((feature) => featureHere(feature, catalogue, services));
  const found = findInLayer(subject, here, {
    ...{ measure, grid: services.grid },
    ...(most === undefined ? {} : { most }),
  });
  const nearest = found.length === 0 ? await nearestOf(rows, asked, services) : undefined;
  return { layer, datasets, found, ...(nearest ? { nearest } : {}) };
}

function whyClosed(layer: LayerSummary, { licences }: Catalogue): string | undefined {
  // whoever sees a layer kept apart is of the audience it is for
  if (datasetApart(layer.id) !== undefined) return undefined;
  const licence = licences.get(layer.licence.id);
  if (licence?.tier === 'open' || licence?.tier === 'view') return undefined;
  return `${layer.licence.title}: ${licence?.tier === 'restricted' ? 'for a named audience only' : 'nobody has stated that it may be shown'}.`;
}

function datasetsOf(
  { datasets: ids }: LayerSummary,
  editions: readonly EditionRow[],
  { datasets }: Catalogue,
): DatasetHere[] {
  const coverageOf = new Map(editions.map(({ dataset, source }) => [dataset, source.coverage]));
  return datasets
    .filter(({ id }) => ids.includes(id))
    .map((dataset) => {
      const { completeness = 'full', statement } = coverageOf.get(dataset.id) ?? {};
      return {
        ...dataset,
        ...(completeness === 'full' ? {} : { completeness }),
        ...(statement ? { statement } : {}),
      };
    });
}

async function readAll(
  query: { readonly editions: readonly number[]; readonly bounds: Bounds },
  { store }: Services,
): Promise<FeatureShape[]> {
  const all: FeatureShape[] = [];
  for (let after = 0; ; ) {
    const page = await store.pageFeatures(query, { after, limit: PAGE });
    all.push(...page);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return all;
    after = last.row;
  }
}

function featureHere(feature: FeatureShape, { byRow }: Catalogue, services: Services): FeatureHere {
  const edition = byRow.get(feature.edition);
  if (!edition) throw new RangeError(`Cannot find live edition ${feature.edition}`);
  const { id, type, name, attributes, geometry } = feature;
  return {
    id,
    type,
    ...(name ? { name } : {}),
    dataset: edition.dataset,
    attributes,
    geometry,
    summarise: () => featureSummary(feature, edition, services),
  };
}

/** The nearest feature of some editions, edge to edge: one by its middle says how far to look for all others. */
async function nearestOf(
  editions: readonly number[],
  asked: Asked,
  services: Services,
): Promise<LayerHere['nearest']> {
  const { store, grid } = services;
  const { subject, measure } = asked;
  const [west, south, east, north] = boundsRound(subject, 0, services);
  const near = [(west + east) / 2, (south + north) / 2] as const;
  const reach = boundsRound(subject, NEAREST_REACH_M, services);
  // the feature asked about is not near itself
  const isOther = ({ id }: FeatureShape): boolean => id !== asked.resolved.feature?.id;
  const page = { near, offset: 0, limit: 2 };
  const measured = (feature: FeatureShape) => {
    const plane = toGrid(feature.geometry, grid);
    const apart = plane && measure.separation(subject.held, measure.shape(plane));
    return apart ? [{ feature, apart, distanceM: apart.distanceM / subject.scale }] : [];
  };
  const first = (await store.nearestFeatures({ editions, bounds: reach }, page))
    .filter(isOther)
    .slice(0, 1)
    .flatMap(measured);
  const [bound] = first;
  if (!bound) return undefined;
  const within = boundsRound(subject, bound.distanceM, services);
  const others = await store.pageFeatures({ editions, bounds: within }, { limit: NEAREST_AMONG });
  const [nearest = bound] = [...first, ...others.filter(isOther).flatMap(measured)].sort(
    (one, other) => one.distanceM - other.distanceM,
  );
  if (nearest.distanceM > NEAREST_REACH_M) return undefined;
  const { feature, apart, distanceM } = nearest;
  return { id: feature.id, title: titleOf(feature), distanceM, bearing: bearingOf(apart) };
}

/** Degrees added on every side, for the turn of the grid against the meridians: 20 m. */
const MARGIN = 0.0002;

/** The box in degrees of everything within so many metres. */
export function boundsRound({ held }: Subject, reachM: number, { grid }: Services): Bounds {
  const [west, south, east, north] = held.bounds;
  const corners = [
    [west - reachM, south - reachM],
    [west - reachM, north + reachM],
    [east + reachM, south - reachM],
    [east + reachM, north + reachM],
  ].flatMap(([easting = 0, northing = 0]) => {
    const corner = toWgs84(grid, easting, northing);
    return corner ? [corner] : [];
  });
  const lngs = corners.map(([lng]) => lng);
  const lats = corners.map(([, lat]) => lat);
  return [
    Math.min(...lngs) - MARGIN,
    Math.min(...lats) - MARGIN,
    Math.max(...lngs) + MARGIN,
    Math.max(...lats) + MARGIN,
  ];
}
