import { openRegistry } from './registry.ts'; //  archives on disk, opened when first asked for
import { createTileRoute, type TileRoute } from './route.ts'; // request → tile

/** The tile branch of the server, over archives that stand where `path` says. */
export function openTiles(archives: {
  readonly path: (layerId: string, version: string) => string;
}): { readonly branch: TileRoute; readonly close: () => Promise<void> } {
  const registry = openRegistry(archives.path);
  return { branch: createTileRoute(registry.find), close: async () => registry.close() };
}
