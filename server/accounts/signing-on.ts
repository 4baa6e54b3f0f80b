import type { AccountRow } from '#server/store/accounts/account-rows.ts';
import type { AccountDeps } from './deps.ts';
import { newAccount } from './inviting.ts';
import type { SignedOn } from './single-sign-on.ts';
import { beginSession } from './who.ts';

export type LetIn =
  | { readonly status: 'signed-in'; readonly secret: string }
  | { readonly status: 'unverified' | 'not-invited' | 'closed' };

/**
 * Let in whom a provider has signed in: by the identity known from before, else by an e-mail address that is
 * surely theirs: an account there is, an invitation that waits, or a domain whose people may come by themselves.
 */
export async function letIn(
  person: SignedOn,
  domains: readonly string[],
  deps: AccountDeps,
): Promise<LetIn> {
  const { store } = deps;
  const { issuer, subject, email } = person;
  const known = await store.findAccountByIdentity(issuer, subject);
  if (known) return await enter(known, deps);
  const isOfDomain = domains.includes(email.split('@').at(-1) ?? '');
  // the provider of a domain knows who has its addresses, whether it says so or not
  if (!person.isVerified && !isOfDomain) return { status: 'unverified' };
  const account = (await store.findAccountByEmail(email)) ?? (await make(person, isOfDomain, deps));
  if (!account) return { status: 'not-invited' };
  await store.linkIdentity(issuer, subject, account.id);
  return await enter(account, deps);
}

async function enter(account: AccountRow, deps: AccountDeps): Promise<LetIn> {
  if (account.closedAt !== undefined) return { status: 'closed' };
  for (const waiting of await deps.store.listWaiting(account.email)) {
    if (Date.parse(waiting.expiresAt) <= deps.now().getTime()) continue;
    await deps.store.accept(waiting, { accountId: account.id }, deps.now());
  }
  return { status: 'signed-in', secret: await beginSession(account.id, deps) };
}

async function make(
  { email, name }: SignedOn,
  isOfDomain: boolean,
  deps: AccountDeps,
): Promise<AccountRow | undefined> {
  const now = deps.now().getTime();
  const waiting = await deps.store.listWaiting(email);
  const isInvited = waiting.some(({ expiresAt }) => Date.parse(expiresAt) > now);
  if (!isInvited && !isOfDomain) return undefined;
  const account = await newAccount({ email, name }, deps);
  await deps.store.insertAccount(account);
  return account;
}
