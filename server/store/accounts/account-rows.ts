import type { Role, Scope } from '#data/schema/subject.ts';

/** A person, or a program that acts for one. */
export type AccountRow = {
  /** 24 lower-case letters and digits. */
  readonly id: string;
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  readonly isAdministrator: boolean;
  /** Scrypt with its figures; absent: comes by single sign-on alone. */
  readonly password?: string;
  readonly madeAt: string;
  /** When it was closed; a closed account proves nothing any more. */
  readonly closedAt?: string;
};

export type MemberRow = {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

/** A session, by the hash of what its cookie holds. Times ISO 8601. */
export type SessionRow = {
  readonly hash: string;
  readonly accountId: string;
  readonly begunAt: string;
  readonly seenAt: string;
};

/** A link that lets somebody in: as the first administrator, into an organisation, or to a new password. */
export type InvitationRow = {
  readonly hash: string;
  readonly id: string;
  readonly kind: 'first' | 'join' | 'reset';
  readonly email?: string;
  readonly organisationId?: string;
  readonly role?: Role;
  readonly isAdministrator: boolean;
  readonly invitedBy: string;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly usedAt?: string;
};

export type ApiTokenRow = {
  readonly id: string;
  readonly hash: string;
  readonly accountId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly purpose?: string;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt?: string;
};

/** A single sign-on under way. */
export type SignOnRow = {
  readonly hash: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly back: string;
  readonly madeAt: string;
};

/** What using an invitation makes: an account, a new password, or no more than what the invitation is for. */
export type Accepted = {
  readonly accountId: string;
  readonly account?: AccountRow;
  readonly password?: string;
};
