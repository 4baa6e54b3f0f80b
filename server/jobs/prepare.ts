import type { Feature, UnplacedFeature } from '#data/schema/feature.ts';
import type { Cell, RawRecord } from '#data/schema/flow.ts';
import { boundsOf, type LngLat, type Wgs84Geometry } from '#data/schema/geometry.ts';
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
    const { feature, record } = outcome;
    const { provenance, ...known } = feature;
    const { layer, line } = provenance;
    const beside = { layer, line, cells: record.values.map(textOf), words: wordsOf(feature) };
    if (!('geometry' in known)) {
      yield { ...known, ...beside };
      continue;
    }
    const { nativeGeometry: native, ...placed } = known;
    yield {
      ...placed,
      ...beside,
      ...(native ? { native } : {}),
      ...placeOf(placed.geometry, districtOf),
    };
  }
}

function placeOf(
  geometry: Wgs84Geometry,
  districtOf: (point: LngLat) => string | undefined,
): Pick<FeatureDraft, 'bounds' | 'point' | 'district'> {
  const bounds = boundsOf(geometry);
  const point = bounds && pointOn(geometry);
  if (!point) return {};
  const district = districtOf(point);
  return { bounds, point, ...(district ? { district } : {}) };
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
