import type { Role } from '#data/schema/subject.ts';
import type { AccountRow, InvitationRow } from '#server/store/accounts/account-rows.ts';
import { type AccountDeps, emailKey } from './deps.ts';
import { hashPassword } from './password.ts';
import { hashSecret, newId, newSecret } from './secret.ts';
import { beginSession } from './who.ts';

/** How long an invitation is good for, ms. */
const INVITED_MS = 7 * 86_400_000;
/** How long a link to a new password is, ms. */
const RESET_MS = 86_400_000;

export type Invited = {
  readonly email: string;
  readonly organisationId?: string;
  readonly role?: Role;
  readonly isAdministrator?: boolean;
  /** Name of who invites, for the invited to read. */
  readonly invitedBy: string;
};

/** Make an invitation. @returns what its link holds, told once */
export const invite = async (
  { email, isAdministrator = false, ...invited }: Invited,
  deps: AccountDeps,
): Promise<string> =>
  await putInvitation(
    { ...invited, kind: 'join', email: emailKey(email), isAdministrator },
    INVITED_MS,
    deps,
  );

/** Make a link that lets somebody choose a new password; only who administers ODIN may. */
export const inviteToReset = async (
  { email }: AccountRow,
  invitedBy: string,
  deps: AccountDeps,
): Promise<string> =>
  await putInvitation({ kind: 'reset', email, invitedBy, isAdministrator: false }, RESET_MS, deps);

/** Make the link the first administrator begins with, in place of any before. */
export async function inviteFirst(deps: AccountDeps): Promise<string> {
  await deps.store.removeUnused('first');
  // whoever holds the data folder may ask for another, so it need not end soon
  const first = { kind: 'first', invitedBy: 'ODIN', isAdministrator: true } as const;
  return await putInvitation(first, 365 * 86_400_000, deps);
}

type Draft = Omit<InvitationRow, 'hash' | 'id' | 'madeAt' | 'expiresAt' | 'usedAt'>;

async function putInvitation(
  draft: Draft,
  goodForMs: number,
  { store, now }: AccountDeps,
): Promise<string> {
  const secret = newSecret();
  const madeAt = now().toISOString();
  const expiresAt = new Date(now().getTime() + goodForMs).toISOString();
  await store.putInvitation({ ...draft, hash: hashSecret(secret), id: newId(), madeAt, expiresAt });
  return secret;
}

/** The invitation a link holds; undefined when there is none, or it is used or expired. */
export async function findInvitation(
  secret: string,
  { store, now }: AccountDeps,
): Promise<InvitationRow | undefined> {
  const found = await store.findInvitation(hashSecret(secret));
  const isOpen =
    found && found.usedAt === undefined && Date.parse(found.expiresAt) > now().getTime();
  return isOpen ? found : undefined;
}

export type NewPerson = {
  readonly email: string;
  readonly name: string;
  /** Absent: comes by single sign-on. */
  readonly password?: string;
};

/** An account for somebody new; not yet kept. */
export async function newAccount(
  { email, name, password }: NewPerson,
  { now }: Pick<AccountDeps, 'now'>,
): Promise<AccountRow> {
  return {
    id: newId(),
    email: emailKey(email),
    name: name.trim(),
    isAdministrator: false,
    ...(password === undefined ? {} : { password: await hashPassword(password) }),
    madeAt: now().toISOString(),
  };
}

/** Use an invitation for somebody new. @returns the secret of their session; undefined when it was used before */
export async function acceptAsNew(
  invitation: InvitationRow,
  person: NewPerson,
  deps: AccountDeps,
): Promise<string | undefined> {
  const account = await newAccount(person, deps);
  const { store, now } = deps;
  const isDone =
    invitation.kind === 'first'
      ? await store.insertFirst({ ...account, isAdministrator: true }, invitation.hash, now())
      : await store.accept(invitation, { accountId: account.id, account }, now());
  return isDone ? await beginSession(account.id, deps) : undefined;
}

/**
 * Use an invitation for an account there is: its sessions end, and one begins with what it may do now.
 *
 * @param password the new one, where the invitation is to choose one
 */
export async function acceptAs(
  invitation: InvitationRow,
  accountId: string,
  deps: AccountDeps,
  password?: string,
): Promise<string | undefined> {
  const made = {
    accountId,
    ...(password === undefined ? {} : { password: await hashPassword(password) }),
  };
  const isDone = await deps.store.accept(invitation, made, deps.now());
  return isDone ? await beginSession(accountId, deps) : undefined;
}
