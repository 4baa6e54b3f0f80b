import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyOfPostcode } from '#data/gazetteer/postcode.ts';
import type { DatasetSummary, FeatureDetail, LayerSummary } from '#data/schema/api.ts';
import type { SearchAnswer } from '#data/schema/search-answer.ts';
import { Source } from '#data/schema/source.ts';
import { packBytes } from '#tests/support/gazetteer.ts';
import { readConfig } from './config.ts';
import { type RunningServer, startServer } from './index.ts';

const DATASET = 'demonstration-trafford--test-libraries';
const LIBRARIES = Source.parse({
  odin: 1,
  id: 'demonstration-trafford/test-libraries',
  title: 'Libraries',
  publisher: 'demonstration-trafford',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated', attribution: '© Test Council 2026' },
  file: 'libraries.csv',
  type: 'social/library',
});
const CSV = [
  'Library name,Easting,Northing,Postcode',
  'First made-up library,,,M33 7ZF',
  'Second made-up library,,,M33 9ZZ',
  'Third made-up library,379500,392500,M33 7ZF',
  '',
].join('\n');

const folder = mkdtempSync(join(tmpdir(), 'odin-gazetteer-server-'));
const data = join(folder, 'data');
let server: RunningServer;

const start = (): Promise<RunningServer> =>
  startServer(readConfig({ PORT: '0', ODIN_DATA: data, ODIN_LOG: 'silent' }), {
    sources: [LIBRARIES],
    samples: folder,
  });
const getJson = async <T>(path: string): Promise<T> =>
  (await (await fetch(server.url + path)).json()) as T;
const dataset = () => getJson<DatasetSummary>(`/api/datasets/${DATASET}`);
const editionCount = async () =>
  (await getJson<{ editions: unknown[] }>(`/api/datasets/${DATASET}`)).editions.length;

beforeAll(async () => {
  writeFileSync(join(folder, 'libraries.csv'), CSV);
  server = await start();
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a file with only postcodes is placed as soon as a gazetteer is loaded, and says so everywhere', async () => {
  expect((await dataset()).edition).toMatchObject({ features: 1, unplaced: 2 });
  const before = await getJson<SearchAnswer>('/api/search?q=M33%207ZF');
  expect(before.groups.map(({ kind }) => kind)).not.toContain('address');

  mkdirSync(join(data, 'gazetteer'), { recursive: true });
  const key = keyOfPostcode('M33 7ZF') ?? -1;
  const entry = { key, easting: 379_000, northing: 392_000, accuracyM: 100 };
  writeFileSync(join(data, 'gazetteer', 'made-up-postcode.gaz'), packBytes('postcode', [entry]));

  // the search asks what is there now; datasets are read again at the next start
  const { groups } = await getJson<SearchAnswer>('/api/search?q=m337zf');
  expect(groups[0]).toMatchObject({ kind: 'address', results: [{ title: 'M33 7ZF' }] });
  await server.close();
  server = await start();

  const { edition, licence, layerId } = await dataset();
  expect(edition).toMatchObject({ features: 2, unplaced: 1, approximate: 1 });
  expect(licence.attribution).toContain('© Test Council 2026');
  expect(licence.attribution).toContain('Contains Royal Mail data');
  const layer = await getJson<LayerSummary>(`/api/layers/${layerId}`);
  expect(layer.approximateCount).toBe(1);
  expect(layer.licence.attribution).toContain('Contains Royal Mail data');

  const found = await getJson<{ features: { id: string; approximate?: boolean }[] }>(
    `/api/features?bbox=-2.5,53.3,-2.2,53.6&layers=${layerId}`,
  );
  const placed = found.features.filter(({ approximate }) => approximate);
  expect([found.features.length, placed.length]).toEqual([2, 1]);
  const feature = await getJson<FeatureDetail>(
    `/api/features/${encodeURIComponent(placed[0]?.id ?? '')}`,
  );
  expect(feature.placement.approximate).toEqual({
    by: 'postcode',
    value: 'M33 7ZF',
    accuracyM: 100,
    gazetteer: 'Made-up postcodes, May 2026',
  });
  const text = Object.fromEntries(feature.attributes.map(({ name, value }) => [name, value]));
  expect(text).toMatchObject({
    'capture-method': 'geocoded-postcode',
    'horizontal-accuracy-m': 100,
  });
  const page = await (await fetch(`${server.url}/data/${DATASET}`)).text();
  expect(page).toContain('1 of them approximate');
}, 60_000);

it('nothing is read again while the gazetteers stay the same', async () => {
  const before = await editionCount();
  await server.close();
  server = await start();
  expect(await editionCount()).toBe(before);
}, 60_000);
