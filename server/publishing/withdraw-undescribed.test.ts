import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '../config.ts';
import { startServer } from '../index.ts';
import { type Odin, openOdin } from '../odin.ts';
import { withdrawUndescribed } from './editions.ts';
import { publish } from './publish.ts';
import { takeDown } from './release.ts';

const SOURCE = Source.parse({
  odin: 1,
  id: 'demonstration-digital/test-masts',
  title: 'Masts of the valley',
  publisher: 'demonstration-digital',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated' },
  type: 'digital/mast',
});
const DATASET = 'demonstration-digital--test-masts';
const bytes = Buffer.from('Mast ref,Site name,Easting,Northing\nM1,Mill,381500,391000\n');
const sha256 = createHash('sha256').update(bytes).digest('hex');

let folder: string;
let odin: Odin;
const settings = () => readConfig({ PORT: '0', ODIN_DATA: folder, ODIN_LOG: 'silent' });
const liveDatasets = async () => (await odin.deps.store.listLive()).map(({ dataset }) => dataset);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odin-undescribed-'));
  odin = await openOdin(settings());
  await publish({ resource: { sha256, fileName: 'masts.csv', bytes } }, SOURCE, odin.deps);
});

afterEach(async () => {
  await odin.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('withdrawUndescribed()', () => {
  it('takes down what had a descriptor and has none now, once, and says why', async () => {
    expect(await withdrawUndescribed([SOURCE], odin.deps)).toEqual([]);
    expect(await liveDatasets()).toEqual([DATASET]);
    const taken = await withdrawUndescribed([], odin.deps);
    expect(taken.map(({ dataset }) => dataset)).toEqual([DATASET]);
    expect(await liveDatasets()).toEqual([]);
    const [event] = await odin.deps.store.listEvents(DATASET);
    expect(event).toMatchObject({
      kind: 'withdrawn',
      why: 'Its source descriptor was removed from this deployment.',
    });
    expect(await withdrawUndescribed([], odin.deps)).toEqual([]);
  });

  it('leaves what was handed in without a descriptor of the deployment', async () => {
    expect(await withdrawUndescribed([], odin.deps)).toEqual([]);
    expect(await liveDatasets()).toEqual([DATASET]);
  });
});

describe('the page of a dataset that is withdrawn', () => {
  it('answers 410 with who withdrew it and why, and its data is gone from the API', async () => {
    await takeDown(DATASET, { by: 'A. Officer', why: 'It named <tenants>.' }, odin.deps);
    await odin.close();
    const server = await startServer(settings(), { sources: [] });
    try {
      const page = await fetch(`${server.url}/data/${DATASET}`);
      const text = await page.text();
      expect(page.status).toBe(410);
      expect(text).toContain('Masts of the valley');
      expect(text).toContain('A. Officer. It named &lt;tenants&gt;.');
      expect((await fetch(`${server.url}/api/datasets/${DATASET}`)).status).toBe(404);
      expect((await fetch(`${server.url}/data/there--never-was`)).status).toBe(404);
    } finally {
      await server.close();
      odin = await openOdin(settings());
    }
  });
});
