import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import { attributionOf } from './attribution.ts';
import { coverWith, openWith, steering, uncover, viewOf } from './camera.ts';
import { createLabel } from './map-label.ts';
import { openMap } from './open-map.ts';
import type { ScreenPoint } from './picking.ts';
import { restyler, showData } from './restyle.ts';
import { supplySiteSigns } from './sites-images.ts';
import { listenToSites } from './sites-listen.ts';
import type {
  SiteMark,
  SitesMapController,
  SitesMapOptions,
  SurfacePicture,
} from './sites-map-controller.ts';
import {
  bestShapes,
  cellShapes,
  circleShapes,
  lineShapes,
  markShapes,
  NOTHING,
  thingShapes,
} from './sites-shapes.ts';
import { SITES, type SitesPicture } from './sites-sources.ts';
import { drawnOf, sitesStyle } from './sites-style.ts';
import { hostSurface } from './sites-surface.ts';

/**
 * Put the map of the finder into an element of some size.
 *
 * @throws Error, in words for a person, where the browser cannot draw it
 */
export function createSitesMap(
  container: HTMLElement,
  options: SitesMapOptions,
): SitesMapController {
  const { events, reducedMotion, bounds } = options;
  let picture = blank(options);
  const map = openMap(container, {
    style: sitesStyle(picture),
    reducedMotion,
    bounds: [...bounds],
    fitBoundsOptions: { padding: 24 },
    images: supplySiteSigns,
  });
  const restyle = restyler(map, () => sitesStyle(picture));
  const change = (part: Partial<SitesPicture>) => {
    picture = { ...picture, ...part };
    restyle();
  };
  const hold = (part: keyof typeof SITES, data: FeatureCollection) => {
    picture = { ...picture, data: { ...picture.data, [part]: data } };
    showData(map, SITES[part], data, restyle);
  };
  const plate = hostPlate(map, container);
  const marking = hostMarks(map, hold);
  const surfacing = hostSurface(map, { change, onPainted: events.onPainted });
  listenToSites(map, events);

  return {
    ...steering(map, reducedMotion),
    setMode: (mode) => {
      change({ mode });
      surfacing.setMode(mode);
    },
    setLayers: change,
    setMarks: marking.set,
    setThings: (things) => hold('things', thingShapes(things)),
    select: (selected) => {
      change({ selected: selected?.key, isOpened: selected?.isOpen === true });
      const at = selected && (marking.placeOf(selected.key) ?? surfacing.placeOf(selected.key));
      plate.show(at && selected && { at, title: selected.label });
      uncover(map, at && { layerId: '', key: 0, point: at }, reducedMotion);
    },
    showLines: (opened) => hold('lines', lineShapes(opened)),
    setSurface: (surface: SurfacePicture | undefined) => {
      hold('cells', surface === undefined ? NOTHING : cellShapes(surface.cells));
      hold('best', surface === undefined ? NOTHING : bestShapes(surface));
      surfacing.set(surface, picture.mode);
    },
    setPadding: makeRoom(map, bounds),
    view: () => viewOf(map),
    attribution: (more) => attributionOf(drawnOf(picture), viewOf(map), undefined, more),
    destroy: () => {
      surfacing.end();
      map.remove();
    },
  };
}

/** The first padding places the opening view; later ones must not move the picture. */
function makeRoom(map: MapLibre, home: Bounds): SitesMapController['setPadding'] {
  let isOpened = false;
  return (padding) => {
    if (isOpened) coverWith(map, padding);
    else openWith(map, padding, home);
    isOpened = true;
  };
}

const blank = ({ mode }: SitesMapOptions): SitesPicture => ({
  mode,
  origin: location.origin,
  context: [],
  ground: [],
  named: [],
  isSurface: false,
  paintsCells: false,
  data: {
    marks: NOTHING,
    circles: NOTHING,
    things: NOTHING,
    lines: NOTHING,
    cells: NOTHING,
    best: NOTHING,
  },
});

/** Markers and the ground they stand for. Figures change when the camera rests, never under a finger. */
function hostMarks(
  map: MapLibre,
  hold: (part: 'marks' | 'circles', data: FeatureCollection) => void,
) {
  let marks: readonly SiteMark[] = [];
  let drawn = '';
  const draw = () => {
    if (map.isMoving()) return;
    const shapes = markShapes(marks, viewOf(map).bounds);
    const next = JSON.stringify(shapes);
    if (next !== drawn) hold('marks', shapes);
    drawn = next;
  };
  map.on('moveend', draw);
  return {
    set: (next: readonly SiteMark[]) => {
      marks = next;
      hold('circles', circleShapes(next));
      draw();
    },
    placeOf: (key: string): LngLat | undefined => marks.find((mark) => mark.key === key)?.at,
  };
}

/** Room between the plate and the map's edge, and between it and the place, px. */
const EDGE_PX = 8;
const LIFT_PX = 28;

/** Above the place, or below it where there is no room; never over the map's edge. */
function above(element: HTMLElement, { x, y }: ScreenPoint): ScreenPoint {
  const { offsetWidth: width, offsetHeight: height, parentElement: map } = element;
  const most = (map?.clientWidth ?? 0) - width - EDGE_PX;
  const top = y - height - LIFT_PX;
  return {
    x: Math.max(EDGE_PX, Math.min(most, x - width / 2)),
    y: top < EDGE_PX ? y + LIFT_PX : top,
  };
}

/** The words over what is selected; they follow the camera. */
function hostPlate(map: MapLibre, container: HTMLElement) {
  const label = createLabel(container, { className: 'site-label', stand: above });
  let shown: Parameters<typeof label.place>[0];
  const place = () => label.place(shown, (at) => map.project([at[0], at[1]]));
  map.on('move', place);
  map.on('resize', place);
  return {
    show: (next: typeof shown) => {
      shown = next;
      place();
    },
  };
}
