/**
 * Lists, filters and figures over half a million features of one layer, asked of the whole server over HTTP, beside
 * SQLite alone answering the same in the same process: the same records with an R*Tree, their attributes as JSON,
 * `json_extract` and OFFSET. Prints how long answers took, the processor time of each, and the memory.
 *
 *     node scripts/bench/list.ts [--features 500000] [--runs 40]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LayerSummary } from '#data/schema/api.ts';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '#server/config.ts';
import { startServer } from '#server/index.ts';
import { quantile } from './http-client.ts';
import { openPeer, type Peer } from './list/peer.ts';
import { csvOf, madeUpSites } from './list/sites.ts';
import { seededRandom } from './seeded.ts';

const words = process.argv.slice(2);
const numberOf = (name: string, usual: number): number =>
  words.includes(name) ? Number(words[words.indexOf(name) + 1]) : usual;
const features = numberOf('--features', 500_000);
const runs = numberOf('--runs', 40);

const SITES = Source.parse({
  odin: 1,
  id: 'demonstration-land/bench-sites',
  title: 'Sites of the list bench',
  publisher: 'demonstration-land',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated', attribution: 'Made up for a bench' },
  coverage: { area: ['E08000003'], completeness: 'sample' },
  file: 'sites.csv',
  type: 'land/brownfield-site',
});
const LAYER = 'brownfield-site.ogl-uk-3-0.synthetic';

/** One question, as the server and as the peer are asked it; the random box is the same for both. */
type Case = {
  readonly title: string;
  readonly path: (box: readonly number[]) => string;
  readonly peer?: (peer: Peer, box: readonly number[]) => number;
  /** Size of the box, degrees of longitude. */
  readonly wide: number;
};

const FILTER = `filter=${encodeURIComponent(`${LAYER}~area-ha:0.5..~planning-status:not-permissioned`)}`;
const list = (box: readonly number[], more: string) =>
  `/api/features?layers=${LAYER}&bbox=${box.map((side) => side.toFixed(5)).join()}&limit=50&${more}`;

const CASES: readonly Case[] = [
  {
    title: 'box of 4 km, by distance',
    wide: 0.06,
    path: (box) => list(box, ''),
    peer: (peer, box) => peer.nearest(box),
  },
  {
    title: 'box of 20 km, two conditions, by area',
    wide: 0.3,
    path: (box) => list(box, `${FILTER}&sort=-area-ha&columns=area-ha,net-dwellings-to`),
    peer: (peer, box) => peer.largest(box),
  },
  {
    title: 'everything, by name, four fifths through',
    wide: 3,
    path: (box) => list(box, `sort=name&offset=${Math.floor(features * 0.8)}`),
    peer: (peer, box) => peer.byName(box, Math.floor(features * 0.8)),
  },
  {
    title: 'histogram and counts of the whole',
    wide: 3,
    path: () => `/api/layers/${LAYER}/summary?attributes=area-ha,planning-status`,
    peer: (peer) => peer.figures(),
  },
  {
    title: 'figures of every attribute, filtered',
    wide: 3,
    path: () => `/api/layers/${LAYER}/summary?${FILTER}`,
  },
  {
    title: 'keys of the matches in 20 km',
    wide: 0.3,
    path: (box) =>
      `/api/layers/${LAYER}/keys?bbox=${box.map((side) => side.toFixed(5)).join()}&${FILTER}`,
  },
];

type Took = { readonly ms: number[]; cpuMs: number };

/** Do something `runs` times, each with a box of its own. */
async function measure(wide: number, work: (box: readonly number[]) => unknown): Promise<Took> {
  const random = seededRandom(7);
  const took: Took = { ms: [], cpuMs: 0 };
  for (let run = -2; run < runs; run++) {
    const [west, south] = [-2.5 + 0.4 * random(), 53.36 + 0.2 * random()];
    const box = wide > 1 ? [-3, 53, 0, 54] : [west, south, west + wide, south + wide / 2];
    const before = process.cpuUsage();
    const begun = performance.now();
    await work(box);
    if (run < 0) continue; // warming up
    took.ms.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(before);
    took.cpuMs += (user + system) / 1_000 / runs;
  }
  return took;
}

const figure = (value: number): string => value.toFixed(value < 10 ? 1 : 0).padStart(6);
const told = ({ ms, cpuMs }: Took): string =>
  `p50 ${figure(quantile(ms, 0.5))} · p95 ${figure(quantile(ms, 0.95))} ms · cpu ${figure(cpuMs)} ms`;

async function main(folder: string): Promise<void> {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
  const sites = madeUpSites(features);
  writeFileSync(join(folder, 'sites.csv'), csvOf(sites));
  const peer = openPeer(join(folder, 'peer.sqlite'), sites);
  const environment = {
    ...{ PORT: '0', ODIN_DATA: join(folder, 'data'), ODIN_LOG: 'warn' },
    // on a busy machine reading takes its time; what is measured comes after
    ODIN_JOB_TIMEOUT: '3600',
  };
  const begun = performance.now();
  const server = await startServer(readConfig(environment), { sources: [SITES], samples: folder });
  console.log(`published in ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
  const getJson = async <T>(path: string): Promise<T> => {
    // the peer keeps this process for seconds: a connection kept open would be given up meanwhile
    const response = await fetch(server.url + path, { headers: { connection: 'close' } });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const { featureCount } = await getJson<LayerSummary>(`/api/layers/${LAYER}`);
  const asked = performance.now();
  await getJson(list([-2.3, 53.4, -2.2, 53.45], ''));
  const firstMs = figure(performance.now() - asked).trim();
  console.log(
    `${featureCount.toLocaleString('en-GB')} features; the first question, which reads them all: ${firstMs} ms; load ${loadavg()[0]?.toFixed(1)}`,
  );
  for (const { title, wide, path, peer: askPeer } of CASES) {
    const ours = await measure(wide, (box) => getJson(path(box)));
    console.log(`${title.padEnd(40)} ${told(ours)}`);
    if (!askPeer) continue;
    const theirs = await measure(wide, (box) => askPeer(peer, box));
    console.log(`${'  SQLite, R*Tree, JSON'.padEnd(40)} ${told(theirs)}`);
  }
  const { rss, arrayBuffers, heapUsed } = process.memoryUsage();
  console.log(
    `memory: ${figure(rss / 1e6).trim()} MB in all, ${figure(arrayBuffers / 1e6).trim()} MB in columns and figures, heap ${figure(heapUsed / 1e6).trim()} MB; load ${loadavg()[0]?.toFixed(1)}`,
  );
  await server.close();
  peer.close();
}

const folder = mkdtempSync(join(tmpdir(), 'odin-list-'));
try {
  await main(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
