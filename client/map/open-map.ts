import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { Map as MapLibre, type MapOptions } from 'maplibre-gl';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import { registerFonts } from './font-faces.ts';
import { supplyImages } from './images.ts';
import './map.css';
import './start-worker.ts';

/** How a map begins. */
export type Opening = {
  readonly style: StyleSpecification;
  readonly reducedMotion: boolean;
  /** Least and most zoom. */
  readonly zooms: readonly [least: number, most: number];
  /** A place, or a box with room kept round it, px. */
  readonly at:
    | { readonly center: LngLat; readonly zoom: number }
    | { readonly bounds: Bounds; readonly marginPx?: number };
};

/**
 * Put MapLibre into an element of some size as every map of the product has it: flat, north up, without its own keys,
 * credits and controls, and hidden from assistive technology, for which the element round it has the words.
 *
 * @throws Error, in words for a person, where the browser cannot draw it
 */
export function openMap(container: HTMLElement, opening: Opening): MapLibre {
  registerFonts();
  const [minZoom, maxZoom] = opening.zooms;
  try {
    const map = new MapLibre({
      container,
      style: opening.style,
      ...cameraOf(opening),
      minZoom,
      maxZoom,
      maxPitch: 0,
      dragRotate: false,
      touchPitch: false,
      // the app owns the keys, the credits and the scale
      keyboard: false,
      attributionControl: false,
      renderWorldCopies: false,
      fadeDuration: opening.reducedMotion ? 0 : 120,
      // without it the map prints blank
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
    supplyImages(map);
    map.touchZoomRotate.disableRotation();
    hideCanvas(map.getCanvas());
    return map;
  } catch (cause) {
    throw new Error('This browser cannot draw the map: WebGL 2 is missing or turned off.', {
      cause,
    });
  }
}

function cameraOf({ at }: Opening): Partial<MapOptions> {
  if ('center' in at) return { center: [at.center[0], at.center[1]], zoom: at.zoom };
  const [west, south, east, north] = at.bounds;
  return {
    bounds: [west, south, east, north],
    ...(at.marginPx === undefined ? {} : { fitBoundsOptions: { padding: at.marginPx } }),
  };
}

function hideCanvas(canvas: HTMLCanvasElement): void {
  canvas.removeAttribute('tabindex');
  canvas.removeAttribute('role');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.removeAttribute('aria-label');
}
