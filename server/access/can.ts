import type { Agreement } from '#data/schema/agreement.ts';
import type { AccountSubject, Role, Subject } from '#data/schema/subject.ts';
import { isFor, isInForce } from './in-force.ts';
import { audienceOf } from './states.ts';
import type { Action, DatasetThing, Thing } from './thing.ts';

/**
 * Whether somebody may do something with something at a moment: the one place where that is decided.
 *
 * A grant never begets another: whoever holds an agreement may read by it and nothing else. Administrators run this
 * ODIN; that gives them no reading of anybody's data.
 *
 * @param now the server's clock
 */
export function can(subject: Subject, action: Action, thing: Thing, now: Date): boolean {
  switch (thing.kind) {
    case 'deployment':
      return action === 'administer' && inPerson(subject)?.isAdministrator === true;
    case 'organisation':
      return onOrganisation(subject, action, thing.id);
    case 'dataset':
      return onDataset(subject, action, thing, now);
  }
}

function onOrganisation(subject: Subject, action: Action, id: string): boolean {
  switch (action) {
    case 'draft':
    case 'publish':
      return mayWrite(subject) && holdsRole(subject, [id], PUBLISHING);
    case 'see-members':
      return inPerson(subject)?.isAdministrator === true || holdsRole(subject, [id], ANY);
    case 'manage-members':
      return (
        inPerson(subject)?.isAdministrator === true ||
        (inPerson(subject) !== undefined && holdsRole(subject, [id], OWNING))
      );
    default:
      return false;
  }
}

function onDataset(subject: Subject, action: Action, thing: DatasetThing, now: Date): boolean {
  const { organisations } = thing;
  switch (action) {
    case 'see-existence':
      return reaches(subject, 'existence', thing, now) || holdsRole(subject, organisations, ANY);
    case 'see-metadata':
      return reaches(subject, 'metadata', thing, now) || holdsRole(subject, organisations, ANY);
    case 'read-features':
    case 'see-tiles':
    case 'download':
      return reaches(subject, 'data', thing, now) || holdsRole(subject, organisations, ANY);
    case 'read-reduced':
      return agreementOf(subject, thing, now) !== undefined;
    case 'draft':
    case 'publish':
    case 'withdraw':
      return mayWrite(subject) && holdsRole(subject, organisations, PUBLISHING);
    case 'change-access':
    case 'grant':
    case 'see-audit':
      return inPerson(subject) !== undefined && holdsRole(subject, organisations, OWNING);
    case 'accept-terms':
      return (
        thing.state === 'shared' &&
        ownsSomething(subject) &&
        !holdsRole(subject, organisations, ANY)
      );
    default:
      return false;
  }
}

/** Whether a dataset's state, or an agreement, gives one side of it exactly as published. */
function reaches(
  subject: Subject,
  side: 'existence' | 'metadata' | 'data',
  thing: DatasetThing,
  now: Date,
): boolean {
  switch (audienceOf(thing.state, side)) {
    case 'everybody':
      return true;
    case 'signed-in':
      return subject.kind === 'account';
    case 'holders':
      return agreementOf(subject, thing, now)?.precision === 'exact';
    case 'nobody':
      return false;
  }
}

/**
 * The agreement somebody reads a dataset by: one in force, made with an organisation of theirs, for the purpose they
 * chose; the most exact where there are several. Undefined when there is none, or the dataset's state gives nobody
 * anything.
 */
export function agreementOf(
  subject: Subject,
  { state, agreements }: DatasetThing,
  now: Date,
): Agreement | undefined {
  if (subject.kind !== 'account' || audienceOf(state, 'data') !== 'holders') return undefined;
  const { purpose } = subject;
  const own = new Set(subject.memberships.map(({ organisationId }) => organisationId));
  return agreements
    .filter(
      (each) =>
        each.grantees.some((grantee) => own.has(grantee)) &&
        isFor(each, purpose) &&
        isInForce(each, now),
    )
    .sort((one, other) => EXACTNESS[one.precision] - EXACTNESS[other.precision])[0];
}

const EXACTNESS: Readonly<Record<Agreement['precision'], number>> = {
  exact: 0,
  '100-m': 1,
  '250-m': 2,
  count: 3,
  existence: 4,
};

const ANY: readonly Role[] = ['owner', 'publisher', 'viewer'];
const PUBLISHING: readonly Role[] = ['owner', 'publisher'];
const OWNING: readonly Role[] = ['owner'];

const holdsRole = (
  subject: Subject,
  organisations: readonly string[],
  roles: readonly Role[],
): boolean =>
  subject.kind === 'account' &&
  subject.memberships.some(
    ({ organisationId, role }) => organisations.includes(organisationId) && roles.includes(role),
  );

const ownsSomething = (subject: Subject): boolean =>
  inPerson(subject)?.memberships.some(({ role }) => role === 'owner') === true;

/** Whether a subject may change data at all: a token only when it was made for that. */
const mayWrite = (subject: Subject): boolean =>
  subject.kind === 'account' &&
  (subject.via === 'session' || subject.scopes?.includes('publish') === true);

/** A person at the desk, not a program with a token: who may have what is decided by people. */
const inPerson = (subject: Subject): AccountSubject | undefined =>
  subject.kind === 'account' && subject.via === 'session' ? subject : undefined;
