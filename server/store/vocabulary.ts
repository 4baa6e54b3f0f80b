import type { Database } from 'better-sqlite3';
import { Licence } from '#data/schema/licence.ts';
import { Publisher } from '#data/schema/publisher.ts';

type JsonRow = { readonly json: string };

/** Tables `publisher` and `licence`: copies of `data/`, so that an old edition can still be described. */
export function vocabularyTables(db: Database) {
  const put = {
    publisher: db.prepare('INSERT OR REPLACE INTO publisher (id, json) VALUES (?, ?)'),
    licence: db.prepare('INSERT OR REPLACE INTO licence (id, json) VALUES (?, ?)'),
  };
  const list = {
    publisher: db.prepare<[], JsonRow>('SELECT json FROM publisher ORDER BY id'),
    licence: db.prepare<[], JsonRow>('SELECT json FROM licence ORDER BY id'),
  };
  return {
    seed: db.transaction((publishers: Iterable<Publisher>, licences: Iterable<Licence>) => {
      for (const publisher of publishers)
        put.publisher.run(publisher.id, JSON.stringify(publisher));
      for (const licence of licences) put.licence.run(licence.id, JSON.stringify(licence));
    }),
    listPublishers: () => list.publisher.all().map((row) => Publisher.parse(JSON.parse(row.json))),
    listLicences: () => list.licence.all().map((row) => Licence.parse(JSON.parse(row.json))),
  };
}
