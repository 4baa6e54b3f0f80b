import type { Map as MapLibre } from 'maplibre-gl';
import type { MapMark } from '#data/cartography/picture.ts';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import type { MapPadding, MapTarget, MapView } from './map-controller.ts';
import type { ScreenPoint } from './picking.ts';

/** Longest camera movement. Source: the design language, "Motion ≤ 160 ms". */
const MOVE_MS = 160;
/** Nearest zoom a flight to a place ends at unless told otherwise. */
const PLACE_ZOOM = 14;
/** Room kept round a box, and round the selected mark, in pixels. */
const MARGIN_PX = 40;
/** Room kept round the opening view. */
const HOME_MARGIN_PX = 16;
/** Mean Earth radius, kilometres (IUGG). */
const EARTH_KM = 6371.0088;

/** The part of the map not covered by panels, in pixels of its container. */
export function freeBox(map: MapLibre): MapPadding & { width: number; height: number } {
  const { top = 0, right = 0, bottom = 0, left = 0 } = map.getPadding();
  const { clientWidth, clientHeight } = map.getContainer();
  return {
    top,
    left,
    right: clientWidth - right,
    bottom: clientHeight - bottom,
    width: Math.max(1, clientWidth - left - right),
    height: Math.max(1, clientHeight - top - bottom),
  };
}

/** Middle of the free part, where the crosshair stands. */
export function freeCentre(map: MapLibre): ScreenPoint {
  const { left, top, width, height } = freeBox(map);
  return { x: left + width / 2, y: top + height / 2 };
}

/** What the free part of the map shows. */
export function viewOf(map: MapLibre): MapView {
  const { left, top, right, bottom } = freeBox(map);
  const { lng, lat } = map.getCenter();
  const [southWest, northEast] = [map.unproject([left, bottom]), map.unproject([right, top])];
  return {
    lng,
    lat,
    zoom: map.getZoom(),
    bounds: [southWest.lng, southWest.lat, northEast.lng, northEast.lat],
    widthKm: alongParallelKm(southWest.lng, northEast.lng, lat),
  };
}

function alongParallelKm(west: number, east: number, lat: number): number {
  const radians = Math.PI / 180;
  return (east - west) * radians * EARTH_KM * Math.cos(lat * radians);
}

/** What the app asks of the camera. */
export const steering = (map: MapLibre, isStill: boolean) => ({
  flyTo: (target: MapTarget) => flyTo(map, target, isStill),
  zoomIn: () => nudge(map, { zoom: 1 }, isStill),
  zoomOut: () => nudge(map, { zoom: -1 }, isStill),
  panBy: (dxPx: number, dyPx: number) => nudge(map, { px: [dxPx, dyPx] }, isStill),
});

/** Move the camera to a place or a box; at once when it is far away or motion is not wanted. */
function flyTo(map: MapLibre, target: MapTarget, isStill: boolean): void {
  if ('bounds' in target) {
    const [west, south, east, north] = target.bounds;
    map.fitBounds([west, south, east, north], {
      padding: MARGIN_PX,
      maxZoom: PLACE_ZOOM + 2,
      duration: isStill ? 0 : MOVE_MS,
    });
    return;
  }
  const [lng, lat] = target.point;
  const zoom = target.zoom ?? Math.max(map.getZoom(), PLACE_ZOOM);
  map.easeTo({ center: [lng, lat], zoom, duration: isStill || isFar(map, lng, lat) ? 0 : MOVE_MS });
}

/** Farther than the view is wide: a slide would be a blur. */
function isFar(map: MapLibre, lng: number, lat: number): boolean {
  const { x, y } = map.project([lng, lat]);
  const { clientWidth, clientHeight } = map.getContainer();
  return x < -clientWidth || x > 2 * clientWidth || y < -clientHeight || y > 2 * clientHeight;
}

/** Zoom about the middle of the free part, or move by pixels. */
function nudge(
  map: MapLibre,
  by: { readonly zoom: number } | { readonly px: readonly [number, number] },
  isStill: boolean,
): void {
  const duration = isStill ? 0 : MOVE_MS;
  if ('zoom' in by) map.zoomTo(map.getZoom() + by.zoom, { duration });
  else map.panBy([by.px[0], by.px[1]], { duration });
}

/** Marks a movement that only makes room for a panel: the reader has not looked elsewhere. */
const MAKING_ROOM = { makingRoom: true } as const;

/** Whether a `moveend` ends a movement that only made room for a panel. */
export const isMakingRoom = (event: object): boolean => 'makingRoom' in event;

/**
 * Tell the camera what panels cover, without moving the picture: the centre becomes whatever lies in
 * the middle of the new free part.
 */
export function coverWith(map: MapLibre, padding: MapPadding): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const { top, right, bottom, left } = padding;
  const middle = map.unproject([
    left + Math.max(0, clientWidth - left - right) / 2,
    top + Math.max(0, clientHeight - top - bottom) / 2,
  ]);
  map.jumpTo({ center: middle, padding: { top, right, bottom, left } }, MAKING_ROOM);
}

/** Place the opening view in the free part: its centre stays the centre, or the box given fills it. */
export function openWith(map: MapLibre, padding: MapPadding, home: Bounds | undefined): void {
  const { top, right, bottom, left } = padding;
  map.jumpTo({ padding: { top, right, bottom, left } });
  if (home === undefined) return;
  const [west, south, east, north] = home;
  map.fitBounds([west, south, east, north], { padding: HOME_MARGIN_PX, duration: 0 });
}

/** If a panel has come to cover the selected mark, move just enough to free it. */
export function uncover(map: MapLibre, mark: MapMark | undefined, isStill: boolean): void {
  // a flight under way may bring it into the open by itself, and must not be cut short
  if (map.isMoving()) {
    map.once('moveend', () => uncover(map, mark, isStill));
    return;
  }
  const point = pointOf(mark);
  if (point === undefined) return;
  const { x, y } = map.project([point[0], point[1]]);
  const { clientWidth, clientHeight } = map.getContainer();
  if (x < 0 || y < 0 || x > clientWidth || y > clientHeight) return;
  const { left, top, right, bottom } = freeBox(map);
  const dx = overshoot(x, left + MARGIN_PX, right - MARGIN_PX);
  const dy = overshoot(y, top + MARGIN_PX, bottom - MARGIN_PX);
  if (dx !== 0 || dy !== 0) map.panBy([dx, dy], { duration: isStill ? 0 : MOVE_MS }, MAKING_ROOM);
}

function pointOf(mark: MapMark | undefined): LngLat | undefined {
  if (mark?.point !== undefined) return mark.point;
  if (mark?.geometry?.type !== 'Point') return undefined;
  const [lng = Number.NaN, lat = Number.NaN] = mark.geometry.coordinates;
  return [lng, lat];
}

const overshoot = (value: number, least: number, most: number): number =>
  Math.min(0, value - least) + Math.max(0, value - most);
