import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FetchSource, PMTiles } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LayerSummary } from '#data/schema/api.ts';
import { MAST_LAYER, startTestServer, type TestServer } from '#tests/support/test-server.ts';
import { NGINX, type StaticServer, startNginx } from './support/static-server.ts';

/** docs/tiles-elsewhere.md, done as it says: a layer downloaded from ODIN, hosted on nginx, read by others' reader. */
describe.skipIf(NGINX === undefined)('an archive on nginx (set ODIN_NGINX to its path)', () => {
  let odin: TestServer;
  let nginx: StaticServer;
  let layer: LayerSummary;
  let address: string;

  beforeAll(async () => {
    [odin, nginx] = [await startTestServer(), await startNginx(NGINX ?? '')];
    layer = await odin.getJson<LayerSummary>(`/api/layers/${MAST_LAYER}`);
    const archive = await odin.get(layer.archive ?? '');
    const name = `${layer.version}.pmtiles`;
    writeFileSync(join(nginx.folder, 'tiles', name), Buffer.from(await archive.arrayBuffer()));
    address = `${nginx.url}/tiles/${name}`;
  });

  afterAll(async () => {
    await nginx.close();
    await odin.close();
  });

  it('is served by ranges, to any page, under its own type', async () => {
    const part = await fetch(address, { headers: { Range: 'bytes=0-6' } });
    expect(part.status).toBe(206);
    expect(await part.text()).toBe('PMTiles');
    expect(Object.fromEntries(part.headers)).toMatchObject({
      'content-type': 'application/vnd.pmtiles',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('gives the tiles ODIN serves, and says whose they are', async () => {
    const archive = new PMTiles(new FetchSource(address));
    const { minZoom, maxZoom } = await archive.getHeader();
    expect([minZoom, maxZoom]).toEqual([layer.minZoom, layer.maxZoom]);
    expect(await archive.getMetadata()).toMatchObject({
      licence: 'OGL-UK-3.0',
      licenceUrl: layer.licence.url,
      attribution: layer.licence.attribution,
      'odin:synthetic': true,
    });
    let tiles = 0;
    for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
      const [x, y] = tileAt(-2.2778, 53.4156, zoom);
      const theirs = await archive.getZxy(zoom, x, y);
      const place = { z: zoom, x, y } as const;
      const ours = await odin.get(
        layer.tiles.replace(/\{([zxy])\}/g, (_, name: 'z' | 'x' | 'y') => String(place[name])),
      );
      expect(Buffer.from(theirs?.data ?? new ArrayBuffer(0))).toEqual(
        Buffer.from(await ours.arrayBuffer()),
      );
      if (theirs) tiles++;
    }
    expect(tiles).toBe(maxZoom - minZoom + 1);
  });
});

/** The tile a position falls into. Source: the usual Web Mercator grid. */
function tileAt(lng: number, lat: number, zoom: number): [x: number, y: number] {
  const side = 2 ** zoom;
  const north = Math.asinh(Math.tan((lat * Math.PI) / 180));
  return [Math.floor(((lng + 180) / 360) * side), Math.floor(((1 - north / Math.PI) / 2) * side)];
}
