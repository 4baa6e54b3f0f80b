import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LayerMoment, LayerMoments } from '#data/schema/layer-moments.ts';
import { Source } from '#data/schema/source.ts';
import { decodeTile } from '#tests/support/decode-archive.ts';
import { readConfig } from '../config.ts';
import { type RunningServer, startServer } from '../index.ts';
import { type Odin, openOdin } from '../odin.ts';
import { restoreEdition } from './editions.ts';
import { publish } from './publish.ts';

const LAYER = 'mast.ogl-uk-3-0.synthetic';
const TOLD = { by: 'a test', why: 'to see what happens' };

const MASTS = Source.parse({
  odin: 1,
  id: 'demonstration-digital/masts',
  title: 'Masts',
  publisher: 'demonstration-digital',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated' },
  type: 'digital/mast',
});

/** Tiles in which the masts stand, from the first zoom to the last. */
const PLACES = [
  [10, 505, 331],
  [12, 2021, 1326],
  [14, 8085, 5305],
] as const;

let folder: string;
let server: RunningServer;
let odin: Odin;

/** Publish masts in a row, 200 m apart. */
async function publishMasts(numbers: readonly number[]): Promise<void> {
  const rows = numbers.map((i) => `M${i},M ${i},${378_000 + i * 200},391000`);
  const bytes = Buffer.from(['Mast ref,Site name,Easting,Northing', ...rows, ''].join('\n'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await publish({ resource: { sha256, fileName: 'masts.csv', bytes } }, MASTS, odin.deps);
}

async function moments(): Promise<readonly LayerMoment[]> {
  const answer = await fetch(`${server.url}/api/layers/${LAYER}/moments`);
  return ((await answer.json()) as LayerMoments).moments;
}

const ask = ({ tiles }: LayerMoment, [z, x, y]: readonly [number, number, number]) =>
  fetch(server.url + tiles.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`));

/** Names in a tile. */
async function namesIn(answer: Response): Promise<string[]> {
  const { features } = decodeTile(new Uint8Array(await answer.arrayBuffer()));
  return features.map(({ properties }) => String(properties.name)).sort();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odin-moments-'));
  odin = await openOdin(readConfig({ ODIN_DATA: folder }));
  const config = readConfig({ ODIN_DATA: folder, PORT: '0', ODIN_LOG: 'silent' });
  server = await startServer(config, { sources: [] });
  await publishMasts([0, 1, 2]);
  await publishMasts([0, 1, 2, 3]);
});

afterAll(async () => {
  await server.close();
  await odin.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a layer as it once stood', () => {
  it('is told for each publish, newest first, and the newest has the tiles of today', async () => {
    const [now, then] = await moments();
    expect([now?.featureCount, then?.featureCount]).toEqual([4, 3]);
    expect(then?.published).toMatchObject([{ edition: 1 }]);
    expect(now?.tiles).not.toContain('as-of');
    expect(then?.tiles).toContain('as-of-');
  });

  it.each(PLACES)('is drawn at zoom %d, tile %d/%d, to be kept for ever', async (...place) => {
    const [now, then] = await moments();
    if (!now || !then) throw new RangeError('There are not two moments');
    const answer = await ask(then, place);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const names = await namesIn(answer);
    expect(names).toContain('M 1');
    const today = await namesIn(await ask(now, place));
    expect(names).toEqual(today.filter((name) => name !== 'M 3'));
  });

  it('is an empty tile where nothing stood, and nothing where no moment has the name', async () => {
    const [, then] = await moments();
    if (!then) throw new RangeError('There are not two moments');
    expect((await ask(then, [10, 0, 0])).status).toBe(204);
    const other = { ...then, tiles: then.tiles.replace('as-of-', 'as-of-0') };
    expect((await ask(other, PLACES[1])).status).toBe(404);
  });

  it('is shown no more once the edition before it was restored in its place', async () => {
    await publishMasts([0, 1, 2, 3, 4]);
    const [, before] = await moments();
    await restoreEdition('demonstration-digital--masts', 1, TOLD, odin.deps);
    expect((await moments()).map(({ featureCount }) => featureCount)).toEqual([3]);
    if (!before) throw new RangeError('There are not two moments');
    expect(before.featureCount).toBe(4);
    expect((await ask(before, PLACES[1])).status).toBe(404);
  });
});
