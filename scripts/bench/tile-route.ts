/**
 * What a tile costs the server: the tile route ahead of Express, against the same route entered
 * through Express, each server in a process of its own. Processor time of the server per request,
 * rounds in turn, medians; the ratio travels between machines.
 *
 *     node scripts/bench/tile-route.ts [--requests N] [--rounds N]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TileLayer } from '#data/schema/tile.ts';
import { buildArchive } from '#tiles/index.ts';
import { makeFeatures } from './tiles/data.ts';

const words = process.argv.slice(2);
const numberOf = (name: string, usual: number): number =>
  words.includes(name) ? Number(words[words.indexOf(name) + 1]) : usual;
const requests = numberOf('--requests', 4_000);
const rounds = numberOf('--rounds', 3);
const CONNECTIONS = 16;
const KINDS = ['route', 'express'] as const;
type Kind = (typeof KINDS)[number];

type Server = { readonly child: ChildProcess; readonly port: number };

async function start(kind: Kind, folder: string): Promise<Server> {
  const script = fileURLToPath(new URL('./tiles/tile-server.ts', import.meta.url));
  const child = fork(script, [kind, folder]);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, port };
}

/** Processor microseconds the server has used so far. */
async function cpuOf({ child }: Server): Promise<number> {
  child.send('cpu');
  const [{ cpuUs }] = (await once(child, 'message')) as [{ cpuUs: number }];
  return cpuUs;
}

function fetchTile(agent: Agent, port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip' };
    get({ agent, port, path, headers, host: '127.0.0.1' }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`));
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

/** Ask for tiles over keep-alive connections, in turn. @returns server microseconds a request */
async function measure(server: Server, paths: readonly string[], count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const before = await cpuOf(server);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const path = paths[next++ % paths.length] as string;
      await fetchTile(agent, server.port, path);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const used = (await cpuOf(server)) - before;
  agent.destroy();
  return used / count;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;

const layer: TileLayer = {
  id: 'points',
  featureType: 'unclassified',
  theme: 'boundaries',
  title: 'Points',
  shapes: ['point'],
  minZoom: 13,
  maxZoom: 14,
  attributes: ['name', 'owner', 'status', 'ref', 'uprn'],
};
const metadata = { name: '', description: '', attribution: '', licence: '', synthetic: true };
const folder = mkdtempSync(join(tmpdir(), 'odin-bench-'));
const servers: Server[] = [];
try {
  const { bytes, stats } = await buildArchive(makeFeatures('points', 120_000), {
    layer,
    metadata,
  });
  writeFileSync(join(folder, 'v1'), bytes);
  for (const kind of KINDS) servers.push(await start(kind, folder));
  const paths = await tilePaths(servers[0] as Server);
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
  const meanKb = stats.bytes / stats.tiles / 1000;
  console.log(
    `${paths.length} tiles of ${meanKb.toFixed(1)} kB, ${requests} requests, ${rounds} rounds`,
  );
  for (const server of servers) await measure(server, paths, requests);
  const found = servers.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, server] of servers.entries()) {
      found[index]?.push(await measure(server, paths, requests));
    }
  }
  const [route = 0, express = 0] = found.map(median);
  console.log(
    `  tile route ahead of Express  ${route.toFixed(0).padStart(5)} µs of server cpu a tile`,
  );
  console.log(`  the same through Express     ${express.toFixed(0).padStart(5)} µs`);
  console.log(`  ratio ${(express / route).toFixed(1)}×`);
} finally {
  for (const { child } of servers) child.disconnect();
  rmSync(folder, { recursive: true });
}

/** Addresses of the archive's tiles of zoom 13 and 14, as the server lists them. */
async function tilePaths({ child }: Server): Promise<string[]> {
  child.send('paths');
  const [{ paths }] = (await once(child, 'message')) as [{ paths: string[] }];
  return paths;
}
