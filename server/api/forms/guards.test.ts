import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionState } from '#data/schema/subject.ts';
import { BOSS, openBoss, PASSWORD, post, secretIn, signIn } from '#tests/support/test-accounts.ts';
import { type Browser, openBrowser } from '#tests/support/test-browser.ts';
import { startTestServer, type TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
let boss: Browser;

beforeAll(async () => {
  server = await startTestServer();
  boss = await openBoss(server);
}, 120_000);
afterAll(() => server?.close());

describe('threat 36: a page of another site', () => {
  const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };

  it('cannot sign somebody in, nor do anything in the name of who is signed in', async () => {
    const login = await server.get(
      '/sign-in',
      post(server, { email: BOSS.email, password: PASSWORD }, evil),
    );
    expect([login.status, login.headers.get('set-cookie')]).toEqual([403, null]);
    const page = await boss.open('/account');
    const filled = { 'token-name': 'x', scope: 'read', days: '7' };
    expect((await boss.send(page, '/account/tokens', filled, evil)).status).toBe(403);
    expect((await boss.open('/account')).text).toContain('You have made none');
  });

  it('is refused without its words too: a form needs the token of its session', async () => {
    const page = await boss.open('/account');
    for (const token of ['', 'x'.repeat(43)]) {
      const filled = { 'token-name': 'x', scope: 'read', days: '7', token };
      expect((await boss.send(page, '/account/tokens', filled)).status).toBe(403);
    }
  });

  it('may not hand anything in with a cookie of ours', async () => {
    const cookie = `odin=${boss.cookies.get('odin')}`;
    const response = await server.get('/api/areas', {
      method: 'POST',
      body: '{}',
      headers: { cookie, ...evil },
    });
    expect(response.status).toBe(403);
  });
});

describe('threat 39: API tokens', () => {
  let token: string;
  const ask = async (authorization: string): Promise<[number, SessionState]> => {
    const response = await server.get('/api/session', { headers: { authorization } });
    return [response.status, (await response.json()) as SessionState];
  };

  it('are shown once and say what they are for', async () => {
    const page = await boss.open('/account');
    const filled = { 'token-name': 'Export', scope: 'read', days: '7' };
    const made = await boss.send(page, '/account/tokens', filled);
    token = secretIn(made);
    expect(token).toMatch(/^odin_[0-9A-Za-z]{36}$/);
    const [status, { subject, token: formToken }] = await ask(`Bearer ${token}`);
    expect([status, formToken]).toEqual([200, undefined]);
    expect(subject).toMatchObject({ via: 'token', scopes: ['read'], email: 'ada@council.example' });
    const later = await boss.open('/account');
    expect(later.text).toContain('Export');
    expect(later.text).not.toContain(token);
  });

  it('are kept as hashes alone, sessions and invitations too', () => {
    const kept = ['odin.sqlite', 'odin.sqlite-wal'].map((name) =>
      readFileSync(join(server.dataFolder, name), 'latin1'),
    );
    for (const secret of [token, boss.cookies.get('odin') ?? '?', PASSWORD]) {
      expect(kept.some((text) => text.includes(secret))).toBe(false);
    }
  });

  it('are refused in an address, where logs would keep them', async () => {
    for (const path of [
      `/api/session?token=${token}`,
      `/api/layers/${token}`,
      `/data?x=${token}`,
    ]) {
      expect((await server.get(path)).status).toBe(400);
    }
  });

  it('are refused when mistyped, made up or revoked', async () => {
    for (const wrong of [`${token.slice(0, -1)}_`, 'odin_x', `odin_${'0'.repeat(36)}`]) {
      expect((await ask(`Bearer ${wrong}`))[0]).toBe(401);
    }
    const page = await boss.open('/account');
    const [, action = ''] = /action="(\/account\/tokens\/\w+\/revoke)"/.exec(page.text) ?? [];
    await boss.send(page, action);
    expect((await ask(`Bearer ${token}`))[0]).toBe(401);
  });

  it('are no way to change an account: its pages take sessions alone', async () => {
    const page = await boss.open('/account');
    const made = await boss.send(page, '/account/tokens', {
      'token-name': 'x',
      scope: 'publish',
      days: '7',
    });
    const authorization = `Bearer ${secretIn(made)}`;
    const response = await server.get('/account', {
      headers: { authorization },
      redirect: 'manual',
    });
    expect(response.headers.get('location')).toContain('/sign-in');
  });
});

describe('threat 38: guessing', () => {
  it('is told the same whether there is an account or not, and stopped after five', async () => {
    const browser = openBrowser(server);
    const texts = [];
    for (const email of [BOSS.email, 'nobody@council.example']) {
      const refused = await signIn(browser, { email, password: 'wrong wrong wrong' });
      expect(refused.status).toBe(422);
      texts.push(refused.text.replaceAll(email, ''));
    }
    expect(texts[0]).toBe(texts[1]);
    for (let guess = 0; guess < 4; guess += 1)
      await signIn(browser, { password: 'wrong wrong wrong' });
    const shut = await signIn(browser);
    expect(shut.status).toBe(429);
    expect(Number(shut.headers.get('retry-after'))).toBeGreaterThan(600);
    expect(shut.text).toContain('Too many attempts');
  });

  it('many guesses sent at once are as many as one after another', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => {
        const guess = { email: 'joe@council.example', password: 'wrong wrong wrong' };
        return server.get('/sign-in', post(server, guess, { 'x-forwarded-for': '203.0.113.77' }));
      }),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(6);
    expect(statuses).toContain(429);
  });

  it('shuts out only who guessed: the owner of the account comes in from elsewhere', async () => {
    const elsewhere = { 'x-forwarded-for': '203.0.113.9' };
    const response = await server.get(
      '/sign-in',
      post(server, { email: BOSS.email, password: PASSWORD }, elsewhere),
    );
    expect(response.status).toBe(303);
  });
});
