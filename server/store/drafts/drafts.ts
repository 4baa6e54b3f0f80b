import type { Database } from 'better-sqlite3';
import type { Source } from '#data/schema/source.ts';
import type { Tables } from '../tables.ts';
import { inTurn, type Turns } from '../turns.ts';
import { draftLines } from './draft-lines.ts';
import type { DraftAct, DraftChanges, DraftRow, DraftState, DraftWork } from './draft-rows.ts';
import { publisherWords, receiptTable } from './drafts-published.ts';

/** Drafts of the desk, their steps, descriptors made there, receipts, and what publishers say of what they hold. */
export type DraftStore = ReturnType<typeof draftStore>;

/** Steps kept of one draft that can be taken back. */
const MOST_ACTS = 500;

/** The desk's tables of a database; writes take their turn with all others of this process. */
export function draftStore(
  db: Database,
  turns: Turns,
  tables: Pick<Tables, 'pages' | 'readPublished'>,
) {
  const drafts = draftTable(db);
  const acts = actTable(db);
  const sources = sourceTable(db);
  const receipts = receiptTable(db);
  const words = publisherWords(db);

  const saveDraft = db.transaction(
    (id: string, revision: number | undefined, step: DraftStep): boolean => {
      if (!drafts.update(id, revision, step.changes, step.at)) return false;
      if (step.act) acts.push(id, step.act);
      return true;
    },
  );
  /** Take the last step back: the work before it stands again. */
  const takeBack = db.transaction(
    (id: string, revision: number, at: string, changes: DraftChanges) => {
      const last = acts.last(id);
      if (!last || !drafts.update(id, revision, { ...changes, work: last.before }, at))
        return undefined;
      acts.remove(id, last.number);
      return last;
    },
  );
  const finish = db.transaction((done: Finished): void => {
    drafts.update(done.draft.id, undefined, { state: 'published', edition: done.edition }, done.at);
    sources.put(done.draft.dataset, done.source, done.at);
    receipts.put(done.receipt);
  });
  return {
    ...inTurn(turns, {
      insertDraft: drafts.insert,
      saveDraft,
      takeBack,
      finish,
      removeDraft: drafts.remove,
      putSource: sources.put,
      removeSource: sources.remove,
      putWord: words.put,
      removeWord: words.remove,
    }),
    findDraft: async (id: string) => drafts.find(id),
    listDrafts: async (publisher: string) => drafts.ofPublisher(publisher),
    listByState: async (state: DraftState) => drafts.byState(state),
    listActs: async (id: string) => acts.list(id),
    listSources: async () => sources.list(),
    findSource: async (dataset: string) => sources.find(dataset),
    findReceipt: async (draft: string) => receipts.find(draft),
    lastReceipt: async (dataset: string) => receipts.lastOf(dataset),
    listNoneHeld: async () => words.listNone(),
    listWords: async (publisher: string) => words.list(publisher),
    ...draftLines(tables.pages, tables.readPublished),
    usedBytes: async (organisation: string) => drafts.usedBytes(organisation),
  };
}

/** One write: what changes, when, and what of it can be taken back. */
export type DraftStep = {
  readonly changes: DraftChanges;
  readonly at: string;
  readonly act?: Omit<DraftAct, 'number'> & { readonly before: DraftWork };
};

/** A draft that went live. */
export type Finished = {
  readonly draft: Pick<DraftRow, 'id' | 'dataset'>;
  /** Row of the edition everybody sees: the draft's screens go on showing it. */
  readonly edition: number;
  readonly source: Source;
  readonly receipt: Parameters<ReturnType<typeof receiptTable>['put']>[0];
  readonly at: string;
};

type Row = Omit<DraftRow, 'work' | 'found' | 'detail' | 'edition'> & {
  readonly work: string;
  readonly found: string | null;
  readonly detail: string;
  readonly edition: number | null;
};

const COLUMNS = `id, publisher, dataset, organisation, state, sha256, edition, made_at AS madeAt,
  saved_at AS savedAt, revision, work, found, detail`;

function draftTable(db: Database) {
  const insert = db.prepare(`
    INSERT INTO draft (id, publisher, dataset, organisation, state, sha256, made_at, saved_at, revision,
      work, detail)
    VALUES (@id, @publisher, @dataset, @organisation, @state, @sha256, @madeAt, @savedAt, 1, @work, @detail)`);
  const find = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM draft WHERE id = ?`);
  const ofPublisher = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM draft WHERE publisher = ? AND state <> 'published' ORDER BY saved_at DESC`,
  );
  const byState = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM draft WHERE state = ? ORDER BY made_at`,
  );
  const update = db.prepare(`
    UPDATE draft SET dataset = COALESCE(@dataset, dataset), state = COALESCE(@state, state),
      sha256 = COALESCE(@sha256, sha256), work = COALESCE(@work, work), detail = COALESCE(@detail, detail),
      found = COALESCE(@found, found), edition = CASE WHEN @setsEdition THEN @edition ELSE edition END,
      saved_at = @at, revision = revision + 1
    WHERE id = @id AND (@revision IS NULL OR revision = @revision)`);
  const remove = db.prepare('DELETE FROM draft WHERE id = ?');
  // a file counts once for an organisation, however often it handed it in
  const used = db.prepare<{ organisation: string }, { bytes: number }>(`
    SELECT COALESCE(sum(size_bytes), 0) AS bytes FROM resource WHERE sha256 IN (
      SELECT sha256 FROM draft WHERE organisation = @organisation
      UNION SELECT document.value FROM draft, json_each(draft.detail, '$.evidence') AS document
        WHERE organisation = @organisation
      UNION SELECT edition.sha256 FROM edition JOIN dataset ON dataset.id = edition.dataset
        JOIN organisation_publisher ON organisation_publisher.publisher = dataset.publisher
        WHERE organisation = @organisation)`);
  return {
    insert(row: Omit<DraftRow, 'revision' | 'found' | 'edition'>): void {
      insert.run({ ...row, work: JSON.stringify(row.work), detail: JSON.stringify(row.detail) });
    },
    find: (id: string) => fromRow(find.get(id)),
    ofPublisher: (publisher: string) =>
      ofPublisher.all(publisher).flatMap((row) => fromRow(row) ?? []),
    byState: (state: DraftState) => byState.all(state).flatMap((row) => fromRow(row) ?? []),
    update(id: string, revision: number | undefined, changes: DraftChanges, at: string): boolean {
      const { dataset = null, state = null, sha256 = null, work, detail, found, edition } = changes;
      const given = {
        ...{ id, dataset, state, sha256, at, revision: revision ?? null },
        work: work === undefined ? null : JSON.stringify(work),
        detail: detail === undefined ? null : JSON.stringify(detail),
        found: found === undefined ? null : JSON.stringify(found),
        setsEdition: edition === undefined ? 0 : 1,
        edition: edition ?? null,
      };
      return update.run(given).changes === 1;
    },
    remove: (id: string): boolean => remove.run(id).changes === 1,
    usedBytes: (organisation: string): number => used.get({ organisation })?.bytes ?? 0,
  };
}

function fromRow(row: Row | undefined): DraftRow | undefined {
  if (!row) return undefined;
  const { work, found, detail, edition, ...rest } = row;
  return {
    ...rest,
    work: JSON.parse(work),
    detail: JSON.parse(detail),
    ...(found === null ? {} : { found: JSON.parse(found) }),
    ...(edition === null ? {} : { edition }),
  };
}

function actTable(db: Database) {
  const insert = db.prepare(`
    INSERT INTO draft_act (draft, number, words, by_whom, at, work)
    VALUES (@draft, COALESCE((SELECT max(number) FROM draft_act WHERE draft = @draft), 0) + 1,
      @words, @by, @at, @work)`);
  const trim = db.prepare(`
    DELETE FROM draft_act WHERE draft = @draft AND number <=
      (SELECT max(number) FROM draft_act WHERE draft = @draft) - ${MOST_ACTS}`);
  const last = db.prepare<[string], DraftAct & { readonly work: string }>(`
    SELECT number, words, by_whom AS by, at, work FROM draft_act WHERE draft = ?
    ORDER BY number DESC LIMIT 1`);
  const list = db.prepare<[string], DraftAct>(
    'SELECT number, words, by_whom AS by, at FROM draft_act WHERE draft = ? ORDER BY number',
  );
  const remove = db.prepare('DELETE FROM draft_act WHERE draft = ? AND number = ?');
  return {
    push(draft: string, { before, ...act }: NonNullable<DraftStep['act']>): void {
      insert.run({ draft, ...act, work: JSON.stringify(before) });
      trim.run({ draft });
    },
    last(draft: string): (DraftAct & { readonly before: DraftWork }) | undefined {
      const found = last.get(draft);
      if (!found) return undefined;
      const { work, ...act } = found;
      return { ...act, before: JSON.parse(work) };
    },
    list: (draft: string) => list.all(draft),
    remove: (draft: string, number: number): void => {
      remove.run(draft, number);
    },
  };
}

function sourceTable(db: Database) {
  const put = db.prepare(`
    INSERT INTO source (dataset, json, saved_at) VALUES (?, ?, ?)
    ON CONFLICT (dataset) DO UPDATE SET json = excluded.json, saved_at = excluded.saved_at`);
  const list = db.prepare<[], { json: string }>('SELECT json FROM source ORDER BY dataset');
  const find = db.prepare<[string], { json: string }>('SELECT json FROM source WHERE dataset = ?');
  const remove = db.prepare('DELETE FROM source WHERE dataset = ?');
  return {
    put: (dataset: string, source: Source, at: string): void => {
      put.run(dataset, JSON.stringify(source), at);
    },
    remove: (dataset: string): boolean => remove.run(dataset).changes === 1,
    list: (): Source[] => list.all().map(({ json }) => JSON.parse(json)),
    find: (dataset: string): Source | undefined => {
      const found = find.get(dataset);
      return found && JSON.parse(found.json);
    },
  };
}
