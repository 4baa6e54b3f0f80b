import type { FeatureCollection } from 'geojson';
import { type GeoJSONSource, Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { attributionOf } from './attribution.ts';
import { coverWith, flyTo, freeCentre, nudge, openWith, uncover, viewOf } from './camera.ts';
import { createCrosshair } from './crosshair.ts';
import { hostDrawing } from './draw-host.ts';
import { reportFailures } from './failures.ts';
import { registerFonts } from './font-faces.ts';
import { supplyImages } from './images.ts';
import './map.css';
import { ASKED } from '#data/cartography/style/asked-area.ts';
import { compileStyle, type StyleState } from '#data/cartography/style/compile-style.ts';
import { RINGED, shapeOfMark } from '#data/cartography/style/selection.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { listen, pickCentre } from './listen.ts';
import type { MapController, MapOptions, Still } from './map-controller.ts';

setWorkerUrl(workerUrl);

/** Greater Manchester, which fills the free part of the screen until a view is asked for. */
const HOME: Bounds = [-2.74, 53.32, -1.9, 53.69];

/**
 * Put a map into an element of some size.
 *
 * @throws Error, in words for a person, where the browser cannot draw it
 */
export function createMap(container: HTMLElement, options: MapOptions): MapController {
  registerFonts();
  const { mode, events, reducedMotion } = options;
  let state: StyleState = { layers: [], mode, origin: location.origin };
  const map = openMap(container, options, state);
  supplyImages(map);
  reportFailures(map, events, () => state.layers);
  const crosshair = createCrosshair(container);
  const centreCrosshair = () => crosshair.moveTo(freeCentre(map));
  const restyle = restyler(map, () => state);
  const change = (part: Partial<StyleState>) => {
    state = { ...state, ...part };
    restyle();
  };
  const showArea = (asked: FeatureCollection) => {
    // follows the pointer while it is drawn
    state = { ...state, asked };
    showData(map, ASKED, asked, restyle);
  };
  const drawing = hostDrawing(map, { showShapes: showArea, crosshair });
  listen(map, events, drawing.isPlacing);
  map.on('resize', centreCrosshair);
  centreCrosshair();
  let hasPadding = false;

  return {
    setLayers: (layers) => change({ layers }),
    setMode: (next) => change({ mode: next }),
    select: (selected) => {
      change({ selected });
      uncover(map, selected, reducedMotion);
    },
    ring: (ringed) => {
      // follows the pointer down a list: one source changes, not the whole style
      state = { ...state, ringed };
      showData(map, RINGED, shapeOfMark(ringed), restyle);
    },
    showGaps: (gaps) => change({ gaps }),
    showArea,
    draw: drawing.open,
    flyTo: (target) => flyTo(map, target, reducedMotion),
    setPadding: (padding) => {
      // the first padding places the opening view; later ones must not move the picture
      if (hasPadding) coverWith(map, padding);
      else openWith(map, padding, options.view === undefined ? HOME : undefined);
      hasPadding = true;
      centreCrosshair();
      uncover(map, state.selected, reducedMotion);
    },
    zoomIn: () => nudge(map, { zoom: 1 }, reducedMotion),
    zoomOut: () => nudge(map, { zoom: -1 }, reducedMotion),
    panBy: (dxPx, dyPx) => nudge(map, { px: [dxPx, dyPx] }, reducedMotion),
    pickCentre: () => pickCentre(map, events),
    showCrosshair: (on) => crosshair.show(on),
    attribution: () => attributionOf(state.layers, viewOf(map)),
    view: () => viewOf(map),
    still: (still) => makeStill({ ...state, mode: still.mode }, still),
    resize: () => map.resize(),
    destroy: () => map.remove(),
  };
}

/** Seldom asked for: its code comes when it is. */
async function makeStill(state: StyleState, still: Still): Promise<Blob> {
  const { drawStill } = await import('./still.ts');
  return drawStill(state, still);
}

/** Change what one source holds; where the style has not come to it yet, the whole style. */
function showData(map: MapLibre, id: string, data: FeatureCollection, restyle: () => void): void {
  const source = map.getSource<GeoJSONSource>(id);
  if (source === undefined) restyle();
  else source.setData(data);
}

function openMap(container: HTMLElement, options: MapOptions, state: StyleState): MapLibre {
  const { view } = options;
  const [west, south, east, north] = HOME;
  try {
    const map = new MapLibre({
      container,
      style: compileStyle(state),
      ...(view === undefined
        ? { bounds: [west, south, east, north] }
        : { center: [view.lng, view.lat], zoom: view.zoom }),
      minZoom: 5,
      maxZoom: 20,
      maxPitch: 0,
      dragRotate: false,
      touchPitch: false,
      // the app owns the keys, the credits and the scale
      keyboard: false,
      attributionControl: false,
      renderWorldCopies: false,
      fadeDuration: options.reducedMotion ? 0 : 120,
      // without it the map prints blank
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
    map.touchZoomRotate.disableRotation();
    const canvas = map.getCanvas();
    canvas.removeAttribute('tabindex');
    canvas.removeAttribute('role');
    canvas.setAttribute('aria-hidden', 'true');
    canvas.removeAttribute('aria-label');
    return map;
  } catch (cause) {
    throw new Error('This browser cannot draw the map: WebGL 2 is missing or turned off.', {
      cause,
    });
  }
}

/** Bring the picture up to date once, however many parts of the state changed meanwhile. */
function restyler(map: MapLibre, stateOf: () => StyleState): () => void {
  let [isReady, isAsked] = [false, false];
  const apply = () => {
    isAsked = false;
    map.setStyle(compileStyle(stateOf()), { diff: true, validate: false });
  };
  map.once('style.load', () => {
    isReady = true;
    if (isAsked) apply();
  });
  return () => {
    if (isAsked) return;
    isAsked = true;
    if (isReady) queueMicrotask(apply);
  };
}
