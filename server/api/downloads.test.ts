import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DownloadPlan } from '#data/schema/download.ts';
import { openContainer } from '#server/harmonise/decode/container.ts';
import { openBudget } from '#server/harmonise/decode/zip/index.ts';
import { harmonise } from '#server/harmonise/index.ts';
import { context, resourceOf, run } from '#tests/support/harmonise.ts';
import { MAST_LAYER, startTestServer, type TestServer } from '#tests/support/test-server.ts';

const STOPS = 'tram-stop.ogl-uk-3-0';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Parts = ReadonlyMap<string, Uint8Array>;

async function take(query: string): Promise<Parts> {
  const answer = await server.get(`/api/download?${query}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const { parts } = openContainer(new Uint8Array(await answer.arrayBuffer()), openBudget());
  return new Map(parts.map(({ name, bytes }) => [name, bytes()]));
}

const textOf = (parts: Parts, name: string) => new TextDecoder().decode(parts.get(name));

describe('/api/download', () => {
  it('gives layers as GeoJSON beside their licences', async () => {
    const parts = await take(`layers=${MAST_LAYER},${STOPS}`);
    expect([...parts.keys()].sort()).toEqual([
      'LICENCES.txt',
      'licences.json',
      `${MAST_LAYER}.geojson`,
      `${STOPS}.geojson`,
    ]);
    const { features, synthetic } = JSON.parse(textOf(parts, `${MAST_LAYER}.geojson`));
    expect([features.length, synthetic]).toEqual([2, true]);
    expect(textOf(parts, 'LICENCES.txt')).toContain('(SYNTHETIC): 2 features');
  });

  it('gives the part in a box that meets a filter, and says so', async () => {
    const filter = encodeURIComponent(`${MAST_LAYER}~name:'Second, mast'`);
    const parts = await take(`layers=${MAST_LAYER}&bbox=-2.4,53.3,-2.2,53.6&filter=${filter}`);
    const { features } = JSON.parse(textOf(parts, `${MAST_LAYER}.geojson`));
    expect(features.map((each: { properties: { name: string } }) => each.properties.name)).toEqual([
      'Second, mast',
    ]);
    expect(textOf(parts, 'LICENCES.txt')).toContain("name:'Second, mast'");
  });

  it('gives what lies on an area', async () => {
    const area = encodeURIComponent('polygon:-2.284,53.41;-2.276,53.41;-2.276,53.42;-2.284,53.42');
    const parts = await take(`layers=${MAST_LAYER}&area=${area}&format=csv`);
    const lines = textOf(parts, `${MAST_LAYER}.csv`).trim().split('\r\n');
    expect(lines).toHaveLength(2);
  });

  it('a GeoPackage in National Grid metres reads back where the features stand', async () => {
    const parts = await take(`layers=${STOPS}&format=gpkg`);
    const bytes = parts.get('ogl-uk-3.0.gpkg') ?? new Uint8Array();
    const again = harmonise(
      resourceOf('again.gpkg', bytes),
      { type: 'transport/tram-stop' },
      context,
    );
    const { features } = await server.getJson<{
      features: { geometry: { coordinates: number[] } }[];
    }>(`/api/layers/${STOPS}/features?limit=1000`);
    expect(again.features).toHaveLength(features.length);
    const places = (list: readonly { geometry?: unknown }[]) =>
      list
        .map(({ geometry }) => (geometry as { coordinates: number[] }).coordinates)
        .map(([lng = 0, lat = 0]) => `${lng.toFixed(7)} ${lat.toFixed(7)}`)
        .sort();
    expect(places(again.features)).toEqual(places(features));
    expect(again.crs?.id).toBe('EPSG:27700');
  });

  it('a CSV in metres keeps every column and position', async () => {
    const parts = await take(`layers=${MAST_LAYER}&format=csv&crs=EPSG:27700`);
    const again = run('masts.csv', textOf(parts, `${MAST_LAYER}.csv`), { type: 'digital/mast' });
    expect(again.features).toHaveLength(2);
    expect(textOf(parts, `${MAST_LAYER}.csv`)).toContain(',381500,391000,');
  });

  it('refuses what is not there, and a question that names nothing', async () => {
    expect((await server.get('/api/download?layers=nothing.x')).status).toBe(404);
    expect((await server.get('/api/download')).status).toBe(400);
    expect((await server.get(`/api/download?layers=${STOPS}&filter=${STOPS}~`)).status).toBe(400);
  });
});

describe('/api/download/plan', () => {
  it('tells how many features, which files and whose words before anything is made', async () => {
    const plan = await server.getJson<DownloadPlan>(
      `/api/download/plan?layers=${MAST_LAYER},${STOPS}&format=gpkg`,
    );
    expect(plan).toMatchObject({ form: 'collective', mergeable: true, refused: [] });
    expect(plan.files).toContain('ogl-uk-3.0.gpkg');
    expect(plan.warnings.join(' ')).toContain('Synthetic');
    expect(plan.warnings.join(' ')).toContain('1 record has no position');
    expect(plan.layers.map(({ id }) => id)).toEqual([MAST_LAYER, STOPS]);
  });
});
