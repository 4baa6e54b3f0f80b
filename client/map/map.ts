import type { FeatureCollection } from 'geojson';
import { ASKED } from '#data/cartography/style/asked-area.ts';
import { compileStyle, type StyleState } from '#data/cartography/style/compile-style.ts';
import { RINGED, shapeOfMark } from '#data/cartography/style/selection.ts';
import { attributionOf } from './attribution.ts';
import { coverWith, freeCentre, openWith, steering, uncover, viewOf } from './camera.ts';
import { hostCompare } from './compare-host.ts';
import { createCrosshair } from './crosshair.ts';
import { hostDrawing } from './draw-host.ts';
import { reportFailures } from './failures.ts';
import { listen, pickCentre } from './listen.ts';
import type { MapController, MapOptions } from './map-controller.ts';
import { openMap } from './open-map.ts';
import { restyler, showData } from './restyle.ts';
import type { drawStill } from './still.ts';

/** Greater Manchester, which fills the free part of the screen until a view is asked for. */
const HOME: [number, number, number, number] = [-2.74, 53.32, -1.9, 53.69];

/**
 * Put a map into an element of some size.
 *
 * @throws Error, in words for a person, where the browser cannot draw it
 */
export function createMap(container: HTMLElement, options: MapOptions): MapController {
  const { mode, events, reducedMotion, view } = options;
  let state: StyleState = { layers: [], mode, origin: location.origin };
  const map = openMap(container, {
    style: compileStyle(state),
    reducedMotion,
    ...(view ? { center: view, zoom: view.zoom } : { bounds: HOME }),
  });
  const reload = reportFailures(map, events, () => state.layers);
  const crosshair = createCrosshair(container);
  const centreCrosshair = () => crosshair.moveTo(freeCentre(map));
  const comparison = hostCompare(map, () => state);
  const restyle = restyler(map, () => compileStyle(state));
  const change = (part: Partial<StyleState>) => {
    state = { ...state, ...part };
    restyle();
    comparison.restyle();
  };
  const showArea = (asked: FeatureCollection) => {
    // follows the pointer while it is drawn
    state = { ...state, asked };
    showData(map, ASKED, asked, restyle);
  };
  const drawing = hostDrawing(map, { showShapes: showArea, crosshair });
  listen(map, events, { isPlacing: drawing.isPlacing, mapAt: comparison.mapAt });
  map.on('resize', centreCrosshair);
  centreCrosshair();
  let hasPadding = false;

  return {
    ...picturing(change),
    select: (selected) => {
      change({ selected });
      uncover(map, selected, reducedMotion);
    },
    ring: (ringed) => {
      // follows the pointer down a list: one source changes, not the whole style
      state = { ...state, ringed };
      showData(map, RINGED, shapeOfMark(ringed), restyle);
    },
    showArea,
    compare: comparison.show,
    draw: drawing.open,
    setPadding: (padding) => {
      // the first padding places the opening view; later ones must not move the picture
      if (hasPadding) coverWith(map, padding);
      else openWith(map, padding, view === undefined ? HOME : undefined);
      hasPadding = true;
      centreCrosshair();
      uncover(map, state.selected, reducedMotion);
    },
    ...steering(map, reducedMotion),
    pickCentre: () => pickCentre(map, events, comparison.mapAt),
    showCrosshair: (on) => crosshair.show(on),
    attribution: () => attributionOf(state.layers, viewOf(map), state.base),
    view: () => viewOf(map),
    still: (still) => makeStill({ ...state, mode: still.mode }, still, comparison.shown()),
    reload,
    resize: () => map.resize(),
    destroy: () => map.remove(),
  };
}

/** Parts of the picture that simply change. */
const picturing = (change: (part: Partial<StyleState>) => void) =>
  ({
    setLayers: (layers) => change({ layers }),
    setMode: (mode) => change({ mode }),
    setBase: (base) => change({ base }),
    showGaps: (gaps) => change({ gaps }),
    showChanges: (changed) => change({ changed }),
  }) satisfies Partial<MapController>;

/** Seldom asked for: its code comes when it is. */
const makeStill: typeof drawStill = async (...asked) =>
  (await import('./still.ts')).drawStill(...asked);
