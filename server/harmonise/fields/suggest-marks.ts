import { FEATURE_TYPES } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { ColumnFacts } from '../profile.ts';
import type { Evidence } from './suggest-evidence.ts';

/** One tag and the values that mark a type: `power=substation|sub_station`. */
type Tag = { readonly key: string; readonly values: ReadonlySet<string> };

/** Tags that together mark a type; the first is the main one. */
type Mark = { readonly type: FeatureType; readonly tags: readonly [Tag, ...Tag[]] };

/** Share of the records that must carry a mark. */
const LEAST_SHARE = 0.9;
/** Weight of another vocabulary's word for the type; more where a second tag agrees. */
const MARK_WEIGHT = 0.75;
const SURE_WEIGHT = 0.92;

/**
 * Types that other vocabularies name in the records: `power` = `substation` of OpenStreetMap,
 * `dataset` = `conservation-area` of planning.data.gov.uk.
 */
export function evidenceOfMarks(
  columns: readonly ColumnFacts[],
): ReadonlyMap<FeatureType, Evidence> {
  const byKey = new Map(columns.map((column) => [keyOf(column.name), column]));
  const records = Math.max(1, ...columns.map(({ sampled }) => sampled));
  const found = new Map<FeatureType, Evidence>();
  for (const { type, tags } of marks()) {
    const shares = tags.map((tag) => shareOf(byKey.get(tag.key), tag.values) / records);
    if (shares.some((share) => share < LEAST_SHARE)) continue;
    const weight = tags.length > 1 ? SURE_WEIGHT : MARK_WEIGHT;
    if (weight <= (found.get(type)?.weight ?? 0)) continue;
    const { key, values } = tags[0];
    found.set(type, { weight, reason: `“${key}” is ${[...values].join(' or ')}` });
  }
  return found;
}

/** `tags.power` and `power` are one key. */
const keyOf = (heading: string): string => heading.replace(/^tags[.:]/, '').toLowerCase();

/** Records whose value is one of these. */
function shareOf(column: ColumnFacts | undefined, wanted: ReadonlySet<string>): number {
  let met = 0;
  for (const [text, count] of column?.values ?? []) {
    if (wanted.has(text.trim().toLowerCase())) met += count;
  }
  return met;
}

let known: readonly Mark[] | undefined;

function marks(): readonly Mark[] {
  known ??= FEATURE_TYPES.flatMap((type) => [...tagMarks(type), ...datasetMarks(type)]);
  return known;
}

function datasetMarks(type: FeatureType): readonly Mark[] {
  const { planningData } = type.equivalents;
  if (planningData === undefined) return [];
  const values = new Set([planningData]);
  return ['dataset', 'prefix'].map((key) => ({ type, tags: [{ key, values }] }));
}

/** `amenity=recycling|waste_basket` is one tag of two values, `highway=bus_stop|public_transport=platform` two tags. */
function tagMarks(type: FeatureType): readonly Mark[] {
  const found: { key: string; values: Set<string>; also: Tag | undefined }[] = [];
  for (const part of (type.equivalents.osm ?? '').split('|')) {
    const [, key, value = '', also] = /^(?:([\w:]+)=)?([^[\]]+)(?:\[(.+)\])?$/.exec(part) ?? [];
    // `highway=*` says no more than the heading.
    if (value === '' || value === '*') continue;
    const last = found.at(-1);
    if (key !== undefined) found.push({ key, values: new Set([value]), also: tagOf(also) });
    else last?.values.add(value);
  }
  return found.map(({ key, values, also }) => ({
    type,
    tags: also === undefined ? [{ key, values }] : [{ key, values }, also],
  }));
}

function tagOf(text: string | undefined): Tag | undefined {
  const [key, value] = text?.split('=') ?? [];
  return key === undefined || value === undefined ? undefined : { key, values: new Set([value]) };
}
