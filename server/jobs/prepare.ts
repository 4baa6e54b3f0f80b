import type { Feature, UnplacedFeature } from '#data/schema/feature.ts';
import type { Cell, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import { boundsOf, type LngLat } from '#data/schema/geometry.ts';
import type { PreparedRecord } from './job.ts';
import { pointOn } from './point-on.ts';

/** Longest published cell kept beside a feature, characters; the file itself holds the rest. */
const CELL_LIMIT = 2_000;

/** Most characters of attribute text that find a feature. */
const WORDS_LIMIT = 600;

/** A record as the harmoniser hands it out. */
type Outcome =
  | { readonly kind: 'feature' | 'unplaced'; readonly feature: Feature | UnplacedFeature }
  | { readonly kind: 'rejected' };

/**
 * Add to each record that is kept what the store keeps beside it: where it is, its published cells, the words
 * that find it. One at a time, so that a long file never stands in memory whole.
 *
 * @param layers the file's layers, decoded once more for the cells
 */
export function* prepare(
  outcomes: Iterable<Outcome>,
  layers: readonly DecodedLayer[],
  districtOf: (point: LngLat) => string | undefined,
): Generator<PreparedRecord> {
  const cellsOf = cellFinder(layers);
  for (const outcome of outcomes) {
    if (outcome.kind === 'rejected') continue;
    const { feature } = outcome;
    const place = 'geometry' in feature ? placeOf(feature, districtOf) : undefined;
    const common = { feature, cells: cellsOf(feature.provenance), words: wordsOf(feature) };
    yield place ? { ...common, place } : common;
  }
}

function placeOf(
  { geometry }: Feature,
  districtOf: (point: LngLat) => string | undefined,
): PreparedRecord['place'] {
  const bounds = boundsOf(geometry);
  const point = bounds && pointOn(geometry);
  if (!point) return undefined;
  const district = districtOf(point);
  return { bounds, point, ...(district ? { district } : {}) };
}

type Provenance = Feature['provenance'];

/** Finds the cells of records asked for in published order, reading each layer along. */
function cellFinder(layers: readonly DecodedLayer[]): (place: Provenance) => string[] {
  const readers = new Map(layers.map((layer) => [layer.name, openReader(layer)]));
  return ({ layer, line }) => (readers.get(layer)?.(line) ?? []).map(textOf);
}

function openReader(layer: DecodedLayer): (line: number) => readonly Cell[] | undefined {
  // Faults were reported when the records were read the first time.
  const records = layer.records(() => undefined)[Symbol.iterator]();
  let last: RawRecord | undefined;
  return (line) => {
    for (let next = records.next(); !next.done; next = records.next()) {
      last = next.value;
      if (last.line === line) return last.values;
    }
    return last?.line === line ? last.values : undefined;
  };
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  const text = cell instanceof Date ? dateText(cell) : String(cell);
  return text.length > CELL_LIMIT ? `${text.slice(0, CELL_LIMIT - 1)}…` : text;
}

const dateText = (date: Date): string =>
  Number.isNaN(date.getTime()) ? '' : date.toISOString().replace('T00:00:00.000Z', '');

function wordsOf({ attributes }: Feature | UnplacedFeature): string {
  const texts = Object.values(attributes).flatMap((value) =>
    typeof value === 'string' && !value.includes('://') ? [value] : [],
  );
  return texts.join(' ').slice(0, WORDS_LIMIT);
}
