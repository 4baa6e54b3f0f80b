import { Map as MapLibre } from 'maplibre-gl';
import type { MapLayer } from '#data/cartography/picture.ts';
import { compileStyle, type StyleState } from '#data/cartography/style/compile-style.ts';
import { freeBox } from './camera.ts';
import { supplyImages } from './images.ts';
import { restyler } from './restyle.ts';

/** A second map over the first, clipped to the right of the divider, that looks wherever the first does. */
export type Twin = {
  readonly map: MapLibre;
  readonly setLayers: (layers: readonly MapLayer[]) => void;
  readonly restyle: () => void;
  readonly setShare: (share: number) => void;
  /** Pixels from the left edge of the container to the divider. */
  readonly dividerPx: () => number;
  readonly remove: () => void;
};

/**
 * Lay a second map over the first.
 *
 * @param stateOf everything but the layers, the same on both sides
 */
export function createTwin(
  map: MapLibre,
  right: readonly MapLayer[],
  stateOf: () => StyleState,
): Twin {
  let layers = right;
  let share = 0.5;
  const styleState = (): StyleState => ({ ...stateOf(), layers });
  const element = document.createElement('div');
  element.className = 'map-twin';
  map.getCanvasContainer().after(element);
  const twin = new MapLibre({
    container: element,
    style: compileStyle(styleState()),
    center: map.getCenter(),
    zoom: map.getZoom(),
    interactive: false,
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  twin.getCanvas().setAttribute('aria-hidden', 'true');
  supplyImages(twin);
  const restyle = restyler(twin, () => compileStyle(styleState()));
  const dividerPx = () => {
    const { left, width } = freeBox(map);
    return left + share * width;
  };
  const clip = () => {
    element.style.clipPath = `inset(0 0 0 ${dividerPx()}px)`;
  };
  const follow = () => {
    twin.jumpTo({ center: map.getCenter(), zoom: map.getZoom(), padding: map.getPadding() });
    clip();
  };
  const resize = () => {
    twin.resize();
    follow();
  };
  map.on('move', follow);
  map.on('resize', resize);
  follow();
  return {
    map: twin,
    restyle,
    dividerPx,
    setLayers(next) {
      layers = next;
      restyle();
    },
    setShare(next) {
      share = next;
      clip();
    },
    remove() {
      map.off('move', follow);
      map.off('resize', resize);
      twin.remove();
      element.remove();
    },
  };
}
