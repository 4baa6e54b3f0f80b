import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import type { Crosshair } from './crosshair.ts';
import type { DrawEvents, DrawHost, DrawTable } from './draw-controller.ts';

type HostOptions = {
  readonly showShapes: (shapes: FeatureCollection) => void;
  readonly crosshair: Crosshair;
};

/** What the map does for a drawing; the drawing's own code is loaded when the first one is opened. */
export function hostDrawing(map: MapLibre, { showShapes, crosshair }: HostOptions) {
  let isPlacing = false;
  const host: DrawHost = {
    showShapes,
    crosshair: () => {
      if (!crosshair.isShown()) return undefined;
      const { lng, lat } = map.getCenter();
      return [lng, lat];
    },
    setPlacing: (next) => {
      isPlacing = next;
      map.getCanvas().style.cursor = next ? 'crosshair' : '';
    },
  };
  return {
    isPlacing: () => isPlacing,
    open: async (events: DrawEvents): Promise<DrawTable> => {
      const { openDrawing } = await import('./draw.ts');
      return openDrawing(map, host, events);
    },
  };
}
