import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOSS, openBoss, PASSWORD, post, sessionOf, signIn } from '#tests/support/test-accounts.ts';
import { type Browser, openBrowser } from '#tests/support/test-browser.ts';
import { startTestServer, type TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
let boss: Browser;

beforeAll(async () => {
  server = await startTestServer();
  boss = await openBoss(server);
}, 120_000);
afterAll(() => server?.close());

describe('sessions', () => {
  it('threat 35: signing in never goes on with the cookie a browser came with', async () => {
    const browser = openBrowser(server);
    browser.cookies.set('odin', 'A'.repeat(43));
    await signIn(browser);
    const first = browser.cookies.get('odin');
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(first).not.toBe('A'.repeat(43));
    // the fixed one was never made good
    const other = openBrowser(server);
    other.cookies.set('odin', 'A'.repeat(43));
    expect((await sessionOf(other)).subject.kind).toBe('anonymous');
  });

  it('threat 35: a cookie is for this host, out of reach of scripts; by https by that name alone', async () => {
    const plain = await server.get(
      '/sign-in',
      post(server, { email: BOSS.email, password: PASSWORD }),
    );
    expect(plain.headers.get('set-cookie')).toMatch(
      /^odin=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/,
    );
    const origin = server.origin().replace('http:', 'https:');
    const secure = { 'x-forwarded-proto': 'https', origin };
    const sent = post(server, { email: BOSS.email, password: PASSWORD }, secure);
    const safe = await server.get('/sign-in', sent);
    expect(safe.headers.get('set-cookie')).toMatch(
      /^__Host-odin=.+; HttpOnly; SameSite=Lax; Secure$/,
    );
  });

  it('changing the password ends all other sessions and gives this one a new id', async () => {
    const elsewhere = openBrowser(server);
    await signIn(elsewhere);
    const before = boss.cookies.get('odin');
    const page = await boss.open('/account');
    const wrong = { current: 'not the password', next: 'other random words' };
    expect((await boss.send(page, '/account/password', wrong)).status).toBe(422);
    const next = { current: PASSWORD, next: 'other random words' };
    const changed = await boss.send(page, '/account/password', next);
    expect(changed.text).toContain('Your password is changed.');
    expect(boss.cookies.get('odin')).not.toBe(before);
    expect((await sessionOf(elsewhere)).subject.kind).toBe('anonymous');
    const back = { current: 'other random words', next: PASSWORD };
    await boss.send(await boss.open('/account'), '/account/password', back);
  });

  it('signing out ends the session, not only the cookie', async () => {
    const browser = openBrowser(server);
    await signIn(browser);
    const cookie = browser.cookies.get('odin') ?? '';
    await browser.send(await browser.open('/sign-out'), '/sign-out');
    expect(browser.cookies.has('odin')).toBe(false);
    browser.cookies.set('odin', cookie);
    expect((await sessionOf(browser)).subject.kind).toBe('anonymous');
  });

  it('threat 48: after signing in one goes on to a page of ours, never elsewhere', async () => {
    for (const [back, landed] of [
      ['/data', '/data'],
      ['//evil.example', '/account'],
      ['/\\evil.example', '/account'],
      ['https://evil.example', '/account'],
    ] as const) {
      expect((await signIn(openBrowser(server), { back })).path).toBe(landed);
    }
  });

  it('a page for people signed in leads to signing in, and back', async () => {
    const browser = openBrowser(server);
    const page = await browser.open('/organisations');
    expect(page.path).toBe('/sign-in?back=%2Forganisations');
    const sent = { email: BOSS.email, password: PASSWORD };
    expect((await browser.send(page, '/sign-in', sent)).path).toBe('/organisations');
  });

  it('what is told to somebody is kept by nobody, and read by no other site', async () => {
    const { headers } = await boss.open('/api/session');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('vary')).toMatch(/Cookie, ?Authorization/i);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect((await boss.open('/data')).headers.get('cache-control')).toBe('private, no-store');
    const anyone = await server.get('/api/session');
    expect(anyone.headers.get('access-control-allow-origin')).toBe('*');
  });
});
