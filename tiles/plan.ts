import type { Allocate } from './choose/flat-layer.ts';
import { TILE_BYTES } from './choose/thin.ts';
import type { BuildOptions } from './options.ts';
import type { Plan } from './zooms.ts';

/** How the zooms of a layer of so many features are to be built; tells how far that is. */
export function planOf(options: BuildOptions, features: number, allocate: Allocate): Plan {
  const { minZoom, maxZoom } = options.layer;
  const zooms = maxZoom - minZoom + 1;
  let pairs = 0;
  return {
    minZoom,
    maxZoom,
    thinning: options.thinning ?? true,
    tileBytes: options.tileBytes ?? TILE_BYTES,
    allocate,
    scratch: options.scratch,
    onPairs: (done) => {
      pairs += done;
      const share = Math.min(1, pairs / (features * zooms * 1.1));
      options.onProgress?.({ stage: 'encode', share });
    },
  };
}
