import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '#data/schema/desk.ts';
import type { DeskDataset, Receipt } from '#data/schema/desk-compare.ts';
import type { DeskHome } from '#data/schema/desk-home.ts';
import { readConfig } from '#server/config.ts';
import { openPortal, type Portal } from '#server/harvest/test-portal.ts';
import { harvestDepsOf } from '#server/harvesting/deps.ts';
import { harvestSource, isHarvested } from '#server/harvesting/harvesting.ts';
import { type Odin, openOdin } from '#server/odin.ts';
import { type DeskWorld, openDeskWorld, type Person } from '#tests/support/desk-world.ts';
import { fetchingOf, fetchingRule } from './fetching.ts';

const PUBLISHER = 'demonstration-rochdale';
const LICENSED = {
  ...{ author: 'council', os: 'none', addresses: 'none', 'third-party': 'none', people: 'no' },
  ...{ licence: 'OGL-UK-3.0', evidence: { kind: 'here' } },
};

/** Made-up sites. */
const register = (count: number): string =>
  [
    'SiteReference,SiteNameAddress,GeoX,GeoY,Hectares',
    ...Array.from({ length: count }, (_, i) => `S${i},Site ${i},${389_000 + i * 20},413000,0.5`),
    '',
  ].join('\r\n');

describe('a dataset that is fetched again', () => {
  let world: DeskWorld;
  let officer: Person;
  let portal: Portal;
  let odin: Odin;
  let dataset: string;
  let file: string | undefined = register(40);
  const task = async () => {
    const home = await world.json<DeskHome>(officer, `/api/desk?publisher=${PUBLISHER}`);
    return home.tasks.find(({ key }) => key === dataset);
  };
  const fetchNow = async () => {
    const sources = await odin.deps.store.drafts.listSources();
    const source = sources.find(({ id }) => id.replace('/', '--') === dataset);
    if (!source || !isHarvested(source)) throw new RangeError('It is not fetched by itself');
    const config = readConfig({ ODIN_HARVEST_HOSTS: new URL(portal.url).host });
    const deps = { ...harvestDepsOf(odin.deps, config), wait: async () => undefined };
    const { run, published } = await harvestSource(source, deps);
    if (published && 'drawn' in published) await published.drawn;
    return run;
  };

  beforeAll(async () => {
    portal = await openPortal(({ pathname }) => (pathname === '/sites.csv' ? file : undefined));
    const { host } = new URL(portal.url);
    world = await openDeskWorld({ ODIN_HARVEST: 'on', ODIN_HARVEST_HOSTS: host });
    officer = await world.person('Planning policy', PUBLISHER, 'publisher');
    odin = await openOdin(world.config);
  }, 60_000);
  afterAll(async () => {
    await odin.close();
    await world.close();
    portal.close();
  });

  it('is so when its officer says how often, before it is published', async () => {
    const url = `${portal.url}/sites.csv`;
    const handed = `/api/desk/drafts?publisher=${PUBLISHER}&type=land%2Fbrownfield-site`;
    const draft = await world.json<Draft>(officer, handed, { body: { url } });
    expect(draft.harvest).toEqual({ address: url, every: '' });
    const at = (path: string) => `/api/desk/drafts/${draft.id}${path}`;
    const weekly = { method: 'PUT', body: { harvest: 'P1W' } };
    const told = await world.json<Draft>(officer, at('/about'), weekly);
    expect(told.harvest).toEqual({ address: url, every: 'P1W' });
    await world.json(officer, at('/licence'), { method: 'PUT', body: LICENSED });
    const { progress } = await world.json<Draft>(officer, at(''));
    const publish = { body: { reading: progress.reading } };
    const { left } = await world.json<Receipt>(officer, at('/publish'), publish);
    dataset = draft.datasetId;
    const [source] = await odin.deps.store.drafts.listSources();
    expect(source?.harvest).toEqual({ kind: 'file', url, every: 'P1W' });
    const live = await task();
    expect(live).toMatchObject({ status: 'live', harvest: { address: url, every: 'P1W' } });
    // the receipt and the task list count alike
    expect(live?.next.words.slice(0, 8)).toBe(left[0]?.words.slice(0, 8));
  }, 60_000);

  it('that could not be fetched needs fixing, and what is live stays so', async () => {
    file = undefined;
    expect((await fetchNow()).status).toBe('failed');
    expect(await task()).toMatchObject({
      status: 'needs-fixing',
      next: { lead: 'It could not be fetched.', words: expect.stringMatching(/404.*stays live/) },
    });
  }, 60_000);

  it('that shrinks by a third is held until two people say that it is right', async () => {
    file = register(15);
    const run = await fetchNow();
    expect(run.status).toBe('held');
    const needs = await task();
    expect(needs).toMatchObject({
      status: 'needs-fixing',
      next: { words: `${run.says} Two people have to say that it is right.` },
      action: { kind: 'accept' },
      ...{ held: 2, two: 'nobody' },
    });
    const href = needs?.action.href ?? '';
    const accept = { body: { edition: 2, why: 'The register was cleared out' } };
    const newest = async (who: Person, asked = accept) =>
      (await world.json<DeskDataset>(who, href, asked)).editions[0];
    const first = { by: 'Planning policy', why: accept.body.why };
    expect(await newest(officer)).toMatchObject({ number: 2, status: 'held', first });
    // nobody is their own second person, however they ask
    const inPerson = await world.signedIn(officer);
    expect(await newest(inPerson)).toMatchObject({ number: 2, status: 'held', first });
    expect(await task()).toMatchObject({ status: 'needs-fixing', two: 'caller' });

    const colleague = await world.person('Land charges', PUBLISHER, 'publisher');
    const home = await world.json<DeskHome>(colleague, `/api/desk?publisher=${PUBLISHER}`);
    expect(home.tasks.find(({ key }) => key === dataset)).toMatchObject({
      two: 'colleague',
      next: { words: expect.stringContaining('Planning policy says that it is right: “The') },
    });
    // a program is nobody’s colleague; who may not write, or is of elsewhere, is not asked
    const refused = await world.json<{ detail: string }>(colleague, href, {
      ...accept,
      status: 409,
    });
    expect(refused.detail).toContain('signed in as themselves');
    const viewer = await world.person('Looks on', PUBLISHER, 'viewer');
    const stranger = await world.person('Elsewhere', 'bury-council', 'owner');
    for (const who of [viewer, stranger]) {
      const nowhere = { ...accept, status: 404 };
      await world.json(await world.signedIn(who), href, nowhere);
    }
    expect((await odin.deps.store.listLive())[0]?.number).toBe(1);

    const agreed = { body: { edition: 2, why: 'Seen on site' } };
    const live = await newest(await world.signedIn(colleague), agreed);
    expect(live).toMatchObject({ number: 2, status: 'live' });
    expect(live?.first).toBeUndefined();
    const [event] = await odin.deps.store.listEvents(dataset);
    expect(event).toMatchObject({
      kind: 'accepted',
      why: 'The register was cleared out. A second person agrees: Seen on site',
    });
    expect((await task())?.status).toBe('live');
  }, 60_000);

  it('that is unlike the one before and loses less is for one person to decide', async () => {
    file = register(15).replace(/^S(?=\d)/gm, 'T');
    expect((await fetchNow()).status).toBe('held');
    const needs = await task();
    expect(needs).toMatchObject({ held: 3, action: { kind: 'accept' } });
    expect(needs?.two).toBeUndefined();
    const body = { edition: 3, why: 'Numbered anew' };
    const told = await world.json<DeskDataset>(officer, needs?.action.href ?? '', { body });
    expect(told.editions[0]).toMatchObject({ number: 3, status: 'live' });
  }, 60_000);

  it('is fetched no more when somebody says so, or takes it down', async () => {
    const path = `/api/desk/datasets/${dataset}/harvest`;
    const sources = () => odin.deps.store.drafts.listSources();
    await world.json(officer, path, { method: 'PUT', body: { every: '' } });
    expect((await sources())[0]?.harvest).toBeUndefined();
    await world.json(officer, path, { method: 'PUT', body: { every: 'P1M' } });
    expect((await sources())[0]?.harvest).toMatchObject({ kind: 'file', every: 'P1M' });
    const why = { body: { why: 'Published in error' } };
    await world.json(officer, `/api/desk/datasets/${dataset}/withdraw`, why);
    expect((await sources())[0]?.harvest).toBeUndefined();
    const stranger = await world.person('Elsewhere', 'bury-council', 'publisher');
    await world.json(stranger, path, { method: 'PUT', body: { every: 'P1D' }, status: 404 });
  }, 60_000);
});

it('fetchingRule() keeps what is known of an address, and asks for one where none is', () => {
  const harvest = {
    kind: 'wfs',
    url: 'https://example.org/ows',
    layer: 'a',
    every: 'P1D',
  } as const;
  expect(fetchingRule({ harvest }, undefined, 'P1M')).toEqual({ ...harvest, every: 'P1M' });
  expect(fetchingRule({ harvest }, 'https://example.org/a.csv', 'P1W')).toEqual({
    ...{ kind: 'file', url: 'https://example.org/a.csv', every: 'P1W' },
  });
  expect(fetchingRule({ harvest }, undefined, '')).toBeNull();
  expect(() => fetchingRule({}, undefined, 'P1D')).toThrow('No address');
  expect(fetchingOf({}, undefined)).toBeUndefined();
});
