import type { AccountSubject } from '#data/schema/subject.ts';
import { changePassword } from '#server/accounts/signing-in.ts';
import { makeToken, TOKEN_DAYS } from '#server/accounts/tokens.ts';
import { type OwnPage, ownPage } from '#server/pages/account-own.ts';
import type { Fault } from '#server/pages/form.ts';
import type { Services } from '../services.ts';
import { type Asked, type FormPage, type Shown, signedIn } from './form.ts';

type Own = Asked & { readonly subject: AccountSubject };

/** Most tokens one account may have. */
const MOST_TOKENS = 50;
const MOST_NAME = 100;

/** One’s own account: password and tokens. */
export const ACCOUNT_PAGES: readonly FormPage[] = [
  {
    path: '/account',
    show: signedIn(async (own, services) => {
      const done = own.query('done') === 'password' ? 'Your password is changed.' : undefined;
      return { page: await page(own, services, done === undefined ? {} : { done }) };
    }),
  },
  { path: '/account/password', take: signedIn(takePassword) },
  { path: '/account/tokens', take: signedIn(takeToken) },
  {
    path: '/account/tokens/:id/revoke',
    take: signedIn(async ({ params, subject }, { accounts }) => {
      await accounts.store.removeToken(params.id ?? '', subject.accountId);
      return { goTo: '/account' };
    }),
  },
];

type Said = Partial<Pick<OwnPage, 'faults' | 'done' | 'made'>>;

async function page(own: Own, { accounts }: Services, said: Said = {}): Promise<string> {
  const { subject, formToken, origin } = own;
  const { store, now } = accounts;
  const account = await store.findAccount(subject.accountId);
  const tokens = await store.listTokens(subject.accountId);
  const organisations = await Promise.all(
    subject.memberships.map(async ({ organisationId: id, role }) => {
      const found = await store.findOrganisation(id);
      return { id, role, name: found?.name ?? id, publisherIds: found?.publisherIds ?? [] };
    }),
  );
  const publisher = organisations.find(({ role }) => role !== 'viewer')?.publisherIds[0];
  return ownPage({
    ...{ name: subject.name, email: subject.email, isAdministrator: subject.isAdministrator },
    ...{ organisations, formToken, origin, faults: [], ...said },
    ...(publisher === undefined ? {} : { publisher }),
    hasPassword: account?.password !== undefined,
    tokens: tokens.map((token) => ({
      ...token,
      isExpired: Date.parse(token.expiresAt) <= now().getTime(),
    })),
  });
}

async function takePassword(own: Own, services: Services): Promise<Shown> {
  const { field, subject, setCookie } = own;
  const [current, next] = [field('current'), field('next')];
  const { accountId } = subject;
  const changed = await changePassword({ accountId, current, next }, services.accounts);
  if ('fault' in changed) {
    const faults = [{ field: changed.field, text: changed.fault }];
    return { page: await page(own, services, { faults }), status: 422 };
  }
  setCookie('odin', changed.secret);
  return { goTo: '/account?done=password' };
}

async function takeToken(own: Own, services: Services): Promise<Shown> {
  const { field, subject } = own;
  const { accountId } = subject;
  const name = field('token-name').trim();
  const days = TOKEN_DAYS.find((each) => String(each) === field('days'));
  const held = await services.accounts.store.listTokens(accountId);
  const faults: Fault[] = [];
  if (name === '' || name.length > MOST_NAME) {
    faults.push({
      field: 'token-name',
      text: `Say what it is for, in at most ${MOST_NAME} characters`,
    });
  }
  if (held.length >= MOST_TOKENS) {
    faults.push({ field: 'token-name', text: `You have ${MOST_TOKENS} already: revoke one first` });
  }
  if (days === undefined) faults.push({ field: 'days', text: 'Choose how long it is good for' });
  if (faults.length > 0 || days === undefined) {
    return { page: await page(own, services, { faults }), status: 422 };
  }
  const scopes =
    field('scope') === 'publish' ? (['read', 'publish'] as const) : (['read'] as const);
  const made = await makeToken({ accountId, name, scopes, days }, services.accounts);
  return { page: await page(own, services, { made }), status: 201 };
}
