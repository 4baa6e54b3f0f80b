/**
 * A server for the tile route's bench. Started by `scripts/bench/tile-route.ts`, which asks it for its
 * processor time.
 *
 *     node scripts/bench/tiles/tile-server.ts ours|ours-disk|bare|express FOLDER
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import express from 'express';
import { createHttpServer } from '#server/api/server.ts';
import { openTiles } from '#server/api/tiles/index.ts';

const [kind = '', folder = ''] = process.argv.slice(2);
const CACHE_BYTES = 256e6;

/** Our own server, tiles before Express. */
const ours = (cacheBytes: number): Server => {
  const path = (_: string, version: string) => join(folder, version);
  const tiles = openTiles({ path, sealedPath: path }, cacheBytes);
  return createHttpServer(tiles.branch, express());
};

/** Nothing but node:http, the tile in memory under its address, the fewest headers. */
function bare(): Server {
  const kept = new Map<string, Buffer>();
  for (const { z, x, y, bytes } of everyTile()) kept.set(addressOf(z, x, y), bytes);
  return createServer((request, response) => {
    const bytes = kept.get(request.url ?? '') as Buffer;
    response.writeHead(200, { 'Content-Length': bytes.length, 'Content-Encoding': 'gzip' });
    response.end(bytes);
  });
}

/** Plain Express as its users write a tile server: an MBTiles file, the defaults, `res.send`. */
function plainExpress(): Server {
  const app = express();
  const find = openTable()
    .prepare(
      'SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?',
    )
    .pluck();
  app.get('/tiles/:layer/:version/:z/:x/:y.mvt', (request, response) => {
    const { z, x, y } = request.params;
    const row = 2 ** Number(z) - 1 - Number(y);
    const tile = find.get(Number(z), Number(x), row) as Buffer | undefined;
    if (!tile) {
      response.status(204).end();
      return;
    }
    response.set('Content-Encoding', 'gzip');
    response.set('Cache-Control', 'public, max-age=31536000, immutable');
    response.set('Access-Control-Allow-Origin', '*');
    response.type('application/vnd.mapbox-vector-tile').send(tile);
  });
  return createServer(app as RequestListener);
}

const openTable = () => new Sqlite(join(folder, 'tiles.mbtiles'), { readonly: true });

type Tile = { readonly z: number; readonly x: number; readonly y: number; readonly bytes: Buffer };

const everyTile = (): Tile[] =>
  openTable()
    .prepare<[], Tile>(
      `SELECT zoom_level AS z, tile_column AS x,
        (1 << zoom_level) - 1 - tile_row AS y, tile_data AS bytes FROM tiles`,
    )
    .all();

const addressOf = (z: number, x: number, y: number) => `/tiles/points/v1/${z}/${x}/${y}.mvt`;

const SERVERS: Readonly<Record<string, () => Server>> = {
  ours: () => ours(CACHE_BYTES),
  'ours-disk': () => ours(0),
  bare,
  express: plainExpress,
};

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuUs: user + system });
});
process.on('disconnect', () => process.exit());
const server = SERVERS[kind]?.();
server?.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
