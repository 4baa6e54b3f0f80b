import { type AttemptKeys, attemptKeys, COUNTED_MS, waitMs } from './attempts.ts';
import { type AccountDeps, emailKey } from './deps.ts';
import { hashPassword, isBusy, isPassword, passwordFault } from './password.ts';
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
  const keys = attemptKeys(emailKey(email), address);
  const failed = await listFailed(keys, deps);
  // nothing is waited for from here until this attempt counts
  const now = deps.now();
  const wait = isBusy() ? BUSY_MS : waitMs(withUnderway(failed, keys, now), now);
  if (wait > 0) return { status: 'wait', waitMs: wait };
  const done = begin(keys);
  try {
    return await check({ email, password, keys }, deps);
  } finally {
    done();
  }
}

type Attempt = Pick<Credentials, 'email' | 'password'> & { readonly keys: AttemptKeys };

async function check({ email, password, keys }: Attempt, deps: AccountDeps): Promise<SignedIn> {
  const { store, now } = deps;
  const found = await store.findAccountByEmail(emailKey(email));
  const isOpen = found !== undefined && found.closedAt === undefined;
  const isRight = await isPassword(password, isOpen ? found.password : undefined);
  if (!(isRight && isOpen)) {
    await store.sweepAttempts(new Date(now().getTime() - COUNTED_MS));
    await store.putAttempts(Object.values(keys), now());
    return { status: 'refused' };
  }
  await store.forgetAttempts(keys.pair);
  return { status: 'signed-in', secret: await beginSession(found.id, deps) };
}

/** How long it is when too many passwords wait to be checked, ms. */
const BUSY_MS = 5_000;

/** Attempts being checked, by key: many sent at once are as many as one after another. */
const underway = new Map<string, number>();

function begin(keys: AttemptKeys): () => void {
  const add = (count: number): void => {
    for (const key of Object.values(keys)) {
      const left = (underway.get(key) ?? 0) + count;
      if (left > 0) underway.set(key, left);
      else underway.delete(key);
    }
  };
  add(1);
  return () => add(-1);
}

type Failed = Record<keyof AttemptKeys, readonly string[]>;

async function listFailed(keys: AttemptKeys, { store, now }: AccountDeps): Promise<Failed> {
  const since = new Date(now().getTime() - COUNTED_MS);
  const [pair = [], address = [], account = []] = await Promise.all(
    [keys.pair, keys.address, keys.account].map((key) => store.listAttempts(key, since)),
  );
  return { pair, address, account };
}

/** Those that failed and those that may yet. */
function withUnderway(failed: Failed, keys: AttemptKeys, now: Date): Failed {
  const counted = (key: keyof AttemptKeys): string[] => [
    ...failed[key],
    ...Array(underway.get(keys[key]) ?? 0).fill(now.toISOString()),
  ];
  return { pair: counted('pair'), address: counted('address'), account: counted('account') };
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
