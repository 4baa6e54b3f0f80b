import { attemptKeys, COUNTED_MS, waitMs } from './attempts.ts';
import { type AccountDeps, emailKey } from './deps.ts';
import { hashPassword, isPassword, passwordFault } from './password.ts';
import { hashSecret } from './secret.ts';
import { beginSession } from './who.ts';

export type SignedIn =
  | { readonly status: 'signed-in'; readonly secret: string }
  /** Which of e-mail and password was wrong, or whether there is such an account, is never told. */
  | { readonly status: 'refused' }
  | { readonly status: 'wait'; readonly waitMs: number };

type Credentials = {
  readonly email: string;
  readonly password: string;
  /** Whose allowance of guesses it is: see `allowanceKey`. */
  readonly address: string;
};

/** Sign in by password: counted, slow, and as slow for an account there is not. */
export async function signIn(
  { email, password, address }: Credentials,
  deps: AccountDeps,
): Promise<SignedIn> {
  const { store, now } = deps;
  const keys = attemptKeys(emailKey(email), address);
  const since = new Date(now().getTime() - COUNTED_MS);
  const [pair, byAddress, account] = await Promise.all(
    [keys.pair, keys.address, keys.account].map((key) => store.listAttempts(key, since)),
  );
  const failed = { pair: pair ?? [], address: byAddress ?? [], account: account ?? [] };
  const wait = waitMs(failed, now());
  if (wait > 0) return { status: 'wait', waitMs: wait };
  const found = await store.findAccountByEmail(emailKey(email));
  const isOpen = found !== undefined && found.closedAt === undefined;
  const isRight = await isPassword(password, isOpen ? found.password : undefined);
  if (!(isRight && isOpen)) {
    await store.sweepAttempts(since);
    await store.putAttempts(Object.values(keys), now());
    return { status: 'refused' };
  }
  await store.forgetAttempts(keys.pair);
  return { status: 'signed-in', secret: await beginSession(found.id, deps) };
}

export type PasswordChange = {
  readonly accountId: string;
  /** The one now; an account that has none yet is not asked for it. */
  readonly current: string;
  readonly next: string;
};

/**
 * Change a password. Every session ends; the one that asked goes on under a new id.
 *
 * @returns the new session's secret, or what is wrong and in which field
 */
export async function changePassword(
  { accountId, current, next }: PasswordChange,
  deps: AccountDeps,
): Promise<{ secret: string } | { field: 'current' | 'next'; fault: string }> {
  const account = await deps.store.findAccount(accountId);
  if (!account) throw new RangeError(`Cannot change the password of account ${accountId}: none`);
  if (account.password !== undefined && !(await isPassword(current, account.password))) {
    return { field: 'current', fault: 'This is not your password now' };
  }
  const fault = passwordFault(next, account.email);
  if (fault !== undefined) return { field: 'next', fault };
  await deps.store.setPassword(accountId, await hashPassword(next));
  await deps.store.endSessions(accountId);
  return { secret: await beginSession(accountId, deps) };
}

/** End a session by what its cookie holds. */
export const signOut = async (secret: string, { store }: AccountDeps): Promise<void> =>
  store.endSession(hashSecret(secret));
