/**
 * How long a visitor waits for the first map: the explorer as it is built, and beside it a page with nothing but
 * MapLibre and ODIN's own style document of the same layers at the same view. The same server and browser, a cold
 * cache each time, in turn; medians. The map is there when it has drawn everything it asked for. Without a graphics
 * card the browser draws by processor: the ratios travel between machines, the seconds do not.
 *
 *     node scripts/bench/first-map.ts [--rounds 5] [--at http://127.0.0.1:8080]
 *
 * The client must be built (`npm run build`). Without `--at` the demonstration data are published first.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { defaultLayers } from '#client/state/layers.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import { readConfig } from '#server/config.ts';
import { startServer } from '#server/index.ts';
import { ROOT } from '#server/odin.ts';
import { BROWSER, NO_BROWSER } from '#tests/e2e/browser.ts';
import { quantile } from './http-client.ts';

const words = process.argv.slice(2);
const wordOf = (name: string): string | undefined =>
  words.includes(name) ? words[words.indexOf(name) + 1] : undefined;
const rounds = Number(wordOf('--rounds') ?? 5);

/** Latitude, longitude, zoom: the county fills the window. */
const VIEW = [53.5, -2.3, 9.6] as const;

/** Longest wait for a map, ms. */
const PATIENCE_MS = 120_000;

/** What one visit took. */
type Visit = {
  /** First letters or lines on the page, ms. */
  readonly paintMs: number;
  /** Everything drawn, ms. */
  readonly mapMs: number;
  /** Bytes that came over the wire. */
  readonly bytes: number;
};

/** Notes when the map says that it is idle; runs in the page before anything of it. */
function watchForMap(): void {
  const look = (): void => {
    if (!document.querySelector('[data-idle="true"]')) return;
    (window as { firstMapMs?: number }).firstMapMs ??= performance.now();
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['data-idle'],
  });
}

/** Visit a page for the first time. */
async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  let bytes = 0;
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.addInitScript(watchForMap);
  await page.goto(address);
  await page.waitForFunction(() => 'firstMapMs' in window, undefined, { timeout: PATIENCE_MS });
  const times = await page.evaluate(() => ({
    mapMs: (window as { firstMapMs?: number }).firstMapMs ?? 0,
    paintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }));
  await context.close();
  return { ...times, bytes };
}

/** A page that is a map and nothing else. */
const plainPage = (style: string): string => `<!doctype html><title>Plain</title>
<link rel="stylesheet" href="/maplibre-gl.css"><style>body{margin:0}#map{height:100vh}</style>
<div id="map"></div><script type="module">
import { Map, setWorkerUrl } from '/maplibre-gl.mjs';
setWorkerUrl('/maplibre-gl-worker.mjs');
const map = new Map({ container: 'map', style: ${JSON.stringify(style)},
  center: [${VIEW[1]}, ${VIEW[0]}], zoom: ${VIEW[2]}, fadeDuration: 0 });
map.once('idle', () => { document.getElementById('map').dataset.idle = 'true'; });
</script>`;

/** Serve the plain page and MapLibre as it is published, gzipped as ours is. @returns its address and what ends it */
async function servePlain(style: string): Promise<{ address: string; close: () => void }> {
  const server = createServer(({ url = '/' }, response) => {
    const file = join(ROOT, 'node_modules/maplibre-gl/dist', url);
    if (url === '/') response.setHeader('Content-Type', 'text/html').end(plainPage(style));
    else if (!/^\/maplibre-gl[a-z-]*\.(?:mjs|css)$/.test(url) || !existsSync(file)) {
      response.writeHead(404).end();
    } else {
      const type = url.endsWith('css') ? 'text/css' : 'text/javascript';
      response.setHeader('Content-Type', type).setHeader('Content-Encoding', 'gzip');
      response.end(gzipSync(readFileSync(file)));
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** The server visited: one that runs already, or one of the demonstration data. */
async function openServer(): Promise<{ url: string; close: () => Promise<void> }> {
  const at = wordOf('--at');
  if (at !== undefined) return { url: at, close: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'odin-first-map-'));
  const server = await startServer(
    readConfig({ ODIN_DATA: folder, PORT: '0', ODIN_LOG: 'silent' }),
  );
  return {
    url: server.url,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Median, least and most of one figure. */
function summed(visits: readonly Visit[], of: keyof Visit): [number, number, number] {
  const figures = visits.map((each) => each[of]).sort((one, other) => one - other);
  return [quantile(figures, 0.5), figures[0] ?? 0, figures.at(-1) ?? 0];
}

if (BROWSER === undefined) throw new Error(NO_BROWSER);
const server = await openServer();
const answer = await fetch(`${server.url}/api/layers`);
const { layers } = (await answer.json()) as { layers: LayerSummary[] };
const ids = defaultLayers(layers).map(({ id }) => id);
const plain = await servePlain(`${server.url}/api/style.json?layers=${ids.join(',')}`);
const pages = {
  explorer: `${server.url}/?view=${VIEW.join(',')}&layers=${ids.join(',')}`,
  plain: plain.address,
} as const;
const browser = await chromium.launch({
  executablePath: BROWSER,
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
const visits: Record<keyof typeof pages, Visit[]> = { explorer: [], plain: [] };
// one of each is thrown away: the server reads its archives, the browser its shaders
for (let round = 0; round <= rounds; round++) {
  for (const kind of round % 2
    ? (['plain', 'explorer'] as const)
    : (['explorer', 'plain'] as const)) {
    const seen = await visit(browser, pages[kind]);
    if (round > 0) visits[kind].push(seen);
  }
}
await browser.close();
plain.close();
await server.close();

const [load] = loadavg();
console.log(
  `${rounds} first visits each, ${ids.length} layers, ${cpus().length} cores, load ${load?.toFixed(1)}`,
);
for (const kind of ['explorer', 'plain'] as const) {
  const [map, least, most] = summed(visits[kind], 'mapMs').map((ms) => (ms / 1_000).toFixed(2));
  const [paint] = summed(visits[kind], 'paintMs');
  const [bytes] = summed(visits[kind], 'bytes');
  const title = kind === 'explorer' ? 'the explorer' : 'MapLibre alone, same style';
  console.log(
    `${title.padEnd(28)} map ${map} s (${least}–${most}), first paint ${(paint / 1_000).toFixed(2)} s, ${(bytes / 1_000).toFixed(0)} kB`,
  );
}
const ratioOf = (of: keyof Visit): string =>
  (summed(visits.explorer, of)[0] / summed(visits.plain, of)[0]).toFixed(2);
const shell = summed(visits.explorer, 'paintMs')[0] / summed(visits.explorer, 'mapMs')[0];
console.log(`explorer : MapLibre alone    map ${ratioOf('mapMs')} ×, bytes ${ratioOf('bytes')} ×`);
console.log(`the explorer shows itself after ${(shell * 100).toFixed(0)} % of the time to its map`);
