/**
 * What a tile costs the server: our server with its tiles in memory and read from disk, bare node:http
 * answering from memory (what `writeHead` and `end` alone cost), and plain Express over an MBTiles
 * file. The same tiles, each server in a process of its own; processor time of the server a request,
 * rounds in turn, the median of each and, for a machine that does other things too, the least. The
 * ratios travel between machines.
 *
 *     node scripts/bench/tile-route.ts [--requests N] [--rounds N]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import type { TileLayer } from '#data/schema/tile.ts';
import { buildArchive } from '#tiles/index.ts';
import { openArchive } from '#tiles/pack/reader.ts';
import { ask, quantile } from './http-client.ts';
import { makeFeatures } from './tiles/data.ts';

const words = process.argv.slice(2);
const numberOf = (name: string, usual: number): number =>
  words.includes(name) ? Number(words[words.indexOf(name) + 1]) : usual;
const requests = numberOf('--requests', 2_000);
const rounds = numberOf('--rounds', 15);
const CONNECTIONS = 32;
const KINDS = {
  ours: 'our server, tile in memory',
  'ours-disk': 'our server, tile read from disk',
  bare: 'bare node:http, tile in memory',
  express: 'plain Express over MBTiles',
} as const;
type Kind = keyof typeof KINDS;

const LAYER: TileLayer = {
  id: 'points',
  featureType: 'unclassified',
  theme: 'boundaries',
  title: 'Points',
  shapes: ['point'],
  minZoom: 13,
  maxZoom: 14,
  attributes: [],
};
const METADATA = { name: '', description: '', attribution: '', licence: '', synthetic: true };

type Contender = { readonly kind: Kind; readonly child: ChildProcess; readonly port: number };

async function start(kind: Kind, folder: string): Promise<Contender> {
  const script = fileURLToPath(new URL('./tiles/tile-server.ts', import.meta.url));
  const child = fork(script, [kind, folder]);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { kind, child, port };
}

/** Processor microseconds a server has used so far. */
async function cpuOf({ child }: Contender): Promise<number> {
  child.send('cpu');
  const [{ cpuUs }] = (await once(child, 'message')) as [{ cpuUs: number }];
  return cpuUs;
}

/** Ask for tiles over keep-alive connections, in turn. @returns server microseconds a request */
async function measure(server: Contender, paths: readonly string[]): Promise<number> {
  const before = await cpuOf(server);
  let asked = 0;
  await ask({
    port: server.port,
    connections: CONNECTIONS,
    next: () => (asked < requests ? paths[asked++ % paths.length] : undefined),
    onAnswer: ({ path, status }) => {
      if (status !== 200) throw new Error(`${path}: ${status}`);
    },
  });
  return ((await cpuOf(server)) - before) / requests;
}

/** Write an archive as ODIN has it and as an MBTiles file; returns the fuller half of its tiles: where people look. */
async function makeTiles(folder: string): Promise<{ paths: string[]; meanBytes: number }> {
  const features = makeFeatures('points', 200_000);
  const options = { layer: LAYER, metadata: METADATA, everyAttribute: true };
  const { bytes } = await buildArchive(features, options);
  writeFileSync(join(folder, 'v1'), bytes);
  const archive = openArchive((offset, length) => bytes.subarray(offset, offset + length));
  const db = new Sqlite(join(folder, 'tiles.mbtiles'));
  db.exec('CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data)');
  db.exec('CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)');
  const put = db.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)');
  const tiles = [...places()].flatMap(([z, x, y]) => {
    const tile = archive.tile(z, x, y);
    return tile ? [{ z, x, y, tile }] : [];
  });
  for (const { z, x, y, tile } of tiles) put.run(z, x, 2 ** z - 1 - y, tile);
  db.close();
  const full = tiles.sort((a, b) => b.tile.length - a.tile.length).slice(0, tiles.length / 2);
  return {
    paths: full.map(({ z, x, y }) => `/tiles/points/v1/${z}/${x}/${y}.mvt`),
    meanBytes: full.reduce((sum, { tile }) => sum + tile.length, 0) / full.length,
  };
}

/** Every tile of zoom 13 and 14 over Greater Manchester. */
function* places(): Generator<[z: number, x: number, y: number]> {
  for (const z of [13, 14]) {
    const side = 2 ** z;
    for (let x = Math.floor(side * 0.4922); x < side * 0.4952; x++) {
      for (let y = Math.floor(side * 0.3215); y < side * 0.3245; y++) yield [z, x, y];
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'odin-bench-'));
const servers: Contender[] = [];
try {
  const { paths, meanBytes } = await makeTiles(folder);
  for (const kind of Object.keys(KINDS) as Kind[]) servers.push(await start(kind, folder));
  console.log(
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(
    `${paths.length} tiles of ${(meanBytes / 1000).toFixed(1)} kB, ${rounds} rounds of ${requests} requests`,
  );
  for (const server of servers) await measure(server, paths);
  const found = servers.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, server] of servers.entries()) {
      found[index]?.push(await measure(server, paths));
    }
  }
  const atShare = (share: number): number[] => found.map((values) => quantile(values, share));
  const [medians, leasts] = [atShare(0.5), atShare(0)];
  const told = (costs: readonly number[], index: number): string => {
    const [us, express] = [costs[index] as number, costs.at(-1) as number];
    return `${us.toFixed(0).padStart(5)} µs ${(express / us).toFixed(1).padStart(5)}×`;
  };
  console.log(
    'server cpu a tile, and plain Express’s (each tile read from its MBTiles file) against it:',
  );
  console.log(`  ${''.padEnd(34)}${'median'.padStart(15)}${'least'.padStart(18)}`);
  for (const [index, { kind }] of servers.entries()) {
    console.log(`  ${KINDS[kind].padEnd(34)} ${told(medians, index)}   ${told(leasts, index)}`);
  }
} finally {
  for (const { child } of servers) child.disconnect();
  rmSync(folder, { recursive: true });
}
