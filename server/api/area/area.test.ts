import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeatureList } from '#data/schema/api.ts';
import type { AreaAnswer } from '#data/schema/area.ts';
import type { KeptArea } from '#data/schema/kept-area.ts';
import { MAST_LAYER, startTestServer, type TestServer } from '#tests/support/test-server.ts';

/** The masts stand at 381500,391000 and 382000,391000; this square kilometre holds the first. */
/** What is left of the first one's name, which is markup as published. */
const FIRST = 'window.x=1';

const SQUARE = 'POLYGON((381000 390500, 381900 390500, 381900 391500, 381000 391500))';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const ask = (area: string, path = '/api/area') =>
  server.get(`${path}?area=${encodeURIComponent(area)}`);
const answerTo = async (area: string) => (await (await ask(area)).json()) as AreaAnswer;
const problemOf = async (area: string) => {
  const response = await ask(area);
  return { status: response.status, ...((await response.json()) as { detail: string }) };
};
const post = (body: BodyInit, name?: string, type = 'application/octet-stream') =>
  server.get(`/api/areas${name ? `?name=${name}` : ''}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
  });

const RED_LINE = JSON.stringify({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } },
  features: [
    {
      type: 'Feature',
      properties: { owner: 'not kept' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [381_000, 390_500],
            [381_900, 390_500],
            [381_900, 391_500],
            [381_000, 391_500],
            [381_000, 390_500],
          ],
        ],
      },
    },
  ],
});

describe('GET /api/area', () => {
  it('tells what is on an area, what is near it and what nobody supplied', async () => {
    const { area, note, near, missing, districts, credits } = await answerTo(SQUARE);
    expect(area).toMatchObject({ from: 'shape', drawn: 'polygon', corners: 4 });
    expect(area.areaM2).toBeCloseTo(900_000 / 0.999_605 ** 2, -2);
    expect(area.text).toMatch(/^polygon:-2\.28/);
    expect(districts.map(({ name }) => name)).toContain('Trafford');
    expect(note.find(({ layerId }) => layerId === MAST_LAYER)).toMatchObject({
      count: 1,
      synthetic: true,
      features: [{ title: FIRST }],
      sources: [{ edition: 1, completeness: 'sample' }],
    });
    expect(near.find(({ layerId }) => layerId === MAST_LAYER)).toMatchObject({
      // 100 m in the plane are 100.04 m on the ground
      within100: 0,
      within500: 1,
      nearest: { title: 'Second, mast', bearing: 'E', distanceM: expect.closeTo(100.04, 1) },
    });
    expect(missing.flatMap(({ layers }) => layers.map(({ title }) => title))).toContain(
      'Listed buildings',
    );
    expect(credits.long.join(' ')).toContain('© Test');
  });

  it('answers the text it gives alike', async () => {
    const first = await answerTo(SQUARE);
    const again = await answerTo(first.area.text);
    expect({ ...again, asOf: '', notes: [] }).toEqual({ ...first, asOf: '', notes: [] });
  });

  it('asks about a feature with a buffer, and leaves the feature itself out', async () => {
    const { features } = await server.getJson<FeatureList>(`/api/features?layers=${MAST_LAYER}`);
    const first = features.find(({ title }) => title === FIRST);
    const { area, note, near } = await answerTo(`feature:${first?.id}~600m`);
    expect(area).toMatchObject({ from: 'feature', bufferM: 600, feature: { id: first?.id } });
    expect(note.find(({ layerId }) => layerId === MAST_LAYER)?.features).toMatchObject([
      { title: 'Second, mast' },
    ]);
    expect(near.filter(({ layerId }) => layerId === MAST_LAYER)).toEqual([]);
  });

  it('repairs a ring that crosses itself, and says so', async () => {
    const bow = '381000,390500 382000,391500 382000,390500 381000,391500';
    const { area, notes } = await answerTo(bow);
    expect(area.areaM2).toBeCloseTo(500_395, -2);
    expect(notes.join(' ')).toContain('crossed itself');
  });

  it.each([
    ['', 'area'],
    ['polygon:-2,53', 'three corners'],
    ['hello', 'no number'],
    ['point:13.4,52.5', 'outside Great Britain'],
    ['380000,390000 400000,390000 400000,410000 380000,410000', 'at most 10,000 ha'],
    ['381000,391000 382000,391000 383000,391000', 'encloses nothing'],
  ])('refuses %j with a sentence', async (area, words) => {
    const { status, detail } = await problemOf(area);
    expect(status).toBe(400);
    expect(detail).toContain(words);
  });

  it('does not find what is not there', async () => {
    expect((await problemOf('feature:odin:digital/mast:nothing')).status).toBe(404);
    expect((await problemOf(`kept:${'a'.repeat(26)}`)).status).toBe(404);
  });
});

describe('POST /api/areas', () => {
  it('keeps a red line by what it is, however it is sent, and answers for it', async () => {
    const file = (await (await post(RED_LINE, 'redline.geojson')).json()) as KeptArea;
    expect(file).toMatchObject({ features: 1, corners: 4 });
    expect(file.placed).toContain('OSTN15');
    const typed = await post(JSON.stringify({ text: SQUARE }), undefined, 'application/json');
    expect(((await typed.json()) as KeptArea).id).toBe(file.id);
    const { area, note } = await answerTo(file.text);
    expect(area).toMatchObject({ from: 'kept', text: `kept:${file.id}` });
    expect(note.map(({ layerId }) => layerId)).toContain(MAST_LAYER);
    const kept = await server.getJson<KeptArea>(`/api/areas/${file.id}`);
    expect(kept).toMatchObject({ id: file.id, geometry: file.geometry });
    expect(JSON.stringify(kept)).not.toContain('not kept');
  });

  it('keeps each shape of a file by itself where that is asked for, though they touch', async () => {
    const two = JSON.parse(RED_LINE);
    const [first] = two.features;
    const east = structuredClone(first);
    for (const corner of east.geometry.coordinates[0]) corner[0] += 900;
    two.features = [first, east];
    const send = async (more: string): Promise<KeptArea> =>
      (await post(JSON.stringify(two), `two.geojson${more}`)).json() as Promise<KeptArea>;
    const whole = await send('');
    expect(whole).not.toHaveProperty('parts');
    expect(whole.notes.join(' ')).toContain('asked about as one');
    const { parts = [], notes } = await send('&apart=true');
    expect(notes).toEqual([]);
    expect(parts.map(({ areaM2 = 0 }) => areaM2 / 900_720)).toEqual([
      expect.closeTo(1, 3),
      expect.closeTo(1, 3),
    ]);
    const { area } = await answerTo(parts[1]?.text ?? '');
    expect(area.bounds[0]).toBeGreaterThan(whole.bounds[0] + 0.01);
    two.features = Array.from({ length: 41 }, () => first);
    const many = await post(JSON.stringify(two), 'many.geojson&apart=true');
    expect(many.status).toBe(422);
    expect(((await many.json()) as { detail: string }).detail).toContain('at most 40 areas');
  });

  it.each([
    ['', undefined, 400, 'Nothing was sent'],
    ['{', undefined, 400, 'not JSON'],
    ['{"geometry":{"type":"Polygon","coordinates":[]}}', undefined, 422, 'not nested'],
    ['id,name\n1,x\n', 'a.csv', 422, 'No shape'],
    ['\u0000\u0001', 'a.zip', 422, 'No shape'],
  ])('refuses %j, named %j', async (body, name, status, words) => {
    const response = await post(body, name, name ? 'application/octet-stream' : 'application/json');
    expect(response.status).toBe(status);
    expect(((await response.json()) as { detail: string }).detail).toContain(words);
  });

  it('refuses what is too large, and other addresses take nothing', async () => {
    expect((await post(new Uint8Array(10_000_001), 'big.bin')).status).toBe(413);
    const response = await server.get('/api/area', { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
  });
});

describe('GET /api/features?area=', () => {
  it('lists what shares a position with the area, not with its box', async () => {
    const triangle = 'POLYGON((381400 390900, 381600 390900, 381400 391500))';
    const wide = 'POLYGON((381600 390900, 382100 391050, 381600 391500))';
    const list = async (area: string) => {
      const response = await ask(area, '/api/features');
      return ((await response.json()) as FeatureList).features.map(({ title }) => title);
    };
    expect(await list(triangle)).toEqual([FIRST]);
    expect(await list(wide)).toEqual([]);
  });
});

describe('GET /area', () => {
  it('is a document with the findings, their sources and its own address, safe and without scripts', async () => {
    const page = await (await ask(SQUARE, '/area')).text();
    for (const words of [
      'What is here',
      'No data supplied',
      'To cite this page',
      'OSTN15',
      '<svg',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
  });

  it('says in a page what is wrong, and how to ask', async () => {
    const response = await ask('polygon:-2,53', '/area');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('three corners');
    expect((await server.get('/area')).status).toBe(400);
  });
});
