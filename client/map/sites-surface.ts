import type { Map as MapLibre } from 'maplibre-gl';
import type { MapMode } from '#data/cartography/picture.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import type { CellOverlay } from './sites-cells.ts';
import type { CellPainter, SurfacePicture } from './sites-map-controller.ts';
import type { SitesPicture } from './sites-sources.ts';

type SurfaceOptions = {
  readonly change: (part: Partial<SitesPicture>) => void;
  readonly onPainted: (painter: CellPainter) => void;
};

/**
 * Show hexagons in place of sites. deck.gl paints them and is loaded when it is first wanted; where it does not come
 * or cannot draw, the map's own fill layers do.
 */
export function hostSurface(map: MapLibre, { change, onPainted }: SurfaceOptions) {
  let shown: SurfacePicture | undefined;
  let mode: MapMode = 'light';
  let overlay: CellOverlay | undefined;
  let isLost = false;

  const fall = () => {
    isLost = true;
    overlay?.end();
    overlay = undefined;
    change({ paintsCells: true });
    if (shown !== undefined) onPainted('fill');
  };
  const paint = () => {
    if (shown === undefined) return;
    overlay?.show(shown.cells, mode);
    if (overlay !== undefined) onPainted('deck');
  };
  const load = async () => {
    try {
      const { createOverlay } = await import('./sites-cells.ts');
      if (shown === undefined || overlay !== undefined) return;
      overlay = createOverlay(map, fall);
      paint();
    } catch {
      fall();
    }
  };

  return {
    set(surface: SurfacePicture | undefined, next: MapMode): void {
      shown = surface;
      mode = next;
      change({ isSurface: surface !== undefined });
      if (surface === undefined) {
        overlay?.end();
        overlay = undefined;
      } else if (isLost) onPainted('fill');
      else if (overlay === undefined) void load();
      else paint();
    },
    setMode(next: MapMode): void {
      mode = next;
      paint();
    },
    placeOf: (key: string): LngLat | undefined => {
      const cell = shown?.cells.find((each) => each.key === key);
      return cell && middleOf(cell.corners);
    },
    end(): void {
      shown = undefined;
      overlay?.end();
      overlay = undefined;
    },
  };
}

/** Mean of the corners. */
function middleOf(corners: readonly number[]): LngLat {
  const count = corners.length / 2;
  const sum = (from: 0 | 1) =>
    corners.reduce((total, value, at) => total + (at % 2 === from ? value : 0), 0);
  return [sum(0) / count, sum(1) / count];
}
