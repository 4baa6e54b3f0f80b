import type { Database } from 'better-sqlite3';
import type { EditionEvent } from '#data/schema/change.ts';
import type { EventDraft } from './rows.ts';

type Row = Omit<EditionEvent, 'why'> & { readonly why: string | null };

/** Table `event`: what was decided about the editions of a dataset. It is only ever added to. */
export function eventTable(db: Database) {
  const ofEdition = db.prepare<[string, string, string, string | null, number]>(`
    INSERT INTO event (kind, by_whom, at, why, edition, dataset)
    SELECT ?, ?, ?, ?, number, dataset FROM edition WHERE row = ?`);
  const list = db.prepare<[string], Row>(`
    SELECT kind, edition, by_whom AS "by", at, why FROM event WHERE dataset = ? ORDER BY row DESC`);
  return {
    insertEvent(edition: number, { kind, by, why }: EventDraft, at: Date): void {
      ofEdition.run(kind, by, at.toISOString(), why ?? null, edition);
    },
    listEvents: (dataset: string): EditionEvent[] =>
      list.all(dataset).map(({ why, ...event }) => (why === null ? event : { ...event, why })),
  };
}
