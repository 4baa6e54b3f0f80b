import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LayerSummary } from '#data/schema/api.ts';
import { Source } from '#data/schema/source.ts';
import { decodeTile } from '#tests/support/decode-archive.ts';
import { readConfig } from '../config.ts';
import { type RunningServer, startServer } from '../index.ts';
import { type Odin, openOdin } from '../odin.ts';
import { openDrawing } from '../tiling/drawing.ts';
import { createLayerBuilder } from '../tiling/layer-builder.ts';
import type { Delivery } from './delivery.ts';
import { restoreEdition } from './editions.ts';
import { publish } from './publish.ts';
import { takeDown } from './release.ts';

const sourceOf = (id: string): Source =>
  Source.parse({
    odin: 1,
    id: `demonstration-digital/${id}`,
    title: 'Masts',
    publisher: 'demonstration-digital',
    synthetic: true,
    licence: { id: 'OGL-UK-3.0', basis: 'stated' },
    type: 'digital/mast',
  });

/** Masts in a row, 200 m apart, but for some. */
function deliver(site: string, numbers: readonly number[]): Delivery {
  const rows = numbers.map((i) => `${site}${i},${site} ${i},${378_000 + i * 200},391000`);
  const bytes = Buffer.from(['Mast ref,Site name,Easting,Northing', ...rows, ''].join('\n'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { resource: { sha256, fileName: 'masts.csv', bytes } };
}
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Tiles in which the first masts stand. */
const NEAR = [14, 8085, 5305] as const;
const FAR = [10, 505, 331] as const;

let folder: string;
let server: RunningServer;
let odin: Odin;
/** Lets what is to be drawn be drawn. */
let letDraw: () => void;

/** A process that publishes, and draws only when it is let. */
async function openPublisher(): Promise<Odin> {
  const opened = await openOdin(readConfig({ ODIN_DATA: folder }));
  const { deps, archives, vocabulary } = opened;
  const { publishers } = vocabulary;
  const builder = createLayerBuilder({ ...deps, archives, publishers, codeVersion: 'test' });
  const held: (() => void)[] = [];
  let isHeld = false;
  letDraw = () => {
    isHeld = false;
    for (const go of held.splice(0)) go();
  };
  holdDrawing = () => {
    isHeld = true;
  };
  const layers = openDrawing({
    ...deps,
    archives,
    builder: {
      open: builder.open,
      async build(...given) {
        if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
        return await builder.build(...given);
      },
    },
  });
  return { ...opened, deps: { ...deps, layers } };
}
let holdDrawing: () => void;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odin-shown-'));
  odin = await openPublisher();
  const config = readConfig({ ODIN_DATA: folder, PORT: '0', ODIN_LOG: 'silent' });
  server = await startServer(config, { sources: [] });
});

afterEach(async () => {
  letDraw();
  await server.close();
  await odin.close();
  rmSync(folder, { recursive: true, force: true });
});

async function layer(): Promise<LayerSummary> {
  const answer = (await (await fetch(`${server.url}/api/layers`)).json()) as {
    layers: LayerSummary[];
  };
  const [first] = answer.layers;
  if (!first) throw new RangeError('There is no layer');
  return first;
}

async function ask(tiles: string, place: readonly number[], headers: Record<string, string> = {}) {
  const [z, x, y] = place.map(String);
  const path = tiles
    .replace('{z}', z ?? '')
    .replace('{x}', x ?? '')
    .replace('{y}', y ?? '');
  return await fetch(server.url + path, { headers });
}

/** Names of the masts in a tile. */
async function namesIn(tiles: string, place: readonly number[]): Promise<unknown[]> {
  const answer = await ask(tiles, place);
  if (answer.status === 204) return [];
  expect(answer.status).toBe(200);
  const { features } = decodeTile(new Uint8Array(await answer.arrayBuffer()));
  return features.map(({ properties }) => properties.name).sort();
}

const names = (site: string, numbers: readonly number[]): string[] =>
  numbers.map((i) => `${site} ${i}`).sort();

describe('publish()', () => {
  it('has the edition on the map before its tiles are drawn: near to as it is, far off as it was', async () => {
    const source = sourceOf('test-masts');
    await publish(deliver('M', upTo(8)), source, odin.deps);
    const before = await layer();
    expect(before.building).toBeUndefined();
    holdDrawing();
    // one is gone, two have come
    const now = [...upTo(10).slice(1)];
    await publish(deliver('M', now), source, odin.deps, { wait: false });
    const during = await layer();
    expect(during).toMatchObject({
      featureCount: 9,
      building: { shareDone: 0, fromZoom: 13, sinceVersion: before.version },
    });
    expect(during.version).not.toBe(before.version);
    expect(during.archive).toBeUndefined();
    expect(await namesIn(during.tiles, [12, 2021, 1326])).toEqual(names('M', upTo(8).slice(1)));
    const fresh = await ask(during.tiles, NEAR);
    expect(fresh.headers.get('cache-control')).toBe('no-cache');
    const etag = fresh.headers.get('etag') ?? '';
    expect((await ask(during.tiles, NEAR, { 'if-none-match': etag })).status).toBe(304);

    letDraw();
    await expect.poll(async () => (await layer()).building, { timeout: 20_000 }).toBeUndefined();
    const after = await layer();
    expect([after.version, after.tiles]).toEqual([
      during.version,
      during.tiles.replace('-building', ''),
    ]);
    const drawn = await ask(after.tiles, NEAR);
    expect(drawn.headers.get('cache-control')).toContain('immutable');
    expect(Buffer.from(await drawn.arrayBuffer())).toEqual(Buffer.from(await fresh.arrayBuffer()));
    expect(await namesIn(after.tiles, FAR)).toEqual(names('M', now));
    // a page opened meanwhile reads on
    expect(await namesIn(during.tiles, FAR)).toEqual(names('M', now));
  }, 60_000);

  it('shows the first edition of a layer near to, and nothing far off', async () => {
    holdDrawing();
    await publish(deliver('M', upTo(5)), sourceOf('test-masts'), odin.deps, { wait: false });
    const { tiles, building } = await layer();
    expect(building?.sinceVersion).toBeUndefined();
    expect([await namesIn(tiles, NEAR), await namesIn(tiles, FAR)]).not.toContainEqual(undefined);
    expect((await namesIn(tiles, NEAR)).length).toBeGreaterThan(0);
    expect(await namesIn(tiles, FAR)).toEqual([]);
    expect((await ask(tiles.replace('mast', 'mist'), NEAR)).status).toBe(404);
    expect((await ask(tiles, [3, 9, 0])).status).toBe(404);
  }, 60_000);

  it('an edition that goes live while another is drawn is the one that is drawn in the end', async () => {
    const source = sourceOf('test-masts');
    await publish(deliver('M', upTo(4)), source, odin.deps);
    holdDrawing();
    await publish(deliver('M', upTo(6)), source, odin.deps, { wait: false });
    await publish(deliver('M', upTo(7)), source, odin.deps, { wait: false });
    letDraw();
    await expect.poll(async () => (await layer()).building, { timeout: 20_000 }).toBeUndefined();
    expect(await namesIn((await layer()).tiles, FAR)).toEqual(names('M', upTo(7)));
  }, 60_000);
});

describe('takeDown()', () => {
  it('leaves nothing of a dataset in any tile, drawn or not, of this version or of those before', async () => {
    await publish(deliver('M', upTo(5)), sourceOf('test-masts'), odin.deps);
    await publish(deliver('X', upTo(6)), sourceOf('other-masts'), odin.deps);
    const before = await layer();
    expect((await namesIn(before.tiles, FAR)).length).toBe(11);
    holdDrawing();
    const told = { by: 'A. Officer', why: 'names of tenants' };
    await takeDown('demonstration-digital--other-masts', told, odin.deps);
    const { tiles } = await layer();
    expect(await namesIn(tiles, FAR)).toEqual(names('M', upTo(5)));
    expect((await namesIn(tiles, NEAR)).join()).not.toContain('X');
    // the tile of before was in the memory of the server
    await expect
      .poll(async () => (await ask(before.tiles, FAR)).status, { timeout: 5_000 })
      .toBe(404);
    letDraw();
    await expect.poll(async () => (await layer()).building, { timeout: 20_000 }).toBeUndefined();
    expect(await namesIn((await layer()).tiles, FAR)).toEqual(names('M', upTo(5)));
    expect((await ask(before.tiles, FAR)).status).toBe(404);
  }, 60_000);

  it('of the last dataset of a layer takes its tiles along', async () => {
    await publish(deliver('M', upTo(5)), sourceOf('test-masts'), odin.deps);
    const before = await layer();
    expect((await ask(before.tiles, FAR)).status).toBe(200);
    await takeDown('demonstration-digital--test-masts', { by: 'A. Officer' }, odin.deps);
    await expect
      .poll(async () => (await ask(before.tiles, FAR)).status, { timeout: 5_000 })
      .toBe(404);
  }, 60_000);
});

describe('restoreEdition()', () => {
  it('leaves nothing of what only the edition in between had', async () => {
    const source = sourceOf('test-masts');
    await publish(deliver('M', upTo(5)), source, odin.deps);
    await publish(deliver('M', upTo(8)), source, odin.deps);
    const between = await layer();
    holdDrawing();
    const dataset = 'demonstration-digital--test-masts';
    await restoreEdition(dataset, 1, { by: 'A. Officer', why: 'three were made up' }, odin.deps);
    const { tiles } = await layer();
    expect(await namesIn(tiles, FAR)).toEqual(names('M', upTo(5)));
    await expect.poll(async () => (await ask(between.tiles, FAR)).status).toBe(404);
  }, 60_000);
});
