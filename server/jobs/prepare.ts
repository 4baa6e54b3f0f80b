import type { Feature, UnplacedFeature } from '#data/schema/feature.ts';
import type { Cell, RawRecord } from '#data/schema/flow.ts';
import { boundsOf, type LngLat } from '#data/schema/geometry.ts';
import type { FeatureDraft } from '#server/frames/draft.ts';
import { pointOn } from './point-on.ts';

/** Longest published cell kept beside a feature, characters; the file itself holds the rest. */
const CELL_LIMIT = 2_000;

/** Most characters of attribute text that find a feature. */
const WORDS_LIMIT = 600;

/** A record as the harmoniser hands it out. */
type Outcome =
  | {
      readonly kind: 'feature' | 'unplaced';
      readonly feature: Feature | UnplacedFeature;
      readonly record: RawRecord;
    }
  | { readonly kind: 'rejected' };

/**
 * Add to each record that is kept what the store keeps beside it: where it is, its published cells, the words
 * that find it. One at a time, so that a long file never stands in memory whole.
 */
export function* prepare(
  outcomes: Iterable<Outcome>,
  districtOf: (point: LngLat) => string | undefined,
): Generator<FeatureDraft> {
  for (const outcome of outcomes) {
    if (outcome.kind === 'rejected') continue;
    const draft = draftOf(outcome.feature, outcome.record);
    if ('geometry' in outcome.feature) put(draft, outcome.feature, districtOf);
    yield draft;
  }
}

/** A draft still being put together; written member by member, as copies cost more than all else here. */
type Draft = { -readonly [Key in keyof FeatureDraft]: FeatureDraft[Key] };

function draftOf(feature: Feature | UnplacedFeature, record: RawRecord): Draft {
  const { key, id, type, lifecycle, reference, name, attributes, sources, extra } = feature;
  const { layer, line } = feature.provenance;
  const words = wordsOf(feature);
  const cells = cellsOf(record);
  const told = { key, id, type, lifecycle, attributes, sources, extra, cells, layer, line, words };
  const draft: Draft = told;
  if (reference !== undefined) draft.reference = reference;
  if (name !== undefined) draft.name = name;
  return draft;
}

function put(
  draft: Draft,
  { geometry, nativeGeometry, placement }: Feature,
  districtOf: (point: LngLat) => string | undefined,
): void {
  draft.geometry = geometry;
  draft.placement = placement;
  if (nativeGeometry !== undefined) draft.native = nativeGeometry;
  const bounds = boundsOf(geometry);
  const point = bounds && pointOn(geometry);
  if (bounds === undefined || point === undefined) return;
  draft.bounds = bounds;
  draft.point = point;
  const district = districtOf(point);
  if (district !== undefined) draft.district = district;
}

/** Published cells as texts; the record's own where they are that already. */
function cellsOf({ values }: RawRecord): readonly string[] {
  for (const cell of values) {
    if (typeof cell !== 'string' || cell.length > CELL_LIMIT) return values.map(textOf);
  }
  return values as readonly string[];
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  const text = cell instanceof Date ? dateText(cell) : String(cell);
  return text.length > CELL_LIMIT ? `${text.slice(0, CELL_LIMIT - 1)}…` : text;
}

const dateText = (date: Date): string =>
  Number.isNaN(date.getTime()) ? '' : date.toISOString().replace('T00:00:00.000Z', '');

function wordsOf({ attributes, name, reference }: Feature | UnplacedFeature): string {
  let words = '';
  for (const value of Object.values(attributes)) {
    if (typeof value !== 'string' || value.includes('://')) continue;
    // these find it already
    if (value === name || value === reference) continue;
    words = words === '' ? value : `${words} ${value}`;
    if (words.length >= WORDS_LIMIT) return words.slice(0, WORDS_LIMIT);
  }
  return words;
}
