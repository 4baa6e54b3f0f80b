import type { Database } from 'better-sqlite3';
import { NUMBERS } from '#server/frames/frame.ts';
import { alongHilbert } from './hilbert.ts';
import { placesInOrder } from './in-order.ts';
import { bytesOf } from './page-writes.ts';
import { type NumberPage, pageTable } from './pages.ts';

/** Records indexed in one transaction: what they are sorted in takes 60 bytes each. */
const MOST_RECORDS = 2 ** 18;

/** Entries of a run of keys, and of a group of boxes: few bytes are read to see one. */
const RUN = 1_024;
export const GROUP = 64;

/** Numbers in an entry of a group: row, lng, lat, west, south, east, north. */
export const BOX_SIZE = 7;

/** Kinds of runs, and which number of a record they hold. */
export const KINDS = { key: 0, idMark: 1 } as const;

/** What records are looked for by. */
export type IndexAsked = { readonly edition: number; readonly what: 'places' | 'names' };

/** Writes what records of an edition are looked for by, beside their pages. */
export function indexWrites(db: Database) {
  const { numbersAfter } = pageTable(db);
  const insertRun = db.prepare(
    'INSERT INTO key_run (edition, kind, low, high, entries) VALUES (?, ?, ?, ?, ?)',
  );
  const insertGroup = db.prepare('INSERT INTO box_group (edition, entries) VALUES (?, ?)');
  const insertPlace = db.prepare('INSERT INTO box_group_place VALUES (?, ?, ?, ?, ?, ?, ?)');

  const putRuns = (edition: number, pages: readonly NumberPage[], name: keyof typeof KINDS) => {
    const [rows, keys] = [rowsOf(pages), numbersOf(pages, name)];
    const places = placesInOrder(keys);
    for (let from = 0; from < places.length; from += RUN) {
      const entries = Float64Array.from(
        { length: 2 * Math.min(RUN, places.length - from) },
        (_, at) => (at % 2 === 0 ? keys : rows)[places[from + (at >> 1)] as number] as number,
      );
      const [low, high] = [entries[0], entries[entries.length - 2]];
      insertRun.run(edition, KINDS[name], low, high, bytesOf(entries));
    }
  };

  const putGroup = (edition: number, entries: Float64Array): void => {
    const bounds = boundsOfGroup(entries);
    const number = insertGroup.run(edition, bytesOf(entries)).lastInsertRowid;
    insertPlace.run(number, ...bounds, edition, edition);
  };

  const putGroups = (edition: number, pages: readonly NumberPage[]): void => {
    const boxes = boxesOf(pages);
    const count = boxes.length / BOX_SIZE;
    const along = Float64Array.from({ length: count }, (_, at) =>
      alongHilbert(boxes[at * BOX_SIZE + 1] as number, boxes[at * BOX_SIZE + 2] as number),
    );
    const places = placesInOrder(along);
    for (let from = 0; from < count; from += GROUP) {
      const some = places.subarray(from, from + GROUP);
      const entries = new Float64Array(some.length * BOX_SIZE);
      for (const [at, place] of some.entries()) {
        entries.set(boxes.subarray(place * BOX_SIZE, (place + 1) * BOX_SIZE), at * BOX_SIZE);
      }
      putGroup(edition, entries);
    }
  };

  return {
    /** Index records behind a row; returns the last one's row, undefined when there are none. */
    indexRecords({ edition, what }: IndexAsked, after: number): number | undefined {
      const pages = somePages(numbersAfter(edition, after));
      if (what === 'places') putGroups(edition, pages);
      else for (const name of ['key', 'idMark'] as const) putRuns(edition, pages, name);
      const last = pages.at(-1);
      return last && last.first + last.records - 1;
    },
  };
}

function somePages(pages: Iterable<NumberPage>): readonly NumberPage[] {
  const some: NumberPage[] = [];
  let records = 0;
  for (const page of pages) {
    some.push(page);
    records += page.records;
    if (records >= MOST_RECORDS) break;
  }
  return some;
}

const countOf = (pages: readonly NumberPage[]): number =>
  pages.reduce((sum, { records }) => sum + records, 0);

/** Rows of the records of some pages. */
export function rowsOf(pages: readonly NumberPage[]): Float64Array {
  const rows = new Float64Array(countOf(pages));
  let to = 0;
  for (const { first, records } of pages) {
    for (let index = 0; index < records; index++) rows[to++] = first + index;
  }
  return rows;
}

/** One number of each record of some pages. */
export function numbersOf(
  pages: readonly NumberPage[],
  name: (typeof NUMBERS)[number],
): Float64Array {
  const at = NUMBERS.indexOf(name);
  const found = new Float64Array(countOf(pages));
  let to = 0;
  for (const { records, numbers } of pages) {
    for (let index = 0; index < records; index++) {
      found[to++] = numbers[index * NUMBERS.length + at] as number;
    }
  }
  return found;
}

const [LNG, NORTH] = [NUMBERS.indexOf('lng'), NUMBERS.indexOf('north')];

/** Entries of groups, of all records that have a box. */
function boxesOf(pages: readonly NumberPage[]): Float64Array {
  const boxes = new Float64Array(countOf(pages) * BOX_SIZE);
  let to = 0;
  for (const { first, records, numbers } of pages) {
    for (let index = 0; index < records; index++) {
      const at = index * NUMBERS.length;
      if (Number.isNaN(numbers[at + NORTH] as number)) continue;
      boxes[to] = first + index;
      boxes.set(numbers.subarray(at + LNG, at + NORTH + 1), to + 1);
      to += BOX_SIZE;
    }
  }
  return boxes.subarray(0, to);
}

type Sides = [west: number, east: number, south: number, north: number];

function boundsOfGroup(entries: Float64Array): Sides {
  const sides: Sides = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let at = 0; at < entries.length; at += BOX_SIZE) {
    sides[0] = Math.min(sides[0], entries[at + 3] as number);
    sides[1] = Math.max(sides[1], entries[at + 5] as number);
    sides[2] = Math.min(sides[2], entries[at + 4] as number);
    sides[3] = Math.max(sides[3], entries[at + 6] as number);
  }
  return sides;
}
