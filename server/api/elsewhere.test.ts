import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { type StyleSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FONT_FILES } from '#data/cartography/style/fonts.ts';
import { imagesIn, styleDocument } from '#data/cartography/style/style-document.ts';
import { summaryOf } from '#data/cartography/style/summary-of-type.ts';
import { FEATURE_TYPES } from '#data/features/index.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import { MAST_LAYER, startTestServer, type TestServer } from '#tests/support/test-server.ts';

/** What maps elsewhere are given: styles, TileJSON, marks, letters, archives. */
let server: TestServer;
let origin: string;

beforeAll(async () => {
  server = await startTestServer();
  origin = new URL((await server.get('/api/health')).url).origin;
});
afterAll(() => server.close());

const MODES = ['light', 'dark', 'contrast'] as const;
const styleOf = (address: string) => server.getJson<StyleSpecification>(address);

/** Ask with any headers, `Host` among them, which `fetch` would set by itself. */
async function ask(path: string, headers: Record<string, string>): Promise<[number, string]> {
  const { hostname, port } = new URL(origin);
  const [answer] = (await once(get({ hostname, port, path, headers }), 'response')) as [
    IncomingMessage,
  ];
  return [answer.statusCode ?? 0, await text(answer)];
}

describe('style.json', () => {
  it.each([
    ...MODES.map((mode) => `/api/style.json?mode=${mode}`),
    `/api/style.json?layers=${MAST_LAYER}&basemap=no`,
    `/api/layers/${MAST_LAYER}/style.json`,
    `/api/layers/${MAST_LAYER}/style.json?basemap=yes&mode=dark`,
  ])('%s is a valid style', async (address) => {
    expect(validateStyleMin(await styleOf(address))).toEqual([]);
  });

  it('is valid for every feature type at once', () => {
    const layers = FEATURE_TYPES.map((type) => summaryOf(type));
    for (const mode of MODES) {
      const options = { name: 'All', origin, mode, basemap: true };
      expect(validateStyleMin(styleDocument(layers, options))).toEqual([]);
    }
  });

  it('names nothing outside this server, and every address leads somewhere', async () => {
    const style = await styleOf('/api/style.json');
    const addresses = JSON.stringify(style).match(/https?:[^"]+/g) ?? [];
    expect(addresses.filter((each) => new URL(each).origin !== origin)).toEqual([
      ...licenceUrls(style),
    ]);
    const glyphs = style.glyphs?.replace('{fontstack}', 'Atkinson Hyperlegible Next Bold');
    const sources = Object.values(style.sources).map((source) =>
      source.type === 'geojson' ? source.data : (source as { url: string }).url,
    );
    const asked = [
      `${style.sprite}.json`,
      `${style.sprite}@2x.png`,
      glyphs?.replace('{range}', '0-255'),
      ...sources,
    ];
    expect(JSON.stringify(style.sources)).toContain('Contains OS data © Crown copyright');
    for (const each of asked) {
      const { status, headers } = await fetch(String(each));
      expect([each, status]).toEqual([each, 200]);
      expect(headers.get('access-control-allow-origin')).toBe('*');
    }
  });

  it('names the layer, its licence and whether it is made up', async () => {
    const { name, metadata } = await styleOf(`/api/layers/${MAST_LAYER}/style.json`);
    expect(name).toMatch(/\(synthetic\)$/);
    expect(metadata).toMatchObject({ 'odin:layers': [{ id: MAST_LAYER, synthetic: true }] });
  });

  it('refuses a layer there is not', async () => {
    expect((await server.get('/api/style.json?layers=nothing')).status).toBe(404);
    expect((await server.get('/api/layers/nothing/style.json')).status).toBe(404);
  });
});

const licenceUrls = ({ metadata }: StyleSpecification): string[] =>
  (metadata as { 'odin:layers': { licenceUrl: string }[] })['odin:layers'].map(
    ({ licenceUrl }) => licenceUrl,
  );

describe('tilejson.json', () => {
  const address = `/api/layers/${MAST_LAYER}/tilejson.json`;
  type TileJson = { tiles: string[]; attribution: string; vector_layers: { id: string }[] };

  it('leads to the tiles by an absolute address', async () => {
    const { tiles, vector_layers } = await server.getJson<TileJson>(address);
    const layer = await server.getJson<LayerSummary>(`/api/layers/${MAST_LAYER}`);
    expect(tiles).toEqual([`${origin}${layer.tiles}`]);
    expect(vector_layers.map(({ id }) => id)).toEqual(['mast']);
  });

  it('gives a publisher’s words as text, where others set HTML', async () => {
    const { attribution } = await server.getJson<TileJson>(address);
    expect(attribution).toContain('© Test &lt;script&gt;');
    expect(attribution).not.toContain('<');
  });

  it('begins its addresses with what a proxy on this machine says, or the host asked for', async () => {
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'odin.example' };
    for (const [headers, expected] of [
      [forwarded, 'https://odin.example/tiles/'],
      [{ host: 'map.example:8443' }, 'http://map.example:8443/tiles/'],
    ] as const) {
      const [, body] = await ask(address, headers);
      expect((JSON.parse(body) as TileJson).tiles[0]).toContain(expected);
    }
  });

  it.each([
    'evil.example/"><script>',
    'a b',
    'user@evil.example',
  ])('refuses the host %j', async (host) => {
    const [status] = await ask(address, { 'x-forwarded-host': host });
    expect(status).toBe(400);
  });
});

describe('marks and letters', () => {
  const sprites = 'data/cartography/sprites';

  it.each(MODES)('hold every picture the %s styles of all types ask for', (mode) => {
    const layers = FEATURE_TYPES.map((type) => summaryOf(type));
    const asked = imagesIn(styleDocument(layers, { name: '', origin, mode, basemap: true }));
    for (const detail of ['', '@2x']) {
      const held = JSON.parse(readFileSync(`${sprites}/${mode}${detail}.json`, 'utf8'));
      expect(Object.keys(held).sort()).toEqual(asked);
    }
  });

  it('hold the letters of English and Welsh in every font of the styles', () => {
    const letters = [...'AZaz09£ŵŷŴ’–€'].map((letter) => letter.codePointAt(0) ?? 0);
    for (const font of FONT_FILES.values()) {
      const folder = `data/cartography/fonts/${font}`;
      const held = new Set(
        readdirSync(folder).flatMap((file) => codesIn(readFileSync(`${folder}/${file}`))),
      );
      // the italic has no extended Latin: it names waters, in basemap files of our own
      const wanted = font.endsWith('Italic') ? letters.filter((code) => code < 256) : letters;
      for (const code of wanted) expect([font, code, held.has(code)]).toEqual([font, code, true]);
    }
  });

  it('answers a range without letters with none, and a font that is not ours with 404', async () => {
    const stack = '/api/fonts/Atkinson%20Hyperlegible%20Next%20Regular';
    const empty = await server.get(`${stack}/65280-65535.pbf`);
    expect([empty.status, (await empty.arrayBuffer()).byteLength]).toEqual([200, 0]);
    for (const path of ['/api/fonts/Arial/0-255.pbf', `${stack}/..%2F..%2Fpackage.pbf`]) {
      expect([path, (await server.get(path)).status]).toEqual([path, 404]);
    }
  });
});

/** Code points in a file of letters. */
function codesIn(bytes: Uint8Array): number[] {
  const codes: number[] = [];
  const glyph = (tag: number, _: unknown, pbf: PbfReader) => {
    if (tag === 1) codes.push(pbf.readVarint());
  };
  const stack = (tag: number, _: unknown, pbf: PbfReader) => {
    if (tag === 3) pbf.readMessage(glyph, undefined);
  };
  const file = (tag: number, _: unknown, pbf: PbfReader) => {
    if (tag === 1) pbf.readMessage(stack, undefined);
  };
  new PbfReader(bytes).readFields(file, undefined);
  return codes;
}

describe('<version>.pmtiles', () => {
  const addressOf = async () =>
    (await server.getJson<LayerSummary>(`/api/layers/${MAST_LAYER}`)).archive ?? '';

  it('is a file to keep, with its licence, taken whole or by ranges', async () => {
    const address = await addressOf();
    const whole = await server.get(address);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'application/vnd.pmtiles',
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
      link: '</licences/OGL-UK-3.0>; rel="license"',
      'content-disposition': expect.stringMatching(/^attachment; filename="mast\..+\.pmtiles"$/),
    });
    expect(whole.headers.get('content-encoding')).toBeNull();
    const etag = whole.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[a-z0-9]+"$/);
    const range = { range: 'bytes=0-126', 'if-range': etag };
    const part = await server.get(address, { headers: range });
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes 0-126/${bytes.length}`,
    ]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(0, 127));
    expect(await ask(address, { 'if-none-match': etag })).toEqual([304, '']);
    const beyond = await server.get(address, { headers: { range: `bytes=${bytes.length}-` } });
    expect(beyond.status).toBe(416);
    const changed = { range: 'bytes=0-126', 'if-range': '"other"' };
    expect((await server.get(address, { headers: changed })).status).toBe(200);
  });

  it('lets pages elsewhere ask for ranges', async () => {
    const asked = await server.get(await addressOf(), { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([204, '*']);
  });

  it('is there at the version the layer is at, at no other', async () => {
    const address = (await addressOf()).replace(/[^/]+\.pmtiles$/, '0000.pmtiles');
    expect((await server.get(address)).status).toBe(404);
    const outside = `/api/layers/${MAST_LAYER}/..%2F..%2Fodin.pmtiles`;
    expect((await server.get(outside)).status).toBe(400);
  });
});
