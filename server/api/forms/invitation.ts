import type { Subject } from '#data/schema/subject.ts';
import { acceptAs, acceptAsNew, findInvitation } from '#server/accounts/inviting.ts';
import { invitationPage, noInvitationPage } from '#server/pages/account-invitation.ts';
import { firstPage } from '#server/pages/account-sign-in.ts';
import type { Fault } from '#server/pages/form.ts';
import type { AccountRow, InvitationRow } from '#server/store/accounts/account-rows.ts';
import type { Services } from '../services.ts';
import type { Asked, FormPage, Shown } from './form.ts';
import { emailFaults, passwordFaults, personFaults } from './person.ts';

const NONE: Shown = { page: noInvitationPage(), status: 410 };

/** Links that let somebody in: the first administrator, the invited, whoever chooses a new password. */
export const INVITATION_PAGES: readonly FormPage[] = [
  {
    path: '/sign-in/first',
    async show({ query }, { accounts }) {
      const code = query('code') ?? '';
      const found = await findInvitation(code, accounts);
      if (found?.kind !== 'first' || (await accounts.store.countAccounts()) > 0) return NONE;
      return { page: firstPage({ code, faults: [], name: '', email: '' }) };
    },
    take: takeFirst,
  },
  { path: '/invitation/:token', show, take },
];

async function takeFirst({ field, setCookie }: Asked, services: Services): Promise<Shown> {
  const { accounts, firstMade } = services;
  const [code, name, email, password] = ['code', 'name', 'email', 'password'].map(field) as [
    string,
    string,
    string,
    string,
  ];
  const found = await findInvitation(code, accounts);
  if (found?.kind !== 'first') return NONE;
  const faults = inOrder([...personFaults(name, password, email), ...emailFaults(email)]);
  if (faults.length > 0) return { page: firstPage({ code, faults, name, email }), status: 422 };
  const secret = await acceptAsNew(found, { email, name, password }, accounts);
  if (secret === undefined) return NONE;
  firstMade();
  setCookie('odin', secret);
  return { goTo: '/organisations' };
}

const ORDER = ['name', 'email', 'password'];
const inOrder = (faults: readonly Fault[]): Fault[] =>
  faults.toSorted((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field));

/** What a link of `/invitation/` leads to. */
type Open = { readonly invitation: InvitationRow; readonly account: AccountRow | undefined };

async function open({ params }: Asked, { accounts }: Services): Promise<Open | undefined> {
  const invitation = await findInvitation(params.token ?? '', accounts);
  if (invitation?.email === undefined) return undefined;
  const account = await accounts.store.findAccountByEmail(invitation.email);
  // what is closed stays closed
  return account?.closedAt === undefined ? { invitation, account } : undefined;
}

async function show(asked: Asked, services: Services): Promise<Shown> {
  const found = await open(asked, services);
  return found ? { page: await page(found, asked, services) } : NONE;
}

async function page(
  { invitation, account }: Open,
  { params, subject, formToken, field }: Asked,
  { accounts, signOn }: Services,
  faults: readonly Fault[] = [],
): Promise<string> {
  const { kind, email = '', invitedBy, organisationId, role, isAdministrator } = invitation;
  const organisation =
    organisationId === undefined
      ? undefined
      : await accounts.store.findOrganisation(organisationId);
  return invitationPage({
    kind: kind === 'reset' ? 'reset' : 'join',
    address: `/invitation/${params.token}`,
    ...{ email, invitedBy, isAdministrator, faults, token: formToken, name: field('name') },
    joins: organisation && role && { organisation: organisation.name, role },
    reader: readerOf(subject, account),
    hasSignOn: signOn !== undefined,
  });
}

function readerOf(subject: Subject, account: AccountRow | undefined) {
  if (subject.kind === 'account') return subject.accountId === account?.id ? 'invited' : 'other';
  return account ? 'must-sign-in' : 'new';
}

async function take(asked: Asked, services: Services): Promise<Shown> {
  const found = await open(asked, services);
  if (!found) return NONE;
  const faults = faultsOf(found, asked);
  if (faults.length > 0) return { page: await page(found, asked, services, faults), status: 422 };
  const secret = await accept(found, asked, services);
  if (secret === 'no') return { page: await page(found, asked, services), status: 403 };
  if (secret === undefined) return NONE;
  asked.setCookie('odin', secret);
  const { organisationId } = found.invitation;
  return { goTo: organisationId === undefined ? '/account' : `/organisations/${organisationId}` };
}

function faultsOf({ invitation, account }: Open, { field }: Asked): Fault[] {
  const { kind, email = '' } = invitation;
  if (kind === 'reset') return passwordFaults(field('password'), email);
  return account ? [] : personFaults(field('name'), field('password'), email);
}

/** @returns the secret of the session that begins; undefined when it was used meanwhile; `no` for somebody else */
async function accept(
  { invitation, account }: Open,
  { field, subject }: Asked,
  { accounts }: Services,
): Promise<string | undefined | 'no'> {
  const password = field('password');
  if (invitation.kind === 'reset') {
    return account ? await acceptAs(invitation, account.id, accounts, password) : undefined;
  }
  const reader = readerOf(subject, account);
  if (reader === 'invited' && account) return await acceptAs(invitation, account.id, accounts);
  if (reader !== 'new') return 'no';
  const { email = '' } = invitation;
  return await acceptAsNew(invitation, { email, name: field('name'), password }, accounts);
}
