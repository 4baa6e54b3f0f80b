import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccessState } from '#data/schema/access.ts';
import { Source } from '#data/schema/source.ts';
import type { Membership } from '#data/schema/subject.ts';
import { agreementFor } from '#server/access/test-agreement.ts';
import { hashSecret } from '#server/accounts/secret.ts';
import { readConfig } from '#server/config.ts';
import { type RunningServer, startServer } from '#server/index.ts';
import { type Odin, openOdin } from '#server/odin.ts';
import { changeAccess } from '#server/publishing/access.ts';
import { publish } from '#server/publishing/publish.ts';

/** A deployment for tests of who may have what: two open datasets, and one that may be kept from people. */

export const PUBLIC_URL = 'http://odin.test';
export const SECRET_DATASET = 'demonstration-water--outfalls';
export const SECRET_LAYER = `mast.ogl-uk-3-0.synthetic.only-${SECRET_DATASET}`;
export const OPEN_LAYER = 'mast.ogl-uk-3-0.synthetic';
/** A word that stands in no other dataset. */
export const SECRET_WORD = 'Zeugma';
export const PURPOSE = agreementFor('', '').terms.purpose;

const source = (id: string, publisher: string, over: Partial<Source>) =>
  Source.parse({
    odin: 1,
    id,
    title: id,
    publisher,
    synthetic: true,
    licence: { id: 'OGL-UK-3.0', basis: 'stated' },
    type: 'digital/mast',
    ...over,
  });

const OPEN = [
  source('demonstration-digital/masts', 'demonstration-digital', { title: 'Masts everybody sees' }),
  source('demonstration-gas/masts', 'demonstration-gas', { title: 'Other masts' }),
];
const SECRET = source('demonstration-water/outfalls', 'demonstration-water', {
  title: 'Outfalls kept apart',
});

/** A file of masts: name, easting. */
function fileOf(name: string, masts: readonly (readonly [name: string, easting: number])[]) {
  const rows = masts.map(([each, x], at) => `R${at + 1},${each},${x},391000,${20 + at}`);
  const bytes = Buffer.from(
    `Mast ref,Site name,Easting,Northing,Height (m)\n${rows.join('\n')}\nRX,Nowhere ${name},,,\n`,
  );
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, fileName: `${name}.csv`, bytes };
}

const OPEN_FILES = [
  fileOf('masts', [
    ['Alpha', 381_500],
    ['Beta', 382_000],
  ]),
  fileOf('others', [
    ['Gamma', 383_000],
    ['Delta', 383_500],
  ]),
];
/** One of them lies on a mast everybody sees. */
export const SECRET_FILE = fileOf('outfalls', [
  [`${SECRET_WORD} Alpha`, 381_500],
  [`${SECRET_WORD} Sale`, 381_700],
]);
export const OPEN_FILE = OPEN_FILES[0] ?? SECRET_FILE;

/** Who asks, and how they stand to the dataset that is not for everybody. */
export const SUBJECTS = [
  'anonymous',
  'signed in',
  'grantee',
  'grantee whose agreement ended',
  'grantee whose agreement was revoked',
  'owner',
] as const;
export type SubjectName = (typeof SUBJECTS)[number];

const MEMBERSHIPS: Readonly<Record<Exclude<SubjectName, 'anonymous'>, Membership>> = {
  'signed in': { organisationId: 'demonstration-gas', role: 'owner' },
  grantee: { organisationId: 'demonstration-trafford', role: 'viewer' },
  'grantee whose agreement ended': { organisationId: 'demonstration-bury', role: 'owner' },
  'grantee whose agreement was revoked': { organisationId: 'demonstration-wigan', role: 'owner' },
  owner: { organisationId: 'demonstration-water', role: 'owner' },
};

export const accountOf = (name: Exclude<SubjectName, 'anonymous'>): string =>
  createHash('sha256').update(name).digest('hex').slice(0, 24);
export const secretOf = (name: string): string => `session-of-${name.replaceAll(' ', '-')}`;

export type World = {
  readonly url: string;
  /** Ask as somebody. */
  readonly ask: (who: SubjectName, path: string, init?: RequestInit) => Promise<Response>;
  readonly odin: Odin;
  /** Set the server's clock, and sign everybody in anew: sessions are short. */
  readonly setClock: (at: Date) => Promise<void>;
  readonly changeAccess: (state: AccessState) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** When everything in this world happens, unless its clock is set; archives are kept by the machine's own clock. */
export const NOW = new Date();
const TODAY = NOW.toISOString().slice(0, 10);
const dayBefore = (days: number): string =>
  new Date(NOW.getTime() - days * 86_400_000).toISOString().slice(0, 10);

/** The first second in which what ends today is over. */
export const TOMORROW = new Date(Date.parse(`${TODAY}T00:00:00Z`) + 86_400_000 + 1_000);

/**
 * @param isThere whether the dataset that is not for everybody exists at all
 * @param where what it calls itself; nothing: by the address it is asked at, as a browser does
 */
export async function openWorld(
  isThere: boolean,
  where: { readonly ODIN_PUBLIC_URL?: string } = { ODIN_PUBLIC_URL: PUBLIC_URL },
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'odin-access-'));
  let clock = NOW;
  const now = () => clock;
  const settings = {
    PORT: '0',
    ODIN_DATA: join(folder, 'data'),
    ODIN_LOG: 'silent',
    ...where,
  };
  const config = readConfig(settings);
  const odin = await openOdin(config, now);
  for (const [at, resource] of OPEN_FILES.entries()) {
    await publish({ resource }, OPEN[at] ?? SECRET, odin.deps);
  }
  await odin.deps.store.accounts.seedOrganisations(odin.vocabulary.publishers.values(), NOW);
  await makeAccounts(odin);
  if (isThere) await publishSecret(odin);
  const server: RunningServer = await startServer(config, { sources: OPEN, samples: folder, now });
  return {
    url: server.url,
    odin,
    async setClock(at) {
      clock = at;
      await signIn(odin, at);
    },
    ask(who, path, init = {}) {
      const headers = new Headers(init.headers);
      if (who !== 'anonymous') headers.set('Cookie', `odin=${secretOf(who)}`);
      return fetch(server.url + path, { redirect: 'manual', ...init, headers });
    },
    async changeAccess(state) {
      const actor = { name: 'A. Officer', role: 'owner' };
      const { drawn } = await changeAccess(
        SECRET_DATASET,
        { state, actor, why: 'test' },
        odin.deps,
      );
      await drawn;
    },
    async close() {
      await server.close();
      await odin.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeAccounts({ deps }: Odin): Promise<void> {
  const { accounts } = deps.store;
  for (const name of SUBJECTS) {
    if (name === 'anonymous') continue;
    const id = accountOf(name);
    const { organisationId, role } = MEMBERSHIPS[name];
    const at = NOW.toISOString();
    await accounts.insertAccount({
      ...{ id, name, madeAt: at, isAdministrator: false },
      email: `${id}@example.org`,
    });
    await accounts.putMembership(id, organisationId, role);
  }
  await signIn({ deps }, NOW);
}

/** Sign everybody in, and have them choose what they read for. */
async function signIn({ deps }: Pick<Odin, 'deps'>, at: Date): Promise<void> {
  const { accounts, access } = deps.store;
  for (const name of SUBJECTS) {
    if (name === 'anonymous') continue;
    const hash = hashSecret(secretOf(name));
    const time = at.toISOString();
    await accounts.endSession(hash);
    await accounts.putSession({ hash, accountId: accountOf(name), begunAt: time, seenAt: time });
    await access.choosePurpose(hash, PURPOSE);
  }
}

/** Publish it and agree about it; it was agreed with one who may, one who might, and one who may no longer. */
async function publishSecret({ deps }: Odin): Promise<void> {
  await publish({ resource: SECRET_FILE }, SECRET, deps);
  const { access } = deps.store;
  const at = NOW.toISOString();
  const actor = { name: 'owner', role: 'owner' };
  const agree = async (id: string, who: Exclude<SubjectName, 'anonymous'>, end: string) => {
    const plain = agreementFor(SECRET_DATASET, MEMBERSHIPS[who].organisationId, { id });
    const agreement = { ...plain, terms: { ...plain.terms, start: dayBefore(300), end } };
    const entry = { kind: 'granted', at, actor, dataset: SECRET_DATASET, agreement: id } as const;
    await access.putAgreement(agreement, entry);
  };
  await agree('agreement0000000active', 'grantee', TODAY);
  await agree('agreement000000expired', 'grantee whose agreement ended', dayBefore(1));
  await agree('agreement000000revoked', 'grantee whose agreement was revoked', TODAY);
  await access.revokeAgreement(
    'agreement000000revoked',
    { by: 'owner', at, why: 'Done with' },
    { kind: 'revoked', at, actor, dataset: SECRET_DATASET, agreement: 'agreement000000revoked' },
  );
}
