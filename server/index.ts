import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loadGrid } from '#data/load.ts';
import { createApp } from './api/app.ts';
import { openCatalogue } from './api/catalogue.ts';
import { openGazetteer } from './api/search/gazetteer.ts';
import { createHttpServer } from './api/server.ts';
import type { Services } from './api/services.ts';
import { openRegistry } from './api/tiles/registry.ts';
import { createTileRoute } from './api/tiles/route.ts';
import { openLineReader } from './api/views/lines.ts';
import type { Config } from './config.ts';
import { type Log, openLog } from './log.ts';
import { type Odin, openOdin, ROOT } from './odin.ts';
import { publishSources, type SourcesWatcher } from './sources.ts';

/** Longest wait for answers under way when the server is stopped, ms. */
const FAREWELL_MS = 5_000;

export type RunningServer = {
  /** `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Stop accepting, let answers under way finish, close the store. */
  readonly close: () => Promise<void>;
};

/**
 * Publish what changed in the demonstration set, then serve: config → store → sources → tiles → listen.
 *
 * @param watcher told about every source as it is published
 * @throws {Error} when the port is taken or the data folder cannot be used
 */
export async function startServer(
  config: Config,
  watcher?: SourcesWatcher,
): Promise<RunningServer> {
  const log = openLog(config.logLevel);
  const odin = await openOdin(config);
  try {
    const { sources } = odin.vocabulary;
    await publishSources(sources.values(), join(ROOT, 'data', 'samples'), odin.deps, watcher);
    await collectArchives(odin, log);
    return await listen(odin, config, log);
  } catch (cause) {
    await odin.close();
    throw cause;
  }
}

async function collectArchives({ archives, deps }: Odin, log: Log): Promise<void> {
  const layers = await deps.store.listLayers();
  const current = new Map(layers.map(({ id, version }) => [id, version]));
  const removed = await archives.collect(current, deps.now());
  if (removed > 0) log.info({ removed }, 'old tile archives removed');
}

async function listen(odin: Odin, config: Config, log: Log): Promise<RunningServer> {
  const services = openServices(odin, log);
  const app = createApp(services, {
    client: join(ROOT, 'dist', 'client'),
    basemap: join(ROOT, 'data', 'basemap'),
    packages: join(ROOT, 'node_modules'),
  });
  const tiles = openRegistry(odin.archives.path);
  const server = createHttpServer(createTileRoute(tiles.find), app);
  server.listen(config.port, config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  log.info({ url }, 'listening');
  return {
    url,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
      await closed;
      clearTimeout(timer);
      tiles.close();
      await odin.close();
    },
  };
}

function openServices({ vocabulary, deps }: Odin, log: Log): Services {
  const basemap = (name: string) =>
    JSON.parse(readFileSync(join(ROOT, 'data', 'basemap', name), 'utf8'));
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return {
    store: deps.store,
    catalogue: openCatalogue(deps.store),
    grid: loadGrid(deps.vocabulary),
    gazetteer: openGazetteer(basemap('places.json'), basemap('districts.json')),
    lines: openLineReader(deps.store),
    districts: vocabulary.districts,
    districtNames: new Map(vocabulary.districts.map(({ gssCode, name }) => [gssCode, name])),
    log,
    version: String(version),
  };
}
