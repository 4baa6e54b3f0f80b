import { z } from 'zod';

/**
 * What a member may do for an organisation. Owner: everything, its members and agreements too. Publisher: drafts,
 * publishing, withdrawing. Viewer: reads what the organisation may read.
 */
export const Role = z.enum(['owner', 'publisher', 'viewer']);
export type Role = z.infer<typeof Role>;

/** What an API token was made for: `publish` includes `read`. */
export const Scope = z.enum(['publish', 'read']);
export type Scope = z.infer<typeof Scope>;

/** Whose data it is: at first one for every publisher of `data/publishers`, of the same id and name. */
export const Organisation = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** Publishers it publishes as. */
  publisherIds: z.array(z.string()),
});
export type Organisation = Readonly<z.infer<typeof Organisation>>;

export const Membership = z.strictObject({ organisationId: z.string(), role: Role });
export type Membership = Readonly<z.infer<typeof Membership>>;

const Anonymous = z.strictObject({ kind: z.literal('anonymous') });

const AccountSubject = z.strictObject({
  kind: z.literal('account'),
  accountId: z.string().regex(/^[a-z0-9]{20,26}$/),
  name: z.string(),
  email: z.string(),
  /** Administers the whole of this ODIN: organisations and whoever is in them. */
  isAdministrator: z.boolean(),
  memberships: z.array(Membership).readonly(),
  /** How it proved who it is. */
  via: z.enum(['session', 'token']),
  /** What its token was made for; a session may all that its account may. */
  scopes: z.array(Scope).readonly().optional(),
  /** What for, where its token says so. */
  purpose: z.string().optional(),
});

/** Who asks: nobody in particular, or a person or program with an account. */
export const Subject = z.discriminatedUnion('kind', [Anonymous, AccountSubject]);
export type Subject = Readonly<z.infer<typeof Subject>>;

/** A subject that has an account. */
export type AccountSubject = Readonly<z.infer<typeof AccountSubject>>;

/** Everybody: without cookie or token. */
export const ANONYMOUS: Subject = { kind: 'anonymous' };

/** Who is signed in, as pages of ours are told. */
export const SessionState = z.strictObject({
  subject: Subject,
  /** Sent back as `X-ODIN-Token`, or form field `token`, with whatever is asked to be changed. */
  token: z.string().optional(),
});
export type SessionState = Readonly<z.infer<typeof SessionState>>;
