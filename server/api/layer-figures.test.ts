import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeatureList } from '#data/schema/api.ts';
import type { LayerFigures, LayerKeys, UnplacedList } from '#data/schema/layer-figures.ts';
import { MAST_LAYER, startTestServer, type TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
const STOPS = 'tram-stop.ogl-uk-3-0';

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const summary = (layer: string, query = '') =>
  server.getJson<LayerFigures>(`/api/layers/${layer}/summary?${query}`);

describe('/api/layers/:id/summary', () => {
  it('tells every attribute somebody states, and how many do not', async () => {
    const figures = await summary(MAST_LAYER);
    expect(figures).toMatchObject({ layerId: MAST_LAYER, whole: 2, inView: 2, matched: 2 });
    const reference = figures.attributes.find(({ name }) => name === 'reference');
    expect(reference).toMatchObject({
      title: 'Reference',
      stated: 2,
      unstated: 0,
      wholeStated: 2,
      values: [
        { value: 'M1', title: 'M1', count: 1, whole: 1 },
        { value: 'M2', title: 'M2', count: 1, whole: 1 },
      ],
    });
    expect(figures.attributes.some(({ name }) => name === 'height-m')).toBe(false);
  });

  it('leaves an attribute’s own condition out of its own figures, and no other', async () => {
    const { attributes, matched } = await summary(MAST_LAYER, `filter=${MAST_LAYER}~reference:M2`);
    expect(matched).toBe(1);
    const statedOf = (name: string) => attributes.find((each) => each.name === name)?.stated;
    expect(statedOf('reference')).toBe(2);
    expect(statedOf('name')).toBe(1);
  });

  it('counts in the box, beside the whole layer', async () => {
    const { inView, whole, attributes } = await summary(STOPS, 'bbox=-2.26,53.47,-2.22,53.49');
    expect(inView).toBeGreaterThan(0);
    expect(inView).toBeLessThan(whole);
    const [name] = attributes.filter((each) => each.name === 'name');
    expect((name?.stated ?? 0) + (name?.unstated ?? 0)).toBe(inView);
    expect(name?.wholeStated).toBe(whole);
  });

  it('finds values by their letters', async () => {
    const { attributes } = await summary(STOPS, 'attributes=name&q=PICCADILLY');
    expect(attributes.map(({ name }) => name)).toEqual(['name']);
    const titles = attributes[0]?.values?.map(({ title }) => title) ?? [];
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.every((title) => title.includes('Piccadilly'))).toBe(true);
  });
});

describe('/api/layers/:id/keys', () => {
  it('has the keys of what matches, as the list has them', async () => {
    const filter = `filter=${MAST_LAYER}~reference:M1`;
    const list = await server.getJson<FeatureList>(`/api/features?layers=${MAST_LAYER}&${filter}`);
    const answer = await server.getJson<LayerKeys>(`/api/layers/${MAST_LAYER}/keys?${filter}`);
    const keys = list.features.map(({ key }) => key);
    expect(answer).toEqual({ keys, matched: 1, truncated: false });
  });

  it('refuses a layer there is not', async () => {
    expect((await server.get('/api/layers/nothing/keys')).status).toBe(404);
  });
});

describe('/api/layers/:id/unplaced', () => {
  it('pages through records without a place', async () => {
    const path = `/api/layers/${MAST_LAYER}/unplaced`;
    const { total, records, next } = await server.getJson<UnplacedList>(`${path}?limit=1`);
    expect([total, records.map(({ line }) => line)]).toEqual([1, [4]]);
    expect(await server.getJson<UnplacedList>(`${path}?after=${next}`)).toEqual({
      total: 1,
      records: [],
    });
  });
});
