import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#data/schema/service.ts';
import { openBoss, secretIn } from '#tests/support/test-accounts.ts';
import type { Browser } from '#tests/support/test-browser.ts';
import { startTestServer, type TestServer } from '#tests/support/test-server.ts';
import { methodOf, type Route } from './route.ts';
import { ROUTES } from './routes/index.ts';

/** Every route of people signed in, whoever wrote it: what `mount.ts` promises of them. */
let server: TestServer;
let boss: Browser;
/** An API token made for reading alone. */
let reading: string;

beforeAll(async () => {
  server = await startTestServer();
  boss = await openBoss(server);
  const page = await boss.open('/account');
  const filled = { 'token-name': 'Reads', scope: 'read', days: '7' };
  reading = secretIn(await boss.send(page, '/account/tokens', filled));
}, 120_000);
afterAll(() => server?.close());

const SIGNED_IN = ROUTES.filter(({ access }) => access === 'signed-in').map(
  (route) => [`${methodOf(route)} ${route.path}`, route] as const,
);
const CHANGES = SIGNED_IN.filter(([, route]) => methodOf(route) !== 'GET');

function ask(route: Route, headers: Record<string, string>): Promise<Response> {
  const method = methodOf(route);
  const path = route.path.replaceAll(/[:*]\w+/g, 'x');
  return server.get(path, { method, headers, ...(method === 'GET' ? {} : { body: '{}' }) });
}

describe('every route of people signed in', () => {
  it.each(
    SIGNED_IN,
  )('%s tells everybody else to sign in, before it reads anything', async (_, route) => {
    const response = await ask(route, {});
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(Problem.parse(await response.json()).status).toBe(401);
  });

  it.each(
    CHANGES,
  )('threat 36: %s is refused to a page without the session’s token', async (_, route) => {
    const cookie = `odin=${boss.cookies.get('odin')}`;
    const own = { cookie, origin: server.origin(), 'sec-fetch-site': 'same-origin' };
    expect((await ask(route, own)).status).toBe(403);
    expect((await ask(route, { ...own, 'x-odin-token': 'x'.repeat(43) })).status).toBe(403);
  });

  it.each(CHANGES)('threat 36: %s is refused to a page of another site', async (_, route) => {
    const { token = '' } = JSON.parse((await boss.open('/api/session')).text) as { token: string };
    const cookie = `odin=${boss.cookies.get('odin')}`;
    const evil = { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await ask(route, { ...evil, 'x-odin-token': token })).status).toBe(403);
  });

  it.each(CHANGES)('threat 39: %s is refused to a token made for reading', async (_, route) => {
    const response = await ask(route, { authorization: `Bearer ${reading}` });
    expect([response.status, (await response.json()) as unknown]).toEqual([
      403,
      expect.objectContaining({ detail: 'The API token was made for reading alone.' }),
    ]);
  });
});
