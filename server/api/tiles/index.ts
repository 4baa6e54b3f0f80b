import { existsSync } from 'node:fs';
import type { Archives } from '#server/store/archives.ts';
import type { Moment } from './moments.ts';
import { openPast, type PastDeps } from './past.ts'; // what was live once
import { openProvisional, type ProvisionalDeps } from './provisional.ts'; // what is live and not drawn
import { keepReady } from './ready-tiles.ts'; //  tiles asked for lately, in memory
import { openRegistry } from './registry.ts'; //  archives on disk, opened when first asked for
import { type Admit, createTileRoute, type TileRoute } from './route.ts'; // request → tile

export type Tiles = {
  readonly branch: TileRoute;
  /** What a layer's archive says of itself; undefined when it cannot be opened. */
  readonly describe: (
    layerId: string,
    version: string,
  ) => Readonly<Record<string, unknown>> | undefined;
  /** How a layer stood after each publish, newest first; none where there is no such layer. */
  readonly moments: (layerId: string) => Promise<readonly Moment[]>;
  /** Let go at once of archives that were sealed. */
  readonly forget: () => void;
  readonly close: () => Promise<void>;
};

/** What is live and what was, and who makes tiles of it that are not drawn. */
type Live = Pick<ProvisionalDeps, 'store' | 'maker'> &
  Pick<PastDeps, 'store' | 'codeVersion'> & {
    /** Lets in whoever may have a layer that is not for everybody; absent: nobody may. */
    readonly admit?: Admit;
  };

/** Share of the memory for tiles that goes to provisional ones, and to those of former editions. */
const PROVISIONAL_SHARE = 0.25;
const PAST_SHARE = 0.15;

/** How long an archive that was sealed may go on being served, ms: a look at every open one takes 5 µs each. */
const SWEEP_MS = 500;

/**
 * The tile branch of the server, over archives that stand where `path` says.
 *
 * @param cacheBytes most memory for tiles asked for lately
 * @param live absent: only what is drawn is served
 */
export function openTiles(
  archives: Pick<Archives, 'path' | 'sealedPath'>,
  cacheBytes: number,
  live?: Live,
): Tiles {
  const registry = openRegistry(archives.path);
  const former = openRegistry((layerId, version) => {
    const path = archives.path(layerId, version);
    return existsSync(path) ? path : archives.sealedPath(layerId, version);
  });
  const ready = keepReady(cacheBytes);
  const findNow =
    live &&
    openProvisional({
      ...live,
      former: former.find,
      cacheBytes: cacheBytes * PROVISIONAL_SHARE,
    });
  const past = live && openPast({ ...live, cacheBytes: cacheBytes * PAST_SHARE });
  // another process may have sealed what it withdrew
  const forget = (): void => {
    former.sweep();
    if (registry.sweep() > 0) ready.clear();
  };
  const sweeping = setInterval(forget, SWEEP_MS).unref();
  return {
    describe: (layerId, version) => registry.find(layerId, version)?.metadata(),
    forget,
    moments: past?.moments ?? (async () => []),
    branch: createTileRoute(registry.find, ready, {
      findNow,
      findPast: past?.find,
      admit: live?.admit,
    }),
    close: async () => {
      clearInterval(sweeping);
      registry.close();
      former.close();
    },
  };
}
