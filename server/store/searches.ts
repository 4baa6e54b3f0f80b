import type { Database } from 'better-sqlite3';
import type { SearchEvent } from '#data/schema/sites.ts';
import { inTurn, type Turns } from './turns.ts';

/** Searches kept at most. */
const MOST_KEPT = 1_000;

/** Events of one search that are remembered. */
const MOST_EVENTS = 200;

/** What a search was when it was last held against what is live. */
export type SearchStanding = {
  /** ISO 8601. */
  readonly checkedAt: string;
  /** Sites that met every must. */
  readonly meets: number;
  /** Rows of the editions it was measured by, ascending. */
  readonly editions: readonly number[];
  /** The sites that met it, as whoever compares them wrote it down. */
  readonly standing: Uint8Array;
};

/** A kept search; nothing of who sent it. */
export type SearchRow = SearchStanding & {
  readonly id: string;
  readonly search: string;
  readonly title: string;
  readonly keptAt: string;
};

type Held = Omit<SearchRow, 'editions'> & { readonly editions: string };

/** What became of a search. */
export type Holding = {
  readonly id: string;
  /** The editions it stood by. */
  readonly was: readonly number[];
  readonly now: SearchStanding;
  readonly told: readonly SearchEvent[];
};

/** An event with its number, which rises. */
export type SearchEventRow = SearchEvent & { readonly number: number };

type Event = Omit<SearchEventRow, 'site'> & { readonly site: string | null };

const COLUMNS = `id, search, title, kept_at AS keptAt, checked_at AS checkedAt, meets, editions,
  standing`;

/** The questions and writes of the two tables. */
function statementsOf(db: Database, mostKept: number) {
  return {
    find: db.prepare<[string], Held>(`SELECT ${COLUMNS} FROM search WHERE id = ?`),
    askedOn: db.prepare<[string], { asked: string }>('SELECT asked FROM search WHERE id = ?'),
    list: db.prepare<[], Pick<Held, 'id' | 'search' | 'editions'>>(
      'SELECT id, search, editions FROM search ORDER BY asked DESC, id',
    ),
    insert: db.prepare(`
      INSERT INTO search (id, search, title, kept_at, checked_at, asked, meets, editions, standing)
      VALUES (@id, @search, @title, @keptAt, @checkedAt, @day, @meets, @editions, @standing)
      ON CONFLICT (id) DO NOTHING`),
    update: db.prepare(`
      UPDATE search SET checked_at = @checkedAt, meets = @meets, editions = @editions,
        standing = @standing
      WHERE id = @id AND editions = @was`),
    touch: db.prepare('UPDATE search SET asked = ? WHERE id = ?'),
    // those somebody came back to on another day stay before those nobody did
    prune: db.prepare(`
      DELETE FROM search WHERE id IN (
        SELECT id FROM search ORDER BY asked > substr(kept_at, 1, 10) DESC, asked DESC, kept_at, id
        LIMIT -1 OFFSET ${mostKept})`),
    insertEvent: db.prepare(`
      INSERT INTO search_event (search, at, kind, site, title, text)
      VALUES (@search, @at, @kind, @site, @title, @text)`),
    sweep: db.prepare(`
      DELETE FROM search_event WHERE search = @search AND row NOT IN
        (SELECT row FROM search_event WHERE search = @search ORDER BY row DESC LIMIT ${MOST_EVENTS})`),
    events: db.prepare<[string, number], Event>(`
      SELECT row AS number, at, kind, site, title, text FROM search_event
      WHERE search = ? ORDER BY row DESC LIMIT ?`),
  };
}

/** Tables `search` and `search_event`; writes take their turn. */
export function searchStore(db: Database, turns: Turns, mostKept = MOST_KEPT) {
  const sql = statementsOf(db, mostKept);
  const tell = (search: string, told: readonly SearchEvent[]): void => {
    for (const event of told) sql.insertEvent.run({ site: null, ...event, search });
    sql.sweep.run({ search });
  };
  return {
    ...inTurn(turns, {
      /**
       * Keep a search with its first events, unless it is kept already.
       *
       * @returns false: there is no room for another
       */
      keep: db.transaction((row: SearchRow, told: readonly SearchEvent[]): boolean => {
        const day = row.keptAt.slice(0, 10);
        const given = { ...row, day, editions: JSON.stringify(row.editions) };
        if (sql.insert.run(given).changes > 0) tell(row.id, told);
        sql.prune.run();
        return sql.askedOn.get(row.id) !== undefined;
      }),
      /**
       * Say how a search stands now and what happened to it, if nobody did since the editions it stood by: two that
       * hold it against what is live at once do not tell of it twice.
       */
      hold: db.transaction((holding: Holding): boolean => {
        const { id, was, now, told } = holding;
        const given = { ...now, id, was: JSON.stringify(was) };
        const { changes } = sql.update.run({ ...given, editions: JSON.stringify(now.editions) });
        if (changes > 0) tell(id, told);
        return changes > 0;
      }),
    }),
    async find(id: string): Promise<SearchRow | undefined> {
      const found = sql.find.get(id);
      return found && { ...found, editions: JSON.parse(found.editions) as number[] };
    },
    /** Somebody asked for it. Written once a day at most: reading is what a search is for. */
    async touch(id: string, at: Date): Promise<void> {
      const day = at.toISOString().slice(0, 10);
      const asked = sql.askedOn.get(id)?.asked ?? day;
      if (asked < day) await turns.take(() => sql.touch.run(day, id));
    },
    /** All of them, those asked for last first, with the editions they stand by. */
    list: async (): Promise<Pick<SearchRow, 'id' | 'search' | 'editions'>[]> =>
      sql.list.all().map((row) => ({ ...row, editions: JSON.parse(row.editions) })),
    /** Newest first. */
    async listEvents(id: string, limit: number): Promise<SearchEventRow[]> {
      return sql.events
        .all(id, limit)
        .map(({ site, ...event }) => (site === null ? event : { ...event, site }));
    },
  };
}

export type SearchStore = ReturnType<typeof searchStore>;
