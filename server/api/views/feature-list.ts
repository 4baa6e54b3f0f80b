import { setImmediate as breathe } from 'node:timers/promises';
import { attributesOf, findFeatureType } from '#data/features/index.ts';
import type { FeatureList, FeatureSummary } from '#data/schema/api.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import type { ColumnTotal, ColumnValue } from '#data/schema/layer-figures.ts';
import type { Matched } from '#server/columns/ask.ts';
import { type Place, pageOf } from '#server/columns/order.ts';
import { sumOf } from '#server/columns/totals.ts';
import type { EditionRow, FeatureHead } from '#server/store/rows.ts';
import type { Services } from '../services.ts';
import { formatValue } from './attribute.ts';
import { featureSummary } from './feature.ts';
import { type Sort, sortKeys } from './sort.ts';

/** Mean Earth radius, metres (IUGG). */
const EARTH_M = 6_371_008.8;

/** What a list shows of the features that match. */
export type ListWish = {
  /** From where distances are measured. */
  readonly near: LngLat | undefined;
  readonly sort: Sort;
  /** Attributes to tell of each feature. */
  readonly columns: readonly string[];
  readonly offset: number;
  readonly limit: number;
};

/** One page of the features that match, in order. */
export async function listedFeatures(
  { editions, sifted }: Matched,
  wish: ListWish,
  services: Services,
): Promise<FeatureSummary[]> {
  const keys = await sortKeys({ editions, sifted }, wish, services);
  // putting many in order is a turn of the event loop of its own
  await breathe();
  const places = pageOf(sifted, keys, wish);
  const rowOf = ({ part, at }: Place) => sifted[part]?.columns.rows[at] ?? Number.NaN;
  const heads = await services.store.listHeads(places.map(rowOf));
  const byRow = new Map(heads.map((head) => [head.row, head]));
  return places.flatMap((place) => {
    const head = byRow.get(rowOf(place));
    const edition = editions[place.part];
    return head && edition ? [listed(head, edition, wish, services)] : [];
  });
}

function listed(
  head: FeatureHead,
  edition: EditionRow,
  { near, columns }: ListWish,
  services: Services,
): FeatureSummary {
  return {
    ...featureSummary(head, edition, services),
    ...(near ? { distanceM: Math.round(distanceM(near, head.point)) } : {}),
    ...(head.reference === undefined ? {} : { reference: head.reference }),
    ...(columns.length > 0 ? { values: valuesOf(head, columns) } : {}),
  };
}

function valuesOf(
  { type: id, attributes }: FeatureHead,
  columns: readonly string[],
): Record<string, ColumnValue> {
  const type = findFeatureType(id);
  const wanted = type ? attributesOf(type).filter(({ name }) => columns.includes(name)) : [];
  return Object.fromEntries(
    wanted.flatMap((attribute) => {
      const value = attributes[attribute.name];
      if (value === undefined) return [];
      const text = formatValue(attribute, value);
      return [[attribute.name, { value: typeof value === 'object' ? [...value] : value, text }]];
    }),
  );
}

/** How many match, and how many are in view, layer by layer. */
export function countsByLayer(
  wanted: readonly string[],
  { editions, sifted }: Matched,
): Pick<FeatureList, 'numberMatched' | 'counts' | 'inView'> {
  const [counts, inView] = [new Map<string, number>(), new Map<string, number>()];
  for (const layerId of wanted) for (const each of [counts, inView]) each.set(layerId, 0);
  let numberMatched = 0;
  for (const [place, { layerId }] of editions.entries()) {
    const { matched = 0, inView: seen = 0 } = sifted[place] ?? {};
    counts.set(layerId, (counts.get(layerId) ?? 0) + matched);
    inView.set(layerId, (inView.get(layerId) ?? 0) + seen);
    numberMatched += matched;
  }
  return {
    numberMatched,
    counts: Object.fromEntries(counts),
    inView: Object.fromEntries(inView),
  };
}

/** Sums of the numeric ones among some columns. */
export function totalsOf(
  { sifted }: Matched,
  columns: readonly string[],
): Record<string, ColumnTotal> {
  return Object.fromEntries(
    columns.flatMap((name) => {
      const total = sumOf(sifted, name);
      return total ? [[name, total]] : [];
    }),
  );
}

/** Great-circle distance, metres (haversine on the mean sphere: 0.3 % at worst). */
function distanceM([lng1, lat1]: LngLat, [lng2, lat2]: LngLat): number {
  const radians = Math.PI / 180;
  const north = Math.sin(((lat2 - lat1) * radians) / 2) ** 2;
  const east = Math.sin(((lng2 - lng1) * radians) / 2) ** 2;
  const chord = north + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * east;
  return 2 * EARTH_M * Math.asin(Math.sqrt(Math.min(1, chord)));
}
