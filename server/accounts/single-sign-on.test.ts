import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '#server/store/open.ts';
import type { Store } from '#server/store/store.ts';
import type { AccountDeps } from './deps.ts';
import { invite } from './inviting.ts';
import { letIn } from './signing-on.ts';
import { openSignOn, type SignedOn, type SignOn, SignOnFault } from './single-sign-on.ts';
import { type Forgery, type Provider, startProvider } from './test-provider.ts';

const RETURN = 'https://odin.example/sign-in/sso/return';

let provider: Provider;
let store: Store;
let folder: string;
let deps: AccountDeps;
let signOn: SignOn;

beforeAll(async () => {
  provider = await startProvider();
  folder = mkdtempSync(join(tmpdir(), 'odin-sign-on-'));
  store = openStore(folder);
});
beforeEach(() => {
  deps = { store: store.accounts, now: () => new Date() };
  const { issuer, clientId, clientSecret } = provider;
  signOn = openSignOn({ issuer, clientId, clientSecret, domains: [] }, deps);
});
afterAll(async () => {
  await store?.close();
  provider?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Go to the provider and come back with what it answers. */
async function goAndComeBack(forgery: Forgery = {}) {
  const { goTo, secret } = await signOn.begin({ back: '/desk', returnTo: RETURN });
  const came = provider.answer(goTo, forgery);
  return { came, secret };
}

it('a person whom the provider has signed in comes back known, to where they were going', async () => {
  const { came, secret } = await goAndComeBack();
  expect(await signOn.finish(came, secret)).toEqual({
    back: '/desk',
    person: {
      issuer: provider.issuer,
      subject: 'person-1',
      email: 'ada@council.example',
      isVerified: true,
      name: 'Ada Example',
    },
  });
});

it('threat 37: the provider is asked with PKCE, state and nonce, and is told the verifier', async () => {
  const { goTo } = await signOn.begin({ back: '/', returnTo: RETURN });
  const asked = new URL(goTo).searchParams;
  expect([asked.get('code_challenge_method'), asked.get('response_type')]).toEqual([
    'S256',
    'code',
  ]);
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
});

describe('threat 37: a token is refused', () => {
  it.each<[string, Forgery]>([
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['of the issuer with a slash after it', { claims: { iss: 'SLASH' } }],
    ['for another client', { claims: { aud: 'somebody-else' } }],
    [
      'for several, ours not the one it was made for',
      { claims: { aud: ['odin', 'other'], azp: 'other' } },
    ],
    ['without signature', { alg: 'none' }],
    ['signed with the secret we share', { alg: 'HS256' }],
    ['signed by another key', { key: 'foreign' }],
    ['changed after it was signed', { tampered: true }],
    ['expired two minutes ago', { claims: { exp: -120 } }],
    ['issued in ten minutes', { claims: { iat: 600, nbf: 600 } }],
    ['with another nonce', { claims: { nonce: 'x'.repeat(43) } }],
    ['without nonce', { claims: { nonce: undefined } }],
    ['without subject', { claims: { sub: undefined } }],
    ['without e-mail address', { claims: { email: undefined } }],
  ])('%s', async (_, forgery) => {
    const { came, secret } = await goAndComeBack(forgery);
    await expect(signOn.finish(came, secret)).rejects.toThrow(SignOnFault);
  });

  it('but one that expired half a minute ago is not: clocks differ', async () => {
    const { came, secret } = await goAndComeBack({ claims: { exp: -30 } });
    expect((await signOn.finish(came, secret)).person.subject).toBe('person-1');
  });
});

describe('threat 36: what comes back is refused', () => {
  it('a second time', async () => {
    const { came, secret } = await goAndComeBack();
    await signOn.finish(came, secret);
    await expect(signOn.finish(came, secret)).rejects.toThrow(SignOnFault);
  });

  it('in another browser', async () => {
    const { came } = await goAndComeBack();
    const other = await goAndComeBack();
    await expect(signOn.finish(came, other.secret)).rejects.toThrow(SignOnFault);
    await expect(signOn.finish(came, '')).rejects.toThrow(SignOnFault);
  });

  it('with another state, or none', async () => {
    for (const state of ['x'.repeat(43), undefined]) {
      const { came, secret } = await goAndComeBack();
      if (state === undefined) came.searchParams.delete('state');
      else came.searchParams.set('state', state);
      await expect(signOn.finish(came, secret)).rejects.toThrow(SignOnFault);
    }
  });

  it('after a quarter of an hour', async () => {
    const { came, secret } = await goAndComeBack();
    const later = { ...deps, now: () => new Date(Date.now() + 900_000) };
    const { issuer, clientId, clientSecret } = provider;
    const slow = openSignOn({ issuer, clientId, clientSecret, domains: [] }, later);
    await expect(slow.finish(came, secret)).rejects.toThrow(SignOnFault);
  });
});

it('threat 37: a provider that calls itself otherwise than it is known by is refused', async () => {
  const { issuer, clientId, clientSecret } = provider;
  const asked = { issuer: `${issuer}/`, clientId, clientSecret, domains: [] };
  await expect(openSignOn(asked, deps).begin({ back: '/', returnTo: RETURN })).rejects.toThrow();
});

describe('letIn()', () => {
  const person = (over: Partial<SignedOn>): SignedOn => ({
    ...{ issuer: 'https://id.example', subject: 's', email: 'new@council.example', name: 'New' },
    ...{ isVerified: true, ...over },
  });

  it('lets in nobody who was not invited', async () => {
    expect(await letIn(person({ email: 'stranger@x.example' }), [], deps)).toEqual({
      status: 'not-invited',
    });
  });

  it('makes an account of an invitation, and knows the person again whatever their address becomes', async () => {
    await store.accounts.seedOrganisations([{ id: 'council', name: 'Council' }], new Date());
    const asked = { organisationId: 'council', role: 'publisher', invitedBy: 'Ada' } as const;
    await invite({ email: 'New@Council.example', ...asked }, deps);
    expect((await letIn(person({}), [], deps)).status).toBe('signed-in');
    const account = await store.accounts.findAccountByEmail('new@council.example');
    expect(await store.accounts.listMemberships(account?.id ?? '')).toEqual([
      { organisationId: 'council', role: 'publisher' },
    ]);
    const again = await letIn(person({ email: 'renamed@council.example' }), [], deps);
    expect(again.status).toBe('signed-in');
    expect(await store.accounts.findAccountByEmail('renamed@council.example')).toBeUndefined();
  });

  it('takes no account over by an address the provider does not vouch for', async () => {
    const other = person({ issuer: 'https://other.example', isVerified: false });
    expect(await letIn(other, [], deps)).toEqual({ status: 'unverified' });
  });

  it('lets in people of a domain that may come by themselves, and of no domain like it', async () => {
    const own = person({ subject: 'd', email: 'somebody@trusted.example', isVerified: false });
    expect((await letIn(own, ['trusted.example'], deps)).status).toBe('signed-in');
    const like = person({ subject: 'e', email: 'somebody@untrusted.example' });
    expect((await letIn(like, ['trusted.example'], deps)).status).toBe('not-invited');
  });

  it('lets nobody in to an account that is closed', async () => {
    const account = await store.accounts.findAccountByEmail('new@council.example');
    await store.accounts.closeAccount(account?.id ?? '', new Date());
    expect(await letIn(person({}), [], deps)).toEqual({ status: 'closed' });
  });
});
