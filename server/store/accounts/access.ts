import type { Database } from 'better-sqlite3';
import type { AccessChange, AccessState } from '#data/schema/access.ts';
import type { AccessAnswer, AccessRequest } from '#data/schema/access-request.ts';
import type { Agreement } from '#data/schema/agreement.ts';
import type { AuditEntry } from '#data/schema/audit.ts';
import type { LayerRow } from '../rows.ts';
import { inTurn, type Turns } from '../turns.ts';
import type { AccessMove, AccessStore, ApartDataset, StandingRow } from './access-rows.ts';
import { agreementTable } from './agreements.ts';
import { auditTable } from './audit.ts';
import { requestTable } from './requests.ts';

/** What of the layers an access change touches. */
type LayerWrites = {
  readonly putLayer: (layer: LayerRow) => void;
  readonly removeEmptyLayers: () => void;
};

type Revoked = NonNullable<Agreement['revoked']>;

/** Who may have what, in one database; writes take their turn with all others of this process. */
export function accessStore(db: Database, turns: Turns, layers: LayerWrites): AccessStore {
  const states = stateTables(db);
  const agreements = agreementTable(db);
  const audit = auditTable(db);
  const purposes = purposeTable(db);
  const requests = requestTable(db);
  const changeAccess = db.transaction(({ dataset, change, title, entry, ...move }: AccessMove) => {
    states.putChange(dataset, change);
    if (change.state === 'open') states.openLive(dataset);
    else states.keepApart(dataset, title);
    for (const layer of move.layers) layers.putLayer(layer);
    layers.removeEmptyLayers();
    audit.append([entry]);
  });
  const writes = {
    changeAccess: changeAccess.immediate,
    putAgreement: db.transaction((agreement: Agreement, entry: AuditEntry) => {
      agreements.insert(agreement);
      audit.append([entry]);
    }).immediate,
    revokeAgreement: db.transaction((id: string, revoked: Revoked, entry: AuditEntry) => {
      agreements.revoke(id, revoked);
      audit.append([entry]);
    }).immediate,
    putRequest: db.transaction((request: AccessRequest, secret: string, entry: AuditEntry) => {
      const isTaken = requests.insert(request, secret);
      if (isTaken) audit.append([entry]);
      return isTaken;
    }).immediate,
    answerRequest: db.transaction(
      (request: AccessRequest, answer: AccessAnswer, entries: readonly AuditEntry[]) => {
        const wasWaiting = requests.answer(request, answer);
        if (wasWaiting) audit.append(entries);
        return wasWaiting;
      },
    ).immediate,
    choosePurpose: purposes.choose,
    audit: db.transaction((entries: readonly AuditEntry[]) => audit.append(entries)).immediate,
  };
  return {
    ...inTurn(turns, writes),
    revision: async () => states.revision(),
    stateOf: async (dataset) => states.stateOf(dataset),
    listApart: async () => states.listApart(),
    listStandings: async () => states.listStandings(),
    listOwners: async () => states.listOwners(),
    listAccessChanges: async (dataset) => states.listChanges(dataset),
    listAgreements: async () => agreements.list(),
    listRequests: async (dataset) => requests.list(dataset),
    findRequest: async (secret) => requests.find(secret),
    purposeOf: async (session) => purposes.find(session),
    listAudit: async (page) => audit.list(page),
    auditHead: async () => audit.head(),
    pageAudit: async (after, limit) => audit.page(after, limit),
    monthlyReadings: async () => audit.monthly(),
  };
}

/** Table `session_purpose`. */
function purposeTable(db: Database) {
  const find = db
    .prepare<[string], string>('SELECT purpose FROM session_purpose WHERE session = ?')
    .pluck();
  const put = db.prepare('INSERT OR REPLACE INTO session_purpose (session, purpose) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM session_purpose WHERE session = ?');
  return {
    find: (session: string) => find.get(session),
    choose(session: string, purpose?: string): void {
      if (purpose === undefined) remove.run(session);
      else put.run(session, purpose);
    },
  };
}

type Standing = Omit<StandingRow, 'since' | 'description'> & {
  readonly since: string | null;
  readonly description: string | null;
};

type StateRow = { readonly state: AccessState };
type ApartRow = {
  readonly dataset: string;
  readonly publisher: string;
  readonly state: AccessState;
  readonly editions: string;
};

/** Column `dataset.access`, table `access_change`, and which editions are kept apart. */
function stateTables(db: Database) {
  const stateOf = db.prepare<[string], StateRow>(
    'SELECT access AS state FROM dataset WHERE id = ?',
  );
  const setState = db.prepare<[string, string]>('UPDATE dataset SET access = ? WHERE id = ?');
  const insert = db.prepare(
    'INSERT INTO access_change (dataset, state, at, by_whom, why) VALUES (?, ?, ?, ?, ?)',
  );
  const changes = db.prepare<[string], AccessChange>(
    'SELECT state, at, by_whom AS "by", why FROM access_change WHERE dataset = ? ORDER BY row DESC',
  );
  const revision = db.prepare<[], { n: number }>('SELECT n FROM access_revision');
  const owners = db.prepare<[], { publisher: string; organisation: string }>(
    'SELECT publisher, organisation FROM organisation_publisher',
  );
  const apart = db.prepare<[], ApartRow>(`
    SELECT dataset.id AS dataset, publisher, access AS state,
      (SELECT json_group_array(json_object('row', row, 'sha256', sha256)) FROM edition
       WHERE edition.dataset = dataset.id
         AND (dataset.access <> 'open' OR instr(layer_id, '.only-') > 0)) AS editions
    FROM dataset
    WHERE access <> 'open'
      OR id IN (SELECT dataset FROM edition WHERE instr(layer_id, '.only-') > 0)`);
  const standings = db.prepare<[], Standing>(`
    SELECT dataset.id AS dataset, dataset.publisher, access AS state, source ->> 'title' AS title,
      source ->> 'description' AS description, source ->> 'type' AS featureType,
      (SELECT at FROM access_change AS change WHERE change.dataset = dataset.id ORDER BY row DESC LIMIT 1) AS since
    FROM dataset JOIN edition ON edition.row = dataset.live_edition ORDER BY title, dataset.id`);
  return {
    ...moves(db),
    listStandings: (): StandingRow[] =>
      standings.all().map(({ since, description, ...row }) => ({
        ...row,
        ...(since === null ? {} : { since }),
        ...(description === null ? {} : { description }),
      })),
    revision: (): number => revision.get()?.n ?? 0,
    stateOf: (dataset: string): AccessState | undefined => stateOf.get(dataset)?.state,
    putChange(dataset: string, { state, at, by, why }: AccessChange): void {
      if (setState.run(state, dataset).changes !== 1) {
        throw new RangeError(`Cannot change access: there is no dataset "${dataset}"`);
      }
      insert.run(dataset, state, at, by, why);
    },
    listChanges: (dataset: string): AccessChange[] => changes.all(dataset),
    listOwners: () =>
      new Map(owners.all().map(({ publisher, organisation }) => [publisher, organisation])),
    listApart: (): ApartDataset[] =>
      apart.all().map(({ editions, ...row }) => ({ ...row, editions: JSON.parse(editions) })),
  };
}

/** Issues that tell of a thing in another dataset name that dataset. */
const TWINS =
  "code IN ('id.possible-duplicate-other-dataset', 'id.possible-duplicate-other-provider')";

/** Editions between the layer of everybody and that of their dataset alone. */
function moves(db: Database) {
  const open = db.prepare<{ dataset: string }, { row: number }>(`
    UPDATE edition SET layer_id = substr(layer_id, 1, instr(layer_id, '.only-') - 1), comparison = NULL
    WHERE dataset = @dataset AND status = 'live' AND instr(layer_id, '.only-') > 0 RETURNING row`);
  // what it changed is told in values of the edition before, which stays apart
  const forget = db.prepare<[number]>('DELETE FROM change WHERE edition = ?');
  const close = db.prepare<{ dataset: string }>(`
    UPDATE edition SET layer_id = layer_id || '.only-' || @dataset
    WHERE dataset = @dataset AND layer_id <> '' AND instr(layer_id, '.only-') = 0`);
  const unname = db.prepare<{ dataset: string; named: string }>(`
    DELETE FROM issue WHERE ${TWINS} AND instr(message, @named) > 0
      AND edition NOT IN (SELECT row FROM edition WHERE dataset = @dataset)`);
  return {
    /** The live edition comes before everybody; those before it, and what it changed in them, stay apart. */
    openLive(dataset: string): void {
      for (const { row } of open.all({ dataset })) forget.run(row);
    },
    /** Every edition goes into the layer of its dataset alone, and nothing elsewhere names it. */
    keepApart(dataset: string, title: string): void {
      close.run({ dataset });
      unname.run({ dataset, named: `“${title}”` });
    },
  };
}
