import type { Database } from 'better-sqlite3';
import type { SearchEvent } from '#data/schema/sites.ts';
import { inTurn, type Turns } from './turns.ts';

/** Searches kept at most. */
const MOST_KEPT = 1_000;

/** Events of one search that are remembered. */
const MOST_EVENTS = 200;

/** An edition by its row, and by its file: that stays the same when it is read anew. */
export type EditionMark = readonly [row: number, sha256: string];

/** What a search was when it was last held against what is live. */
export type SearchStanding = {
  /** ISO 8601. */
  readonly checkedAt: string;
  /** Sites that met every must. */
  readonly meets: number;
  /** The editions it was measured by, by rows ascending. */
  readonly editions: readonly EditionMark[];
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
  readonly was: readonly EditionMark[];
  readonly now: SearchStanding;
  readonly told: readonly SearchEvent[];
};

/** An event, and the files it follows from. */
export type SearchEventRow = SearchEvent & { readonly files: readonly string[] };

type Event = Omit<SearchEvent, 'site'> & { readonly site: string | null; readonly files: string };

const COLUMNS = `id, search, title, kept_at AS keptAt, checked_at AS checkedAt, meets, editions,
  standing`;

/** The questions and writes of the two tables. */
function statementsOf(db: Database) {
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
    prune: db.prepare<[number]>(`
      DELETE FROM search WHERE id IN (
        SELECT id FROM search ORDER BY asked > substr(kept_at, 1, 10) DESC, asked DESC, kept_at, id
        LIMIT -1 OFFSET ?)`),
    insertCheck: db.prepare<[string, string]>(
      'INSERT INTO search_check (search, files) VALUES (?, ?)',
    ),
    insertEvent: db.prepare(`
      INSERT INTO search_event (search_check, search, at, kind, site, title, text)
      VALUES (@check, @search, @at, @kind, @site, @title, @text)`),
    sweep: db.prepare(`
      DELETE FROM search_event WHERE search = @search AND row NOT IN
        (SELECT row FROM search_event WHERE search = @search ORDER BY row DESC LIMIT ${MOST_EVENTS})`),
    sweepChecks: db.prepare(`
      DELETE FROM search_check WHERE search = @search
        AND row NOT IN (SELECT search_check FROM search_event WHERE search = @search)`),
    events: db.prepare<[string, number], Event>(`
      SELECT at, kind, site, title, text, files
      FROM search_event JOIN search_check ON search_check.row = search_event.search_check
      WHERE search_event.search = ? ORDER BY search_event.row DESC LIMIT ?`),
  };
}

/** Tables `search` and `search_event`; writes take their turn. */
export function searchStore(db: Database, turns: Turns, mostKept = MOST_KEPT) {
  const sql = statementsOf(db);
  const tell = (
    search: string,
    told: readonly SearchEvent[],
    editions: readonly EditionMark[],
  ): void => {
    if (told.length === 0) return;
    const files = [...new Set(editions.map(([, sha256]) => sha256))].sort();
    const { lastInsertRowid: check } = sql.insertCheck.run(search, JSON.stringify(files));
    for (const event of told) sql.insertEvent.run({ site: null, ...event, search, check });
    sql.sweep.run({ search });
    sql.sweepChecks.run({ search });
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
        if (sql.insert.run(given).changes > 0) tell(row.id, told, row.editions);
        sql.prune.run(mostKept);
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
        if (changes > 0) tell(id, told, [...was, ...now.editions]);
        return changes > 0;
      }),
    }),
    async find(id: string): Promise<SearchRow | undefined> {
      const found = sql.find.get(id);
      return found && { ...found, editions: JSON.parse(found.editions) as EditionMark[] };
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
      return sql.events.all(id, limit).map(({ site, files, ...event }) => ({
        ...event,
        ...(site === null ? {} : { site }),
        files: JSON.parse(files) as string[],
      }));
    },
  };
}

export type SearchStore = ReturnType<typeof searchStore>;
