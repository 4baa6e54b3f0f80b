import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '../config.ts';
import { openPortal, type Portal } from '../harvest/test-portal.ts';
import { type Odin, openOdin } from '../odin.ts';
import { harvestDepsOf } from './deps.ts';
import {
  type HarvestDeps,
  type HarvestedSource,
  type HarvestOutcome,
  harvestDue,
  harvestSource,
} from './harvesting.ts';

/** A register of masts as a server gives it: the first `count` rows. */
const csv = (count: number, heading = 'Mast ref,Easting,Northing'): string =>
  [heading, ...Array.from({ length: count }, (_, i) => `M${i + 1},${381_500 + i},391000`), ''].join(
    '\r\n',
  );

describe('a source that is fetched by itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'odin-harvest-'));
  const clock = { now: new Date('2026-11-23T09:00:00Z') };
  let file: { text: string; etag: string } | undefined = { text: csv(40), etag: '"1"' };
  let licence = '';
  let odin: Odin;
  let portal: Portal;
  let deps: HarvestDeps;
  let source: HarvestedSource;

  beforeAll(async () => {
    odin = await openOdin(readConfig({ ODIN_DATA: folder }), () => clock.now);
  });
  afterAll(async () => {
    await odin.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    portal = await openPortal(({ pathname }, response) => {
      if (pathname === '/api/3/action/package_show')
        return {
          success: true,
          result: {
            license_title: licence,
            resources: [{ id: 'a', format: 'CSV', url: '/masts.csv' }],
          },
        };
      if (!file || pathname !== '/masts.csv') return undefined;
      if (response.req.headers['if-none-match'] === file.etag) return response.writeHead(304).end();
      response.setHeader('ETag', file.etag);
      return file.text;
    });
    const { host } = new URL(portal.url);
    const config = readConfig({ ODIN_DATA: folder, ODIN_HARVEST_HOSTS: host });
    deps = { ...harvestDepsOf(odin.deps, config), wait: async () => undefined };
    source = sourceOf('masts', { kind: 'file', url: `${portal.url}/masts.csv` });
  });
  afterEach(() => portal.close());

  const sourceOf = (name: string, rule: object): HarvestedSource =>
    Source.parse({
      odin: 1,
      id: `demonstration-digital/${name}`,
      title: 'Masts',
      publisher: 'demonstration-digital',
      synthetic: true,
      licence: { id: 'OGL-UK-3.0', basis: 'stated' },
      type: 'digital/mast',
      harvest: rule,
    }) as HarvestedSource;
  const live = async () =>
    (await odin.deps.store.listLive()).find(
      ({ dataset }) => dataset === 'demonstration-digital--masts',
    );
  const due = async (): Promise<HarvestOutcome[]> => {
    const outcomes: HarvestOutcome[] = [];
    await harvestDue([source], deps, { onOutcome: (outcome) => outcomes.push(outcome) });
    return outcomes;
  };

  it('is published the first time, and not asked for again before its time', async () => {
    expect(await due()).toMatchObject([
      { run: { status: 'published', says: 'Edition 1: 40 records, 40 on the map.' } },
    ]);
    // every portal of these tests has a port of its own: the same rule is about the same address
    expect(await due()).toEqual([]);
    clock.now = new Date('2026-11-24T09:00:00Z');
    expect(await due()).toMatchObject([{ run: { status: 'unchanged' } }]);
  });

  it('that shrinks by half is held; what is live stays, and stays when it fails', async () => {
    file = { text: csv(20), etag: '"2"' };
    const { run } = await harvestSource(source, deps);
    expect(run).toMatchObject({ status: 'held', says: expect.stringMatching(/20 .*40|40 .*20/) });
    expect(await live()).toMatchObject({ number: 1, report: { records: 40 } });
    file = undefined;
    expect((await harvestSource(source, deps)).run).toMatchObject({
      status: 'failed',
      says: expect.stringContaining('404'),
    });
    expect(await live()).toMatchObject({ number: 1 });
    file = { text: csv(42), etag: '"3"' };
    expect((await harvestSource(source, deps)).run.status).toBe('published');
    expect(await live()).toMatchObject({ report: { records: 42 } });
    const { listRuns } = odin.deps.store.harvests;
    const statuses = (await listRuns(source.id, 3)).map(({ status }) => status);
    expect(statuses).toEqual(['published', 'failed', 'held']);
  });

  it('whose columns become others is not put on the map', async () => {
    file = { text: csv(42, 'Name of thing,Place one,Place two'), etag: '"4"' };
    expect(['held', 'refused']).toContain((await harvestSource(source, deps)).run.status);
    expect(await live()).toMatchObject({ report: { records: 42 } });
  });

  it('whose server says other terms than its descriptor is not shown before somebody looks', async () => {
    file = { text: csv(44), etag: '"5"' };
    licence = 'Creative Commons Attribution Non-Commercial 4.0';
    source = sourceOf('masts-elsewhere', { kind: 'ckan', url: `${portal.url}/dataset/masts` });
    const { run, published } = await harvestSource(source, deps);
    expect(run).toMatchObject({
      status: 'refused',
      licence,
      says: expect.stringMatching(
        /^The server now states CC-BY-NC-4\.0 .* Settle which one holds\.$/,
      ),
    });
    expect(published).toBeUndefined();
    licence = 'UK Open Government Licence (OGL)';
    expect((await harvestSource(source, deps)).run.status).toBe('published');
  });
});
