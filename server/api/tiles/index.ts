import { keepReady } from './ready-tiles.ts'; //  tiles asked for lately, in memory
import { openRegistry } from './registry.ts'; //  archives on disk, opened when first asked for
import { createTileRoute, type TileRoute } from './route.ts'; // request → tile

export type Tiles = {
  readonly branch: TileRoute;
  /** What a layer's archive says of itself; undefined when it cannot be opened. */
  readonly describe: (
    layerId: string,
    version: string,
  ) => Readonly<Record<string, unknown>> | undefined;
  readonly close: () => Promise<void>;
};

/**
 * The tile branch of the server, over archives that stand where `path` says.
 *
 * @param cacheBytes most memory for tiles asked for lately
 */
export function openTiles(
  archives: { readonly path: (layerId: string, version: string) => string },
  cacheBytes: number,
): Tiles {
  const registry = openRegistry(archives.path);
  return {
    describe: (layerId, version) => registry.find(layerId, version)?.metadata(),
    branch: createTileRoute(registry.find, keepReady(cacheBytes)),
    close: async () => registry.close(),
  };
}
