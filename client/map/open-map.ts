import { Map as MapLibre, type MapOptions } from 'maplibre-gl';
import { registerFonts } from './font-faces.ts';
import { type ImageSupply, supplyImages } from './images.ts';
import './map.css';
import './start-worker.ts';

/** How a map begins: its style, where it looks, and how near and far it may. */
export type Opening = Pick<
  MapOptions,
  'style' | 'minZoom' | 'maxZoom' | 'center' | 'zoom' | 'bounds' | 'fitBoundsOptions'
> & {
  readonly reducedMotion: boolean;
  /** Pictures of its own. */
  readonly images?: ImageSupply;
};

/**
 * Put MapLibre into an element of some size as every map of the product has it: flat, north up, without its own keys,
 * credits and controls, and hidden from assistive technology, for which the element round it has the words.
 *
 * @throws Error, in words for a person, where the browser cannot draw it
 */
export function openMap(
  container: HTMLElement,
  { reducedMotion, images, ...opening }: Opening,
): MapLibre {
  registerFonts();
  try {
    const map = new MapLibre({
      container,
      minZoom: 5,
      maxZoom: 20,
      ...opening,
      maxPitch: 0,
      dragRotate: false,
      // the app owns the keys, the credits and the scale
      keyboard: false,
      attributionControl: false,
      renderWorldCopies: false,
      fadeDuration: reducedMotion ? 0 : 120,
      // without it the map prints blank
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
    supplyImages(map, undefined, images);
    map.touchZoomRotate.disableRotation();
    // with neither focus nor a place in the tree, the names MapLibre gives it are heard by nobody
    const canvas = map.getCanvas();
    canvas.removeAttribute('tabindex');
    canvas.ariaHidden = 'true';
    return map;
  } catch (cause) {
    throw new Error('This browser cannot draw the map: WebGL 2 is missing or turned off.', {
      cause,
    });
  }
}
