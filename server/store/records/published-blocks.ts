import type { Database } from 'better-sqlite3';
import { openBlock, type PublishedBlock, type PublishedRecord } from '#server/frames/published.ts';

/** Blocks held open: records of two editions held side by side are asked for in turn. */
const HELD = 8;

type Row = PublishedBlock & {
  readonly first: number;
  readonly edition: number;
  readonly records: number;
};

type Held = Pick<Row, 'first' | 'edition' | 'records'> & {
  readonly record: ReturnType<typeof openBlock>;
};

/** Table `published`: what the publisher wrote, a frame of records in a row. */
export function publishedTable(db: Database) {
  const find = db.prepare<[number], Row>(`
    SELECT first, edition, records, text, natives FROM published
    WHERE first <= ? ORDER BY first DESC LIMIT 1`);
  const remove = db.prepare<[number]>('DELETE FROM published WHERE edition = ?');
  const held: Held[] = [];
  const holding = (edition: number, row: number): Held | undefined =>
    held.find(
      (each) => each.edition === edition && row >= each.first && row < each.first + each.records,
    );
  const open = (row: number): Held | undefined => {
    const found = find.get(row);
    if (!found) return undefined;
    const { first, edition, records } = found;
    const opened = { first, edition, records, record: openBlock(found) };
    if (held.push(opened) > HELD) held.shift();
    return opened;
  };
  return {
    /**
     * What the publisher wrote in the record of a feature.
     *
     * @throws {RangeError} when there is none
     */
    readPublished(edition: number, row: number): PublishedRecord {
      const block = holding(edition, row) ?? open(row);
      const record = block?.edition === edition ? block.record(row - block.first) : undefined;
      if (!record)
        throw new RangeError(`Nothing is published for row ${row} of edition ${edition}`);
      return record;
    },
    /** Remove what was published in an edition. */
    removePublished: (edition: number): void => {
      remove.run(edition);
    },
  };
}

export type ReadPublished = ReturnType<typeof publishedTable>['readPublished'];
