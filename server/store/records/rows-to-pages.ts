import type { Database } from 'better-sqlite3';
import type { Lifecycle } from '#data/schema/feature.ts';
import type { FeatureDraft } from '#server/frames/draft.ts';
import { FRAME_SIZE, NUMBERS, packFrame } from '#server/frames/frame.ts';
import { readWkb } from '#server/frames/wkb.ts';
import { indexWrites } from './indexing.ts';
import { pageWrites } from './page-writes.ts';

/** A row of table `feature`, as records were kept before. */
type Row = {
  readonly row: number;
  readonly edition: number;
  readonly key: number;
  readonly id: string;
  readonly type: string;
  readonly lifecycle: Lifecycle;
  readonly district: string | null;
  readonly reference: string | null;
  readonly name: string | null;
  readonly layer: string;
  readonly line: number;
  readonly extra_mark: number | null;
  readonly attributes: string;
  readonly geometry: Uint8Array | null;
  readonly placement: string | null;
  readonly lng: number | null;
} & Readonly<Record<'lat' | 'west' | 'south' | 'east' | 'north', number>>;

/** Most characters of attribute text that find a feature. */
const WORDS_LIMIT = 600;

/** Pack the records of table `feature` into pages, each at the row it had, with all they are found by. */
export function rowsToPages(db: Database): void {
  const { insertPage } = pageWrites(db);
  const read = db.prepare<[number], Row>(
    `SELECT * FROM feature WHERE row > ? ORDER BY row LIMIT ${FRAME_SIZE}`,
  );
  for (let after = 0; ; ) {
    const rows = together(read.all(after));
    const [first] = rows;
    if (first === undefined) break;
    const frame = packFrame(rows.map(toDraft));
    for (const [index, { extra_mark }] of rows.entries()) {
      frame.numbers[index * NUMBERS.length + EXTRA_MARK] = extra_mark ?? Number.NaN;
    }
    insertPage(first.edition, first.row, frame);
    after = first.row + rows.length - 1;
  }
  indexAll(db);
}

const EXTRA_MARK = NUMBERS.indexOf('extraMark');

/** The rows at the beginning that one page can hold: of one edition, and without a gap. */
function together(rows: readonly Row[]): readonly Row[] {
  const end = rows.findIndex(
    ({ row, edition }, index) =>
      row !== (rows[0]?.row ?? 0) + index || edition !== rows[0]?.edition,
  );
  return end < 0 ? rows : rows.slice(0, end);
}

function indexAll(db: Database): void {
  const { indexRecords } = indexWrites(db);
  const editions = db.prepare<[], { edition: number }>('SELECT DISTINCT edition FROM page').all();
  for (const { edition } of editions) {
    for (const what of ['places', 'names'] as const) {
      for (let after: number | undefined = 0; after !== undefined; ) {
        after = indexRecords({ edition, what }, after);
      }
    }
  }
}

function toDraft(row: Row): FeatureDraft {
  const { key, id, type, lifecycle, layer, line, geometry, placement, lng } = row;
  const attributes: FeatureDraft['attributes'] = JSON.parse(row.attributes);
  const place: Partial<FeatureDraft> =
    lng === null
      ? {}
      : { point: [lng, row.lat], bounds: [row.west, row.south, row.east, row.north] };
  return {
    ...{ key, id, type, lifecycle, layer, line, attributes, ...place },
    ...(row.reference === null ? {} : { reference: row.reference }),
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.district === null ? {} : { district: row.district }),
    ...(geometry === null ? {} : { geometry: readWkb(geometry) as FeatureDraft['geometry'] & {} }),
    ...(placement === null ? {} : { placement: JSON.parse(placement) }),
    // what the publisher wrote stands in blocks already
    ...{ sources: {}, extra: {}, cells: [] },
    words: wordsOf(attributes),
  };
}

const wordsOf = (attributes: FeatureDraft['attributes']): string =>
  Object.values(attributes)
    .filter((value) => typeof value === 'string' && !value.includes('://'))
    .join(' ')
    .slice(0, WORDS_LIMIT);
