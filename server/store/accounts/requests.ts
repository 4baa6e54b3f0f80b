import type { Database } from 'better-sqlite3';
import type { AccessAnswer, AccessAsked, AccessRequest } from '#data/schema/access-request.ts';

type Row = {
  readonly id: string;
  readonly dataset: string;
  readonly asked: string;
  readonly at: string;
  readonly answer: AccessAnswer['kind'] | null;
  readonly answered_at: string | null;
  readonly answered_by: string | null;
  readonly why: string | null;
  readonly agreement: string | null;
};

/** Most requests of a dataset that wait at a time: nobody reads more. */
const MOST_WAITING = 50;

/** How long after its answer, or unanswered, a request is kept, ms: who asked is not remembered for ever. */
const KEPT_MS = 365 * 86_400_000;

/** Table `access_request`: who asks for a dataset, and what was answered. */
export function requestTable(db: Database) {
  const insert = db.prepare(`
    INSERT INTO access_request (id, secret, dataset, asked, at) SELECT ?, ?, ?, ?, ?
    WHERE (SELECT count(*) FROM access_request WHERE dataset = ? AND answer IS NULL) < ${MOST_WAITING}`);
  const forget = db.prepare<[string]>(
    'DELETE FROM access_request WHERE COALESCE(answered_at, at) < ?',
  );
  const answer = db.prepare(`
    UPDATE access_request SET answer = ?, answered_at = ?, answered_by = ?, why = ?, agreement = ?
    WHERE id = ? AND dataset = ? AND answer IS NULL`);
  const list = db.prepare<[string], Row>(
    'SELECT * FROM access_request WHERE dataset = ? ORDER BY at DESC, id LIMIT 200',
  );
  const find = db.prepare<[string], Row>('SELECT * FROM access_request WHERE secret = ?');
  return {
    /** Keep one, and forget those of long ago. @returns whether there was room for it */
    insert({ id, dataset, asked, account, at }: AccessRequest, secret: string): boolean {
      const text = JSON.stringify({ ...asked, account });
      forget.run(new Date(Date.parse(at) - KEPT_MS).toISOString());
      return insert.run(id, secret, dataset, text, at, dataset).changes === 1;
    },
    /** @returns whether it waited still */
    answer(
      { id, dataset }: AccessRequest,
      { kind, at, by, why, agreement }: AccessAnswer,
    ): boolean {
      const given = [kind, at, by, why ?? null, agreement ?? null];
      return answer.run(...given, id, dataset).changes === 1;
    },
    list: (dataset: string): AccessRequest[] => list.all(dataset).map(requestOf),
    find(secret: string): AccessRequest | undefined {
      const row = find.get(secret);
      return row && requestOf(row);
    },
  };
}

function requestOf(row: Row): AccessRequest {
  const { id, dataset, at } = row;
  const { account, ...asked } = JSON.parse(row.asked) as AccessAsked & { account?: string };
  const answer = answerOf(row);
  return {
    ...{ id, dataset, asked, at },
    ...(account === undefined ? {} : { account }),
    ...(answer ? { answer } : {}),
  };
}

function answerOf(row: Row): AccessAnswer | undefined {
  const { answer: kind, answered_at: at, answered_by: by, why, agreement } = row;
  if (kind === null || at === null || by === null) return undefined;
  return {
    ...{ kind, at, by },
    ...(why === null ? {} : { why }),
    ...(agreement === null ? {} : { agreement }),
  };
}
