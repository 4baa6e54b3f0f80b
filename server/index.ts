import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loadGrid } from '#data/load.ts';
import type { Source } from '#data/schema/source.ts';
import { offerFirst, withdrawFirst } from './accounts/first-administrator.ts';
import { openSignOn } from './accounts/single-sign-on.ts';
import { createApp } from './api/app.ts';
import { openMeasuring } from './api/area/measuring.ts';
import { openCatalogue } from './api/catalogue.ts';
import { openGazetteer } from './api/search/gazetteer.ts';
import { openSeen } from './api/seen/index.ts';
import { createHttpServer } from './api/server.ts';
import type { Services } from './api/services.ts';
import { openSitesShelf } from './api/sites/shelf.ts';
import { openTiles, type Tiles } from './api/tiles/index.ts';
import { titleOf } from './api/views/feature.ts';
import { openLineReader } from './api/views/lines.ts';
import { openWhoAsks } from './api/who-asks.ts';
import { codeVersion, TILING } from './code-version.ts';
import { readApart } from './columns/read-apart.ts';
import { openShelf } from './columns/shelf.ts';
import type { Config } from './config.ts';
import { openDeskOf } from './desk/open.ts';
import { startHarvesting } from './harvesting/timer.ts';
import { type Log, openLog } from './log.ts';
import { type Odin, openOdin, ROOT } from './odin.ts';
import { withdrawUndescribed } from './publishing/editions.ts';
import { openRedLineReader } from './red-line.ts';
import { publishSources, type SourceOutcome, type SourcesWatcher } from './sources.ts';
import { keepHeads } from './store/accounts/audit-chain.ts';
import { forgetting } from './tiling/drawing.ts';
import { openTileMaker } from './tiling/tile-maker.ts';
import { keepWarm } from './warm-up.ts';
import { watchSearches } from './watch-searches.ts';

/** Longest wait for answers under way when the server is stopped, ms. */
const FAREWELL_MS = 5_000;

export type RunningServer = {
  /** `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Where the first administrator makes their account; absent once anybody has one. */
  readonly firstAdministrator?: string;
  /** Stop accepting, let answers under way finish, close the store. */
  readonly close: () => Promise<void>;
};

/** Bytes that searches for sites may hold, for each megabyte that columns may. */
const SITES_SHARE = 0.5e6;

/** What is published at the start; the demonstration set when nothing is said. */
export type StartOptions = SourcesWatcher & {
  readonly sources?: Iterable<Source>;
  /** Folder the sources' files stand in. */
  readonly samples?: string;
  /** The clock; the machine's unless given. */
  readonly now?: () => Date;
};

/**
 * Publish what changed in the sources, then serve: config → store → sources → tiles → listen.
 *
 * @throws {Error} when the port is taken or the data folder cannot be used
 */
export async function startServer(
  config: Config,
  options: StartOptions = {},
): Promise<RunningServer> {
  const log = openLog(config.logLevel);
  const odin = await openOdin(config, options.now);
  try {
    const { sources = odin.vocabulary.sources.values() } = options;
    const { samples = join(ROOT, 'data', 'samples') } = options;
    await publishSources(await withoutDesk(sources, odin), samples, odin.deps, {
      ...options,
      onOutcome(outcome) {
        logRefusal(outcome, log);
        options.onOutcome?.(outcome);
      },
    });
    if (!options.sources) await withdrawRemoved(odin, log);
    odin.deps.harmoniser.rest();
    await collectArchives(odin, log);
    return await listen(odin, config, log);
  } catch (cause) {
    await odin.close();
    throw cause;
  }
}

function logRefusal(result: SourceOutcome, log: Log): void {
  if (!('outcome' in result)) return;
  const { outcome, source } = result;
  if (outcome.status === 'held') {
    log.warn({ source: source.id, reason: outcome.reason }, 'held: the edition before stays live');
  }
  if (outcome.status !== 'refused') return;
  const { reason, finding } = outcome;
  log.warn({ source: source.id, reason, lastWords: finding.lastWords }, 'kept as a draft');
}

/** Sources but for those the desk has taken over: their files come from there. */
async function withoutDesk(sources: Iterable<Source>, { deps }: Odin): Promise<readonly Source[]> {
  const taken = new Set((await deps.store.drafts.listSources()).map(({ id }) => id));
  return [...sources].filter(({ id }) => !taken.has(id));
}

async function withdrawRemoved({ vocabulary, deps }: Odin, log: Log): Promise<void> {
  const described = [...vocabulary.sources.values(), ...(await deps.store.drafts.listSources())];
  for (const { dataset } of await withdrawUndescribed(described, deps)) {
    log.warn({ dataset }, 'withdrawn: its descriptor is gone');
  }
}

async function collectArchives({ archives, deps }: Odin, log: Log): Promise<void> {
  const removed = await archives.collect(await deps.store.listLayers(), deps.now());
  if (removed > 0) log.info({ removed }, 'old tile archives removed');
}

/** How often it is looked for layers nobody draws, and how long one must have been left alone, ms. */
const LOOK_MS = 10_000;
const QUIET_MS = 20_000;

/** Draw what a run that ended left undrawn, now and whenever another process leaves something. @returns ends it */
function keepDrawing({ deps }: Odin, log: Log): () => void {
  const look = (quietMs: number): void => {
    deps.layers
      .drawBehind(quietMs, (layer, cause) => log.error({ layer, cause }, 'tiles cannot be drawn'))
      .catch((cause: unknown) => log.error({ cause }, 'cannot look for layers to draw'));
  };
  look(0);
  const timer = setInterval(() => look(QUIET_MS), LOOK_MS).unref();
  return () => clearInterval(timer);
}

async function listen(odin: Odin, config: Config, log: Log): Promise<RunningServer> {
  const maker = openTileMaker(config.dataFolder);
  const tiles = openTiles(odin.archives, config.tileCacheMb * 1e6, {
    store: odin.deps.store,
    maker,
    codeVersion: codeVersion(ROOT, TILING),
    admit: (request, layerId) => seen.admit(request, layerId),
  });
  const stopDrawing = keepDrawing(odin, log);
  const stopHeads = keepHeads(config.dataFolder, odin.deps, (err) =>
    log.error({ err }, 'the end of the audit cannot be written down'),
  );
  const stopHarvesting = startHarvesting(odin, config, log);
  const services = openServices(odin, { ...config, tiles }, log);
  await services.desk.resume();
  const seen = openSeen(services, odin.deps.now);
  const app = createApp(seen, {
    client: join(ROOT, 'dist', 'client'),
    basemap: join(ROOT, 'data', 'basemap'),
    project: ROOT,
  });
  const server = createHttpServer(tiles.branch, app);
  server.listen(config.port, config.host);
  await once(server, 'listening').catch((cause: Error) => {
    throw new Error(`Cannot listen on ${config.host}:${config.port}: ${cause.message}`, { cause });
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  log.info({ url }, 'listening');
  const stopWarming = keepWarm(services, log);
  const stopWatching = watchSearches(seen.services.everybody(), log);
  const first = await offerFirst(config.dataFolder, config.publicUrl ?? url, services.accounts);
  return {
    url,
    ...(first === undefined ? {} : { firstAdministrator: first }),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
      await closed;
      clearTimeout(timer);
      stopDrawing();
      await stopHeads();
      await stopHarvesting();
      await stopWarming();
      await stopWatching();
      await services.desk.close();
      services.redLines.close();
      await tiles.close();
      maker.rest();
      await odin.close();
    },
  };
}

function openServices(odin: Odin, config: Config & { readonly tiles: Tiles }, log: Log): Services {
  const { publicUrl, operator, tiles, dataFolder, columnMemoryMb, signOn } = config;
  const { vocabulary, deps, addresses, archives } = odin;
  const accounts = { store: deps.store.accounts, now: deps.now };
  const grid = loadGrid(deps.vocabulary);
  const measuring = openMeasuring(vocabulary.districts, grid);
  const basemap = (name: string) =>
    JSON.parse(readFileSync(join(ROOT, 'data', 'basemap', name), 'utf8'));
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return {
    store: deps.store,
    columns: openShelf(readApart(deps.store, dataFolder), columnMemoryMb * 1e6),
    everybody: () => {
      throw new Error('These services are not held against what is seen');
    },
    sites: openSitesShelf(
      { store: deps.store, grid, ruler: async () => (await measuring()).ruler, titleOf },
      columnMemoryMb * SITES_SHARE,
    ),
    catalogue: openCatalogue(deps.store, tiles.describe),
    grid,
    redLines: openRedLineReader({ ...deps, gazetteers: deps.gazetteers.folder }),
    measuring,
    gazetteer: openGazetteer(basemap('places.json'), basemap('districts.json')),
    addresses,
    lines: openLineReader(deps.store),
    districts: vocabulary.districts,
    districtNames: new Map(vocabulary.districts.map(({ gssCode, name }) => [gssCode, name])),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    operator,
    basemaps: config.basemaps,
    archivePath: archives.path,
    moments: tiles.moments,
    releasing: { ...deps, layers: forgetting(deps.layers, tiles.forget) },
    accounts,
    ...(signOn === undefined ? {} : { signOn: openSignOn(signOn, accounts) }),
    whoAsks: openWhoAsks({ accounts, publicUrl }),
    firstMade: () => withdrawFirst(dataFolder),
    desk: openDeskOf(odin, config, grid),
    noneHeld: () => deps.store.drafts.listNoneHeld(),
    log,
    version: String(version),
  };
}
