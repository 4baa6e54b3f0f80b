import type { Database } from 'better-sqlite3';
import { FOUND_TOGETHER, FRAME_SIZE, type Frame } from '#server/frames/frame.ts';

/** Writes packed records into the tables of pages and of words. */
export function pageWrites(db: Database) {
  const last = db.prepare<[], { seq: number }>(
    "SELECT seq FROM sqlite_sequence WHERE name = 'page'",
  );
  const insert = db.prepare<unknown[]>(`
    INSERT INTO page (first, edition, records, placed, first_line, last_line, numbers, terms,
      term_numbers, text_ends, texts, geometry_ends, geometries)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertWords = db.prepare(
    'INSERT INTO page_words (rowid, name, reference, words) VALUES (?, ?, ?, ?)',
  );
  return {
    /** Row for the first record of a page to come: it and those after it have never been given to another. */
    nextRow: (): number => (last.get()?.seq ?? 0) + FRAME_SIZE,
    /** Put a frame of an edition at a row. */
    insertPage(edition: number, first: number, frame: Frame): void {
      const { records, placed, lines, terms, texts, geometries } = frame;
      const parts = [JSON.stringify(terms), bytesOf(frame.termNumbers), bytesOf(frame.textEnds)];
      const given = [...lines, bytesOf(frame.numbers), ...parts, texts];
      insert.run(
        ...[first, edition, records, placed, ...given, bytesOf(frame.geometryEnds), geometries],
      );
      for (const [index, words] of frame.words.entries()) {
        insertWords.run(first + index * FOUND_TOGETHER, ...words);
      }
    },
  };
}

/** Writes frames of records being published. */
export function frameWrites(db: Database) {
  const { nextRow, insertPage } = pageWrites(db);
  const insertBlock = db.prepare(
    'INSERT INTO published (first, edition, records, text, natives) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    /** Write a frame of an edition, in a transaction that the caller has begun: its rows follow each other. */
    insertFrame(edition: number, frame: Frame): void {
      const first = nextRow();
      insertPage(edition, first, frame);
      const { text, natives } = frame.published;
      insertBlock.run(first, edition, frame.records, text, natives);
    },
  };
}

/** The bytes of numbers, as this machine writes them. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
