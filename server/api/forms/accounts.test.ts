import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '#server/test-browser.ts';
import { startTestServer, type TestServer } from '#server/test-server.ts';

/** The whole way through the pages, as a browser without scripts goes it. */
let server: TestServer;
let boss: Browser;

const PASSWORD = 'three random words';

beforeAll(async () => {
  server = await startTestServer();
  boss = openBrowser(server);
}, 120_000);
afterAll(() => server?.close());

const firstAddress = (): string =>
  readFileSync(join(server.dataFolder, 'first-administrator.txt'), 'utf8').trim();

describe('the first administrator', () => {
  it('is made at an address kept in the data folder, once', async () => {
    const page = await boss.open(new URL(firstAddress()).pathname + new URL(firstAddress()).search);
    expect(page.text).toContain('The first administrator');
    const wrong = await boss.send(page, '/sign-in/first', {
      name: '',
      email: 'x',
      password: 'short',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('There is a problem');
    const filled = { name: 'Ada Boss', email: 'Ada@Council.example', password: PASSWORD };
    const landed = await boss.send(wrong, '/sign-in/first', filled);
    expect([landed.status, landed.path]).toEqual([200, '/organisations']);
    expect(landed.text).toContain('Trafford Council');
    expect(firstAddress).toThrow();
  });
});
