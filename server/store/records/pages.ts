import type { Database } from 'better-sqlite3';
import { FRAME_SIZE, NUMBERS, TERMS, TEXTS } from '#server/frames/frame.ts';

/** Pages held open, about 200 kB each: records near each other are asked for together. */
const HELD = 48;

/** Pages listed at a time. */
const LISTED = 16;

type Row = {
  readonly first: number;
  readonly edition: number;
  readonly records: number;
  readonly numbers: Uint8Array;
  readonly terms: string;
  readonly term_numbers: Uint8Array;
  readonly text_ends: Uint8Array;
  readonly texts: Uint8Array;
  readonly geometry_ends: Uint8Array;
  readonly geometries: Uint8Array;
};

type NumberName = (typeof NUMBERS)[number];
type TextName = (typeof TEXTS)[number];
type TermName = (typeof TERMS)[number];

/** A page of records; `index` is the place of one in it, from 0. */
export type Page = {
  /** Row of the first record. */
  readonly first: number;
  readonly edition: number;
  readonly records: number;
  /** NaN where the record has none. */
  readonly number: (index: number, name: NumberName) => number;
  /** Empty where the record has none. */
  readonly text: (index: number, name: TextName) => string;
  readonly term: (index: number, name: TermName) => string | undefined;
  /** WKB; empty where the record has no position. */
  readonly geometry: (index: number) => Uint8Array;
};

/** Where a record stands. */
export type Spot = { readonly page: Page; readonly index: number };

/** Numbers of the records of a page: `NUMBERS` of each, one after the other. */
export type NumberPage = {
  readonly first: number;
  readonly records: number;
  readonly numbers: Float64Array;
};

/** Pages of an edition that hold records behind a row. */
const BEHIND = `FROM page
  WHERE edition = @edition AND first > @after - ${FRAME_SIZE} AND first + records - 1 > @after
  ORDER BY first LIMIT ${LISTED}`;

/** Table `page`: records as they are kept. */
export function pageTable(db: Database) {
  const firstOf = db.prepare<[number], { first: number }>(
    'SELECT first FROM page WHERE first <= ? ORDER BY first DESC LIMIT 1',
  );
  const read = db.prepare<[number], Row>(`
    SELECT first, edition, records, numbers, terms, term_numbers, text_ends, texts, geometry_ends,
      geometries
    FROM page WHERE first = ?`);
  const held = new Map<number, Page>();
  let lately: Page | undefined;

  const pageAt = (first: number): Page | undefined => {
    const known = held.get(first);
    const row = known ? undefined : read.get(first);
    const page = known ?? (row && openPage(row));
    if (!page) return undefined;
    held.delete(first);
    held.set(first, page);
    const [eldest = first] = held.keys();
    if (held.size > HELD) held.delete(eldest);
    return page;
  };
  const isIn = (page: Page | undefined, row: number): page is Page =>
    page !== undefined && row >= page.first && row < page.first + page.records;

  return {
    ...pageLists(db, pageAt),
    /** The record of a row. */
    spotOf(row: number): Spot | undefined {
      if (!isIn(lately, row)) lately = pageAt(firstOf.get(row)?.first ?? 0);
      return isIn(lately, row) ? { page: lately, index: row - lately.first } : undefined;
    },
    /** Read pages anew: some were written. */
    forgetPages(): void {
      held.clear();
      lately = undefined;
    },
  };
}

function pageLists(db: Database, pageAt: (first: number) => Page | undefined) {
  const list = db.prepare<{ edition: number; after: number }, { first: number }>(
    `SELECT first ${BEHIND}`,
  );
  const onLines = db.prepare<[number, number, number], { first: number }>(`
    SELECT first FROM page
    WHERE edition = ? AND first_line <= ? AND last_line >= ? ORDER BY first_line`);
  const numbers = db.prepare<
    { edition: number; after: number },
    Pick<Row, 'first' | 'records' | 'numbers'>
  >(`SELECT first, records, numbers ${BEHIND}`);
  const counted = db.prepare<[number], { records: number | null; placed: number | null }>(
    'SELECT sum(records) AS records, sum(placed) AS placed FROM page WHERE edition = ?',
  );
  const pagesAt = function* (firsts: readonly { readonly first: number }[]): Generator<Page> {
    for (const { first } of firsts) {
      const page = pageAt(first);
      if (page) yield page;
    }
  };
  return {
    /** Records of an edition behind a row, in published order. */
    *spotsAfter(edition: number, after: number): Generator<Spot> {
      for (let last = after; ; ) {
        const firsts = list.all({ edition, after: last });
        if (firsts.length === 0) return;
        for (const page of pagesAt(firsts)) {
          const from = Math.max(0, after + 1 - page.first);
          for (let index = from; index < page.records; index++) yield { page, index };
          last = page.first + page.records - 1;
        }
      }
    },
    /** Records of an edition from one line to another, those of all its layers. */
    *spotsOnLines(edition: number, from: number, to: number): Generator<Spot> {
      for (const page of pagesAt(onLines.all(edition, to, from))) {
        for (let index = 0; index < page.records; index++) {
          const line = page.number(index, 'line');
          if (line >= from && line <= to) yield { page, index };
        }
      }
    },
    /** Pages of an edition that hold records behind a row, their numbers only, in published order. */
    *numbersAfter(edition: number, after: number): Generator<NumberPage> {
      for (let last = after; ; ) {
        const rows = numbers.all({ edition, after: last });
        if (rows.length === 0) return;
        for (const row of rows) {
          yield { first: row.first, records: row.records, numbers: floatsOf(row.numbers) };
          last = row.first + row.records - 1;
        }
      }
    },
    /** Records an edition keeps, and those of them with a position. */
    countRecords(edition: number): { readonly records: number; readonly placed: number } {
      const { records, placed } = counted.get(edition) ?? {};
      return { records: records ?? 0, placed: placed ?? 0 };
    },
  };
}

/** What pages are asked. */
export type Pages = ReturnType<typeof pageTable>;

/** The memory some bytes are in, from where they begin: numbers must begin where the machine can read them. */
const memoryOf = ({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer =>
  byteOffset === 0 && buffer.byteLength === byteLength
    ? (buffer as ArrayBuffer)
    : (buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);

/** Numbers kept as bytes. */
export const floatsOf = (bytes: Uint8Array): Float64Array => new Float64Array(memoryOf(bytes));

const NUMBER_AT = placesOf(NUMBERS);
const TEXT_AT = placesOf(TEXTS);
const TERM_AT = placesOf(TERMS);

function placesOf<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, at) => [name, at])) as Record<Name, number>;
}

function openPage(row: Row): Page {
  const { first, edition, records, geometries } = row;
  const numbers = floatsOf(row.numbers);
  const terms: readonly (string | null)[] = JSON.parse(row.terms);
  const termNumbers = new Uint16Array(memoryOf(row.term_numbers));
  const texts = Buffer.from(row.texts.buffer, row.texts.byteOffset, row.texts.byteLength);
  const textEnds = new Uint32Array(memoryOf(row.text_ends));
  const geometryEnds = new Uint32Array(memoryOf(row.geometry_ends));
  return {
    ...{ first, edition, records },
    number: (index, name) => numbers[index * NUMBERS.length + NUMBER_AT[name]] ?? Number.NaN,
    text(index, name) {
      const at = index * TEXTS.length + TEXT_AT[name];
      return texts.toString('utf8', textEnds[at - 1] ?? 0, textEnds[at]);
    },
    term: (index, name) =>
      terms[termNumbers[index * TERMS.length + TERM_AT[name]] ?? 0] ?? undefined,
    geometry: (index) => geometries.subarray(geometryEnds[index - 1] ?? 0, geometryEnds[index]),
  };
}
