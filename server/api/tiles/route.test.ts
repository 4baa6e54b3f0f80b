import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TileLayer } from '#data/schema/tile.ts';
import { buildArchive } from '#tiles/index.ts';
import { openArchive } from '#tiles/pack/reader.ts';
import { keepReady } from './ready-tiles.ts';
import { openRegistry, type Registry } from './registry.ts';
import { createTileRoute } from './route.ts';

const LAYER: TileLayer = {
  id: 'mast',
  featureType: 'digital/mast',
  theme: 'digital',
  title: 'Masts',
  shapes: ['point'],
  minZoom: 6,
  maxZoom: 14,
  attributes: ['name'],
};
const METADATA = { name: 'Masts', description: '', attribution: '', licence: 'x', synthetic: true };
const TILE = '/tiles/mast.x/v1/6/31/20.mvt';

let folder: string;
let registry: Registry;
let server: Server;
let base: string;
let stored: Uint8Array;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odin-tiles-'));
  const features = Array.from({ length: 50 }, (_, i) => ({
    key: i,
    rank: 0,
    properties: { name: `Mast ${i}` },
    geometry: { type: 'Point' as const, coordinates: [-2.2 + i / 1000, 53.5] },
  }));
  const { bytes } = await buildArchive(features, { layer: LAYER, metadata: METADATA });
  stored = openArchive((at, n) => bytes.subarray(at, at + n)).tile(6, 31, 20) as Uint8Array;
  writeFileSync(join(folder, 'mast.x-v1'), bytes);
  writeFileSync(join(folder, 'mast.x-cut'), bytes);
  writeFileSync(join(folder, 'mast.x-torn'), bytes.subarray(0, 100));
  registry = openRegistry((layer, version) => join(folder, `${layer}-${version}`));
  const route = createTileRoute(registry.find, keepReady(1e6));
  server = createServer((request, response) => {
    if (!route(request, response)) response.writeHead(418).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
  registry.close();
  rmSync(folder, { recursive: true });
});

/** The tile as it went over the wire: fetch inflates by itself. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(base + path, { method, headers });

describe('createTileRoute()', () => {
  it('sends the same from memory as from disk, and again what is held', async () => {
    const fresh = `${TILE}?fresh`;
    const [first, kept] = [await get(fresh), await get(TILE)];
    const again = await get(TILE);
    for (const answer of [kept, again]) {
      expect(answer.headers.get('etag')).toBe(first.headers.get('etag'));
    }
    expect(Buffer.from(await again.arrayBuffer())).toEqual(gunzipSync(stored));
    const etag = again.headers.get('etag') ?? '';
    expect((await get(TILE, { 'if-none-match': etag })).status).toBe(304);
  });

  it('sends a tile as stored, to be kept for ever and read from any origin', async () => {
    const answer = await get(TILE, { 'accept-encoding': 'gzip, br' });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/vnd.mapbox-vector-tile',
      'content-encoding': 'gzip',
      'content-length': String(stored.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      vary: 'Accept-Encoding',
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(gunzipSync(stored));
  });

  it.each([
    'identity',
    'gzip;q=0',
    'br',
    '',
  ])('inflates for a client that accepts %j', async (accepted) => {
    const answer = await get(TILE, { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(gunzipSync(stored));
  });

  it('answers 304 to the ETag it gave, and a fresh tile to any other', async () => {
    const etag = (await get(TILE, { 'accept-encoding': 'gzip' })).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    const plain = await get(TILE, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('etag')).not.toBe(etag);
    for (const held of [etag, `"other", W/${etag}`, '*']) {
      const answer = await get(TILE, { 'accept-encoding': 'gzip', 'if-none-match': held });
      expect([held, answer.status, await answer.text()]).toEqual([held, 304, '']);
    }
    const answer = await get(TILE, { 'accept-encoding': 'gzip', 'if-none-match': '"other"' });
    expect(answer.status).toBe(200);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const answer = await get(TILE, { 'accept-encoding': 'gzip' }, 'HEAD');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe(String(stored.length));
    expect((await answer.arrayBuffer()).byteLength).toBe(0);
  });

  it('answers 204 where the layer has nothing', async () => {
    for (const path of ['/tiles/mast.x/v1/6/0/0.mvt', '/tiles/mast.x/v1/0/0/0.mvt']) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 204]);
      expect(answer.headers.get('cache-control')).toContain('immutable');
    }
  });

  it.each([
    '/tiles/nothing/v1/6/31/20.mvt',
    '/tiles/mast.x/v2/6/31/20.mvt',
    '/tiles/mast.x/torn/6/31/20.mvt',
    '/tiles/mast.x/v1/6/64/20.mvt',
  ])('answers 404 with a problem to %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({ status: 404, title: 'Not found' });
  });

  it('answers 500 when the archive is cut short, and goes on serving', async () => {
    registry.find('mast.x', 'cut');
    truncateSync(join(folder, 'mast.x-cut'), 16_384 + 10);
    const answer = await get('/tiles/mast.x/cut/6/31/20.mvt');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([500, 'no-store']);
    expect((await get(TILE)).status).toBe(200);
  });

  it('answers other methods with 405 and a preflight with what is allowed', async () => {
    const refused = await get(TILE, {}, 'POST');
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    const asked = await get(TILE, {}, 'OPTIONS');
    expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([204, '*']);
  });

  it.each([
    '/',
    '/api/layers',
    '/tiles/mast.x/v1/6/31/20.png',
    '/tiles/../etc/6/31/20.mvt',
    '/tiles/a%2Fb/v1/6/31/20.mvt',
    '/tiles/mast.x/v1/06/31/20.mvt',
  ])('leaves %s to others', async (path) => {
    expect((await get(path)).status).toBe(418);
  });
});
