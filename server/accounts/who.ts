import type { AccountSubject } from '#data/schema/subject.ts';
import type { AccountRow } from '#server/store/accounts/account-rows.ts';
import type { AccountDeps } from './deps.ts';
import { hashSecret, isApiToken, newSecret } from './secret.ts';
import { isLive, LONGEST_MS, TOUCH_MS } from './session.ts';

/** Begin a session. @returns what its cookie holds; it is kept as a hash alone */
export async function beginSession(accountId: string, deps: AccountDeps): Promise<string> {
  const { store, now } = deps;
  const secret = newSecret();
  const at = now().toISOString();
  await store.sweepSessions(new Date(now().getTime() - LONGEST_MS));
  await store.putSession({ hash: hashSecret(secret), accountId, begunAt: at, seenAt: at });
  return secret;
}

/** Who a session cookie belongs to; undefined when it says nothing, or no more. */
export async function whoseSession(
  secret: string,
  { store, now }: AccountDeps,
): Promise<AccountSubject | undefined> {
  const session = await store.findSession(hashSecret(secret));
  if (!session || !isLive(session, now())) return undefined;
  const account = await store.findAccount(session.accountId);
  if (!account || account.closedAt !== undefined) return undefined;
  if (isStale(session.seenAt, now())) await store.touchSession(session.hash, now());
  return { ...(await describe(account, { store })), via: 'session' };
}

/** Who an API token was made by, and for what; undefined when it is none, expired or revoked. */
export async function whoseToken(
  token: string,
  { store, now }: AccountDeps,
): Promise<AccountSubject | undefined> {
  if (!isApiToken(token)) return undefined;
  const row = await store.findToken(hashSecret(token));
  if (!row || Date.parse(row.expiresAt) <= now().getTime()) return undefined;
  const account = await store.findAccount(row.accountId);
  if (!account || account.closedAt !== undefined) return undefined;
  if (isStale(row.lastUsedAt, now())) await store.touchToken(row.id, now());
  const { scopes, purpose } = row;
  const subject = await describe(account, { store });
  return { ...subject, via: 'token', scopes, ...(purpose === undefined ? {} : { purpose }) };
}

const isStale = (seenAt: string | undefined, now: Date): boolean =>
  seenAt === undefined || now.getTime() - Date.parse(seenAt) > TOUCH_MS;

async function describe(
  { id, name, email, isAdministrator }: AccountRow,
  { store }: Pick<AccountDeps, 'store'>,
): Promise<Omit<AccountSubject, 'via'>> {
  const memberships = await store.listMemberships(id);
  return { kind: 'account', accountId: id, name, email, isAdministrator, memberships };
}
