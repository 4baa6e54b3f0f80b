import type { Role, Subject } from '#data/schema/subject.ts';

/** What somebody may do for an organisation; undefined: nothing. */
export function roleIn(subject: Subject, organisationId: string): Role | undefined {
  if (subject.kind === 'anonymous') return undefined;
  return subject.memberships.find((each) => each.organisationId === organisationId)?.role;
}

/** Who says who belongs to an organisation: its owners, and whoever administers all of this ODIN; never a token. */
export const mayManage = (subject: Subject, organisationId: string): boolean =>
  subject.kind === 'account' &&
  subject.via === 'session' &&
  (subject.isAdministrator || roleIn(subject, organisationId) === 'owner');

/** Who sees that an organisation has members, and who they are. */
export const maySeeMembers = (subject: Subject, organisationId: string): boolean =>
  mayManage(subject, organisationId) || roleIn(subject, organisationId) !== undefined;
