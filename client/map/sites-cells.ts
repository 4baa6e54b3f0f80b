import { PolygonLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibre } from 'maplibre-gl';
import { paletteOf } from '#data/cartography/palettes.ts';
import type { MapMode } from '#data/cartography/picture.ts';
import { UNDER_RING } from './sites-cell-style.ts';
import type { SurfaceCell } from './sites-map-controller.ts';
import { bytesOf, rampOf, stepOf } from './sites-ramp.ts';
import { ringOf } from './sites-shapes.ts';

/** What paints cells, once it is loaded. */
export type CellOverlay = {
  readonly show: (cells: readonly SurfaceCell[], mode: MapMode) => void;
  readonly end: () => void;
};

/**
 * Paint cells with deck.gl in the map's own picture, under its water, borders and names.
 *
 * @param onLost the device cannot draw them
 * @throws Error where deck.gl cannot begin
 */
export function createOverlay(map: MapLibre, onLost: () => void): CellOverlay {
  const overlay = new MapLibreOverlay({
    interleaved: true,
    layers: [],
    onError: onLost,
  });
  map.addControl(overlay);
  let draw = () => {};
  // deck.gl takes its place among the map's layers only while the style is whole
  const settle = () => draw();
  map.on('idle', settle);
  return {
    show: (cells, mode) => {
      const layer = layerOf(cells, mode);
      draw = () => {
        if (!map.isStyleLoaded()) return;
        overlay.setProps({ layers: [layer] });
        draw = () => {};
      };
      draw();
    },
    end: () => {
      map.off('idle', settle);
      map.removeControl(overlay);
    },
  };
}

const layerOf = (cells: readonly SurfaceCell[], mode: MapMode) => {
  const colours = rampOf(mode).map((colour) => bytesOf(colour));
  return new PolygonLayer<SurfaceCell>({
    id: 'sites-cells-deck',
    data: cells.filter(({ form }) => form === 'scored'),
    getPolygon: ({ corners }) => ringOf(corners),
    getFillColor: ({ score = 0 }) => colours[stepOf(score)] ?? [0, 0, 0, 0],
    getLineColor: bytesOf(paletteOf(mode).ground.paper),
    getLineWidth: 1,
    lineWidthUnits: 'pixels',
    updateTriggers: { getFillColor: mode, getLineColor: mode },
    // all lies on the ground: what is drawn later lies on top, and leaves no depth for names to fail against
    parameters: { depthCompare: 'always', depthWriteEnabled: false },
    ...({ beforeId: UNDER_RING } as object),
  });
};
