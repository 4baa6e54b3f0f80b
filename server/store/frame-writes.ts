import type { Database } from 'better-sqlite3';
import { type Frame, NUMBERS, TERMS, TEXTS } from '#server/frames/frame.ts';

type Value = number | string | Uint8Array | null;

/** Texts that are columns of their own; the words after them go to their index only. */
const KEPT_TEXTS = TEXTS.slice(0, -1);

/** Columns in the order of `valuesOf`. */
const COLUMNS = ['row', 'edition', ...NUMBERS, ...TERMS, ...KEPT_TEXTS, 'geometry'];

/** Writes packed records into the tables of features, of places, of words and of what was published. */
export function frameWrites(db: Database) {
  const last = db.prepare<[], { row: number | null }>('SELECT max(row) AS row FROM feature');
  const insert = db.prepare<unknown[]>(
    `INSERT INTO feature (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
  );
  const insertBox = db.prepare('INSERT INTO feature_box VALUES (?, ?, ?, ?, ?, ?, ?)');
  const insertWords = db.prepare(
    'INSERT INTO feature_text (rowid, name, reference, words) VALUES (?, ?, ?, ?)',
  );
  const insertBlock = db.prepare(
    'INSERT INTO published (first, edition, records, text, natives) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    /** Write a frame of an edition, in a transaction that the caller has begun: its rows follow each other. */
    insertFrame(edition: number, frame: Frame): void {
      const first = (last.get()?.row ?? 0) + 1;
      for (let index = 0; index < frame.records; index++) {
        const row = first + index;
        insert.run(valuesOf(frame, index, [row, edition]));
        const [west, south, east, north] = boundsAt(frame, index);
        if (!Number.isNaN(west)) insertBox.run(row, west, east, south, north, edition, edition);
        insertWords.run(row, ...wordsAt(frame, index));
      }
      const { text, natives } = frame.published;
      insertBlock.run(first, edition, frame.records, text, natives);
    },
  };
}

/** Values of a record, put behind those given. */
function valuesOf(frame: Frame, index: number, values: Value[]): Value[] {
  const { numbers, terms, termNumbers, texts, geometries, geometryEnds } = frame;
  for (let at = index * NUMBERS.length, end = at + NUMBERS.length; at < end; at++) {
    const value = numbers[at] as number;
    values.push(Number.isNaN(value) ? null : value);
  }
  for (let at = index * TERMS.length, end = at + TERMS.length; at < end; at++) {
    values.push(terms[termNumbers[at] as number] ?? null);
  }
  for (let at = index * TEXTS.length, end = at + KEPT_TEXTS.length; at < end; at++) {
    values.push(texts[at] ?? null);
  }
  const [from, to] = [index > 0 ? geometryEnds[index - 1] : 0, geometryEnds[index]];
  values.push(from === to ? null : geometries.subarray(from, to));
  return values;
}

const WEST = NUMBERS.indexOf('west');

const boundsAt = ({ numbers }: Frame, index: number): Float64Array =>
  numbers.subarray(index * NUMBERS.length + WEST, index * NUMBERS.length + WEST + 4);

function wordsAt(
  { texts }: Frame,
  index: number,
): [name: string, reference: string, words: string] {
  const at = (name: (typeof TEXTS)[number]): string =>
    texts[index * TEXTS.length + TEXTS.indexOf(name)] ?? '';
  return [at('name'), at('reference'), at('words')];
}
