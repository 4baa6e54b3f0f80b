import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionState } from '#data/schema/subject.ts';
import { type Browser, type Landed, openBrowser } from './test-browser.ts';
import type { TestServer } from './test-server.ts';

export const PASSWORD = 'three random words';

/** The first administrator of a test server. */
export const BOSS = { name: 'Ada Boss', email: 'Ada@Council.example', password: PASSWORD };

/** Path and query of an address. */
export const pathOf = (address: string): string =>
  new URL(address).pathname + new URL(address).search;

/** File with the address at which the first administrator makes their account. */
export const firstFile = (server: TestServer): string =>
  join(server.dataFolder, 'first-administrator.txt');

/** A browser in which the first administrator has just made their account. */
export async function openBoss(server: TestServer): Promise<Browser> {
  const browser = openBrowser(server);
  const page = await browser.open(pathOf(readFileSync(firstFile(server), 'utf8').trim()));
  await browser.send(page, '/sign-in/first', BOSS);
  return browser;
}

/** Sign in by password, and say where that led. */
export async function signIn(
  browser: Browser,
  over: Readonly<Record<string, string>> = {},
): Promise<Landed> {
  const page = await browser.open('/sign-in');
  const filled = { email: BOSS.email, password: PASSWORD, ...over };
  return await browser.send(page, '/sign-in', filled);
}

/** The link or token a page shows once; empty when it shows none. */
export const secretIn = ({ text }: Landed): string =>
  /<code class="secret">([^<]+)/.exec(text)?.[1] ?? '';

/** Who is signed in in a browser. */
export const sessionOf = async (browser: Browser): Promise<SessionState> =>
  JSON.parse((await browser.open('/api/session')).text) as SessionState;

/** A form as a browser sends it from a page of ours. */
export const post = (
  server: TestServer,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: { origin: server.origin(), ...headers },
  redirect: 'manual',
});
