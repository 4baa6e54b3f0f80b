import type { Express } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_STATES, type AccessState } from '#data/schema/access.ts';
import type { KeptSearch } from '#data/schema/sites.ts';
import { createApp } from '#server/api/app.ts';
import type { Services } from '#server/api/services.ts';
import {
  ELSEWHERE,
  EXAMPLES,
  type Ids,
  SITE_SEARCH,
  WITHOUT_DATA,
} from './support/access-examples.ts';
import {
  OPEN_LAYER,
  openWorld,
  SECRET_DATASET,
  SECRET_LAYER,
  SECRET_WORD,
  SUBJECTS,
  type SubjectName,
  type World,
} from './support/access-world.ts';

// Everything that can be asked, by everybody, of a dataset in every state: to whoever may not have it the answer is,
// byte for byte, the one of a deployment in which it never was.

/** Who sees the dataset, by its state. */
const SEEN_BY: Readonly<Record<AccessState, readonly SubjectName[]>> = {
  open: SUBJECTS,
  registered: SUBJECTS.filter((who) => who !== 'anonymous'),
  shared: ['grantee', 'owner'],
  'by-agreement': ['grantee', 'owner'],
  'metadata-only': ['owner'],
  closed: ['owner'],
};

let absent: World;
let present: World;
let ids: Ids;

beforeAll(async () => {
  [absent, present] = [await openWorld(false), await openWorld(true)];
  await present.changeAccess('by-agreement');
  const [search] = await Promise.all([keepSearch(present), keepSearch(absent)]);
  ids = { ...(await idsOf(present)), search };
}, 120_000);
afterAll(async () => {
  await Promise.all([absent?.close(), present?.close()]);
});

/** The same search has the same id, wherever it is kept. */
async function keepSearch(world: World): Promise<string> {
  const body = JSON.stringify({ search: SITE_SEARCH, title: 'Masts near masts' });
  const answer = await world.ask('anonymous', '/api/searches', { method: 'POST', body });
  return ((await answer.json()) as KeptSearch).id;
}

async function idsOf({ odin }: World): Promise<Omit<Ids, 'search'>> {
  const { store } = odin.deps;
  const live = await store.listLive();
  const featuresOf = async (layer: string) => {
    const editions = live.filter(({ layerId }) => layerId === layer).map(({ row }) => row);
    return (await store.pageFeatures({ editions }, { limit: 1 }))[0];
  };
  const versionOf = async (layer: string) =>
    (await store.listLayers()).find(({ id }) => id === layer)?.version;
  const [secret, open] = [await featuresOf(SECRET_LAYER), await featuresOf(OPEN_LAYER)];
  const [version, openVersion] = [await versionOf(SECRET_LAYER), await versionOf(OPEN_LAYER)];
  if (!secret || !open || !version || !openVersion) throw new Error('Nothing was published');
  const [lng, lat] = secret.point;
  return {
    ...{ feature: secret.id, key: secret.key, openFeature: open.id, version, openVersion },
    tile: tileAt(lng, lat, 14),
  };
}

/** The tile of Web Mercator that holds a place. */
function tileAt(lng: number, lat: number, z: number): string {
  const rad = (lat * Math.PI) / 180;
  const x = Math.floor(((lng + 180) / 360) * 2 ** z);
  const y = Math.floor(((1 - Math.asinh(Math.tan(rad)) / Math.PI) / 2) * 2 ** z);
  return `${z}/${x}/${y}`;
}

type Answer = { readonly status: number; readonly headers: string; readonly body: string };

/** Headers that differ from one request to the next. */
const OF_THE_MOMENT = new Set(['date', 'connection', 'keep-alive']);

async function answerOf(world: World, who: SubjectName, path: string): Promise<Answer> {
  const response = await world.ask(who, path, {
    headers: { Accept: 'text/html,application/json;q=0.9' },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isZip = response.headers.get('content-type')?.startsWith('application/zip') === true;
  const body = isZip ? namesIn(bytes) : settled(bytes.toString('utf8'));
  const ofItsTime = isZip ? ['content-disposition'] : body.includes(AT_ONCE) ? ['etag'] : [];
  const headers = [...response.headers]
    .filter(([name]) => !OF_THE_MOMENT.has(name) && !ofItsTime.includes(name))
    .map(([name, value]) => `${name}: ${value}`);
  return { status: response.status, headers: headers.sort().join('\n'), body };
}

/** Names and sizes in a zip; its bytes hold the time it was made. */
function namesIn(zip: Buffer): string {
  const found: string[] = [];
  for (
    let at = zip.indexOf('PK\u0001\u0002');
    at >= 0;
    at = zip.indexOf('PK\u0001\u0002', at + 4)
  ) {
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    found.push(`${name} ${zip.readUInt32LE(at + 24)}`);
  }
  return found.join('\n');
}

/** Stands for the time of an answer. */
const AT_ONCE = '<the time of the answer>';

/** Without the time at which it was answered, where it says so by the machine's clock. */
const settled = (body: string): string =>
  body.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (time) =>
    Math.abs(Date.parse(time) - Date.now()) < 3_600_000 ? AT_ONCE : time,
  );

/** Every address that was mounted. */
function mounted(): string[] {
  const nobody = { subject: { kind: 'anonymous' } };
  // nothing is asked of them while addresses are mounted
  const services = new Proxy<Record<string, unknown>>(
    { version: '0', whoAsks: () => nobody },
    { get: (known, name) => known[String(name)] ?? [] },
  );
  const folders = { client: '/none', basemap: '/none', project: '/none' };
  const app: Express = createApp(
    { services: services as unknown as Services, seeing: (_, __, next) => next() },
    folders,
  );
  const paths = app.router.stack.flatMap(({ route }) => [route?.path ?? []].flat());
  return [...new Set(paths)];
}

const FILES = /^\/(?:mark\.svg|fonts\/.*|[a-z-]+\.js)$/;

/** Let the dataset stand so. */
async function stand(state: AccessState): Promise<void> {
  const { access } = present.odin.deps.store;
  if ((await access.stateOf(SECRET_DATASET)) !== state) await present.changeAccess(state);
}

/** Where an answer to somebody is not that of a deployment in which the dataset never was. */
async function leaksTo(who: SubjectName): Promise<string[]> {
  const leaks: string[] = [];
  for (const path of Object.values(EXAMPLES).flatMap((example) => example(ids))) {
    const there = await answerOf(present, who, path);
    const never = await answerOf(absent, who, path);
    for (const part of ['status', 'headers', 'body'] as const) {
      if (there[part] === never[part]) continue;
      leaks.push(`${who} · ${path} · ${part}: ${excerpt(there[part], never[part])}`);
    }
  }
  return leaks;
}

describe('the access matrix', () => {
  it('has an example of every address, or says why it needs none', () => {
    const without = mounted().filter(
      (path) =>
        !Object.hasOwn(EXAMPLES, path) &&
        !Object.hasOwn(WITHOUT_DATA, path) &&
        !FILES.test(path) &&
        !ELSEWHERE.some((known) => known.test(path)),
    );
    expect(without, 'add an example to tests/support/access-examples.ts').toEqual([]);
  });

  it.each(
    ACCESS_STATES,
  )('threat 40: tells nothing of a dataset that is %s to whoever may not have it', async (state) => {
    await stand(state);
    const leaks: string[] = [];
    for (const who of SUBJECTS.filter((each) => !SEEN_BY[state].includes(each))) {
      leaks.push(...(await leaksTo(who)));
    }
    expect(leaks).toEqual([]);
  }, 300_000);

  it.each(
    ACCESS_STATES.filter((state) => state !== 'open'),
  )('shows a dataset that is %s to whoever may have it, and to caches not at all', async (state) => {
    if ((await present.odin.deps.store.access.stateOf(SECRET_DATASET)) !== state) {
      await present.changeAccess(state);
    }
    const tile = `/tiles/${SECRET_LAYER}/${ids.version}/${ids.tile}.mvt`;
    const asked = [`/api/datasets/${SECRET_DATASET}`, `/data/${SECRET_DATASET}`, tile];
    for (const who of SEEN_BY[state]) {
      for (const path of asked) {
        const response = await present.ask(who, path);
        expect([who, path, response.status]).toEqual([who, path, 200]);
        expect(response.headers.get('cache-control')).toBe('private, no-store');
        expect(response.headers.get('access-control-allow-origin')).toBeNull();
        expect(response.headers.get('vary')).toContain('Cookie, Authorization');
        await response.arrayBuffer();
      }
      const found = await present.ask(who, `/api/search?q=${SECRET_WORD}`);
      expect(await found.text()).toContain(SECRET_WORD);
    }
  }, 120_000);
});

/** Where two texts part. */
function excerpt(one: unknown, other: unknown): string {
  const [a, b] = [String(one), String(other)];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const cut = (text: string) => text.slice(Math.max(0, at - 60), at + 100);
  return `“${cut(a)}” where there never was any: “${cut(b)}”`;
}
