import type { Database } from 'better-sqlite3';
import type { AccountRow, SessionRow } from './account-rows.ts';

type StoredAccount = Omit<AccountRow, 'isAdministrator' | 'password' | 'closedAt'> & {
  readonly isAdministrator: number;
  readonly password: string | null;
  readonly closedAt: string | null;
};

const COLUMNS =
  'id, email, name, is_administrator AS isAdministrator, password, made_at AS madeAt, closed_at AS closedAt';

/** Tables `account`, `identity` and `session`. */
export function peopleTables(db: Database) {
  const find = db.prepare<[string], StoredAccount>(`SELECT ${COLUMNS} FROM account WHERE id = ?`);
  const findByEmail = db.prepare<[string], StoredAccount>(
    `SELECT ${COLUMNS} FROM account WHERE email = ?`,
  );
  const findByIdentity = db.prepare<[string, string], StoredAccount>(
    `SELECT ${COLUMNS} FROM account
     WHERE id = (SELECT account FROM identity WHERE issuer = ? AND subject = ?)`,
  );
  const list = db.prepare<[], StoredAccount>(`SELECT ${COLUMNS} FROM account ORDER BY email`);
  const count = db.prepare<[], number>('SELECT count(*) FROM account').pluck();
  const insert = db.prepare(`
    INSERT INTO account (id, email, name, is_administrator, password, made_at)
    VALUES (@id, @email, @name, @isAdministrator, @password, @madeAt)`);
  const setPassword = db.prepare('UPDATE account SET password = ? WHERE id = ?');
  const promote = db.prepare('UPDATE account SET is_administrator = 1 WHERE id = ?');
  const close = db.prepare('UPDATE account SET closed_at = ? WHERE id = ?');
  const link = db.prepare(
    'INSERT OR REPLACE INTO identity (issuer, subject, account) VALUES (?, ?, ?)',
  );
  return {
    findAccount: (id: string) => accountOf(find.get(id)),
    findAccountByEmail: (email: string) => accountOf(findByEmail.get(email)),
    findAccountByIdentity: (issuer: string, subject: string) =>
      accountOf(findByIdentity.get(issuer, subject)),
    listAccounts: () => list.all().flatMap((row) => accountOf(row) ?? []),
    countAccounts: () => count.get() ?? 0,
    insertAccount({ isAdministrator, ...account }: AccountRow): void {
      insert.run({ password: null, ...account, isAdministrator: isAdministrator ? 1 : 0 });
    },
    setPassword: (id: string, password: string) => void setPassword.run(password, id),
    makeAdministrator: (id: string) => void promote.run(id),
    closeAccount: (id: string, at: Date) => void close.run(at.toISOString(), id),
    linkIdentity: (issuer: string, subject: string, account: string) =>
      void link.run(issuer, subject, account),
    ...sessionTable(db),
  };
}

function sessionTable(db: Database) {
  const put = db.prepare(
    'INSERT INTO session (hash, account, begun_at, seen_at) VALUES (@hash, @accountId, @begunAt, @seenAt)',
  );
  const find = db.prepare<[string], SessionRow>(
    'SELECT hash, account AS accountId, begun_at AS begunAt, seen_at AS seenAt FROM session WHERE hash = ?',
  );
  const touch = db.prepare('UPDATE session SET seen_at = ? WHERE hash = ?');
  const end = db.prepare('DELETE FROM session WHERE hash = ?');
  const endOthers = db.prepare('DELETE FROM session WHERE account = ? AND hash <> ?');
  const sweep = db.prepare('DELETE FROM session WHERE begun_at < ?');
  return {
    putSession: (row: SessionRow) => void put.run(row),
    findSession: (hash: string) => find.get(hash),
    touchSession: (hash: string, at: Date) => void touch.run(at.toISOString(), hash),
    endSession: (hash: string) => void end.run(hash),
    /** End every session of an account but one. */
    endSessions: (account: string, but = '') => void endOthers.run(account, but),
    /** Forget sessions begun before. */
    sweepSessions: (before: Date) => void sweep.run(before.toISOString()),
  };
}

function accountOf(row: StoredAccount | undefined): AccountRow | undefined {
  if (!row) return undefined;
  const { isAdministrator, password, closedAt, ...account } = row;
  return {
    ...account,
    isAdministrator: isAdministrator === 1,
    ...(password === null ? {} : { password }),
    ...(closedAt === null ? {} : { closedAt }),
  };
}
