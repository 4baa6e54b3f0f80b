import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DatasetDetail, FeatureDetail, FeatureList, LayerSummary } from '#data/schema/api.ts';
import {
  EVIL,
  MAST_DATASET,
  MAST_LAYER,
  startTestServer,
  type TestServer,
} from '#tests/support/test-server.ts';
import { ROUTES } from './api/routes/index.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
}, 120_000);

afterAll(() => server?.close());

/** Masts are searched for masts: how many lie near each. */
const SEARCH = `own~in:digital/mast~must:near:count.2000(digital/mast):1..:Near`;
const SITES = `search=${encodeURIComponent(SEARCH)}`;

const features = async (query: string) =>
  (await server.getJson<FeatureList>(`/api/features?${query}`)).features;

describe('every route', () => {
  const EXAMPLES: Readonly<Record<string, string>> = {
    '/api/licences/:id': '/api/licences/OGL-UK-3.0',
    '/api/datasets/:id': `/api/datasets/${MAST_DATASET}`,
    '/api/combine': `/api/combine?datasets=${MAST_DATASET}`,
    '/api/datasets/:id/dcat.jsonld': `/api/datasets/${MAST_DATASET}/dcat.jsonld`,
    '/api/datasets/:id/issues.csv': `/api/datasets/${MAST_DATASET}/issues.csv`,
    '/api/layers/:id/moments': `/api/layers/${MAST_LAYER}/moments`,
    '/api/datasets/:id/issues': `/api/datasets/${MAST_DATASET}/issues?limit=2`,
    '/api/datasets/:id/editions': `/api/datasets/${MAST_DATASET}/editions`,
    '/api/datasets/:id/editions/:number/changes': `/api/datasets/${MAST_DATASET}/editions/1/changes`,
    '/api/datasets/:id/download': `/api/datasets/${MAST_DATASET}/download`,
    '/api/download': `/api/download?layers=${MAST_LAYER}`,
    '/api/download/plan': `/api/download/plan?layers=${MAST_LAYER}`,
    '/api/layers/:id': `/api/layers/${MAST_LAYER}`,
    '/api/layers/:id/tilejson.json': `/api/layers/${MAST_LAYER}/tilejson.json`,
    '/api/layers/:id/style.json': `/api/layers/${MAST_LAYER}/style.json?basemap=yes`,
    '/api/layers/:id/features': `/api/layers/${MAST_LAYER}/features?limit=1`,
    '/api/layers/:id/summary': `/api/layers/${MAST_LAYER}/summary?bbox=-3,53,-2,54`,
    '/api/layers/:id/keys': `/api/layers/${MAST_LAYER}/keys`,
    '/api/layers/:id/unplaced': `/api/layers/${MAST_LAYER}/unplaced`,
    '/api/layers/:id/changes': `/api/layers/${MAST_LAYER}/changes`,
    '/api/features': '/api/features?bbox=-3,53,-2,54&near=-2.2,53.5&limit=5',
    '/api/search': '/api/search?q=second',
    '/api/area': '/api/area?area=point:-2.28,53.41~500m',
    '/api/sites': `/api/sites?${SITES}`,
    '/api/sites/surface': `/api/sites/surface?${SITES}&level=7`,
  };
  const HANDED_IN = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"text":"381000,390500 381900,390500 381900,391500"}',
  };
  const KEPT = {
    ...HANDED_IN,
    body: JSON.stringify({ search: SEARCH, title: 'Masts near masts' }),
  };
  const firstId = async (): Promise<string> =>
    (await features(`layers=${MAST_LAYER}`))[0]?.id ?? '';
  const idOf = async (path: string, handed: RequestInit): Promise<string> =>
    ((await (await server.get(path, handed)).json()) as { id: string }).id;
  /** Addresses that name what is only known once it is there. */
  const FOUND: Readonly<Record<string, () => Promise<string>>> = {
    '/api/features/*id': async () => `/api/features/${await firstId()}`,
    '/api/features/*id/history': async () => `/api/features/${await firstId()}/history`,
    '/api/resources/:sha256/lines': async () => {
      const { edition } = await server.getJson<DatasetDetail>(`/api/datasets/${MAST_DATASET}`);
      return `/api/resources/${edition.sha256}/lines?from=1&to=2`;
    },
    '/api/layers/:id/:version.pmtiles': async () =>
      (await server.getJson<LayerSummary>(`/api/layers/${MAST_LAYER}`)).archive ?? '',
    '/api/areas/:id': async () => `/api/areas/${await idOf('/api/areas', HANDED_IN)}`,
    '/api/sites/evidence': async () =>
      `/api/sites/evidence?${SITES}&site=${encodeURIComponent(await firstId())}`,
    '/api/searches/:id': async () => `/api/searches/${await idOf('/api/searches', KEPT)}`,
  };
  const addressOf = async (path: string): Promise<string> =>
    (await FOUND[path]?.()) ?? EXAMPLES[path] ?? path;

  it.each(
    ROUTES.filter(({ access }) => access !== 'signed-in').map(
      (route) => [route.path, route] as const,
    ),
  )('%s answers in its declared shape', async (path, {
    response: shape,
    media = 'application/json',
    takes,
  }) => {
    const handed = path === '/api/searches' ? KEPT : HANDED_IN;
    const response = await server.get(await addressOf(path), takes ? handed : undefined);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')?.split(';')[0]).toBe(media);
    if (!media.includes('json')) return;
    const body = await response.json();
    expect(shape.safeParse(body).error).toBeUndefined();
  });

  it('is in the OpenAPI document, with its parameters', async () => {
    const document = await server.getJson<{
      paths: Record<string, { get: { parameters: unknown[] } }>;
    }>('/api/openapi.json');
    const declared = new Set(ROUTES.map(({ path }) => path.replace(/[:*](\w+)/g, '{$1}')));
    expect(Object.keys(document.paths)).toEqual([...declared]);
    expect(document.paths['/api/features']?.get.parameters).toHaveLength(9);
  });
});

describe('lists of the catalogue', () => {
  it('are the same packed or plain, and known again by their tag until something is published', async () => {
    const [packed, plain] = await Promise.all([
      server.get('/api/layers', { headers: { 'accept-encoding': 'gzip' } }),
      server.get('/api/layers', { headers: { 'accept-encoding': 'identity' } }),
    ]);
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await packed.json()).toEqual(await plain.json());
    expect(packed.headers.get('etag')).toBe(plain.headers.get('etag'));
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
  });
});

describe('features', () => {
  it('lists what is in a box, nearest first, with counts a layer', async () => {
    const list = await server.getJson<FeatureList>(
      `/api/features?bbox=-2.4,53.3,-2.2,53.5&layers=${MAST_LAYER}&near=-2.2,53.42&limit=1`,
    );
    expect(list.numberMatched).toBe(2);
    expect(list.counts).toEqual({ [MAST_LAYER]: 2 });
    expect(list.features.map(({ title }) => title)).toEqual(['Second, mast']);
  });

  it('leads from a feature back to the published line, cell by cell', async () => {
    const [first] = await features(`layers=${MAST_LAYER}`);
    const detail = await server.getJson<FeatureDetail>(`/api/features/${first?.id}`);
    expect(detail.provenance.raw).toContainEqual({ column: 'Site name', value: EVIL });
    expect(detail.district).toBe('Manchester');
    expect(detail.placement).toMatchObject({
      crs: 'EPSG:27700',
      transform: 'OSTN15',
      gridReference: 'SJ 81500 91000',
      easting: 381_500,
    });
    expect(detail.provenance.line).toBe(2);
    expect(detail.provenance.lineText).toBe(`M1,${EVIL},381500,391000,kept,=1+1`);
    expect(detail.provenance.raw).toContainEqual({ column: '__proto__', value: 'kept' });
    expect(JSON.stringify(detail.extra)).toContain('"__proto__":"kept"');
    const unknown = detail.attributes.find(({ text }) => text === undefined);
    expect(unknown?.value).toBeUndefined();
  });

  it('finds a feature by layer and key, as the tiles name it', async () => {
    const [first] = await features(`layers=${MAST_LAYER}`);
    const byKey = await server.getJson<FeatureDetail>(`/api/features/${MAST_LAYER}/${first?.key}`);
    expect(byKey.id).toBe(first?.id);
  });

  it('measures what is near by on the National Grid', async () => {
    const [first] = await features(`layers=${MAST_LAYER}`);
    const { nearby } = await server.getJson<FeatureDetail>(`/api/features/${first?.id}`);
    expect(nearby).toContainEqual(
      expect.objectContaining({ title: 'Second, mast', distanceM: 500, bearing: 'E' }),
    );
  });

  it('pages through a layer as GeoJSON without loss', async () => {
    const seen: string[] = [];
    let after = '';
    for (let pages = 0; pages < 5; pages++) {
      const page = await server.getJson<{ features: { id: string }[]; next?: number }>(
        `/api/layers/tram-stop.ogl-uk-3-0/features?limit=40${after}`,
      );
      seen.push(...page.features.map(({ id }) => id));
      if (page.next === undefined) break;
      after = `&after=${page.next}`;
    }
    expect([seen.length, new Set(seen).size]).toEqual([99, 99]);
  });

  it('serves the layer’s tiles at the address it gives', async () => {
    const layer = await server.getJson<LayerSummary>(`/api/layers/${MAST_LAYER}`);
    expect(layer).toMatchObject({ synthetic: true, featureCount: 2, coverage: ['E08000009'] });
    const address = layer.tiles.replace('{z}', '14').replace('{x}', '8088').replace('{y}', '5307');
    const tile = await server.get(address);
    expect([200, 204]).toContain(tile.status);
    expect(tile.headers.get('cache-control')).toContain('immutable');
  });
});

describe('search', () => {
  const SearchTitles = z.object({
    groups: z.array(
      z.object({ kind: z.string(), results: z.array(z.object({ title: z.string() })) }),
    ),
  });
  it.each([
    ['altrin', 'place', 'Altrincham'],
    ['SJ 815 910', 'coordinates', 'SJ 815 910'],
    ['381500, 391000', 'coordinates', '381500, 391000'],
    [`53°28'40"N 2°14'34"W`, 'coordinates', '53.4777778, -2.2427778'],
    ['metrolink', 'layer', 'Tram stops'],
    ['second mas', 'feature', 'Second, mast'],
  ])('%j finds a %s', async (text, kind, title) => {
    const { groups } = SearchTitles.parse(
      await server.getJson(`/api/search?q=${encodeURIComponent(text)}`),
    );
    const titles = groups.find((group) => group.kind === kind)?.results.map((each) => each.title);
    expect(titles).toContain(title);
  });

  it('says why a postcode finds nothing where no list of them is loaded', async () => {
    const answer = await server.getJson('/api/search?q=M33%207ZF');
    expect(answer).toMatchObject({ hint: expect.stringContaining('no list of postcodes') });
    expect(await server.getJson('/api/search?q=altrin')).not.toHaveProperty('hint');
  });
});

it('downloads hold every feature and the licence', async () => {
  const response = await server.get(`/api/datasets/${MAST_DATASET}/download`);
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="${MAST_DATASET}-1-synthetic.geojson"`,
  );
  const file = (await response.json()) as {
    features: unknown[];
    licence: { id: string };
    synthetic: boolean;
  };
  expect([file.features.length, file.licence.id, file.synthetic]).toEqual([2, 'OGL-UK-3.0', true]);
});

it('a second start publishes nothing again', async () => {
  const begun = performance.now();
  await server.restart();
  expect(performance.now() - begun).toBeLessThan(8_000);
  const { editions } = await server.getJson<DatasetDetail>(`/api/datasets/${MAST_DATASET}`);
  expect(editions.map(({ number }) => number)).toEqual([1]);
});
