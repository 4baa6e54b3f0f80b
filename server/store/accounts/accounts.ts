import type { Database } from 'better-sqlite3';
import { inTurn, type Turns } from '../turns.ts';
import type { Accepted, AccountRow, InvitationRow } from './account-rows.ts';
import { organisationTables } from './accounts-organisations.ts';
import { peopleTables } from './accounts-people.ts';
import { apiTokenTable, attemptTables, invitationTable } from './accounts-proofs.ts';

/** Accounts, what they belong to and how they prove who they are. Secrets come in as their hashes. */
export type AccountStore = ReturnType<typeof accountStore>;

/** The account tables of a database; writes take their turn with all others of this process. */
export function accountStore(db: Database, turns: Turns) {
  const people = peopleTables(db);
  const organisations = organisationTables(db);
  const invitations = invitationTable(db);
  const tokens = apiTokenTable(db);
  const attempts = attemptTables(db);

  /** One transaction: the invitation is used and what it is for is done; false when it was used before. */
  const accept = db.transaction((invitation: InvitationRow, made: Accepted, at: Date) => {
    const { hash, organisationId, role, isAdministrator } = invitation;
    if (!invitations.spendInvitation(hash, at)) return false;
    const { account, accountId, password } = made;
    if (account) people.insertAccount(account);
    if (password !== undefined) people.setPassword(accountId, password);
    if (isAdministrator) people.makeAdministrator(accountId);
    if (organisationId && role) organisations.putMembership(accountId, organisationId, role);
    invitations.removeWaiting(invitation);
    people.endSessions(accountId);
    return true;
  });
  /** The very first account; false when there is one already. */
  const insertFirst = db.transaction((account: AccountRow, hash: string, at: Date) => {
    if (people.countAccounts() > 0 || !invitations.spendInvitation(hash, at)) return false;
    people.insertAccount(account);
    return true;
  });

  const { putAttempts, forgetAttempts, sweepAttempts, putSignOn, takeSignOn } = attempts;
  const { setPassword, closeAccount, linkIdentity, insertAccount } = people;
  const { putSession, touchSession, endSession, endSessions, sweepSessions } = people;
  const { seedOrganisations, putMembership, removeMembership } = organisations;
  const { putInvitation, removeInvitation, removeUnused } = invitations;
  const { putToken, touchToken, removeToken } = tokens;
  return {
    ...inTurn(turns, {
      ...{ accept, insertFirst, insertAccount, setPassword, closeAccount, linkIdentity },
      ...{ putSession, touchSession, endSession, endSessions, sweepSessions },
      ...{ seedOrganisations, putMembership, removeMembership },
      ...{ putInvitation, removeInvitation, removeUnused },
      ...{ putToken, touchToken, removeToken },
      ...{ putAttempts, forgetAttempts, sweepAttempts, putSignOn, takeSignOn },
    }),
    ...reading({ people, organisations, invitations, tokens, attempts }),
  };
}

type Tables = {
  readonly people: ReturnType<typeof peopleTables>;
  readonly organisations: ReturnType<typeof organisationTables>;
  readonly invitations: ReturnType<typeof invitationTable>;
  readonly tokens: ReturnType<typeof apiTokenTable>;
  readonly attempts: ReturnType<typeof attemptTables>;
};

/** The reads, as promises: an engine on another machine could not answer at once. */
function reading({ people, organisations, invitations, tokens, attempts }: Tables) {
  return {
    countAccounts: async () => people.countAccounts(),
    listAccounts: async () => people.listAccounts(),
    findAccount: async (id: string) => people.findAccount(id),
    findAccountByEmail: async (email: string) => people.findAccountByEmail(email),
    findAccountByIdentity: async (issuer: string, subject: string) =>
      people.findAccountByIdentity(issuer, subject),
    findSession: async (hash: string) => people.findSession(hash),
    listOrganisations: async () => organisations.listOrganisations(),
    findOrganisation: async (id: string) => organisations.findOrganisation(id),
    listMemberships: async (account: string) => organisations.listMemberships(account),
    listMembers: async (organisation: string) => organisations.listMembers(organisation),
    countMembers: async () => organisations.countMembers(),
    findInvitation: async (hash: string) => invitations.findInvitation(hash),
    listInvitations: async (organisation: string) => invitations.listInvitations(organisation),
    listWaiting: async (email: string) => invitations.listWaiting(email),
    findToken: async (hash: string) => tokens.findToken(hash),
    listTokens: async (account: string) => tokens.listTokens(account),
    listAttempts: async (key: string, since: Date) => attempts.listAttempts(key, since),
  };
}
