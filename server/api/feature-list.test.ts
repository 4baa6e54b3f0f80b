import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeatureList } from '#data/schema/api.ts';
import {
  MAST_DATASET,
  MAST_LAYER,
  startTestServer,
  type TestServer,
} from '#tests/support/test-server.ts';

let server: TestServer;
const STOPS = 'tram-stop.ogl-uk-3-0';
/** What is left of the hostile name once its tags are gone. */
const TITLE = 'window.x=1';

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const list = (query: string) => server.getJson<FeatureList>(`/api/features?${query}`);
const titles = ({ features }: FeatureList) => features.map(({ title }) => title);

describe('/api/features', () => {
  it('filters by what a publisher stated, and says how many were in view before', async () => {
    const found = await list(
      `layers=${MAST_LAYER},${STOPS}&filter=${encodeURIComponent(`${MAST_LAYER}~reference:M2`)}`,
    );
    expect(found.counts[MAST_LAYER]).toBe(1);
    expect(found.inView[MAST_LAYER]).toBe(2);
    expect(found.counts[STOPS]).toBe(found.inView[STOPS]);
    expect(found.numberMatched).toBe(1 + (found.counts[STOPS] ?? 0));
  });

  it('lets what is not stated through only where it is asked for', async () => {
    const ask = (condition: string) =>
      list(`layers=${MAST_LAYER}&filter=${MAST_LAYER}~${condition}`);
    expect((await ask('height-m:0..')).numberMatched).toBe(0);
    expect((await ask('height-m:0..,(unknown)')).numberMatched).toBe(2);
  });

  it('orders by an attribute, both ways, over several layers', async () => {
    const up = await list(`layers=${STOPS}&sort=name&limit=1000`);
    const names = titles(up);
    expect(names.length).toBe(up.numberMatched);
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'en')));
    const down = await list(`layers=${STOPS}&sort=-name&limit=1000`);
    expect(titles(down)).toEqual(names.toReversed());
    const both = await list(`layers=${MAST_LAYER},${STOPS}&sort=layer&limit=3`);
    expect(both.features.map(({ layerId }) => layerId)).toEqual([MAST_LAYER, MAST_LAYER, STOPS]);
  });

  it('pages through any order without loss or repetition', async () => {
    const whole = titles(await list(`layers=${STOPS}&near=-2.24,53.48&limit=1000`));
    const pages: string[] = [];
    for (let offset = 0; offset < whole.length; offset += 17) {
      pages.push(
        ...titles(await list(`layers=${STOPS}&near=-2.24,53.48&limit=17&offset=${offset}`)),
      );
    }
    expect(pages).toEqual(whole);
    expect(new Set(pages).size).toBe(whole.length);
  });

  it('tells the columns asked for, as stored and as read, and leaves out what is not stated', async () => {
    const found = await list(`layers=${MAST_LAYER}&columns=name,height-m,__proto__&sort=reference`);
    expect(found.features[0]?.values).toEqual({ name: { value: TITLE, text: TITLE } });
    expect(found.features[0]?.reference).toBe('M1');
  });

  it('names the records that are not on the map, and why', async () => {
    const { unplaced } = await list(`layers=${MAST_LAYER}&limit=1`);
    expect(unplaced).toEqual({
      total: 1,
      records: [
        expect.objectContaining({
          layerId: MAST_LAYER,
          dataset: MAST_DATASET,
          line: 4,
          title: 'Nowhere',
          reference: 'M3',
        }),
      ],
    });
    expect(unplaced.records[0]?.why).toMatch(/\w/);
  });

  it('keeps to an area exactly, its buffer with it, and within it to a box', async () => {
    const masts = await list(`layers=${MAST_LAYER}`);
    const [lng, lat] = (masts.features[0]?.point ?? []).map((side) => side.toFixed(6));
    const countIn = async (area: string) =>
      (await list(`layers=${MAST_LAYER}&area=${encodeURIComponent(area)}`)).numberMatched;
    expect(await countIn(`point:${lng},${lat}~50m`)).toBe(1);
    // the other one stands 500 m east
    expect(await countIn(`point:${lng},${lat}~490m`)).toBe(1);
    expect(await countIn(`point:${lng},${lat}~510m`)).toBe(2);
    const away = `layers=${MAST_LAYER}&area=${encodeURIComponent(`point:${lng},${lat}~510m`)}`;
    expect((await list(`${away}&bbox=-1,53,0,54`)).inView).toEqual({ [MAST_LAYER]: 0 });
    expect((await server.get('/api/features?area=nonsense')).status).toBe(400);
  });

  it('refuses a filter it cannot read', async () => {
    const answer = await server.get(`/api/features?filter=${MAST_LAYER}~x`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('filter');
  });
});
