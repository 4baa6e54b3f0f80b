import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LayerSummary } from '#data/schema/api.ts';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '../config.ts';
import { startServer } from '../index.ts';
import { openOdin, ROOT } from '../odin.ts';
import type { Delivery } from './delivery.ts';
import { publish } from './publish.ts';

const SOURCE = Source.parse({
  odin: 1,
  id: 'demonstration-digital/test-masts',
  title: 'Masts',
  publisher: 'demonstration-digital',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated' },
  type: 'digital/mast',
});

const textOf = (count: number): string =>
  [
    'Mast ref,Site name,Easting,Northing',
    ...Array.from({ length: count }, (_, i) => `M${i},Site ${i},${378_000 + i * 20},391000`),
    '',
  ].join('\n');

function deliver(text: string): Delivery {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { resource: { sha256, fileName: 'masts.csv', bytes } };
}

/** Publishes in a process of its own and stands still at a stage, saying so, until it is killed. */
const PUBLISHER = `
import { createHash } from 'node:crypto';
const room = (name) => import(new URL(name, '${pathToFileURL(`${ROOT}/server/`)}'));
const [{ readConfig }, { openOdin }, { publish }] =
  await Promise.all(['config.ts', 'odin.ts', 'publishing/publish.ts'].map(room));
const { folder, text, source, stopAt } = JSON.parse(process.argv[1]);
const odin = await openOdin(readConfig({ ODIN_DATA: folder }));
const bytes = Buffer.from(text);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const resource = { sha256, fileName: 'masts.csv', bytes };
const reach = (stage) => {
  if (stage !== stopAt) return;
  process.stderr.write('here');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
const layers = {
  ...odin.deps.layers,
  async open(...given) {
    const layer = await odin.deps.layers.open(...given);
    reach('flipping');
    return layer;
  },
};
await publish({ resource }, source, { ...odin.deps, layers }, {
  onProgress: ({ stage }) => reach(stage),
});
`;

async function killAt(stopAt: string, text: string): Promise<void> {
  const given = JSON.stringify({ folder, text, source: SOURCE, stopAt });
  const child = spawn(process.execPath, ['--input-type=module', '-e', PUBLISHER, given], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said] = await once(child.stderr, 'data');
  expect(String(said)).toContain('here');
  child.kill('SIGKILL');
  await once(child, 'close');
}

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'odin-killed-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  'keeping',
  'comparing',
  'flipping',
])('a publish killed while %s leaves the live edition whole, and the file can be sent again', async (stage) => {
  const before = await openOdin(readConfig({ ODIN_DATA: folder }));
  await publish(deliver(textOf(1_200)), SOURCE, before.deps);
  await before.close();

  await killAt(stage, textOf(1_300));

  const odin = await openOdin(readConfig({ ODIN_DATA: folder }));
  try {
    const { store } = odin.deps;
    const [live, ...rest] = await store.listLive();
    expect([live?.number, rest]).toEqual([1, []]);
    const editions = [live?.row ?? 0];
    expect(await store.countFeatures({ editions })).toEqual(new Map([[live?.row, 1_200]]));
    expect(await store.listEditions(live?.dataset ?? '')).toHaveLength(1);
    const again = await publish(deliver(textOf(1_300)), SOURCE, odin.deps);
    expect(again).toMatchObject({
      status: 'published',
      edition: { number: 2, comparison: { added: 100, unchanged: 1_200 } },
    });
  } finally {
    await odin.close();
  }
}, 60_000);

it('a publish killed while its tiles are drawn is live, and drawn by the server that starts next', async () => {
  const before = await openOdin(readConfig({ ODIN_DATA: folder }));
  await publish(deliver(textOf(1_200)), SOURCE, before.deps);
  await before.close();

  await killAt('tiling', textOf(1_300));

  const server = await startServer(
    readConfig({ ODIN_DATA: folder, PORT: '0', ODIN_LOG: 'silent' }),
    {
      sources: [],
    },
  );
  try {
    const ask = async (): Promise<LayerSummary | undefined> => {
      const answer = await (await fetch(`${server.url}/api/layers`)).json();
      return (answer as { layers: LayerSummary[] }).layers[0];
    };
    expect((await ask())?.featureCount).toBe(1_206);
    await expect.poll(async () => (await ask())?.building, { timeout: 20_000 }).toBeUndefined();
    const [x, y] = [8085, 5305];
    const path = (await ask())?.tiles
      .replace('{z}', '14')
      .replace('{x}', `${x}`)
      .replace('{y}', `${y}`);
    const tile = await fetch(`${server.url}${path}`);
    expect(tile.headers.get('cache-control')).toContain('immutable');
  } finally {
    await server.close();
  }
}, 60_000);
