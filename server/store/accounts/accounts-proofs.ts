import type { Database } from 'better-sqlite3';
import type { Scope } from '#data/schema/subject.ts';
import type { ApiTokenRow, InvitationRow, SignOnRow } from './account-rows.ts';

/** Every value SQLite has as NULL, left out. */
function without<Row extends object>(row: Row): { [Name in keyof Row]: NonNullable<Row[Name]> } {
  const kept = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as { [Name in keyof Row]: NonNullable<Row[Name]> };
}

type StoredInvitation = Omit<InvitationRow, 'isAdministrator'> & {
  readonly isAdministrator: 0 | 1;
};

const INVITATION = `
  SELECT hash, id, kind, email, organisation AS organisationId, role, is_administrator AS isAdministrator,
    invited_by AS invitedBy, made_at AS madeAt, expires_at AS expiresAt, used_at AS usedAt FROM invitation`;

/** Table `invitation`. */
export function invitationTable(db: Database) {
  const put = db.prepare(`
    INSERT INTO invitation
      (hash, id, kind, email, organisation, role, is_administrator, invited_by, made_at, expires_at)
    VALUES (@hash, @id, @kind, @email, @organisationId, @role, @isAdministrator, @invitedBy, @madeAt, @expiresAt)`);
  const find = db.prepare<[string], StoredInvitation>(`${INVITATION} WHERE hash = ?`);
  const list = db.prepare<[string], StoredInvitation>(
    `${INVITATION} WHERE organisation = ? AND used_at IS NULL ORDER BY made_at DESC`,
  );
  const waiting = db.prepare<[string], StoredInvitation>(
    `${INVITATION} WHERE email = ? AND kind = 'join' AND used_at IS NULL ORDER BY made_at`,
  );
  const use = db.prepare('UPDATE invitation SET used_at = ? WHERE hash = ? AND used_at IS NULL');
  const remove = db.prepare('DELETE FROM invitation WHERE id = ? AND organisation = ?');
  const removeWaiting = db.prepare(
    'DELETE FROM invitation WHERE kind = ? AND email = ? AND organisation IS ? AND used_at IS NULL',
  );
  const removeKind = db.prepare('DELETE FROM invitation WHERE kind = ? AND used_at IS NULL');
  return {
    /** Put one in place of any that waits for the same person and organisation. */
    putInvitation({ isAdministrator, ...row }: InvitationRow): void {
      const bare = { email: null, organisationId: null, role: null };
      removeWaiting.run(row.kind, row.email ?? null, row.organisationId ?? null);
      put.run({ ...bare, ...row, isAdministrator: isAdministrator ? 1 : 0 });
    },
    findInvitation: (hash: string) => invitationOf(find.get(hash)),
    /** Those of an organisation nobody has used, newest first; expired ones too. */
    listInvitations: (organisation: string) =>
      list.all(organisation).flatMap((row) => invitationOf(row) ?? []),
    /** Those an e-mail address may still use. */
    listWaiting: (email: string) => waiting.all(email).flatMap((row) => invitationOf(row) ?? []),
    /** Whether it could be used: once. */
    spendInvitation: (hash: string, at: Date) => use.run(at.toISOString(), hash).changes === 1,
    /** Forget those that wait for the same person and organisation as one that was used. */
    removeWaiting: ({ kind, email, organisationId }: InvitationRow) =>
      void removeWaiting.run(kind, email ?? null, organisationId ?? null),
    removeInvitation: (id: string, organisation: string) => void remove.run(id, organisation),
    removeUnused: (kind: InvitationRow['kind']) => void removeKind.run(kind),
  };
}

const invitationOf = (row: StoredInvitation | undefined): InvitationRow | undefined =>
  row && { ...without(row), isAdministrator: row.isAdministrator === 1 };

type StoredToken = Omit<ApiTokenRow, 'scopes'> & { readonly scopes: string };

const TOKEN = `
  SELECT id, hash, account AS accountId, name, scopes, purpose, made_at AS madeAt, expires_at AS expiresAt,
    last_used_at AS lastUsedAt FROM api_token`;

/** Table `api_token`. */
export function apiTokenTable(db: Database) {
  const put = db.prepare(`
    INSERT INTO api_token (id, hash, account, name, scopes, purpose, made_at, expires_at)
    VALUES (@id, @hash, @accountId, @name, @scopes, @purpose, @madeAt, @expiresAt)`);
  const find = db.prepare<[string], StoredToken>(`${TOKEN} WHERE hash = ?`);
  const list = db.prepare<[string], StoredToken>(
    `${TOKEN} WHERE account = ? ORDER BY made_at DESC`,
  );
  const touch = db.prepare('UPDATE api_token SET last_used_at = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM api_token WHERE id = ? AND account = ?');
  return {
    putToken(row: ApiTokenRow): void {
      put.run({ purpose: null, ...row, scopes: row.scopes.join(' ') });
    },
    findToken: (hash: string) => tokenOf(find.get(hash)),
    listTokens: (account: string) => list.all(account).flatMap((row) => tokenOf(row) ?? []),
    touchToken: (id: string, at: Date) => void touch.run(at.toISOString(), id),
    removeToken: (id: string, account: string) => void remove.run(id, account),
  };
}

const tokenOf = (row: StoredToken | undefined): ApiTokenRow | undefined =>
  row && { ...without(row), scopes: row.scopes.split(' ') as Scope[] };

/** Tables `failed_attempt` and `sign_on`. */
export function attemptTables(db: Database) {
  const put = db.prepare('INSERT INTO failed_attempt (key, at) VALUES (?, ?)');
  const list = db
    .prepare<[string, string], string>('SELECT at FROM failed_attempt WHERE key = ? AND at >= ?')
    .pluck();
  const forget = db.prepare('DELETE FROM failed_attempt WHERE key = ?');
  const sweep = db.prepare('DELETE FROM failed_attempt WHERE at < ?');
  const begin = db.prepare(`
    INSERT INTO sign_on (hash, state, nonce, verifier, back, made_at)
    VALUES (@hash, @state, @nonce, @verifier, @back, @madeAt)`);
  const take = db.prepare<[string], SignOnRow>(`
    DELETE FROM sign_on WHERE hash = ? RETURNING hash, state, nonce, verifier, back, made_at AS madeAt`);
  const sweepSignOns = db.prepare('DELETE FROM sign_on WHERE made_at < ?');
  return {
    putAttempts: db.transaction((keys: readonly string[], at: Date) => {
      for (const key of keys) put.run(key, at.toISOString());
    }),
    /** When attempts under a key failed, since then. */
    listAttempts: (key: string, since: Date) => list.all(key, since.toISOString()),
    forgetAttempts: (key: string) => void forget.run(key),
    putSignOn: (row: SignOnRow) => void begin.run(row),
    /** Found once: asking for it removes it. */
    takeSignOn: (hash: string) => take.get(hash),
    /** Forget attempts and sign-ons begun before. */
    sweepAttempts(before: Date): void {
      sweep.run(before.toISOString());
      sweepSignOns.run(before.toISOString());
    },
  };
}
