import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '../config.ts';
import { openHarmoniser } from '../jobs/harmoniser.ts';
import { type Odin, openOdin } from '../odin.ts';
import type { Delivery } from './delivery.ts';
import { preview, publish } from './publish.ts';

const SOURCE = Source.parse({
  odin: 1,
  id: 'demonstration-digital/test-masts',
  title: 'Masts',
  publisher: 'demonstration-digital',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated' },
  type: 'digital/mast',
});

const deliver = (...rows: string[]): Delivery => {
  const bytes = Buffer.from(['Mast ref,Site name,Easting,Northing', ...rows, ''].join('\n'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { resource: { sha256, fileName: 'masts.csv', bytes } };
};

const ONE = deliver('M1,First,381500,391000', 'M2,Second,382000,391000');
const TWO = deliver('M1,First,381500,391000', 'M2,Second,382000,391000', 'M3,Third,382500,391000');

let folder: string;
let odin: Odin;

const open = (): Promise<Odin> => openOdin(readConfig({ ODIN_DATA: folder }));
const live = async () => (await odin.deps.store.listLive()).map(({ number }) => number);
const names = async () => {
  const editions = (await odin.deps.store.listLive()).map(({ row }) => row);
  const found = await odin.deps.store.pageFeatures({ editions }, { limit: 10 });
  return found.map(({ name, reference }) => name ?? reference);
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odin-publish-'));
  odin = await open();
});

afterEach(async () => {
  await odin.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('publish()', () => {
  it('makes a file an edition, its layer an archive, and does nothing the second time', async () => {
    const stages: string[] = [];
    const first = await publish(ONE, SOURCE, odin.deps, {
      onProgress: ({ stage }) => stages.push(stage),
    });
    expect(first.status).toBe('published');
    expect([...new Set(stages)]).toEqual(['reading', 'keeping', 'tiling']);
    const [layer] = await odin.deps.store.listLayers();
    expect(layer?.id).toBe('mast.ogl-uk-3-0.synthetic');
    expect(await odin.archives.has(layer?.id ?? '', layer?.version ?? '')).toBe(true);
    expect((await publish(ONE, SOURCE, odin.deps)).status).toBe('unchanged');
    expect(await live()).toEqual([1]);
  });

  it('numbers new bytes as the next edition and keeps the one before', async () => {
    await publish(ONE, SOURCE, odin.deps);
    await publish(TWO, SOURCE, odin.deps);
    expect(await live()).toEqual([2]);
    expect(await names()).toHaveLength(3);
    const editions = await odin.deps.store.listEditions('demonstration-digital--test-masts');
    expect(editions.map(({ status }) => status)).toEqual(['live', 'superseded']);
  });

  it('interrupted before the flip, it leaves the edition before serving, also after a restart', async () => {
    await publish(ONE, SOURCE, odin.deps);
    const broken = {
      ...odin.deps,
      layers: { ...odin.deps.layers, open: () => Promise.reject(new Error('disk full')) },
    };
    await expect(publish(TWO, SOURCE, broken)).rejects.toThrow('disk full');
    expect(await names()).toHaveLength(2);
    await odin.close();
    odin = await open();
    expect([await live(), (await names()).length]).toEqual([[1], 2]);
    expect((await publish(TWO, SOURCE, odin.deps)).status).toBe('published');
  });

  it.each([
    'reading',
    'keeping',
    'comparing',
  ])('cancelled while %s, it leaves the edition before live and nothing of the file', async (at) => {
    await publish(ONE, SOURCE, odin.deps);
    const controller = new AbortController();
    const attempt = publish(TWO, SOURCE, odin.deps, {
      signal: controller.signal,
      onProgress: ({ stage }) => {
        if (stage === at) controller.abort(new Error('enough'));
      },
    });
    await expect(attempt).rejects.toThrow('enough');
    expect([await live(), (await names()).length]).toEqual([[1], 2]);
    expect(await odin.deps.store.readResource(TWO.resource.sha256)).toBeUndefined();
    expect(readdirSync(odin.deps.temporary)).toEqual([]);
    expect((await publish(TWO, SOURCE, odin.deps)).status).toBe('published');
  });

  it.each([
    ['all-rights-reserved', 'does not allow the data to be shown'],
    ['SPENW-Shared', 'named audience'],
  ])('keeps data under %s a draft', async (id, reason) => {
    const source = { ...SOURCE, licence: { ...SOURCE.licence, id } };
    const outcome = await publish(ONE, source, odin.deps);
    expect(outcome).toMatchObject({ status: 'refused', reason: expect.stringContaining(reason) });
    expect(await live()).toEqual([]);
    expect(await odin.deps.store.readResource(ONE.resource.sha256)).toBeDefined();
  });

  it('keeps a file that cannot be read a draft, and the edition before live', async () => {
    await publish(ONE, SOURCE, odin.deps);
    const bytes = Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const outcome = await publish(
      { resource: { sha256, fileName: 'x.zip', bytes } },
      SOURCE,
      odin.deps,
    );
    expect(outcome.status).toBe('refused');
    expect(await live()).toEqual([1]);
  });

  it('stops a file that takes too long, with an issue', async () => {
    const harmoniser = openHarmoniser({
      memoryMb: 256,
      timeoutS: 0.001,
      filesEach: 1,
      writable: folder,
    });
    const outcome = await publish(ONE, SOURCE, { ...odin.deps, harmoniser });
    expect(outcome).toMatchObject({
      status: 'refused',
      finding: {
        issues: [expect.objectContaining({ code: 'file.read-timeout', severity: 'critical' })],
      },
    });
  });
});

it('preview() says what would be published and changes nothing', async () => {
  const { finding, refusal } = await preview(TWO, SOURCE, odin.deps);
  expect([finding.features, refusal]).toEqual([3, undefined]);
  expect(await odin.deps.store.listLive()).toEqual([]);
  expect(await odin.deps.store.readResource(TWO.resource.sha256)).toBeUndefined();
});
