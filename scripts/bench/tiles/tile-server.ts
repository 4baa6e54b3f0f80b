/**
 * A server for the tile route's bench: the route ahead of Express, or the same work as an Express
 * handler. Started by `scripts/bench/tile-route.ts`, which asks it for its processor time.
 *
 *     node scripts/bench/tiles/tile-server.ts route|express FOLDER
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { openRegistry } from '#server/api/tiles/registry.ts';
import { createTileRoute } from '#server/api/tiles/route.ts';

const [kind, folder = ''] = process.argv.slice(2);
const registry = openRegistry((_, version) => join(folder, version));
const route = createTileRoute(registry.find);
const app = express();
// what an Express user would write: the archive looked up, the tile sent
app.get('/tiles/:layer/:version/:z/:x/:y', (request, response) => {
  const { layer, version, z, x, y } = request.params;
  const tile = registry.find(layer, version)?.tile(Number(z), Number(x), Number.parseInt(y, 10));
  if (!tile) {
    response.status(204).end();
    return;
  }
  response.set('Content-Encoding', 'gzip');
  response.set('Cache-Control', 'public, max-age=31536000, immutable');
  response.set('Access-Control-Allow-Origin', '*');
  response.type('application/vnd.mapbox-vector-tile').send(Buffer.from(tile));
});

const server = createServer((request, response) => {
  if (kind === 'express' || !route(request, response)) app(request, response);
});

/** Tiles of zoom 13 and 14 over Greater Manchester. */
function tilePaths(): string[] {
  const archive = registry.find('points', 'v1');
  const paths: string[] = [];
  for (const z of [13, 14]) {
    const side = 2 ** z;
    for (let x = Math.floor(side * 0.4922); x < side * 0.4952; x++) {
      for (let y = Math.floor(side * 0.3215); y < side * 0.3245; y++) {
        if (archive?.locate(z, x, y)) paths.push(`/tiles/points/v1/${z}/${x}/${y}.mvt`);
      }
    }
  }
  return paths;
}

process.on('message', (asked) => {
  if (asked === 'paths') process.send?.({ paths: tilePaths() });
  const { user, system } = process.cpuUsage();
  if (asked === 'cpu') process.send?.({ cpuUs: user + system });
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
