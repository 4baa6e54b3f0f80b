import { existsSync, readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BOSS,
  firstFile,
  PASSWORD,
  pathOf,
  secretIn,
  sessionOf,
  signIn,
} from '#tests/support/test-accounts.ts';
import { type Browser, openBrowser } from '#tests/support/test-browser.ts';
import { startTestServer, type TestServer } from '#tests/support/test-server.ts';

/** The whole way through the pages, as browsers without scripts go it: each test goes on where the last ended. */
let server: TestServer;
let boss: Browser;
let member: Browser;

beforeAll(async () => {
  server = await startTestServer();
  boss = openBrowser(server);
  member = openBrowser(server);
}, 120_000);
afterAll(() => server?.close());

describe('the first administrator', () => {
  it('has an address in the data folder that only its owner may read', () => {
    expect(statSync(firstFile(server)).mode & 0o777).toBe(0o600);
    expect(readFileSync(firstFile(server), 'utf8')).toContain('/sign-in/first?code=');
  });

  it('is told what is wrong, field by field, and then has an account', async () => {
    const page = await boss.open(pathOf(readFileSync(firstFile(server), 'utf8').trim()));
    const wrong = await boss.send(page, '/sign-in/first', {
      name: '',
      email: 'x',
      password: 'short',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('<title>Error: The first administrator · ODIN</title>');
    for (const field of ['name', 'email', 'password']) {
      expect(wrong.text).toContain(`<li><a href="#${field}">`);
      expect(wrong.text).toContain(
        `aria-describedby="${field === 'email' ? '' : `${field}-hint `}${field}-fault"`,
      );
    }
    const landed = await boss.send(wrong, '/sign-in/first', BOSS);
    expect([landed.status, landed.path]).toEqual([200, '/organisations']);
    expect(landed.text).toContain('href="/account">Ada Boss</a>');
    expect(existsSync(firstFile(server))).toBe(false);
    const again = await openBrowser(server).send(wrong, '/sign-in/first', BOSS);
    expect(again.status).toBe(410);
  });
});

describe('invitations', () => {
  let link: string;

  it('an owner is invited to an organisation by a link shown once', async () => {
    const page = await boss.open('/organisations/trafford-council');
    const action = '/organisations/trafford-council/invitations';
    const made = await boss.send(page, action, { email: 'joe@council.example', role: 'owner' });
    expect(made.status).toBe(201);
    link = pathOf(secretIn(made));
    expect((await boss.open('/organisations/trafford-council')).text).not.toContain(link);
    expect((await boss.open(link)).text).toContain('signed in as somebody else');
  });

  it('the invited joins, is signed in, and the link is good no more', async () => {
    const page = await member.open(link);
    expect(page.text).toContain('Ada Boss invites joe@council.example');
    const landed = await member.send(page, link, { name: 'Joe', password: PASSWORD });
    expect([landed.status, landed.path]).toEqual([200, '/organisations/trafford-council']);
    expect((await member.open(link)).status).toBe(410);
    expect((await sessionOf(member)).subject).toMatchObject({
      email: 'joe@council.example',
      isAdministrator: false,
      memberships: [{ organisationId: 'trafford-council', role: 'owner' }],
    });
  });

  it('the recipes of the account page work as they stand there', async () => {
    const page = await member.open('/account');
    const filled = { 'token-name': 'Nightly', scope: 'publish', days: '7' };
    const authorization = `Bearer ${secretIn(await member.send(page, '/account/tokens', filled))}`;
    const recipes = page.text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    const [, who = ''] = /ODIN_TOKEN" (http\S+)<\/code>/.exec(recipes) ?? [];
    const [, draft = ''] = /--data-binary @trees\.csv "([^"]+)"/.exec(recipes) ?? [];
    expect((await fetch(who, { headers: { authorization } })).status).toBe(200);
    const handedIn = await fetch(draft, {
      method: 'POST',
      body: 'Site name,Easting,Northing\nA tree,381500,391000\n',
      headers: { authorization, 'content-type': 'application/octet-stream' },
    });
    expect([handedIn.status, draft]).toEqual([200, expect.stringContaining('trafford-council')]);
  });

  it('who has an account signs in to join, and may then do what the invitation says', async () => {
    const page = await boss.open('/organisations/salford-council');
    const action = '/organisations/salford-council/invitations';
    const made = await boss.send(page, action, { email: 'JOE@council.example', role: 'viewer' });
    const second = pathOf(secretIn(made));
    expect((await openBrowser(server).open(second)).text).toContain('has an account here already');
    const before = member.cookies.get('odin');
    await member.send(await member.open(second), second);
    expect(member.cookies.get('odin')).not.toBe(before);
    const { subject } = await sessionOf(member);
    expect(subject.kind === 'account' && subject.memberships).toHaveLength(2);
  });

  it('an owner manages their own organisation and sees nothing of others', async () => {
    expect((await member.open('/organisations/trafford-council')).text).toContain(
      'Invite somebody',
    );
    expect((await member.open('/organisations/salford-council')).text).not.toContain(
      'Invite somebody',
    );
    for (const path of ['/organisations/bolton-council', '/organisations/nothing']) {
      expect((await member.open(path)).status).toBe(404);
    }
    expect((await member.open('/organisations')).text).not.toContain('Bolton');
    const own = await member.open('/organisations/trafford-council');
    const forged = own.text.replaceAll('trafford-council', 'bolton-council');
    const action = '/organisations/bolton-council/invitations';
    const tried = await member.send({ ...own, text: forged }, action, {
      email: 'a@b.example',
      role: 'owner',
    });
    expect(tried.status).toBe(404);
  });

  it('threat 35: whose role changes has no session left, and access ends at once', async () => {
    const joe = await boss.open('/organisations/trafford-council');
    const [, action = ''] =
      /action="(\/organisations\/trafford-council\/members\/\w+)"/.exec(joe.text) ?? [];
    await boss.send(joe, action, { role: 'viewer' });
    expect((await sessionOf(member)).subject.kind).toBe('anonymous');
    await signIn(member, { email: 'joe@council.example' });
    expect((await member.open('/organisations/trafford-council')).text).not.toContain(
      'Invite somebody',
    );
    await boss.send(await boss.open('/organisations/trafford-council'), `${action}/remove`);
    await signIn(member, { email: 'joe@council.example' });
    expect((await member.open('/organisations/trafford-council')).status).toBe(404);
  });
});
