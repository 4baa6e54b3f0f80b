import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { THEME_HUES } from '#data/cartography/palette.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import { attributionOf } from './attribution.ts';
import { freeCentre, steering, viewOf } from './camera.ts';
import { createCrosshair } from './crosshair.ts';
import type {
  DraftMapController,
  DraftMapOptions,
  DraftPick,
  DraftSelected,
} from './draft-map-controller.ts';
import { DRAFT } from './draft-signs.ts';
import { type DraftPicture, draftStyle, PICKABLE } from './draft-style.ts';
import { createLabel, type MapLabel } from './map-label.ts';
import { openMap } from './open-map.ts';
import { REACH_PX, type ScreenPoint } from './picking.ts';
import { showData } from './restyle.ts';

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/**
 * Put the map of a draft into an element of some size.
 *
 * @throws Error, in words for a person, where the browser cannot draw it
 */
export function createDraftMap(
  container: HTMLElement,
  options: DraftMapOptions,
): DraftMapController {
  const { events, reducedMotion } = options;
  let picture = opening(options);
  const map = openMap(container, {
    style: draftStyle(picture),
    reducedMotion,
    minZoom: 3,
    maxZoom: 19,
    bounds: [...options.box],
    fitBoundsOptions: { padding: 24 },
  });
  const crosshair = createCrosshair(container);
  const label = createLabel(container, { className: 'draft-label', stand: beside });
  const centre = () => crosshair.moveTo(freeCentre(map));
  const restyle = () => map.setStyle(draftStyle(picture), { diff: true, validate: false });
  const change = (part: Partial<DraftPicture>) => {
    picture = { ...picture, ...part };
    if (map.isStyleLoaded()) restyle();
    else map.once('idle', restyle);
  };
  const hold = (part: 'points' | 'marks' | 'selected', data: FeatureCollection) => {
    picture = { ...picture, [part]: data };
    showData(map, DRAFT[part], data, () => change({}));
  };
  let selected: DraftSelected | undefined;
  const place = () => label.place(labelOf(selected), (at) => map.project([at[0], at[1]]));

  listenTo(map, events);
  map.on('move', place);
  map.on('resize', () => {
    centre();
    place();
  });
  centre();
  return {
    setMode: (mode) => change({ mode }),
    show: (show) => change({ show }),
    setPoints: (points) => hold('points', points),
    setMarks: (marks) => hold('marks', marks),
    select: (next) => {
      selected = next;
      hold('selected', next === undefined ? NOTHING : pointAt(next.at));
      place();
      if (next !== undefined) uncover(map, next.at, options);
    },
    ...steering(map, reducedMotion),
    pickCentre: () => pick(map, freeCentre(map), REACH_PX.touch, events.onPick),
    showCrosshair: (on) => crosshair.show(on),
    view: () => viewOf(map),
    attribution: () => attributionOf([], viewOf(map)),
    destroy: () => map.remove(),
  };
}

const opening = ({ mode, theme, districts }: DraftMapOptions): DraftPicture => ({
  mode,
  hue: THEME_HUES[theme],
  show: 'places',
  districts,
  points: NOTHING,
  marks: NOTHING,
  selected: NOTHING,
  origin: location.origin,
});

function listenTo(map: MapLibre, events: DraftMapOptions['events']): void {
  map.on('moveend', () => events.onView(viewOf(map)));
  map.once('load', () => events.onView(viewOf(map)));
  map.on('idle', () => events.onIdle());
  map.on('error', () => events.onFailure('Part of the map could not be loaded.'));
  map.on('click', ({ point, originalEvent }) => {
    const byTouch = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch';
    pick(map, point, byTouch ? REACH_PX.touch : REACH_PX.mouse, events.onPick);
  });
  for (const id of PICKABLE) {
    map.on('mouseenter', id, () => {
      map.getCanvas().style.cursor = 'pointer';
    });
    map.on('mouseleave', id, () => {
      map.getCanvas().style.cursor = '';
    });
  }
}

/** The topmost thing within reach, if there is one. */
function pick(
  map: MapLibre,
  { x, y }: ScreenPoint,
  reachPx: number,
  onPick: (picked: DraftPick) => void,
): void {
  const layers = PICKABLE.filter((id) => map.getLayer(id) !== undefined);
  const box: [[number, number], [number, number]] = [
    [x - reachPx, y - reachPx],
    [x + reachPx, y + reachPx],
  ];
  const [found] = map.queryRenderedFeatures(box, { layers });
  if (found === undefined) return;
  const { line, issue, value } = found.properties;
  if (found.layer.id === 'draft-candidate') {
    onPick({ kind: 'candidate', value: String(value) });
    return;
  }
  const { lng, lat } = map.unproject([x, y]);
  const [atLng, atLat] = found.geometry.type === 'Point' ? found.geometry.coordinates : [lng, lat];
  onPick({
    kind: 'record',
    line: Number(line),
    at: [atLng ?? lng, atLat ?? lat],
    ...(typeof issue === 'string' ? { issue } : {}),
  });
}

const pointAt = ([lng, lat]: LngLat): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [lng, lat] } },
  ],
});

/** A place in the publisher's area is brought into view; one far outside is not gone after. */
function uncover(map: MapLibre, at: LngLat, { box, reducedMotion }: DraftMapOptions): void {
  const [lng, lat] = at;
  const [west, south, east, north] = box;
  const isHome = lng >= west && lng <= east && lat >= south && lat <= north;
  if (!isHome || map.getBounds().contains([lng, lat])) return;
  map.easeTo({ center: [lng, lat], duration: reducedMotion ? 0 : 160 });
}

const labelOf = (selected: DraftSelected | undefined): MapLabel | undefined =>
  selected?.label === undefined
    ? undefined
    : { at: selected.at, title: selected.label, ...(selected.note && { note: selected.note }) };

/** Beside the place, to its left where there is no room at the right. */
function beside(element: HTMLElement, { x, y }: ScreenPoint): ScreenPoint {
  const room = (element.parentElement?.clientWidth ?? 0) - element.offsetWidth - 24;
  return { x: x > room ? x - element.offsetWidth - 20 : x + 20, y: y - 18 };
}
