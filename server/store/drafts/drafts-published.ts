import type { Database } from 'better-sqlite3';
import type { PublisherWord, ReceiptRow } from './draft-rows.ts';

/** Table `receipt`: proof of what went live from the desk. */
export function receiptTable(db: Database) {
  const put = db.prepare(
    'INSERT OR REPLACE INTO receipt (draft, dataset, publisher, at, json) VALUES (?, ?, ?, ?, ?)',
  );
  type Row = Omit<ReceiptRow, 'receipt'> & { readonly json: string };
  const find = db.prepare<[string], Row>('SELECT * FROM receipt WHERE draft = ?');
  const last = db.prepare<[string], Row>(
    'SELECT * FROM receipt WHERE dataset = ? ORDER BY at DESC LIMIT 1',
  );
  const fromRow = (row: Row | undefined): ReceiptRow | undefined => {
    if (!row) return undefined;
    const { json, ...rest } = row;
    return { ...rest, receipt: JSON.parse(json) };
  };
  return {
    put: ({ draft, dataset, publisher, at, receipt }: ReceiptRow): void => {
      put.run(draft, dataset, publisher, at, JSON.stringify(receipt));
    },
    find: (draft: string) => fromRow(find.get(draft)),
    lastOf: (dataset: string) => fromRow(last.get(dataset)),
  };
}

/** Table `publisher_word`. */
export function publisherWords(db: Database) {
  const put = db.prepare(`
    INSERT INTO publisher_word (publisher, about, by_whom, at, why, account)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (publisher, about) DO UPDATE SET
      by_whom = excluded.by_whom, at = excluded.at, why = excluded.why,
      account = excluded.account`);
  const remove = db.prepare('DELETE FROM publisher_word WHERE publisher = ? AND about = ?');
  type Row = Omit<PublisherWord, 'why' | 'accountId'> & {
    readonly why: string | null;
    readonly account: string | null;
  };
  const list = db.prepare<[string], Row>(
    'SELECT about, by_whom AS by, at, why, account FROM publisher_word WHERE publisher = ?',
  );
  const listNone = db.prepare<[], { publisher: string; about: string }>(
    "SELECT publisher, about FROM publisher_word WHERE about LIKE 'none:%' ORDER BY 1, 2",
  );
  return {
    put: (publisher: string, { about, by, at, why, accountId }: PublisherWord): void => {
      put.run(publisher, about, by, at, why ?? null, accountId ?? null);
    },
    remove: (publisher: string, about: string): boolean =>
      remove.run(publisher, about).changes === 1,
    /** Kinds of thing publishers say they have none of. */
    listNone: () =>
      listNone
        .all()
        .map(({ publisher, about }) => ({ publisher, featureType: about.slice('none:'.length) })),
    list: (publisher: string): PublisherWord[] =>
      list.all(publisher).map(({ why, account, ...word }) => ({
        ...word,
        ...(why === null ? {} : { why }),
        ...(account === null ? {} : { accountId: account }),
      })),
  };
}
