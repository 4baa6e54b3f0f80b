import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { acceptAsNew, findInvitation } from '#server/accounts/inviting.ts';
import { whoseSession } from '#server/accounts/who.ts';
import { openStore } from '#server/store/open.ts';
import { EXIT } from './command.ts';
import { main } from './index.ts';

let folder: string;
let said: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'odin-account-'));
  vi.stubEnv('ODIN_DATA', folder);
  vi.stubEnv('ODIN_PUBLIC_URL', 'https://odin.example');
  said = '';
  const hear = (text: unknown): boolean => {
    said += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Run `odin account` with these words. @returns exit code and what it said */
async function account(...words: readonly string[]): Promise<[number, string]> {
  said = '';
  return [await main(['account', ...words]), said];
}

it('odin account invites, lists, resets and closes while others use the store', async () => {
  expect(await account('list')).toEqual([EXIT.done, 'Nobody has an account.\n']);
  const [code, link] = await account('invite', 'Ada@Council.example', '--administrator');
  expect([code, link]).toEqual([
    EXIT.done,
    expect.stringMatching(/^https:\/\/odin\.example\/invitation\/[\w-]{43}\n$/),
  ]);
  const store = openStore(folder);
  const deps = { store: store.accounts, now: () => new Date() };
  const invitation = await findInvitation(link.trim().split('/').at(-1) ?? '', deps);
  if (!invitation) throw new Error('the link leads to no invitation');
  const ada = { email: 'ada@council.example', name: 'Ada', password: 'three random words' };
  const secret = (await acceptAsNew(invitation, ada, deps)) ?? '';
  expect(await whoseSession(secret, deps)).toMatchObject({ isAdministrator: true });
  expect(await account('list')).toEqual([0, 'ada@council.example  Ada  administrator\n']);
  expect((await account('reset', 'ADA@council.example'))[1]).toContain('/invitation/');
  expect((await account('close', 'ada@council.example'))[0]).toBe(EXIT.done);
  expect(await whoseSession(secret, deps)).toBeUndefined();
  await store.close();
});

it.each([
  [['invite', 'ada@council.example'], /--organisation/],
  [['invite', 'ada@council.example', '--organisation', 'nobody'], /no organisation “nobody”/],
  [['invite', 'ada', '--administrator'], /e-mail/],
  [['invite', 'a@b.example', '--administrator', '--role', 'king'], /--role/],
  [['reset', 'nobody@council.example'], /Nobody has an account/],
  [['promote'], /list, invite, reset or close/],
])('odin account %j is a wrong call and says why', async (words, why) => {
  const [code, told] = await account(...words);
  expect([code, told]).toEqual([EXIT.wrongCall, expect.stringMatching(why)]);
});
