import { type AccountSubject, type Organisation, Role } from '#data/schema/subject.ts';
import { invite } from '#server/accounts/inviting.ts';
import { mayManage, maySeeMembers } from '#server/accounts/rights.ts';
import { beginSession } from '#server/accounts/who.ts';
import {
  type MadeLink,
  type OrganisationLine,
  type OrganisationPage,
  organisationPage,
  organisationsPage,
} from '#server/pages/account-organisations.ts';
import type { Fault } from '#server/pages/form.ts';
import type { Services } from '../services.ts';
import { type Asked, type FormPage, type Shown, signedIn } from './form.ts';
import { emailFaults } from './person.ts';

type Own = Asked & { readonly subject: AccountSubject };

/** Days an invitation is good for, as its page says. */
const GOOD_DAYS = 7;

/** Organisations, who belongs to them and who is invited. */
export const ORGANISATION_PAGES: readonly FormPage[] = [
  {
    path: '/organisations',
    show: signedIn(async (own, services) => ({ page: await listPage(own, services) })),
    take: signedIn(takeAdministrator),
  },
  {
    path: '/organisations/:id',
    show: signedIn(async (own, services) => {
      const organisation = await find(own, services);
      const isSeen = organisation && maySeeMembers(own.subject, organisation.id);
      return isSeen ? { page: await onePage(organisation, own, services) } : 'not-found';
    }),
  },
  { path: '/organisations/:id/invitations', take: managed(takeInvitation) },
  {
    path: '/organisations/:id/invitations/:invitation/withdraw',
    take: managed(async (organisation, { params }, { accounts }) => {
      await accounts.store.removeInvitation(params.invitation ?? '', organisation.id);
      return { goTo: `/organisations/${organisation.id}` };
    }),
  },
  { path: '/organisations/:id/members/:account', take: managed(takeRole) },
  { path: '/organisations/:id/members/:account/remove', take: managed(takeRemoval) },
];

type Managed = (organisation: Organisation, own: Own, services: Services) => Promise<Shown>;

/** What only those may do who say who belongs to an organisation; to others it does not exist. */
function managed(take: Managed) {
  return signedIn(async (own, services) => {
    const organisation = await find(own, services);
    if (!organisation || !mayManage(own.subject, organisation.id)) return 'not-found';
    return await take(organisation, own, services);
  });
}

const find = ({ params }: Own, { accounts }: Services): Promise<Organisation | undefined> =>
  accounts.store.findOrganisation(params.id ?? '');

type Said = Partial<Pick<OrganisationPage, 'faults' | 'made' | 'done' | 'email' | 'role'>>;

async function listPage(own: Own, { accounts, store }: Services, said: Said = {}): Promise<string> {
  const { subject, formToken } = own;
  const all = await accounts.store.listOrganisations();
  const [members, names] = [await accounts.store.countMembers(), await publisherNames(store)];
  return organisationsPage({
    organisations: all
      .filter(({ id }) => maySeeMembers(subject, id))
      .map((each) => lineOf(each, members.get(each.id) ?? 0, names)),
    ...{ isAdministrator: subject.isAdministrator, formToken, email: '', faults: [], ...said },
  });
}

const publisherNames = async (store: Services['store']): Promise<ReadonlyMap<string, string>> =>
  new Map((await store.listPublishers()).map(({ id, name }) => [id, name]));

const lineOf = (
  { id, name, publisherIds }: Organisation,
  members: number,
  names: ReadonlyMap<string, string>,
): OrganisationLine => ({
  ...{ id, name, members },
  publishers: publisherIds.map((publisher) => names.get(publisher) ?? publisher),
});

async function onePage(
  organisation: Organisation,
  { subject, formToken }: Own,
  { accounts, store }: Services,
  said: Said = {},
): Promise<string> {
  const { id } = organisation;
  const members = await accounts.store.listMembers(id);
  const now = accounts.now().getTime();
  return organisationPage({
    organisation: lineOf(organisation, members.length, await publisherNames(store)),
    members: members.map((each) => ({ ...each, isReader: each.accountId === subject.accountId })),
    invitations: (await accounts.store.listInvitations(id)).map((each) => ({
      ...{ id: each.id, email: each.email ?? '', role: each.role ?? '', invitedBy: each.invitedBy },
      ...{ expiresAt: each.expiresAt, isExpired: Date.parse(each.expiresAt) <= now },
    })),
    mayManage: mayManage(subject, id),
    ...{ formToken, email: '', role: members.length === 0 ? 'owner' : 'publisher', faults: [] },
    ...said,
  });
}

async function takeAdministrator(own: Own, services: Services): Promise<Shown> {
  if (!own.subject.isAdministrator) return 'not-found';
  const email = own.field('email').trim();
  const faults = emailFaults(email);
  if (faults.length > 0)
    return { page: await listPage(own, services, { faults, email }), status: 422 };
  const made = await invited({ email, isAdministrator: true }, own, services);
  return { page: await listPage(own, services, { made }), status: 201 };
}

async function takeInvitation(
  organisation: Organisation,
  own: Own,
  services: Services,
): Promise<Shown> {
  const email = own.field('email').trim();
  const role = Role.safeParse(own.field('role'));
  const faults: Fault[] = [
    ...emailFaults(email),
    ...(role.success ? [] : [{ field: 'role', text: 'Choose what they may do' }]),
  ];
  if (faults.length > 0 || !role.success) {
    const said = { faults, email, role: own.field('role') };
    return { page: await onePage(organisation, own, services, said), status: 422 };
  }
  const asked = { email, organisationId: organisation.id, role: role.data };
  const made = await invited(asked, own, services);
  return { page: await onePage(organisation, own, services, { made }), status: 201 };
}

async function invited(
  asked: Omit<Parameters<typeof invite>[0], 'invitedBy'>,
  { subject, origin }: Own,
  { accounts }: Services,
): Promise<MadeLink> {
  const secret = await invite({ ...asked, invitedBy: subject.name }, accounts);
  return { email: asked.email, link: `${origin}/invitation/${secret}`, days: GOOD_DAYS };
}

async function takeRole(organisation: Organisation, own: Own, services: Services): Promise<Shown> {
  const role = Role.safeParse(own.field('role'));
  if (!role.success) return 'not-found';
  return await changeMember(organisation, own, services, role.data);
}

async function takeRemoval(
  organisation: Organisation,
  own: Own,
  services: Services,
): Promise<Shown> {
  return await changeMember(organisation, own, services, undefined);
}

/** Give a member another role, or none. Their sessions end: what they may do next they sign in for. */
async function changeMember(
  organisation: Organisation,
  own: Own,
  services: Services,
  role: Role | undefined,
): Promise<Shown> {
  const { store } = services.accounts;
  const members = await store.listMembers(organisation.id);
  const member = members.find(({ accountId }) => accountId === own.params.account);
  if (!member) return 'not-found';
  const owners = members.filter((each) => each.role === 'owner');
  const isLastOwner = member.role === 'owner' && owners.length === 1 && role !== 'owner';
  if (isLastOwner && !own.subject.isAdministrator) {
    const faults = [{ field: 'main', text: 'Make somebody else an owner first: one must be left' }];
    return { page: await onePage(organisation, own, services, { faults }), status: 422 };
  }
  const { accountId } = member;
  if (role) await store.putMembership(accountId, organisation.id, role);
  else await store.removeMembership(accountId, organisation.id);
  await store.endSessions(accountId);
  if (accountId === own.subject.accountId) {
    own.setCookie('odin', await beginSession(accountId, services.accounts));
  }
  return { goTo: `/organisations/${organisation.id}` };
}
