import { keepReady } from './ready-tiles.ts'; //  tiles asked for lately, in memory
import { openRegistry } from './registry.ts'; //  archives on disk, opened when first asked for
import { createTileRoute, type TileRoute } from './route.ts'; // request → tile

/**
 * The tile branch of the server, over archives that stand where `path` says.
 *
 * @param cacheBytes most memory for tiles asked for lately
 */
export function openTiles(
  archives: { readonly path: (layerId: string, version: string) => string },
  cacheBytes: number,
): { readonly branch: TileRoute; readonly close: () => Promise<void> } {
  const registry = openRegistry(archives.path);
  return {
    branch: createTileRoute(registry.find, keepReady(cacheBytes)),
    close: async () => registry.close(),
  };
}
