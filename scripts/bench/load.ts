/**
 * The whole server under load: 80 % tiles, 15 % items (a feature, a list of a box), 5 % catalogue, on the
 * demonstration data, first alone and then while a file is published in the same process. Prints requests a
 * second, how long answers took, and the longest turn of the event loop. The client shares the machine.
 *
 *     node scripts/bench/load.ts [--features 300000] [--seconds 10] [--connections 32]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FeatureList, LayerSummary } from '#data/schema/api.ts';
import { type Answered, ask, quantile } from './http-client.ts';
import { seededRandom } from './seeded.ts';

const words = process.argv.slice(2);
const numberOf = (name: string, usual: number): number =>
  words.includes(name) ? Number(words[words.indexOf(name) + 1]) : usual;
const features = numberOf('--features', 300_000);
const seconds = numberOf('--seconds', 10);
const connections = numberOf('--connections', 32);

type Kind = 'tiles' | 'items' | 'catalogue';
const SHARES: readonly (readonly [Kind, number])[] = [
  ['tiles', 0.8],
  ['items', 0.95],
  ['catalogue', 1],
];

/** Trees of a made-up council, OSGB36, most of them near a few places. */
function writeTrees(path: string): void {
  const random = seededRandom(4);
  const lines = ['Tree ID,Species,Easting,Northing,Height (m)'];
  const species = ['Oak', 'Ash', 'Lime', 'London plane', 'Silver birch', 'Rowan', 'Field maple'];
  for (let index = 0; index < features; index++) {
    const reach = 9_000 * random() ** 2;
    const angle = 2 * Math.PI * random();
    const easting = (384_000 + reach * Math.cos(angle)).toFixed(1);
    const northing = (398_000 + reach * Math.sin(angle)).toFixed(1);
    const name = species[Math.floor(random() * species.length)];
    lines.push(`T${index},${name},${easting},${northing},${(3 + random() * 20).toFixed(1)}`);
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
}

/** Addresses of each kind, as a visitor of the region asks for them. */
async function addressesOf(base: string): Promise<Record<Kind, string[]>> {
  const getJson = async <T>(path: string) => (await (await fetch(base + path)).json()) as T;
  const { layers } = await getJson<{ layers: LayerSummary[] }>('/api/layers');
  const { features: some } = await getJson<FeatureList>(
    '/api/features?bbox=-2.4,53.4,-2.1,53.6&limit=200',
  );
  const random = seededRandom(5);
  const tiles = Array.from({ length: 3_000 }, () => {
    const layer = layers[Math.floor(random() * layers.length)] as LayerSummary;
    const zoom = Math.min(layer.maxZoom, Math.max(layer.minZoom, 9 + Math.floor(random() * 6)));
    const [x, y] = tileAt(-2.5 + 0.5 * random(), 53.38 + 0.22 * random(), zoom);
    return layer.tiles.replace('{z}', `${zoom}`).replace('{x}', `${x}`).replace('{y}', `${y}`);
  });
  const boxes = Array.from({ length: 200 }, () => {
    const [west, south] = [-2.5 + 0.5 * random(), 53.38 + 0.2 * random()];
    const box = [west, south, west + 0.04, south + 0.02].map((each) => each.toFixed(5)).join();
    return `/api/features?bbox=${box}&limit=50`;
  });
  const items = [...boxes, ...some.map(({ id }) => `/api/features/${encodeURI(id)}`)];
  return { tiles, items, catalogue: ['/api/layers', '/api/datasets', '/api/licences'] };
}

/** The tile a position falls into. Source: the usual Web Mercator grid. */
function tileAt(lng: number, lat: number, zoom: number): [x: number, y: number] {
  const side = 2 ** zoom;
  const north = Math.asinh(Math.tan((lat * Math.PI) / 180));
  return [Math.floor(((lng + 180) / 360) * side), Math.floor(((1 - north / Math.PI) / 2) * side)];
}

type Told = { cpuUs: number; rssMb: number; longestMs: number; p99Ms: number };
type Message = { readonly kind: string } & Record<string, unknown>;

async function askServer(child: ChildProcess): Promise<Told> {
  child.send('tell');
  for await (const [message] of on(child, 'message') as AsyncIterable<[Message]>) {
    if (message.kind === 'told') return message as unknown as Told;
  }
  throw new Error('The server is gone');
}

/** Load the server until `isOver`, and print what it stood. */
async function load(
  title: string,
  server: { child: ChildProcess; port: number },
  addresses: Record<Kind, string[]>,
  isOver: () => boolean,
): Promise<void> {
  const random = seededRandom(6);
  const kinds = new Map<string, Kind>();
  for (const [kind] of SHARES) for (const path of addresses[kind]) kinds.set(path, kind);
  const found: Record<Kind, number[]> = { tiles: [], items: [], catalogue: [] };
  let refused = 0;
  const before = await askServer(server.child);
  const begun = performance.now();
  await ask({
    port: server.port,
    connections,
    next() {
      if (isOver()) return undefined;
      const drawn = random();
      const [kind] = SHARES.find(([, share]) => drawn < share) ?? ['tiles' as const];
      const paths = addresses[kind];
      return paths[Math.floor(random() * paths.length)];
    },
    onAnswer({ path, status, ms }: Answered) {
      if (status >= 400) refused++;
      found[kinds.get(path) ?? 'tiles'].push(ms);
    },
  });
  const took = (performance.now() - begun) / 1_000;
  const after = await askServer(server.child);
  const all = Object.values(found).flat();
  const figure = (values: readonly number[], share: number) => quantile(values, share).toFixed(1);
  console.log(
    `${title}: ${(all.length / took).toFixed(0)} requests/s over ${took.toFixed(0)} s, ${((after.cpuUs - before.cpuUs) / all.length).toFixed(0)} µs of server cpu each, ${refused} refused`,
  );
  for (const [kind, values] of [['all', all] as const, ...Object.entries(found)]) {
    console.log(
      `  ${kind.padEnd(10)} p50 ${figure(values, 0.5).padStart(6)} ms   p99 ${figure(values, 0.99).padStart(6)} ms`,
    );
  }
  console.log(`  memory ${after.rssMb.toFixed(0)} MB, load ${loadavg()[0]?.toFixed(1)}`);
}

const folder = mkdtempSync(join(tmpdir(), 'odin-load-'));
const script = fileURLToPath(new URL('./load/server.ts', import.meta.url));
const child = fork(script, [folder]);
try {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
  writeTrees(join(folder, 'trees.csv'));
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const addresses = await addressesOf(`http://127.0.0.1:${port}`);
  const server = { child, port };
  const until = (ms: number) => {
    const end = performance.now() + ms;
    return () => performance.now() > end;
  };
  await load('warming up', server, addresses, until(2_000));
  await load('alone', server, addresses, until(seconds * 1_000));
  let published: Message | undefined;
  child.on('message', (message: Message) => {
    if (message.kind === 'published') published = message;
  });
  child.send('publish');
  const title = `while ${features.toLocaleString('en-GB')} features are published`;
  await load(title, server, addresses, () => published !== undefined);
  console.log(`  ${published?.status} in ${Number(published?.seconds).toFixed(0)} s`);
  for (const [stage, ms] of published?.longest as [string, number][]) {
    console.log(
      `  longest turn of the event loop while ${stage.padEnd(10)} ${ms.toFixed(0).padStart(5)} ms of cpu`,
    );
  }
} finally {
  child.disconnect();
  rmSync(folder, { recursive: true, force: true });
}
