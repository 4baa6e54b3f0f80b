import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Draft } from '#data/schema/desk.ts';
import type { Role } from '#data/schema/subject.ts';
import { formTokenOf, hashSecret, newId, newSecret } from '#server/accounts/secret.ts';
import { makeToken } from '#server/accounts/tokens.ts';
import { type Config, readConfig } from '#server/config.ts';
import { type RunningServer, startServer } from '#server/index.ts';
import { openOdin } from '#server/odin.ts';
import type { Store } from '#server/store/store.ts';

/** A deployment for tests of the desk: nothing is published, and a few people may. All of it is made up. */

/** Who asks at the desk, by organisation and role. */
export type Person = {
  readonly accountId: string;
  readonly token: string;
  /** What their browser's cookie holds, where they are signed in themselves; no token is sent then. */
  readonly secret?: string;
};

export type DeskWorld = {
  readonly url: () => string;
  readonly folder: string;
  readonly config: Config;
  /** An account of an organisation, with an API token that may publish. */
  readonly person: (name: string, organisationId: string, role: Role) => Promise<Person>;
  /** The same person signed in, as a browser is. */
  readonly signedIn: (who: Person) => Promise<Person>;
  /** Ask as somebody. */
  readonly ask: (who: Person | undefined, path: string, init?: RequestInit) => Promise<Response>;
  /** Ask with JSON and read JSON; the answer must be of that status. */
  readonly json: <T>(who: Person, path: string, asked?: Asked) => Promise<T>;
  /** Hand a file in as a draft. */
  readonly upload: (
    who: Person,
    publisher: string,
    file: { name: string; text: string | Uint8Array },
    query?: string,
  ) => Promise<Draft>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Asked = { readonly method?: string; readonly body?: unknown; readonly status?: number };

/** Open one; settings stand over the defaults. */
export async function openDeskWorld(
  settings: Readonly<Record<string, string>> = {},
): Promise<DeskWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'odin-desk-'));
  const config = readConfig({
    PORT: '0',
    ODIN_DATA: join(folder, 'data'),
    ODIN_LOG: 'silent',
    ODIN_HARVEST: 'off',
    ODIN_FREE_SPACE: '0',
    ...settings,
  });
  const odin = await openOdin(config);
  const { store } = odin.deps;
  await store.accounts.seedOrganisations(odin.vocabulary.publishers.values(), new Date());
  const start = (): Promise<RunningServer> => startServer(config, { sources: [], samples: folder });
  let server = await start();
  const ask: DeskWorld['ask'] = (who, path, init = {}) =>
    fetch(server.url + path, {
      ...init,
      headers: { ...(who ? proofOf(who) : {}), ...init.headers },
    });
  return {
    url: () => server.url,
    folder,
    config,
    person: (...given) => makePerson(store, ...given),
    signedIn: (who) => signIn(store, who),
    ask,
    async json<T>(who: Person, path: string, { method, body, status = 200 }: Asked = {}) {
      const init =
        body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      const answer = await ask(who, path, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        ...init,
      });
      const text = await answer.text();
      if (answer.status !== status)
        throw new Error(`${path}: ${answer.status} ${text.slice(0, 600)}`);
      return JSON.parse(text) as T;
    },
    upload: (...given) => handIn(ask, ...given),
    async restart() {
      await server.close();
      server = await start();
    },
    stop: () => server.close(),
    async close() {
      await server.close().catch(() => undefined);
      await odin.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(store: Store, who: Person): Promise<Person> {
  const secret = newSecret();
  const at = new Date().toISOString();
  const session = { hash: hashSecret(secret), begunAt: at, seenAt: at };
  await store.accounts.putSession({ ...session, accountId: who.accountId });
  return { ...who, secret };
}

/** Headers of a program with a token, or of a page of ours in a browser. */
const proofOf = ({ token, secret }: Person): Readonly<Record<string, string>> =>
  secret === undefined
    ? { authorization: `Bearer ${token}` }
    : {
        cookie: `odin=${secret}`,
        'x-odin-token': formTokenOf(secret),
        'sec-fetch-site': 'same-origin',
      };

async function makePerson(
  store: Store,
  name: string,
  organisationId: string,
  role: Role,
): Promise<Person> {
  const accountId = newId();
  const madeAt = new Date().toISOString();
  await store.accounts.insertAccount({
    ...{ id: accountId, name, email: `${accountId}@example.org`, isAdministrator: false, madeAt },
  });
  await store.accounts.putMembership(accountId, organisationId, role);
  const draft = { accountId, name: 'test', scopes: ['publish', 'read'], days: 7 } as const;
  const token = await makeToken(draft, { store: store.accounts, now: () => new Date() });
  return { accountId, token };
}

type HandingIn = Parameters<DeskWorld['upload']>;

async function handIn(
  ask: DeskWorld['ask'],
  ...[who, publisher, { name, text }, query = '']: HandingIn
): Promise<Draft> {
  const fileName = encodeURIComponent(name);
  const path = `/api/desk/drafts?publisher=${publisher}&fileName=${fileName}${query}`;
  const answer = await ask(who, path, {
    method: 'POST',
    body: typeof text === 'string' ? text : Uint8Array.from(text),
    headers: { 'content-type': 'application/octet-stream' },
  });
  const said = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status} ${said.slice(0, 600)}`);
  return JSON.parse(said) as Draft;
}
