import type { Subject } from '#data/schema/subject.ts';
import { can } from '#server/access/can.ts';

/** Who belongs where does not depend on the clock. */
const ANY_TIME = new Date(0);

/** Who says who belongs to an organisation: its owners, and whoever administers all of this ODIN; never a token. */
export const mayManage = (subject: Subject, organisationId: string): boolean =>
  can(subject, 'manage-members', { kind: 'organisation', id: organisationId }, ANY_TIME);

/** Who sees that an organisation has members, and who they are. */
export const maySeeMembers = (subject: Subject, organisationId: string): boolean =>
  can(subject, 'see-members', { kind: 'organisation', id: organisationId }, ANY_TIME);
